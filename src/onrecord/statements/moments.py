"""Moments: the time expressions of an article as intervals, and when a statement was said."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date

from onrecord.records import Anchor, AnchorKind, Article, Moment, Span, TimeLabel
from onrecord.statements.calendar_values import Meaning, Reference
from onrecord.statements.time_values import meaning
from onrecord.text.segments import sentences
from onrecord.text.time_expressions import find_time_expressions
from onrecord.text.timex import interval

_REACH = 150
"""How many code points before an expression, within its sentence, are read for the tense."""

_AHEAD = re.compile(
    r"\b(?:will|shall|won['’]t|going to|to be|until|till|due|scheduled|set to|plan(?:s|ned|ning)? to|expected|"
    r"(?:is|are|was|were) to|next(?! to)|upcoming|hopes? to|intends? to)\b|['’]ll\b",
    re.IGNORECASE,
)
_BACK = re.compile(
    r"\b(?:[a-z]{2,20}ed|said|says|told|was|were|had|has|have|did|made|took|met|held|won|lost|left|came|went|began|fell|"
    r"rose|gave|sent|saw|since|wrote|spoke|called|shot|found|got|became|led|put)\b",
    re.IGNORECASE,
)
_FROM_TEXT = re.compile(
    r"\b(?:that|the (?:same|following|previous|preceding)|the next (?:day|morning|afternoon|evening|night))\b"
    r"|\b(?:later|after)\Z",
    re.IGNORECASE,
)
"""Words that count from a day named just before, not from the day of the report."""

_EARLIER = re.compile(r"\b(?:earlier|previously|recently|in the past|once)\b", re.IGNORECASE)
_RELATIVE_CLAUSE = re.compile(
    r"\b(?:who|whom|whose|which|where|when|after|before|since|until)\b[^,;]*\Z", re.IGNORECASE
)
_IN = re.compile(r"\bin\s+\Z", re.IGNORECASE)
_COARSE = frozenset(("quarter", "season", "year", "decade", "century"))
"""What dates an act of saying only behind "in": "said in 2015", but not "the 2016 campaign"."""

_NEAR = 80
"""How far from the cue, in code points, a time expression may stand to tell when something was said."""


def find_moments(article: Article, extents: Sequence[TimeLabel] = ()) -> tuple[Moment, ...]:
    """The time expressions of an article as intervals, in the order of the text.  Never raises.

    `extents` are a labeller's; where there are none, the expressions are found by grammar.
    Relative expressions count from the day of publication in the article's own time zone, or from what is
    named shortly before them ("the next day"); without a day their TIMEX3 value stays open, start and end are None.
    """
    text = article.text
    labels = sorted(extents, key=lambda label: label.span) or find_time_expressions(text)
    published = _day(article)
    out: list[Moment] = []
    for label, sentence in _with_sentences(labels, sentences(text)):
        words = label.span.of(text)
        named = _named_before(out, label.span) if _FROM_TEXT.search(words) else None
        anchor: Anchor | None
        if named is not None and named.start is not None:
            anchor = Anchor(AnchorKind.TEXT, named.span)
            reference = Reference(date.fromisoformat(named.start))
        else:
            anchor = Anchor(AnchorKind.PUBLISHED) if published else None
            reference = Reference(published, direction(text, sentence, label.span))
        out.append(_moment(label, meaning(words, reference), anchor))
    return tuple(out)


def publication(article: Article) -> Moment | None:
    """The day of publication as a Moment without a span; None where it is unknown."""
    day = _day(article)
    if day is None:
        return None
    iso = day.isoformat()
    return Moment(None, "DATE", iso, start=iso, end=iso, anchor=Anchor(AnchorKind.PUBLISHED))


def said_moment(
    article: Article,
    moments: Sequence[Moment],
    cue_spans: Iterable[Span],
    source_spans: Iterable[Span],
    content_spans: Iterable[Span],
    sentence: Span,
) -> Moment | None:
    """When a statement was said: the time its own words give, else the day of publication; None where neither is known.

    Its own words are those of the sentence outside the content, near the cue ("told reporters on Tuesday").
    "Earlier" alone gives a Moment that ends on the day of publication and has no start.
    """
    text = article.text
    said_by = tuple(cue_spans) or tuple(source_spans)
    contents = tuple(content_spans)
    day = publication(article)
    own = [
        (distance, moment)
        for moment in moments
        if moment.span is not None
        and sentence.covers(moment.span)
        and not any(content.overlaps(moment.span) for content in contents)
        and (distance := _distance(moment.span, said_by)) <= _NEAR
        and _may_date_speech(text, sentence, moment, day)
    ]
    if own:
        return min(own, key=lambda pair: pair[0])[1]
    for word in _EARLIER.finditer(text, *sentence):
        span = Span(*word.span())
        if not any(content.overlaps(span) for content in contents) and _distance(span, said_by) <= _NEAR:
            return Moment(span, "DATE", "PAST_REF", end=day.end if day else None, anchor=day.anchor if day else None)
    return day


def direction(text: str, sentence: Span, span: Span) -> int:
    """Whether the words around a time expression look back (-1), ahead (1) or tell nothing (0).

    The nearest tense before the expression in its sentence decides, else the first one behind it.
    """
    before = text[max(sentence.start, span.start - _REACH) : span.start]
    behind = text[span.end : min(sentence.end, span.end + _REACH)]
    preposition = (before[-10:].lower().split() or [""])[-1]
    if preposition == "since" or behind.startswith(("'s", "’s")):
        return -1
    if preposition in ("until", "till"):
        return 1
    ahead = max((m.start() for m in _AHEAD.finditer(before)), default=-1)
    back = max((m.start() for m in _BACK.finditer(before)), default=-1)
    if max(ahead, back) >= 0:
        return 1 if ahead >= back else -1
    if preposition == "by":
        return 1
    first_ahead, first_back = _AHEAD.search(behind), _BACK.search(behind)
    if first_ahead and (not first_back or first_ahead.start() <= first_back.start()):
        return 1
    return -1 if first_back else 0


def _day(article: Article) -> date | None:
    try:
        return article.published_on
    except ValueError:  # a date that is no ISO 8601 date is as good as none
        return None


def _with_sentences(labels: Sequence[TimeLabel], spans: Sequence[Span]) -> list[tuple[TimeLabel, Span]]:
    """Each label with the sentence in which it starts, or its own span; labels and spans are sorted."""
    out = []
    place = 0
    for label in labels:
        while place < len(spans) and spans[place].end <= label.span.start:
            place += 1
        inside = place < len(spans) and spans[place].start <= label.span.start
        out.append((label, spans[place] if inside else label.span))
    return out


def _named_before(moments: Sequence[Moment], span: Span) -> Moment | None:
    """The last moment with a known start that is named shortly before the span."""
    for moment in reversed(moments):
        if moment.span is None or moment.span.end < span.start - 2 * _REACH:
            return None
        if moment.start is not None:
            return moment
    return None


def _moment(label: TimeLabel, found: Meaning, anchor: Anchor | None) -> Moment:
    days = interval(found.value)
    return Moment(
        label.span,
        label.type,
        found.value,
        found.mod,
        days.start.isoformat() if days.start else None,
        days.end.isoformat() if days.end else None,
        days.granularity,
        anchor if found.relative else None,
        found.candidates,
    )


def _distance(span: Span, others: Sequence[Span]) -> int:
    """The number of code points between a span and the nearest of the others; 0 where there is none."""
    return min((max(other.start - span.end, span.start - other.end, 0) for other in others), default=0)


def _may_date_speech(text: str, sentence: Span, moment: Moment, published: Moment | None) -> bool:
    """Whether a moment can be that of an act of saying: a past date that stands in no clause of its own."""
    assert moment.span is not None
    if moment.type not in ("DATE", "TIME") or moment.value in ("", "PRESENT_REF", "FUTURE_REF", "PAST_REF"):
        return False
    if published and published.end and moment.start and moment.start > published.end:
        return False
    clause = text[max(sentence.start, moment.span.start - _NEAR) : moment.span.start]
    if moment.granularity in _COARSE and moment.anchor is None and not _IN.search(clause):
        return False
    return _RELATIVE_CLAUSE.search(clause) is None
