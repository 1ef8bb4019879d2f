"""A content that opens with a quotation holds it all: what is quoted is said by one speaker."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from onrecord.records import CueLabel, Span, disjoint
from onrecord.text.quotation_marks import Quotation, quotations

MOST = 0.6
"""The share of a quotation that a content must hold to be meant to hold it all, where words stand before the mark."""


def with_whole_quotations(text: str, cues: Sequence[CueLabel]) -> list[CueLabel]:
    """The cues with each content that breaks off in a quotation that it opens running to the closing mark.

    A network that learned outermost attributions breaks off at times where somebody inside the quotation speaks.
    """
    marks = tuple(q for q in quotations(text) if q.outer is None)
    return [_whole(cue, marks) if cue.contents else cue for cue in cues]


def _whole(cue: CueLabel, marks: tuple[Quotation, ...]) -> CueLabel:
    content = cue.contents[0]
    spans = tuple(_to_the_end(span, marks) for span in content.spans)
    if spans == content.spans:
        return cue
    return replace(cue, contents=(replace(content, spans=disjoint(spans)), *cue.contents[1:]))


def _to_the_end(span: Span, marks: tuple[Quotation, ...]) -> Span:
    k = bisect_right(marks, span.end - 1, key=lambda q: q.span.start) - 1
    if k < 0 or not span.start <= marks[k].span.start < span.end < marks[k].span.end:
        return span
    quotation = marks[k]
    opens = span.start == quotation.span.start
    enough = opens or span.end - quotation.inner.start >= MOST * len(quotation.inner)
    return Span(span.start, quotation.span.end) if enough else span
