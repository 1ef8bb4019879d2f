"""A content is whole: it goes on over small gaps, and to both ends of a quotation that it begins or ends in."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from onrecord.records import CueLabel, Span, Spans, disjoint
from onrecord.text.quotation_marks import Quotation, quotations
from onrecord.text.segments import sentences

GAP = 10
"""Code points that two fragments of a content may lie apart to be one, where neither cue nor source stands between."""
MOST = 0.6
"""The share of a quotation that a content must hold to be meant to hold it all, where words stand before the mark."""


def with_whole_contents(text: str, cues: Sequence[CueLabel]) -> list[CueLabel]:
    """The cues with each content without small gaps, running to the closing mark where it breaks off in a quotation
    that it opens, and over the paragraphs in which that quotation goes on; and from the opening mark where it begins
    within a quotation, to whose end it runs, and is attributed outside.

    A network that learned outermost attributions breaks off at times where somebody inside the quotation speaks, or
    where the attribution itself is attributed ("…," the mayor said, the paper reported).
    """
    every = quotations(text)
    marks = tuple(q for q in every if q.outer is None)
    behind = {every[q.continues].span.start: q.span for q in every if q.continues is not None}
    whole = [_whole(cue, text, marks, behind) if cue.contents else cue for cue in cues]
    placed = {cue.contents[0].spans[0] for cue in whole if _is_beside_its_content(cue, text)}
    return [_without_strays(cue, text, marks, placed) for cue in whole]


def _whole(cue: CueLabel, text: str, marks: tuple[Quotation, ...], behind: Mapping[int, Span]) -> CueLabel:
    content = cue.contents[0]
    others = (*cue.spans, *(s for role in cue.sources for s in role.spans))
    closed = (_from_the_start(span, marks, others) for span in _closed(content.spans, others, text))
    ended = [_to_the_end(span, marks) for span in closed]
    spans = disjoint((*ended, *_continued(ended, behind)))
    return cue if spans == content.spans else replace(cue, contents=(replace(content, spans=spans), *cue.contents[1:]))


def _without_strays(cue: CueLabel, text: str, marks: tuple[Quotation, ...], placed: set[Span]) -> CueLabel:
    """The cue without fragments that stand in another sentence than its words and source: those in reported speech
    beside a quotation, and quotations that another cue has, in their own sentence (`placed`).
    """
    if not cue.contents or len(cue.contents[0].spans) < 2:
        return cue
    spans = cue.contents[0].spans
    words = {_sentence(text, s.start) for s in (*cue.spans, *(s for r in cue.sources for s in r.spans))}
    mine = [s for s in spans if _sentence(text, s.start) in words or s not in placed]
    quoted = [s for s in mine if any(q.inner.overlaps(s) for q in marks)]
    here = words | {_sentence(text, s.start) for s in quoted}
    kept = tuple(s for s in mine if s in quoted or not quoted or _sentence(text, s.start) in here)
    return cue if kept == spans else replace(cue, contents=(replace(cue.contents[0], spans=kept), *cue.contents[1:]))


def _is_beside_its_content(cue: CueLabel, text: str) -> bool:
    spans = cue.contents[0].spans if cue.contents else ()
    return len(spans) == 1 and _sentence(text, spans[0].start) in {_sentence(text, s.start) for s in cue.spans}


def _sentence(text: str, at: int) -> int:
    """The number of the sentence at a place, or before it."""
    return bisect_right(sentences(text), at, key=lambda span: span.start)


def _continued(spans: Sequence[Span], behind: Mapping[int, Span]) -> Iterator[Span]:
    """The fragments in later paragraphs of the quotations that open a span; `behind` has them by the one before."""
    for span in spans:
        here = behind.get(span.start)
        while here is not None:
            yield here
            here = behind.get(here.start)


def _closed(content: Spans, others: Spans, text: str) -> Iterator[Span]:
    """The fragments, those that only a few characters part as one."""
    last: Span | None = None
    for span in content:
        if last is None:
            last = span
            continue
        gap = Span(last.end, span.start) if last.end < span.start else None
        parted = gap and (len(gap) > GAP or "\n" in gap.of(text) or any(gap.overlaps(other) for other in others))
        if parted:
            yield last
        last = span if parted else Span(last.start, span.end)
    if last is not None:
        yield last


def _to_the_end(span: Span, marks: tuple[Quotation, ...]) -> Span:
    k = bisect_right(marks, span.end - 1, key=lambda q: q.span.start) - 1
    if k < 0 or not span.start <= marks[k].span.start < span.end < marks[k].span.end:
        return span
    quotation = marks[k]
    opens = span.start == quotation.span.start
    enough = opens or span.end - quotation.inner.start >= MOST * len(quotation.inner)
    return Span(span.start, quotation.span.end) if enough else span


def _from_the_start(span: Span, marks: tuple[Quotation, ...], others: Spans) -> Span:
    k = bisect_right(marks, span.start, key=lambda q: q.span.start) - 1
    if k < 0 or not marks[k].inner.start < span.start < marks[k].inner.end <= span.end:
        return span
    inside = any(marks[k].span.overlaps(other) for other in others)
    return span if inside else Span(marks[k].span.start, span.end)
