"""Where the time expressions of a text stand, and their TIMEX3 types."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.records import Span, TimeLabel
from onrecord.text.time_grammar import Rule, rules

_BETWEEN_CLOCK_AND_DAY = re.compile(r",? ?(?:on |in the )?|,?\n", re.IGNORECASE)
_BETWEEN_DAY_AND_CLOCK = re.compile(r",? ?(?:at |around |about )?|,?\n", re.IGNORECASE)
_AHEAD = re.compile(
    r"\b(?:will|would|shall|going to|(?:set|due|expected|scheduled|plan(?:s|ned)?) to|starts?|begins?|ends?|expires?)"
    r"\b[^.!?\n]*\Z|\A\Z",
    re.IGNORECASE,
)
"""What makes "in two days" a day: words that look ahead.  Without them it is how long something took."""
_DAYS = frozenset(("iso", "slashed", "month_day", "day_month", "weekday", "deictic", "holiday", "day_part"))


@dataclass(frozen=True, slots=True)
class RuleMatch:
    """A rule that holds at `span`, with the named groups that matched."""

    rule: Rule
    span: Span
    groups: dict[str, str]

    @property
    def type(self) -> str:
        """The TIMEX3 type: a day of which a part or a clock time is named is a TIME, and a duration
        counted from a day ("two days ago", "in two days") a DATE."""
        if self.groups.get("part") or self.groups.get("clock"):
            return "TIME"
        return "DATE" if self.groups.get("way") or self.groups.get("ahead") else self.rule.type


def find_time_expressions(text: str) -> tuple[TimeLabel, ...]:
    """The time expressions of a text, sorted and disjoint; offsets are code points.  Never raises; linear in the text.

    A clock time and the day beside it are one expression of type TIME ("10 p.m. on Friday").
    """
    found = match_rules(text)
    out: list[TimeLabel] = []
    last: RuleMatch | None = None
    for match in found:
        if last is not None and _is_one(text, last, match):
            out[-1] = TimeLabel(Span(last.span.start, match.span.end), "TIME")
            last = None
        else:
            out.append(TimeLabel(match.span, match.type))
            last = match
    return tuple(out)


def match_rules(text: str) -> list[RuleMatch]:
    """The rules that hold in the text, sorted and disjoint: the leftmost and there the longest match wins."""
    candidates = sorted(_all_matches(text), key=lambda match: (match.span.start, -match.span.end))
    out: list[RuleMatch] = []
    for match in candidates:
        if not out or match.span.start >= out[-1].span.end:
            out.append(match)
    return out


def _all_matches(text: str) -> Iterator[RuleMatch]:
    for rule in rules():
        for found in rule.pattern.finditer(text):
            groups = {name: words for name, words in found.groupdict().items() if words is not None}
            start, end = found.span("x") if "x" in groups else found.span()
            if "ahead" in groups and not _AHEAD.search(text[max(0, start - 80) : start]):
                start += len(groups.pop("ahead"))
            yield RuleMatch(rule, Span(start, end), groups)


def _is_one(text: str, first: RuleMatch, second: RuleMatch) -> bool:
    between = text[first.span.end : second.span.start]
    if len(between) > 10:
        return False
    if first.rule.name.startswith("clock") and second.rule.name in _DAYS:
        return _BETWEEN_CLOCK_AND_DAY.fullmatch(between) is not None
    if second.rule.name.startswith("clock") and first.rule.name in _DAYS:
        return _BETWEEN_DAY_AND_CLOCK.fullmatch(between) is not None
    return False
