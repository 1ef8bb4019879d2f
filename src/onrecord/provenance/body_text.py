"""The part of an article that a copy would take over: without headline, dateline, credit lines and small print."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from onrecord.lexicon.small_print import is_small_print
from onrecord.provenance.sayings import Words
from onrecord.records import Article, Findings, Span, Spans, disjoint
from onrecord.text.content_words import word_list
from onrecord.text.quotation_marks import quotations
from onrecord.text.segments import paragraphs

CREDIT_LINE = 160
"""A paragraph of at most so many code points with a credit is a credit line; in a longer one only the name goes."""
MAX_WORDS = 20_000
"""Words of a text that are compared; what stands behind them is passed over."""


def body_words(article: Article, *, quotes: bool, without: Spans = ()) -> Words:
    """The folded words of the body, with or without what stands inside quotation marks; and without these spans."""
    words: list[str] = []
    for span in body(article, quotes=quotes, without=without):
        words += word_list(span.of(article.text))
        if len(words) >= MAX_WORDS:
            break
    return tuple(words[:MAX_WORDS])


def frames(findings: Findings) -> Spans:
    """Who said it, to whom and where, of every statement: what any reporter of an event writes around its words."""
    parts = (span for s in findings.statements for span in (*s.source, *s.cue, *s.addressee, *s.venue))
    return disjoint(parts)


def body(article: Article, *, quotes: bool = True, without: Spans = ()) -> Iterator[Span]:
    """The spans of the body in order; `without` are spans that are left out."""
    text = article.text
    credits = [c.span for c in article.credits if c.span]
    cuts = [*credits, *without, *([article.title_span] if article.title_span else [])]
    cuts += [article.dateline.span] if article.dateline else []
    if not quotes:
        cuts += [q.span for q in quotations(text) if q.outer is None]
    holes = disjoint(cuts)
    for paragraph in paragraphs(text):
        if len(paragraph) <= CREDIT_LINE and any(paragraph.overlaps(c) for c in credits):
            continue
        if is_small_print(paragraph.of(text)):
            continue
        yield from _without(paragraph, holes)


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
