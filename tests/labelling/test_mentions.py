"""Mentions: names without their titles, descriptions by role, pronouns."""

import pytest

from onrecord.records import MentionForm, MentionKind
from tests.labelling.reading import labels


def mentions(text: str, form: MentionForm) -> dict[str, MentionKind]:
    return {m.span.of(text): m.kind for m in labels(text).mentions if m.form is form}


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Kazakh President Kassym Tolev left.", "Kassym Tolev", MentionKind.PERSON),
        ("Ruritanian presidential spokesman Jan Novak said it rained.", "Jan Novak", MentionKind.PERSON),
        ("Mr. Novak said it rained.", "Novak", MentionKind.PERSON),
        ("Secretary of State Nora Vale left.", "Nora Vale", MentionKind.PERSON),
        ("Nora Vale, 52, left.", "Nora Vale", MentionKind.PERSON),
        ("Ludwig van der Berg left the town.", "Ludwig van der Berg", MentionKind.PERSON),
        ("The Harbour Workers Union met in the town.", "Harbour Workers Union", MentionKind.ORGANIZATION),
        ("The Ministry of Health closed the well.", "Ministry of Health", MentionKind.ORGANIZATION),
        ("The report by TASS was short.", "TASS", MentionKind.ORGANIZATION),
        ("The ship left for New Zealand in May.", "New Zealand", MentionKind.PLACE),
        ("He moved to Norway.", "Norway", MentionKind.PLACE),
        ("Eastern Norway was dark.", "Eastern Norway", MentionKind.PLACE),
        ("They met in Lower Brenn on Monday.", "Lower Brenn", MentionKind.PLACE),
        ("The ferry to Cald Haven, Ohio, was late.", "Cald Haven", MentionKind.PLACE),
        ("They crossed Quill Bridge in the rain.", "Quill Bridge", MentionKind.PLACE),
        ("Larry King left.", "Larry King", MentionKind.PERSON),
        ("Mr. King left.", "King", MentionKind.PERSON),
        ("The Nora Vale campaign began in the rain.", "Nora Vale", MentionKind.PERSON),
        ("Customs and Border Protection was closed.", "Customs and Border Protection", MentionKind.ORGANIZATION),
        (
            "The Department of Health and Human Services was closed.",
            "Department of Health and Human Services",
            MentionKind.ORGANIZATION,
        ),
        ("The Brenn-based Ferry & Harbour Union met in the town.", "Ferry & Harbour Union", MentionKind.ORGANIZATION),
        (
            "The Commission on Harbour Debates met at noon.",
            "Commission on Harbour Debates",
            MentionKind.ORGANIZATION,
        ),
    ],
)
def test_names(text: str, name: str, kind: MentionKind) -> None:
    assert mentions(text, MentionForm.NAME)[name] is kind


def test_a_short_form_is_a_name_where_the_full_one_stands_elsewhere() -> None:
    text = "Nora Vale left. Vale was tired. The town slept."
    assert [m.span.of(text) for m in labels(text).mentions if m.form is MentionForm.NAME] == ["Nora Vale", "Vale"]


def test_a_given_name_alone_is_a_name_where_the_full_one_stands_elsewhere() -> None:
    assert "Nora" in mentions("Nora Vale left. The town liked Nora.", MentionForm.NAME)


def test_a_word_in_front_of_a_name_that_stands_elsewhere_is_no_part_of_it() -> None:
    text = "Rival Nora Vale left. The town liked Nora Vale. Calling Vale was hard."
    assert set(mentions(text, MentionForm.NAME)) == {"Nora Vale", "Vale"}


@pytest.mark.parametrize(
    "text",
    [
        "Republicans said it rained.",
        "Polls suggest that it rained.",
        "Millennials said it rained.",
        "Storms say more than words. The storms were loud.",
        "CALD HAVEN was dark and said it rained.",
        "Brenn wants its fruit",
    ],
)
def test_groups_places_in_capitals_and_common_words_are_no_persons(text: str) -> None:
    assert MentionKind.PERSON not in mentions(text, MentionForm.NAME).values()


def test_and_between_persons_parts_two_names() -> None:
    assert set(mentions("Nora Vale and Karl Ott left in the rain.", MentionForm.NAME)) == {"Nora Vale", "Karl Ott"}


def test_a_lone_word_before_who_it_is_is_a_name_where_it_opens_a_source() -> None:
    found = mentions("“We wait,” Grund, the pilot of the tug, said on Monday.", MentionForm.NAME)
    assert found["Grund"] is MentionKind.PERSON


def test_a_lone_source_is_a_name() -> None:
    assert mentions("“It rained,” Ostrander said.", MentionForm.NAME) == {"Ostrander": MentionKind.PERSON}


@pytest.mark.parametrize("text", ["Tomorrow it will rain.", "However, it rained in June.", "We met on Monday."])
def test_capitals_that_are_no_names(text: str) -> None:
    assert mentions(text, MentionForm.NAME) == {}


@pytest.mark.parametrize(
    ("text", "phrase", "kind"),
    [
        ("The palace spokesman said it rained.", "The palace spokesman", MentionKind.PERSON),
        ("A senior official left.", "A senior official", MentionKind.PERSON),
        ("The report was short.", "The report", MentionKind.DOCUMENT),
        ("The ministry was closed.", "The ministry", MentionKind.ORGANIZATION),
        ("The witnesses left.", "The witnesses", MentionKind.GROUP),
        ("Ruritanian President Jan Novak left.", "Ruritanian President", MentionKind.PERSON),
    ],
)
def test_descriptions(text: str, phrase: str, kind: MentionKind) -> None:
    assert mentions(text, MentionForm.NOMINAL)[phrase] is kind


def test_a_title_ends_where_the_name_begins() -> None:
    text = "The presidential spokesman Jan Novak said it rained."
    found = {m.span.of(text): m.span for m in labels(text).mentions}
    assert found["The presidential spokesman"].end + 1 == found["Jan Novak"].start


def test_pronouns() -> None:
    assert mentions("She said they saw it.", MentionForm.PRONOUN) == {
        "She": MentionKind.PERSON,
        "they": MentionKind.GROUP,
        "it": MentionKind.ORGANIZATION,
    }
