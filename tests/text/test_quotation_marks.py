"""Quotation marks: paired in every usual style, and never an error, whatever is missing or odd."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.text.quotation_marks import Quotation, quotations

MARKS = "“”„«»‹›‘’‚\"'"
MARKED_TEXT = st.text(alphabet=st.sampled_from(MARKS + "ab sS5.,\n "), max_size=120)


def inner(text: str) -> list[str]:
    return [q.inner.of(text) for q in quotations(text)]


@pytest.mark.parametrize(
    "text",
    [
        "She said “the well is dry” and left.",
        'She said "the well is dry" and left.',
        "She said «the well is dry» and left.",
        "She said »the well is dry« and left.",
        "She said „the well is dry“ and left.",
        "She said „the well is dry” and left.",
        "She said ‘the well is dry’ and left.",
        "She said 'the well is dry' and left.",
        "She said ‚the well is dry‘ and left.",
        "She said ‹the well is dry› and left.",
    ],
)
def test_every_style_pairs(text: str) -> None:
    assert inner(text) == ["the well is dry"]
    (found,) = quotations(text)
    assert found.closed
    assert found.span.of(text) == text[9:-10]


def test_inner_spaces_of_french_marks_stay_inside() -> None:
    assert inner("Elle a dit : « le puits est sec », puis rien.") == [" le puits est sec "]


@pytest.mark.parametrize(
    ("text", "closes_with"),
    [
        ('He said “the road is open" on Monday.', '"'),
        ('He said "the road is open” on Monday.', "”"),
        ("He said ‘the road is open' on Monday.", "'"),
    ],
)
def test_mixed_styles_pair(text: str, closes_with: str) -> None:
    (found,) = quotations(text)
    assert found.inner.of(text) == "the road is open"
    assert found.span.of(text)[-1] == closes_with


def test_a_quotation_in_a_quotation_knows_its_outer_one() -> None:
    text = "“She told me, ‘Come back,’ and I came,” he said."
    outer, nested = quotations(text)
    assert outer.outer is None
    assert nested.outer == 0
    assert nested.inner.of(text) == "Come back,"
    assert outer.inner.of(text) == "She told me, ‘Come back,’ and I came,"


def test_nesting_in_straight_marks() -> None:
    text = "\"She told me, 'Come back,' and I came,\" he said."
    assert inner(text) == ["She told me, 'Come back,' and I came,", "Come back,"]


def test_two_quotations_side_by_side_are_two() -> None:
    text = 'Signs read "Stop" and "Go home" there.'
    assert inner(text) == ["Stop", "Go home"]
    assert [q.outer for q in quotations(text)] == [None, None]


@pytest.mark.parametrize(
    "text",
    [
        "It’s Ann’s boat and they’re sure it wasn’t hers.",
        "It's Ann's boat and they're sure it wasn't hers.",
        "The workers’ rights and the owners’ claims were heard.",
        "The workers' rights and the owners' claims were heard.",
        "Rock ’n’ roll ruled in the ’90s and they loved ’em.",
        "Rock 'n' roll ruled in the '90s and they loved 'em.",
        "’Twas late; ’tis later still.",
        "The ‘90s were loud.",
        "A 27\" screen and a 6' wall.",
    ],
)
def test_apostrophes_elisions_and_inches_open_nothing(text: str) -> None:
    assert quotations(text) == ()


def test_an_apostrophe_does_not_end_a_quotation_in_single_marks() -> None:
    assert inner("‘It’s the workers’ choice and it isn’t ours,’ he said.") == [
        "It’s the workers’ choice and it isn’t ours,"
    ]
    assert inner("'It's not ours,' he said.") == ["It's not ours,"]


def test_inches_inside_a_quotation_do_not_end_it_early() -> None:
    assert inner('"We lost it," she said of the 27" screen.') == ["We lost it,"]


def test_a_quotation_without_its_closing_mark_runs_to_the_end_of_the_paragraph() -> None:
    text = "He said: “The road is closed.\nNobody objected."
    (found,) = quotations(text)
    assert not found.closed
    assert found.inner.of(text) == "The road is closed."


def test_a_closing_mark_alone_is_no_quotation() -> None:
    assert quotations("The road is closed,” he said.") == ()


def test_a_single_mark_alone_is_no_quotation() -> None:
    assert quotations("He wrote ‘ once and left.") == ()


def test_a_reopened_mark_goes_on_with_the_quotation_of_the_paragraph_before() -> None:
    text = "“The night was long.\n\n“The morning was longer.\n\n“Then it was over,” he said."
    first, second, third = quotations(text)
    assert (first.continues, second.continues, third.continues) == (None, 0, 1)
    assert (first.closed, second.closed, third.closed) == (False, False, True)


def test_a_closed_quotation_does_not_go_on() -> None:
    _, second = quotations("“The night was long.”\n\n“The morning was longer,” he said.")
    assert second.continues is None


def test_another_mark_does_not_go_on_with_the_quotation_before() -> None:
    _, second = quotations('“The night was long.\n\n"The morning was longer," he said.')
    assert second.continues is None


def test_an_empty_pair_is_no_quotation() -> None:
    assert quotations('He wrote "" and “” and left.') == ()


def test_a_pair_in_single_marks_far_apart_is_none() -> None:
    assert quotations("‘" + "a " * 400 + "’ he wrote.") == ()


def test_marks_do_not_pair_across_paragraphs() -> None:
    text = "He opened “here.\nShe closed there” again."
    assert inner(text) == ["here."]


@given(MARKED_TEXT)
def test_any_text_gives_spans_that_are_nested_or_disjoint(text: str) -> None:
    found = quotations(text)
    assert list(found) == sorted(found, key=lambda q: (q.span.start, -q.span.end))
    for i, one in enumerate(found):
        assert_is_inside_its_marks(text, one)
        for other in found[i + 1 :]:
            assert not one.span.overlaps(other.span) or one.span.covers(other.span)


@given(MARKED_TEXT)
def test_outer_is_the_closest_quotation_around(text: str) -> None:
    found = quotations(text)
    for number, quotation in enumerate(found):
        around = [n for n, q in enumerate(found) if n != number and q.span.covers(quotation.span)]
        assert quotation.outer == min(around, key=lambda n: len(found[n].span), default=None)


@given(MARKED_TEXT)
def test_continues_names_an_open_quotation_before(text: str) -> None:
    found = quotations(text)
    for number, quotation in enumerate(found):
        if quotation.continues is not None:
            before = found[quotation.continues]
            assert quotation.continues < number
            assert not before.closed
            assert before.mark == quotation.mark
            assert "\n" in text[before.span.end - 1 : quotation.span.start + 1]


def assert_is_inside_its_marks(text: str, quotation: Quotation) -> None:
    opening = text[quotation.span.start : quotation.inner.start]
    closing = text[quotation.inner.end : quotation.span.end]
    assert opening == quotation.mark or (quotation.mark == '"' and opening in ("''", "``"))
    assert len(closing) in ((1, 2) if quotation.closed else (0,))
    assert quotation.span.end <= len(text)
    assert "\n" not in quotation.span.of(text)


@pytest.mark.parametrize("mark", MARKS)
def test_thousands_of_unmatched_marks_are_quick(mark: str) -> None:
    assert seconds_for(f"a {mark}b " * 5_000) < 1.0


@pytest.mark.parametrize("unit", ["“a ", "“‘ab ", "a \"b' ", "“a „b «c ‘d ", "‘a’s “b” ", "\n“ab"])
def test_long_texts_full_of_marks_are_quick(unit: str) -> None:
    assert seconds_for(unit * (300_000 // len(unit))) < 6.0


@pytest.mark.parametrize("unit", ["“a ", "“‘ab ", "a \"b' ", "‘a’s “b” ", "\n“ab"])
def test_time_grows_with_the_length_not_with_its_square(unit: str) -> None:
    small = max(seconds_for(unit * 4_000), 0.01)
    assert seconds_for(unit * 32_000) < 8 * 4 * small


def seconds_for(text: str) -> float:
    quotations.cache_clear()
    start = time.process_time()
    quotations(text)
    return time.process_time() - start


@pytest.mark.parametrize("text", ["''I will go,'' he said.", "``I will go,'' he said."])
def test_doubled_single_marks_are_one_mark(text: str) -> None:
    (one,) = quotations(text)
    assert (one.inner.of(text), one.span.end) == ("I will go,", 14)
