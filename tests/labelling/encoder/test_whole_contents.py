"""A content goes on over small gaps, and to the closing mark of a quotation that it opens."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.labelling.encoder.whole_contents import with_whole_contents
from onrecord.records import CueLabel, RoleLabel, Span

TEXT = "The mayor said that “the bridge held, and the crew said so too” on Monday."
OPENS = TEXT.index("“")
CLOSES = TEXT.index("”") + 1
THAT = TEXT.index("that")


def widened(start: int, end: int, text: str = TEXT) -> tuple[Span, ...]:
    cue = CueLabel((Span(10, 14),), contents=(RoleLabel((Span(start, end),)),))
    (found,) = with_whole_contents(text, [cue])
    return found.contents[0].spans


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        pytest.param(OPENS, OPENS + 5, (OPENS, CLOSES), id="opens with the quotation"),
        pytest.param(THAT, CLOSES - 6, (THAT, CLOSES), id="words before it, most of it held"),
        pytest.param(THAT, OPENS + 5, (THAT, OPENS + 5), id="words before it, little of it held"),
        pytest.param(OPENS + 1, OPENS + 5, (OPENS + 1, OPENS + 5), id="begins inside and ends there"),
        pytest.param(OPENS + 5, CLOSES, (OPENS, CLOSES), id="begins inside, runs to the end"),
        pytest.param(OPENS + 5, len(TEXT), (OPENS, len(TEXT)), id="begins inside, goes on behind it"),
        pytest.param(THAT, len(TEXT), (THAT, len(TEXT)), id="goes on behind it"),
        pytest.param(0, 9, (0, 9), id="touches none"),
    ],
)
def test_where_a_content_ends(start: int, end: int, expected: tuple[int, int]) -> None:
    assert widened(start, end) == (Span(*expected),)


def test_a_paragraph_that_goes_on_with_the_quotation_is_held_whole() -> None:
    text = "“The night was quiet,” said Pell. “Nobody moved.\n\n“Then the major said it was over.”"
    second = text.rindex("“")
    assert widened(second, second + 5, text) == (Span(second, len(text)),)


def test_a_gap_of_a_few_characters_is_none() -> None:
    text = "Port officials plan to spend $67 million, said Bo, on towers."
    roles = {
        "sources": (RoleLabel((Span(47, 49),)),),
        "contents": (RoleLabel((Span(0, 29), Span(30, 40), Span(51, 60))),),
    }
    (found,) = with_whole_contents(text, [CueLabel((Span(42, 46),), **roles)])
    assert found.contents[0].spans == (Span(0, 40), Span(51, 60))


def test_paragraphs_stay_apart() -> None:
    text = "All is well.\n\nNobody moved, said Bo."
    cue = CueLabel((Span(28, 32),), contents=(RoleLabel((Span(0, 12), Span(14, 26))),))
    assert with_whole_contents(text, [cue]) == [cue]


def test_a_cue_without_content_stays_as_it_is() -> None:
    cue = CueLabel((Span(10, 14),))
    assert with_whole_contents(TEXT, [cue]) == [cue]


@given(st.text(alphabet="ab “”\n\".'", max_size=40), st.data())
def test_it_only_ever_adds_characters(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    if start == end:
        return
    (span,) = widened(start, end, text)
    assert 0 <= span.start <= start
    assert end <= span.end <= len(text)


STRAY = (
    "Gulls circled over the quay. “The bridge held,” the mayor said, “and the crew was brave.” It rained all day. "
    "Nobody was hurt."
)


def parts(*words: str) -> tuple[Span, ...]:
    return tuple(Span(STRAY.index(w), STRAY.index(w) + len(w)) for w in words)


def test_reported_words_of_another_sentence_are_no_part_of_a_quotations_content() -> None:
    quoted = parts("“The bridge held,”", "“and the crew was brave.”")
    (cue,), (source,) = parts("said"), parts("the mayor")
    for stray in ("Gulls circled", "Nobody was hurt"):
        label = RoleLabel(tuple(sorted((*quoted, *parts(stray)))))
        (found,) = with_whole_contents(STRAY, [CueLabel((cue,), sources=(RoleLabel((source,)),), contents=(label,))])
        assert found.contents[0].spans == quoted
    label = RoleLabel(tuple(sorted((*parts("Gulls circled", "Nobody was hurt"),))))
    (found,) = with_whole_contents(STRAY, [CueLabel((cue,), contents=(label,))])
    assert found.contents[0] == label


CLAIMED = (
    "The pool is closed, a notice says. “We will swim in the sea, and nobody will stop us,” the mayor told the paper."
)


def test_a_quotation_that_another_cue_has_beside_it_is_no_part_of_what_stands_before() -> None:
    def at(words: str) -> Span:
        return Span(CLAIMED.index(words), CLAIMED.index(words) + len(words))

    quotation = at("“We will swim in the sea, and nobody will stop us,”")
    broken = RoleLabel((at("The pool is closed"), at("“We will swim")))
    notice = CueLabel((at("says"),), sources=(RoleLabel((at("a notice"),)),), contents=(broken,))
    told = CueLabel((at("told"),), sources=(RoleLabel((at("the mayor"),)),), contents=(RoleLabel((quotation,)),))
    found = with_whole_contents(CLAIMED, [notice, told])
    assert [cue.contents[0].spans for cue in found] == [(at("The pool is closed"),), (quotation,)]
    (alone,) = with_whole_contents(CLAIMED, [notice])
    assert alone.contents[0].spans == (at("The pool is closed"), quotation)
