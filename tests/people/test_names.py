"""Names: one person's spellings agree, different people's do not."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from onrecord.people.names import (
    COMPATIBLE,
    SAME,
    family_name,
    name_key,
    name_parts,
    organisation_key,
    same_name,
    same_organisation,
)

NAMES = st.one_of(
    st.text(max_size=30),
    st.lists(
        st.sampled_from("Mr. Dr. Anna A. Ann-Marie Kasym Kassym Jomart Tokayev Tokaev al Kim Jong Un Jr. ,".split())
    )
    .map(" ".join)
    .filter(bool),
)


@given(NAMES, NAMES)
@example("ß", "ss")
@example("Ǆ", "dz")
def test_agreement_is_symmetric_bounded_and_never_raises(a: str, b: str) -> None:
    for compare in (same_name, same_organisation):
        assert compare(a, b) == compare(b, a)
        assert 0.0 <= compare(a, b) <= 1.0
    assert isinstance(name_key(a) + family_name(a) + organisation_key(a), str)


@given(NAMES)
def test_a_name_is_the_same_as_itself(a: str) -> None:
    assert same_name(a, a) == (1.0 if name_parts(a) else 0.0)
    assert same_name(a, a.upper()) >= SAME or not name_parts(a) or len(a.upper()) != len(a)


SPELLINGS = [
    ("Kasym-Jomart Tokayev", "Kassym-Jomart Tokayev"),
    ("Kassym-Jomart Tokayev", "TOKAYEV, Kassym-Jomart"),
    ("Zhomart Tokaev", "Jomart Tokayev"),
    ("Dmitry Peskov", "Dmitri Peskov"),
    ("Dmitry Peskov", "Mr. Dmitriy Peskov"),
    ("Sergei Lavrov", "Sergey Lavrov"),
    ("Yevgeny Prigozhin", "Evgeny Prigozhin"),
    ("Volodymyr Zelensky", "Volodymyr Zelenskyy"),
    ("Kim Jong-un", "Kim Jong Un"),
    ("Jörg Välimäki", "Jorg Valimaki"),
    ("John F. Kennedy", "John Kennedy"),
    ("José Luis Rodríguez", "Jose Luis Rodriguez"),
    ("Łukasz Żak", "Lukasz Zak"),
    ("Дмитрий Песков", "Dmitry Peskov"),
    ("Сергей Лавров", "Sergey Lavrov"),
]
OTHERS = [
    ("Donald Trump", "Melania Trump"),
    ("Dmitry Peskov", "Tatiana Navka"),
    ("George Bush", "George Clooney"),
    ("Kim Jong Un", "Kim Yo Jong"),
    ("Anna Lind", "Nina Lind"),
    ("Salim bin Omar al-Harbi", "Omar bin Salim al-Harbi"),
    ("", "Dmitry Peskov"),
    ("", ""),
]
SHORT = [
    ("Peskov", "Dmitry Peskov"),
    ("Mr. Peskov", "Dmitry Peskov"),
    ("D. Peskov", "Dmitry Peskov"),
    ("Kim", "Kim Jong Un"),
    ("Xi", "Xi Jinping"),
    ("Martin Luther King Jr.", "Martin Luther King"),
    ("Jan Lind Sr.", "Jan Lind Jr."),
]


@pytest.mark.parametrize(("a", "b"), SPELLINGS)
def test_spellings_of_one_name(a: str, b: str) -> None:
    assert same_name(a, b) >= SAME
    assert name_key(a) == name_key(b)


@pytest.mark.parametrize(("a", "b"), OTHERS)
def test_names_of_different_people(a: str, b: str) -> None:
    assert same_name(a, b) < COMPATIBLE


@pytest.mark.parametrize(("a", "b"), SHORT)
def test_a_short_form_is_compatible_but_not_the_same(a: str, b: str) -> None:
    assert COMPATIBLE <= same_name(a, b) < SAME


def test_organisations_by_words_initials_and_legal_form() -> None:
    assert same_organisation("the Harbour Workers Union", "Harbour Workers Union") == 1.0
    assert same_organisation("HWU", "Harbour Workers Union") >= SAME
    assert same_organisation("H.W.U.", "Harbour Workers’ Union") >= SAME
    assert organisation_key("HWU") == organisation_key("the Harbour Workers Union")
    assert same_organisation("Ode Shipping Ltd.", "Ode Shipping") == 1.0
    assert same_organisation("Harbour Workers Union", "Harbour Office") < COMPATIBLE
