"""Where the time expressions of a text stand, and their TIMEX3 types."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from onrecord.records import Span, TimeLabel
from onrecord.text.times.clock_rules import CLOCKS
from onrecord.text.times.day_rules import DAYS
from onrecord.text.times.rules import Rule, rules, stems

_BETWEEN_CLOCK_AND_DAY = re.compile(r",? ?(?:on |in the )?|,?\n", re.IGNORECASE)
_BETWEEN_DAY_AND_CLOCK = re.compile(r",? ?(?:at |around |about )?|,?\n", re.IGNORECASE)
_AHEAD = (
    r"\b(?:will|would|shall|going to|(?:set|due|expected|scheduled|plan(?:s|ned)?) to|starts?|begins?|ends?|expires?)\b"
)
_AHEAD_BEFORE = re.compile(rf"{_AHEAD}[^.!?\n]*\Z", re.IGNORECASE)
_AHEAD_BEHIND = re.compile(rf",[^.!?\n]*{_AHEAD}", re.IGNORECASE)
_DIGITS: Final = {"0": re.compile(r"[0-9]+"), "00": re.compile(r"[0-9]{2,}")}
_BEFORE, _BEHIND = 80, 70
"""How far, in code points, an expression may reach to both sides of its stem."""
Window = tuple[int, int]
"""Start and end of a part of the text in code points, half-open."""

_MERGEABLE: Final = frozenset(DAYS) - {"from_day", "second_day", "day_only"}
_TIMES: Final = frozenset(CLOCKS)


@dataclass(frozen=True, slots=True)
class RuleMatch:
    """A rule that holds at `span`, with the groups that matched, by name."""

    rule: Rule
    span: Span
    groups: dict[str, str]

    @property
    def is_clock(self) -> bool:
        """Whether it names a time of day."""
        return self.rule.name in _TIMES

    @property
    def type(self) -> str:
        """The TIMEX3 type: a day of which a part or a clock time is named is a TIME, and a duration
        counted from a day ("two days ago", "in two days") a DATE."""
        groups = self.groups
        if self.rule.type == "SET":
            return "SET"
        if self.rule.name == "ended" and groups["unit"].lower() != "quarter":
            return "DURATION"
        if groups.get("part") or groups.get("clock"):
            return "TIME"
        return "DATE" if groups.get("way") or groups.get("ahead") else self.rule.type


@dataclass(frozen=True, slots=True)
class Expression:
    """A time expression: its words and the rules that hold in them, a clock time and the day beside it being one."""

    span: Span
    type: str
    matches: tuple[RuleMatch, ...]


def find_time_expressions(text: str) -> tuple[TimeLabel, ...]:
    """The time expressions of a text, sorted and disjoint; offsets are code points.  Never raises; linear in the text.

    A clock time and the day beside it are one expression of type TIME ("10 p.m. on Friday").
    """
    return tuple(TimeLabel(found.span, found.type) for found in expressions(text))


def expressions(text: str) -> list[Expression]:
    """The same with the rules that found them."""
    out: list[Expression] = []
    last: RuleMatch | None = None
    for match in match_rules(text):
        if _is_somebodys_age(match):
            continue
        if last is not None and _is_one(text, last, match):
            out[-1] = Expression(Span(last.span.start, match.span.end), "TIME", (last, match))
            last = None
        else:
            out.append(Expression(match.span, match.type, (match,)))
            last = match
    return out


def _is_somebodys_age(match: RuleMatch) -> bool:
    """Whether a match is how old somebody is ("37-year-old", "aged 37"): it is read, but is no time in the report.

    "Years-old" and "decades-old" are said of things.
    """
    return match.rule.name == "age" and ("number" in match.groups or "years" in match.groups)


def match_rules(text: str) -> list[RuleMatch]:
    """The rules that hold in the text, sorted and disjoint: the leftmost and there the longest match wins."""
    candidates = sorted(_all_matches(text), key=lambda match: (match.span.start, -match.span.end))
    out: list[RuleMatch] = []
    for match in candidates:
        if not out or match.span.start >= out[-1].span.end:
            out.append(match)
    return out


def _all_matches(text: str) -> Iterator[RuleMatch]:
    around = _surroundings(text)
    for rule in rules():
        for window in _windows(text, rule, around):
            for found in rule.pattern.finditer(text, *window):
                groups = {name.rstrip("23"): said for name, said in found.groupdict().items() if said is not None}
                start, end = found.span(_expression_group(found)) if "x" in groups else found.span()
                if "ahead" in groups and not _looks_ahead(text, start, end):
                    start += len(groups.pop("ahead"))
                yield RuleMatch(rule, Span(start, end), groups)


def _expression_group(found: re.Match[str]) -> str:
    """Which of the groups "x", "x2", "x3" holds the expression itself."""
    return next(name for name, said in found.groupdict().items() if name[0] == "x" and said is not None)


def _looks_ahead(text: str, start: int, end: int) -> bool:
    """Whether "in two days" names a day to come, by the words around it; else it is how long something took.

    Alone, it names a day.
    """
    if (start, end) == (0, len(text)) or _AHEAD_BEFORE.search(text[max(0, start - 80) : start]):
        return True
    return _AHEAD_BEHIND.match(text[end : end + 80]) is not None


def _surroundings(text: str) -> dict[str, list[Window]] | None:
    """The surroundings of each stem; None for a text whose small letters do not stand where its letters stand."""
    low = text.lower()
    if len(low) != len(text):  # a few letters grow when they are made small
        return None
    places = {stem: _finds(low if stem.islower() else text, stem) for stem in stems()}
    return {
        stem: _joined((max(0, start - _BEFORE), min(len(text), end + _BEHIND)) for start, end in found)
        for stem, found in places.items()
    }


def _windows(text: str, rule: Rule, around: dict[str, list[Window]] | None) -> list[Window]:
    """The parts of a text that can hold an expression of the rule."""
    if around is None:
        return [(0, len(text))]
    if len(rule.stems) == 1:
        return around[rule.stems[0]]
    return _joined(sorted(window for stem in rule.stems for window in around[stem]))


def _joined(windows: Iterable[Window]) -> list[Window]:
    """Windows, which are sorted by their starts, as one where they touch."""
    out: list[Window] = []
    for start, end in windows:
        if out and start <= out[-1][1]:
            out[-1] = (out[-1][0], max(out[-1][1], end))
        else:
            out.append((start, end))
    return out


def _finds(text: str, stem: str) -> Iterator[Window]:
    """Where a stem stands, runs of digits as one."""
    if stem in _DIGITS:
        yield from (found.span() for found in _DIGITS[stem].finditer(text))
        return
    place = text.find(stem)
    while place >= 0:
        yield place, place
        place = text.find(stem, place + 1)


def _is_one(text: str, first: RuleMatch, second: RuleMatch) -> bool:
    between = text[first.span.end : second.span.start]
    if len(between) > 10:
        return False
    if first.is_clock and second.rule.name in _MERGEABLE:
        return _BETWEEN_CLOCK_AND_DAY.fullmatch(between) is not None
    if second.is_clock and first.rule.name in _MERGEABLE:
        return _BETWEEN_DAY_AND_CLOCK.fullmatch(between) is not None
    return False
