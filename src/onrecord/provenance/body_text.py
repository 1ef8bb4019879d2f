"""The part of an article that a copy would take over: without headline, dateline, credit lines and small print."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator

import numpy as np

from onrecord.lexicon.small_print import is_small_print
from onrecord.records import Article, Findings, Span, Spans, disjoint
from onrecord.text.content_words import spaced
from onrecord.text.quotation_marks import quotations
from onrecord.text.segments import paragraphs
from onrecord.text.word_runs import Mask, Numbers, numbered_parts

CREDIT_LINE = 160
"""A paragraph of at most so many code points with a credit is a credit line; in a longer one only the name goes."""
MAX_LENGTH = 120_000
"""Code points of the words of a body that are compared, some 20,000 words; what stands behind them is passed over."""


def numbered_body(article: Article, aside: Spans = ()) -> tuple[Numbers, Mask]:
    """The numbers of the folded words of the body, and which of them stand outside quotations and `aside`."""
    quoted = disjoint((*_quoted(article.text), *aside))
    pieces = list(_in_turn(body(article), quoted))
    words = spaced(article.text[start:end] for start, end, _ in pieces)[:MAX_LENGTH]
    numbers, counts = numbered_parts(words)
    outside = np.array([not inside for _, _, inside in pieces[: len(counts)]], np.bool_)
    return numbers, outside.repeat(counts if pieces else 0)


def frames(findings: Findings) -> Spans:
    """Who said it, to whom and where, of every statement: what any reporter of an event writes around its words."""
    return disjoint(span for s in findings.statements for span in (*s.source, *s.cue, *s.addressee, *s.venue))


def body(article: Article, *, quotes: bool = True, without: Spans = ()) -> Iterator[Span]:
    """The spans of the body in order; `without` are spans that are left out."""
    credits = [c.span for c in article.credits if c.span]
    cuts = [*credits, *without, *([article.title_span] if article.title_span else [])]
    cuts += [article.dateline.span] if article.dateline else []
    if not quotes:
        cuts += _quoted(article.text)
    holes = disjoint(cuts)
    for paragraph in paragraphs(article.text):
        if len(paragraph) <= CREDIT_LINE and any(paragraph.overlaps(c) for c in credits):
            continue
        if is_small_print(paragraph.of(article.text)):
            continue
        yield from _without(paragraph, holes)


def _quoted(text: str) -> Spans:
    return tuple(q.span for q in quotations(text) if q.outer is None)


def _in_turn(parts: Iterable[Span], quoted: Spans) -> Iterator[tuple[int, int, bool]]:
    """The parts, which are in order, in pieces: from where to where, and whether inside a quotation."""
    first, count = 0, len(quoted)
    for part in parts:
        at, end = part.start, part.end
        while first < count and quoted[first].end <= at:
            first += 1
        k = first
        while k < count and quoted[k].start < end:
            if quoted[k].start > at:
                yield at, quoted[k].start, False
                at = quoted[k].start
            yield at, min(quoted[k].end, end), True
            at = min(quoted[k].end, end)
            k += 1
        if at < end:
            yield at, end, False


def _without(whole: Span, holes: Spans) -> Iterator[Span]:
    """What the sorted, disjoint holes leave of the span."""
    at, k = whole.start, bisect_right(holes, whole.start, key=lambda h: h.end)
    if k == len(holes) or holes[k].start >= whole.end:
        yield whole
        return
    while k < len(holes) and holes[k].start < whole.end:
        if holes[k].start > at:
            yield Span(at, holes[k].start)
        at = holes[k].end
        k += 1
    if at < whole.end:
        yield Span(at, whole.end)
