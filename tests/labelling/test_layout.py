"""Attributions by layout: signed quotations, and the turns of a transcript."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.labelling.layout import layout_cues
from tests.labelling.reading import Attribution, as_words

TRANSCRIPT = """Two of them met on air.

HOLM: Will the ferry sail?

ORLOV: It will not.

The ice is too thick.

HOLM: Thank you.

The ferry is owned by the town."""


def found(text: str) -> list[Attribution]:
    return [as_words(text, cue) for cue in layout_cues(text)]


@pytest.mark.parametrize("dash", ["―", "—", "–", "--"])
@pytest.mark.parametrize("end", ["", ".", ", harbour master"])
def test_a_quotation_with_a_name_behind_a_dash_is_signed(dash: str, end: str) -> None:
    text = f"What people say:\n\n“The ice is gone.” {dash} Ida van Holm{end}\n\nMore tomorrow."
    assert found(text) == [Attribution("Ida van Holm", dash, "“The ice is gone.”")]


@pytest.mark.parametrize(
    "text",
    [
        "She said “the ice is gone” — Ida Holm was there — and left.",
        "“The ice is gone” — Ida Holm says so, and she should know: she has sailed here for forty years and more, "
        "in every weather that there is.",
        "The word “ice” — Ida Holm",
    ],
)
def test_a_dash_within_a_sentence_signs_nothing(text: str) -> None:
    assert found(text) == []


def test_the_turns_of_a_transcript_have_their_paragraphs() -> None:
    assert found(TRANSCRIPT) == [
        Attribution("HOLM", ":", "Will the ferry sail?"),
        Attribution("ORLOV", ":", "It will not. … The ice is too thick."),
        Attribution("HOLM", ":", "Thank you."),
    ]


def test_one_such_line_is_no_transcript() -> None:
    assert found("BERGEN: The ferry sails at nine.\n\nUPDATE: It sailed at ten.") == []


@given(st.lists(st.sampled_from(["“", "”", "― Ann", "HOLM:", "\n\n", " a ", ".", '"', "— "]), max_size=40).map("".join))
def test_of_any_text_the_spans_are_sound(text: str) -> None:
    for cue in layout_cues(text):
        spans = [*cue.spans, *cue.sources[0].spans, *cue.contents[0].spans]
        assert all(0 <= s.start < s.end <= len(text) for s in spans)


def test_long_odd_text_takes_little_time() -> None:
    assert layout_cues("“a” ― A" + "-A" * 50_000 + "\n" + "A: " * 50_000) == []


def test_the_labels_of_links_on_a_page_are_no_speakers() -> None:
    text = "ALSO SEE: Ferry line adds a boat\n\nThe ferry sails, the harbour master said.\n\nRELATED STORY: Ice melts"
    assert layout_cues(text) == []
