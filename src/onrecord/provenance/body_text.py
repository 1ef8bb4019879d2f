"""The part of an article that a copy would take over: without headline, dateline, credit lines and small print."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from onrecord.lexicon.small_print import is_small_print
from onrecord.records import Article, Findings, Span, Spans, disjoint
from onrecord.text.content_words import word_list
from onrecord.text.quotation_marks import quotations
from onrecord.text.segments import paragraphs

CREDIT_LINE = 160
"""A paragraph of at most so many code points with a credit is a credit line; in a longer one only the name goes."""
MAX_WORDS = 20_000
"""Words of a text that are compared; what stands behind them is passed over."""


def body_words(article: Article, aside: Spans = ()) -> tuple[list[str], bytes]:
    """The folded words of the body, and a byte for each: 1 where it stands outside quotations and `aside`, else 0."""
    text, words, outside = article.text, list[str](), bytearray()
    quoted = disjoint((*_quoted(text), *aside))
    for part in body(article):
        for start, end, is_quoted in _in_turn(part, quoted):
            words += word_list(text[start:end])
            outside += (b"\x00" if is_quoted else b"\x01") * (len(words) - len(outside))
        if len(words) >= MAX_WORDS:
            break
    return words[:MAX_WORDS], bytes(outside[:MAX_WORDS])


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


def _in_turn(whole: Span, quoted: Spans) -> Iterator[tuple[int, int, bool]]:
    """The span in pieces, from where to where, outside quotations and inside them."""
    at = whole.start
    for span in quoted[bisect_right(quoted, at, key=lambda q: q.end) :]:
        if span.start >= whole.end:
            break
        if span.start > at:
            yield at, span.start, False
            at = span.start
        yield at, min(span.end, whole.end), True
        at = min(span.end, whole.end)
    if at < whole.end:
        yield at, whole.end, False


def _without(whole: Span, holes: Spans) -> Iterator[Span]:
    """What the sorted, disjoint holes leave of the span."""
    at = whole.start
    for k in range(bisect_right(holes, at, key=lambda h: h.end), len(holes)):
        if holes[k].start >= whole.end:
            break
        if holes[k].start > at:
            yield Span(at, holes[k].start)
        at = holes[k].end
    if at < whole.end:
        yield Span(at, whole.end)
