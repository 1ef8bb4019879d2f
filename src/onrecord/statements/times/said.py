"""When a statement was said: by its own words, the words of its cue, the event it is tied to, or the article."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence

from onrecord.records import Anchor, AnchorKind, Article, Moment, Span, covered
from onrecord.statements.times.moments import report_day

_EARLIER = re.compile(r"\b(?:earlier|previously|recently|in the past|once)\b", re.IGNORECASE)
_RELATIVE_CLAUSE = re.compile(
    r"\b(?:who|whom|whose|which|where|when|after|before|since|until)\b[^,;]*\Z", re.IGNORECASE
)
_IN = re.compile(r"\bin\s+\Z", re.IGNORECASE)
_COARSE = frozenset(("quarter", "season", "year", "decade", "century"))
"""What dates an act of saying only behind "in": "said in 2015", but not "the 2016 campaign"."""

NEAR = 80
"""How far from the cue, in code points, a time expression may stand to tell when something was said."""


def publication(article: Article) -> Moment | None:
    """The day of publication (failing it, the dateline's) as a Moment without a span; None where it is unknown."""
    day, where = report_day(article)
    if day is None:
        return None
    iso = day.isoformat()
    return Moment(None, "DATE", iso, start=iso, end=iso, anchor=Anchor(AnchorKind.PUBLISHED, where))


def own_moment(
    article: Article,
    moments: Sequence[Moment],
    said_by: Sequence[Span],
    contents: Sequence[Span],
    sentence: Span,
    frame: Sequence[Span] = (),
) -> Moment | None:
    """The time that the words around a statement give for it; None where they give none.

    Those are the words of its sentence (of a nested one, inside its parent's content: the `frame`) outside its own
    content, near the cue or, without one, the source (`said_by`): "told reporters on Tuesday".  "Earlier" alone gives a
    Moment that ends on the day of publication and has no start.
    """
    text = article.text
    day = publication(article)

    def around(span: Span) -> bool:
        own = sentence.covers(span) and not any(content.overlaps(span) for content in contents)
        return own and (not frame or covered((span,), frame)) and _distance(span, said_by) <= NEAR

    own = [
        (_distance(moment.span, said_by), moment)
        for moment in _inside(moments, sentence)
        if moment.span is not None and around(moment.span) and _may_date_speech(text, sentence, moment, day)
    ]
    if own:
        return min(own, key=lambda pair: pair[0])[1]
    for word in _EARLIER.finditer(text, *sentence):
        span = Span(*word.span())
        if around(span):
            return Moment(span, "DATE", "PAST_REF", end=day.end if day else None, anchor=day.anchor if day else None)
    return None


def said_within(parent: Moment | None) -> Moment | None:
    """When something was said that somebody else reports: not after that report; None where its end is unknown."""
    if parent is None or not parent.end:
        return None
    return Moment(None, "DATE", "PAST_REF", end=parent.end, anchor=Anchor(AnchorKind.SAID, parent.span))


def _inside(moments: Sequence[Moment], sentence: Span) -> Sequence[Moment]:
    """The moments that start in a sentence; `moments` are sorted."""
    first = bisect_left(moments, sentence.start, key=lambda m: m.span.start if m.span else 0)
    return moments[first : bisect_left(moments, sentence.end, key=lambda m: m.span.start if m.span else 0)]


def _distance(span: Span, others: Iterable[Span]) -> int:
    """The number of code points between a span and the nearest of the others; 0 where there is none."""
    return min((max(other.start - span.end, span.start - other.end, 0) for other in others), default=0)


def _may_date_speech(text: str, sentence: Span, moment: Moment, published: Moment | None) -> bool:
    """Whether a moment can be that of an act of saying: a past date that stands in no clause of its own."""
    assert moment.span is not None
    if moment.type not in ("DATE", "TIME") or not (moment.start or moment.end or moment.value.startswith("XXXX")):
        return False
    if moment.value in ("PRESENT_REF", "FUTURE_REF"):
        return False
    if published and published.end and moment.start and moment.start[:10] > published.end:
        return False
    clause = text[max(sentence.start, moment.span.start - NEAR) : moment.span.start]
    if moment.granularity in _COARSE and moment.anchor is None and not _IN.search(clause):
        return False
    return _RELATIVE_CLAUSE.search(clause) is None
