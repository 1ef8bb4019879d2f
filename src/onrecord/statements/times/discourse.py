"""Discourse: what the time expressions of one text count from, as a reader who goes through it would know."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from typing import Final

from onrecord.records import Anchor, AnchorKind, Moment, Span
from onrecord.statements.times.meaning import Reference
from onrecord.statements.times.tense import direction
from onrecord.text.times import words
from onrecord.text.times.expressions import Expression, RuleMatch

_NEAR: Final = 500
"""How many code points before an expression a moment is looked for that it counts from."""
_PERIOD_REACH: Final = 1200
"""How long, in code points, a quarter stays the one that is reported on."""
_FROM_TEXT = re.compile(
    r"\b(?:that|the (?:same|following|previous|preceding)|the next (?:day|morning|afternoon|evening|night))\b"
    r"|\b(?:later|after)\Z",
    re.IGNORECASE,
)
"""Words that count from a day named just before, not from the day of the report."""
_TO = re.compile(r"\s?(?:to|through|until|till|-|–|—)\s(?:the\s)?", re.IGNORECASE)
_JOINED = re.compile(r"\b(?:and|then)\b")
_AND = re.compile(r",?\s(?:and|or|to|through|until|,)\s", re.IGNORECASE)
_PARTIAL: Final = frozenset(
    "month_day day_month second_day day_only weekday holiday "
    "month season quarter quarter_attribute quarter_code".split()
)
"""Rules of expressions that may leave out the year."""
_WITH_YEAR: Final = _PARTIAL | {"month_year"}
_TENSED: Final = _PARTIAL | frozenset("period weekend bare edge year_end ended from_day month_relative".split())
"""Rules whose readers ask whether the text looks back or ahead."""
_OF_A_REPORT: Final = frozenset("weekday deictic day_part month_relative month_of_year".split())
_QUARTER = re.compile(r"[0-9]{4}-[QH][1-4]")
_REPORTS: Final = frozenset("quarter quarter_attribute quarter_code ended period weekend reported".split())
"""Rules whose quarter is one that is reported on; "a year earlier" is only what it is compared with."""
_OTHER_PERIODS: Final = frozenset(("P6M", "P9M"))
_TWO_MONTHS: Final = 60
_FAR_YEARS: Final = 2
_ENOUGH_YEARS: Final = 4


class Discourse:
    """Goes through the expressions of a text in order; `note` tells it what each was found to mean.

    `day` is that of the report, None where unknown; `where` the words it is taken from, if they stand in the text.
    """

    def __init__(self, text: str, found: Sequence[Expression], day: date | None, where: Span | None) -> None:
        self._text, self._found, self._day = text, found, day
        self._published = Anchor(AnchorKind.PUBLISHED, where) if day else None
        self._tells_the_past = day is None or _tells_the_past(found, day)
        self._last: Moment | None = None
        self._period: Moment | None = None

    def reference(self, number: int, sentence: Span) -> tuple[Reference, Anchor | None]:
        """What the expression of that number counts from."""
        expression = self._found[number]
        span = expression.span
        match = next((m for m in expression.matches if not m.is_clock), None)
        rule = match.rule.name if match else ""
        partial = match is not None and rule in _PARTIAL and not _names_year(match)
        year = self._shared_year(number) if partial else None
        if year is not None:
            return Reference(date(year, 1, 1), year=year), None
        last = self._last
        if last is not None and last.start is not None and self._counts_on(last, span, rule, partial=partial):
            after = partial and _TO.fullmatch(self._text, _end(last), span.start) is not None
            named = int(last.start[:4]) if partial and last.granularity in ("year", "decade") else None
            start = date.fromisoformat(last.start[:10])
            return Reference(start, 1 if after else 0, named), Anchor(AnchorKind.TEXT, last.span)
        tense = direction(self._text, sentence, span) if rule in _TENSED else 0
        period = self._reported(span)
        if period is not None and match is not None and _compares(match):
            return Reference(self._day, tense, period=period.value), Anchor(AnchorKind.TEXT, period.span)
        return Reference(self._day, tense), self._published

    def note(self, number: int, moment: Moment) -> None:
        """Remembers what the expression of that number means: others may count from it."""
        if moment.type in ("DATE", "TIME") and moment.start and moment.end and moment.value[:4].isdigit():
            self._last = moment
        rules = {match.rule.name for match in self._found[number].matches}
        if moment.start and _QUARTER.fullmatch(moment.value) and rules & _REPORTS:
            if self._is_over(moment.start) and (self._period is None or moment.value[:4] >= self._period.value[:4]):
                self._period = moment
        elif moment.value in _OTHER_PERIODS and "first" in self._found[number].span.of(self._text).lower():
            self._period = None

    def _counts_on(self, last: Moment, span: Span, rule: str, *, partial: bool) -> bool:
        """Whether an expression counts from the moment last named."""
        end = _end(last)
        near = span.start - end <= _NEAR
        if (near or self._tells_the_past) and _FROM_TEXT.search(span.of(self._text)):
            return True
        if not rule:  # a time of day alone
            return near and last.granularity == "day"
        if not partial:
            return False
        follows = _TO.fullmatch(self._text, end, span.start) is not None
        if rule == "weekday":
            near = near and last.granularity in ("day", "part_of_day", "minute")
            return near and (self._tells_the_past or (follows and self._is_of_this_week(last)))
        if rule == "second_day" or follows:
            return True
        if self._tells_the_past:
            return True
        return self._same_clause(end, span.start) and last.granularity == "year" and last.anchor is None

    def _is_over(self, start: str) -> bool:
        """Whether a quarter that starts on a day can be reported on already: two of its months are over."""
        return self._day is None or (self._day - date.fromisoformat(start)).days > _TWO_MONTHS

    def _is_of_this_week(self, moment: Moment) -> bool:
        return self._day is None or abs((date.fromisoformat((moment.start or "")[:10]) - self._day).days) <= 7

    def _same_clause(self, end: int, start: int) -> bool:
        between = self._text[end:start]
        return len(between) < 60 and _JOINED.search(between) is not None and not re.search(r"[.!?;\n]", between)

    def _shared_year(self, number: int) -> int | None:
        """The year that the next expression names for both: "March and April 1998"."""
        if number + 1 >= len(self._found):
            return None
        span, following = self._found[number].span, self._found[number + 1]
        if not _AND.fullmatch(self._text, span.end, following.span.start):
            return None
        for match in following.matches:
            if match.rule.name in _WITH_YEAR and "year" in match.groups:
                return words.year(match.groups["year"])
        return None

    def _reported(self, span: Span) -> Moment | None:
        period = self._period
        return period if period is not None and span.start - _end(period) <= _PERIOD_REACH else None


def _end(moment: Moment) -> int:
    return moment.span.end if moment.span else 0


def _names_year(match: RuleMatch) -> bool:
    groups = match.groups
    return "year" in groups or "of" in groups or "which" in groups


def _compares(match: RuleMatch) -> bool:
    """Whether an expression speaks of the quarter reported on: "the quarter", "a year earlier", "the latest period"."""
    groups = match.groups
    if match.rule.name in ("year_before", "reported"):
        return True
    if match.rule.name in ("period", "weekend"):
        return groups.get("unit", "").lower() == "quarter"
    return match.rule.name == "quantity" and groups.get("way", "").lower() in ("ago", "earlier", "before")


def _tells_the_past(found: Sequence[Expression], day: date) -> bool:
    """Whether a text tells of years long past rather than of the news: most years it names are."""
    years, of_a_report = [], 0
    for expression in found:
        for match in expression.matches:
            said = match.groups.get("year", "")
            if said.isdigit() and len(said) == 4:
                years.append(int(said))
            of_a_report += match.rule.name in _OF_A_REPORT or match.groups.get("way", "").lower() == "ago"
    far = sum(day.year - year >= _FAR_YEARS for year in years)
    return len(years) >= _ENOUGH_YEARS and far >= 0.6 * len(years) and of_a_report <= 0.2 * far
