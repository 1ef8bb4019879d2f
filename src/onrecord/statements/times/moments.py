"""Moments: the time expressions of an article as intervals."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from onrecord.records import Anchor, AnchorKind, Article, Candidate, Moment, Span, Spans, TimeLabel
from onrecord.records.statement import StatementKind
from onrecord.statements.draft import kind_of
from onrecord.statements.times.discourse import Discourse
from onrecord.statements.times.meaning import Meaning, Reference
from onrecord.statements.times.meanings import meaning, read
from onrecord.statements.times.tense import direction
from onrecord.text.segments import sentences
from onrecord.text.times.expressions import Expression, expressions
from onrecord.text.times.values import interval


def find_moments(article: Article, extents: Sequence[TimeLabel] = ()) -> tuple[Moment, ...]:
    """The time expressions of an article as intervals, in the order of the text.  Never raises.

    `extents` are a labeller's; where there are none, the expressions are found by grammar.
    Relative expressions count from the day of publication in the article's own time zone (failing it, the dateline's),
    or from what is named before them ("the next day"); without a day their TIMEX3 value stays open, start and end
    are None.
    """
    text = article.text
    found = _given(text, extents) if extents else expressions(text)
    day, where = report_day(article)
    discourse = Discourse(text, found, day, where)
    out: list[Moment] = []
    for number, sentence in enumerate(_sentences_of([e.span for e in found], sentences(text))):
        reference, anchor = discourse.reference(number, sentence)
        expression = found[number]
        moment = _moment(expression.span, expression.type, meaning(expression.matches, reference), anchor)
        discourse.note(number, moment)
        out.append(moment)
    return tuple(out)


def report_day(article: Article) -> tuple[date | None, Span | None]:
    """The day an article was published, else that of its dateline with the dateline's span; None where unknown."""
    try:
        published = article.published_on
        if published is None and article.dateline and article.dateline.date:
            return date.fromisoformat(article.dateline.date[:10]), article.dateline.span
    except ValueError:  # a date that is no ISO 8601 date is as good as none
        return None, None
    return published, None


@dataclass(frozen=True, slots=True)
class Spoken:
    """What somebody said, and when; `said` is None where that is unknown."""

    content: Spans
    said: Moment | None


_SHIFTED = frozenset("month_day day_month month weekday holiday".split())
"""In reported speech, what counts from the day of speaking; "yesterday" and "last week" are the reporter's there."""


def counted_from_speech(text: str, moments: Sequence[Moment], spoken: Sequence[Spoken]) -> tuple[Moment, ...]:
    """The moments, those inside what somebody said counted from when it was said, not from the report.

    In a quotation that is every relative expression, in reported speech "in two days", "on Friday", "in March".  Of an
    utterance whose start is open ("earlier") the last possible day counts; where its day is not known, the value stays
    open.  Pure; never raises.
    """
    found = sentences(text)
    out = []
    for moment, speech in zip(moments, _innermost(moments, spoken), strict=True):
        named_in_text = moment.anchor is not None and moment.anchor.kind is not AnchorKind.PUBLISHED
        counted = _recounted(text, moment, speech, found) if speech and not named_in_text else None
        out.append(counted or moment)
    return tuple(out)


def _innermost(moments: Sequence[Moment], spoken: Sequence[Spoken]) -> Iterator[Spoken | None]:
    """For each moment, which are sorted, the smallest speech that it stands in."""
    fragments = sorted(
        ((f, speech) for speech in spoken for f in speech.content), key=lambda pair: pair[0], reverse=True
    )
    inside: list[tuple[Span, Spoken]] = []
    for moment in moments:
        span = moment.span or Span(0, 0)
        while fragments and fragments[-1][0].start <= span.start:
            inside.append(fragments.pop())
        inside = [pair for pair in inside if pair[0].end > span.start]
        around = [speech for fragment, speech in inside if fragment.end >= span.end]
        yield min(around, key=lambda s: sum(map(len, s.content)), default=None)


def _recounted(text: str, moment: Moment, speech: Spoken, found: Sequence[Span]) -> Moment | None:
    assert moment.span is not None
    said = speech.said
    if said is None:
        return None
    matches = read(moment.span.of(text))
    quoted = kind_of(text, (moment.span,)) is StatementKind.DIRECT
    if not quoted and not any(m.rule.name in _SHIFTED or "ahead" in m.groups for m in matches):
        return None
    (sentence,) = _sentences_of([moment.span], found)
    made = meaning(matches, Reference(_speech_day(said), direction(text, sentence, moment.span)))
    if not made.relative:
        return None
    return _moment(moment.span, moment.type, made, Anchor(AnchorKind.SAID, said.span))


def _speech_day(said: Moment) -> date | None:
    """The day of an act of saying, if it is one day; where its beginning is open, the last possible one."""
    if not said.end or (said.start and said.start[:10] != said.end[:10]):
        return None
    return date.fromisoformat(said.end[:10])


def _given(text: str, extents: Sequence[TimeLabel]) -> list[Expression]:
    labels = sorted(extents, key=lambda label: label.span)
    return [Expression(label.span, label.type, read(label.span.of(text))) for label in labels]


def _sentences_of(expressions_: Sequence[Span], spans: Sequence[Span]) -> list[Span]:
    """For each expression the sentence in which it starts, or its own span."""
    out = []
    for span in expressions_:
        place = bisect_right(spans, span.start, key=lambda s: s.start) - 1
        inside = place >= 0 and span.start < spans[place].end
        out.append(spans[place] if inside else span)
    return out


def _moment(span: Span, kind: str, found: Meaning, anchor: Anchor | None) -> Moment:
    days = found.days or interval(found.value)
    return Moment(
        span,
        kind,
        found.value,
        found.mod,
        _iso(days.start),
        _iso(days.end),
        days.granularity,
        anchor if found.relative else None,
        tuple(_candidate(value, weight) for value, weight in found.readings),
    )


def _candidate(value: str, weight: float) -> Candidate:
    days = interval(value)
    return Candidate(value, weight, _iso(days.start), _iso(days.end))


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
