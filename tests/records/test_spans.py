"""Spans: half-open, never empty; sets of them sorted and disjoint."""

from __future__ import annotations

import itertools
from collections.abc import Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.errors import OnRecordError, RecordError
from onrecord.records import Span, covered, disjoint, hull, spans_text

SPANS = st.builds(lambda start, length: Span(start, start + length), st.integers(0, 40), st.integers(1, 12))
MANY = st.lists(SPANS, max_size=6)


def characters(spans: Iterable[Span]) -> set[int]:
    return {at for span in spans for at in range(*span)}


@pytest.mark.parametrize(("start", "end"), [(3, 3), (4, 3), (-1, 2), (0, 0)])
def test_an_empty_or_backward_span_is_an_error(start: int, end: int) -> None:
    with pytest.raises(RecordError, match="no span"):
        Span(start, end)
    with pytest.raises(OnRecordError):
        Span(start, end)


def test_offsets_are_code_points() -> None:
    text = "A 🙂 said “é”."
    assert Span(2, 3).of(text) == "🙂"
    assert Span(9, 12).of(text) == "“é”"


@given(SPANS)
def test_a_span_unpacks_and_measures(span: Span) -> None:
    start, end = span
    assert len(span) == end - start == len(characters([span]))


@given(SPANS, SPANS)
def test_covers_and_overlaps_say_what_their_characters_say(one: Span, other: Span) -> None:
    assert one.covers(other) == (characters([other]) <= characters([one]))
    assert one.overlaps(other) == other.overlaps(one) == bool(characters([one]) & characters([other]))


@given(MANY)
def test_disjoint_keeps_the_characters_and_parts_what_does_not_touch(spans: list[Span]) -> None:
    made = disjoint(spans)
    assert characters(made) == characters(spans)
    assert all(a.end < b.start for a, b in itertools.pairwise(made))
    assert disjoint(made) == made


@given(MANY)
def test_hull_is_the_smallest_cover(spans: list[Span]) -> None:
    span = hull(spans)
    if span is None:
        assert not spans
    else:
        assert all(span.covers(s) for s in spans)
        assert {span.start, span.end - 1} <= characters(spans)


@given(MANY, MANY)
def test_covered_means_each_in_one_frame(spans: list[Span], frames: list[Span]) -> None:
    assert covered(spans, frames) == all(any(f.covers(s) for f in frames) for s in spans)
    assert covered(spans, spans)
    assert covered([], frames)


def test_spans_read_as_one_line() -> None:
    assert spans_text("She came, saw and left.", [Span(4, 8), Span(18, 22)]) == "came … left"
    assert spans_text("She came.", []) == ""
