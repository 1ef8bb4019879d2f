"""Where the time expressions of a text stand, and their TIMEX3 types."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.records import Span, TimeLabel, disjoint
from onrecord.text import time_words
from onrecord.text.time_grammar import Rule, rules

_BETWEEN_CLOCK_AND_DAY = re.compile(r",? ?(?:on |in the )?|,?\n", re.IGNORECASE)
_BETWEEN_DAY_AND_CLOCK = re.compile(r",? ?(?:at |around |about )?|,?\n", re.IGNORECASE)
_AHEAD = (
    r"\b(?:will|would|shall|going to|(?:set|due|expected|scheduled|plan(?:s|ned)?) to|starts?|begins?|ends?|expires?)\b"
)
_AHEAD_BEFORE = re.compile(rf"{_AHEAD}[^.!?\n]*\Z", re.IGNORECASE)
_AHEAD_BEHIND = re.compile(rf",[^.!?\n]*{_AHEAD}", re.IGNORECASE)
_DIGITS_OR_NOW = re.compile(r"[0-9](?:[0-9]| ?[ap]\.?m| o['’]clock)|\bnow")
_BEFORE, _BEHIND = 80, 70
"""How far, in code points, an expression may reach to both sides of its stem."""
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
    windows = _windows(text)
    for rule in rules():
        for window in windows:
            for found in rule.pattern.finditer(text, *window):
                groups = {name: words for name, words in found.groupdict().items() if words is not None}
                start, end = found.span("x") if "x" in groups else found.span()
                if "ahead" in groups and not _looks_ahead(text, start, end):
                    start += len(groups.pop("ahead"))
                yield RuleMatch(rule, Span(start, end), groups)


def _looks_ahead(text: str, start: int, end: int) -> bool:
    """Whether "in two days" names a day to come, by the words around it; else it is how long something took.

    Alone, it names a day.
    """
    if (start, end) == (0, len(text)) or _AHEAD_BEFORE.search(text[max(0, start - 80) : start]):
        return True
    return _AHEAD_BEHIND.match(text[end : end + 80]) is not None


def _windows(text: str) -> list[Span]:
    """The parts of a text that can hold a time expression: the surroundings of every stem that time words have."""
    low = text.lower()
    if len(low) != len(text):  # a few letters grow when they are made small
        return [Span(0, len(text))]
    places = [found.start() for found in _DIGITS_OR_NOW.finditer(low)]
    for stem in time_words.STEMS:
        places += _finds(low, stem)
    for stem in time_words.MONTH_STEMS:
        places += _finds(text, stem)
    return list(disjoint(Span(max(0, place - _BEFORE), min(len(text), place + _BEHIND)) for place in places))


def _finds(text: str, stem: str) -> Iterator[int]:
    place = text.find(stem)
    while place >= 0:
        yield place
        place = text.find(stem, place + 1)


def _is_one(text: str, first: RuleMatch, second: RuleMatch) -> bool:
    between = text[first.span.end : second.span.start]
    if len(between) > 10:
        return False
    if first.rule.name.startswith("clock") and second.rule.name in _DAYS:
        return _BETWEEN_CLOCK_AND_DAY.fullmatch(between) is not None
    if second.rule.name.startswith("clock") and first.rule.name in _DAYS:
        return _BETWEEN_DAY_AND_CLOCK.fullmatch(between) is not None
    return False
