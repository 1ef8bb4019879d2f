"""Paragraphs, sentences and words: where a reader parts them, exact, and quick on any text."""

from __future__ import annotations

import itertools
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.records import Span
from onrecord.text.segments import is_hard_wrapped, paragraphs, sentence_at, sentences, words

PROSE = st.text(alphabet=st.sampled_from("aB1.!?…\"'“”’»()-, \t\n\r\u00a0\u2028éß漢🙂"), max_size=150)

WRAPPED = """\
The ferry to Calder Bay was late again on Friday, and the people who
waited for it on the quay said that they had stopped counting how many
times it had happened since the new timetable came into force in spring.

The company that runs the boat answered that fog had kept it in port and
that it would hand out vouchers."""


def parts(text: str, spans: tuple[Span, ...] | list[Span]) -> list[str]:
    return [span.of(text) for span in spans]


# --- paragraphs ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r", "\n\n", "\r\n\r\n", "\n \n"])
def test_a_line_is_a_paragraph(newline: str) -> None:
    text = f"The first.{newline}The second."
    assert parts(text, paragraphs(text)) == ["The first.", "The second."]


def test_white_space_around_a_paragraph_is_no_part_of_it() -> None:
    text = "  \n\t The first.\u00a0 \n\n"
    assert parts(text, paragraphs(text)) == ["The first."]


def test_no_text_has_no_paragraphs() -> None:
    assert paragraphs("") == paragraphs(" \n\t\r\n ") == ()


def test_hard_wrapped_lines_are_one_paragraph() -> None:
    first, second = parts(WRAPPED, paragraphs(WRAPPED))
    assert first.startswith("The ferry")
    assert first.endswith("in spring.")
    assert second.startswith("The company")
    assert second.endswith("vouchers.")


def test_hard_wrapping_is_told_from_short_paragraphs() -> None:
    assert is_hard_wrapped(WRAPPED)
    assert is_hard_wrapped(WRAPPED.replace("\n", "\r\n"))
    assert not is_hard_wrapped("\n".join(["The ferry to Calder Bay was late again on Friday, people said there."] * 9))
    assert not is_hard_wrapped("One.\nTwo.\nThree.\nFour.\n")


# --- sentences -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It rained. The boats stayed in.", ["It rained.", "The boats stayed in."]),
        ("Did it rain? It did! Then it stopped…", ["Did it rain?", "It did!", "Then it stopped…"]),
        ("“It rained.” The boats stayed in.", ["“It rained.”", "The boats stayed in."]),
        ('"It rained." She left.', ['"It rained."', "She left."]),
        ("It rained (a lot.) The boats stayed in.", ["It rained (a lot.)", "The boats stayed in."]),
        ("It rained. “Stay in,” she said.", ["It rained.", "“Stay in,” she said."]),
        ("No full stop at the end", ["No full stop at the end"]),
        ("In 1999. 40 boats sank.", ["In 1999.", "40 boats sank."]),
    ],
)
def test_sentences_end_at_their_marks(text: str, expected: list[str]) -> None:
    assert parts(text, sentences(text)) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Mr. Varga met Dr. Holm and Sen. Ruiz.",
        "J. R. Holm met Gen. Ansel on Jan. 5 at 8 a.m. sharp.",
        "The U.S. Senate met the U.N. envoy.",
        "Prices rose 3.5 percent, i.e. more than in Sept. 2015.",
        "“Why now?” she asked.",
        "They waited ... and waited.",
        "Item No. 5 of Acme Inc. was sold.",
    ],
)
def test_abbreviations_and_questions_inside_end_nothing(text: str) -> None:
    assert parts(text, sentences(text)) == [text]


def test_an_abbreviation_before_a_new_sentence_ends_one() -> None:
    text = "They came from the U.S. The boats were late."
    assert parts(text, sentences(text)) == ["They came from the U.S.", "The boats were late."]


def test_a_sentence_never_crosses_a_paragraph() -> None:
    text = "A headline without a stop\nThe boats stayed in."
    assert parts(text, sentences(text)) == ["A headline without a stop", "The boats stayed in."]


# --- words -----------------------------------------------------------------------------------------------------------


def test_words_keep_inner_apostrophes_hyphens_and_stops() -> None:
    text = "Kassym-Jomart's U.S. trip, 3.5 days: don’t (ask)."
    assert parts(text, words(text)) == ["Kassym-Jomart's", "U.S", "trip", "3.5", "days", "don’t", "ask"]


def test_words_of_a_span_lie_in_it() -> None:
    text = "The boats stayed in."
    assert parts(text, words(text, Span(4, 16))) == ["boats", "stayed"]


# --- any text --------------------------------------------------------------------------------------------------------


@given(PROSE)
def test_paragraphs_hold_every_visible_character_once(text: str) -> None:
    found = paragraphs(text)
    assert list(found) == sorted(found)
    inside = [at for span in found for at in range(*span)]
    assert len(inside) == len(set(inside))
    assert {at for at, c in enumerate(text) if not c.isspace()} <= set(inside)
    assert all(part == part.strip() for part in parts(text, found))


@given(PROSE)
def test_sentences_hold_every_visible_character_once_and_stay_in_a_paragraph(text: str) -> None:
    found = sentences(text)
    inside = [at for span in found for at in range(*span)]
    assert len(inside) == len(set(inside))
    assert {at for at, c in enumerate(text) if not c.isspace()} <= set(inside)
    assert all(sum(p.covers(s) for p in paragraphs(text)) == 1 for s in found)


@given(PROSE)
def test_words_have_no_white_space_and_stand_in_order(text: str) -> None:
    found = words(text)
    assert all(not any(c.isspace() for c in part) for part in parts(text, found))
    assert all(a.end <= b.start for a, b in itertools.pairwise(found))


@pytest.mark.parametrize("unit", ["a", ". ", "a. ", "\n", "a\n", "Mr. ", "...... A ", "“" * 5, "a-", "'", ' "A. ', " "])
def test_a_long_text_is_quick(unit: str) -> None:
    text = unit * (500_000 // len(unit))
    start = time.process_time()
    sentences(text)
    words(text)
    assert time.process_time() - start < 6.0


def test_a_position_lies_in_the_sentence_that_starts_last_before_it() -> None:
    text = " The dam broke. Nobody was hurt.\n\nIt rained. "
    assert [sentence_at(text, at).of(text) for at in (0, 1, 14, 15, 16, text.index("It"), len(text))] == [
        *["The dam broke."] * 4,
        "Nobody was hurt.",
        *["It rained."] * 2,
    ]
