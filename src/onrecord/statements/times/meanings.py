"""What the words of a time expression mean, counted from a reference day: TIMEX3 value and modifier."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Final

from onrecord.statements.times import amounts, calendar, periods
from onrecord.statements.times.clocks import at_clock
from onrecord.statements.times.meaning import Groups, Meaning, Reference
from onrecord.text.times import words
from onrecord.text.times.expressions import RuleMatch, match_rules

LONGEST: Final = 200
"""Code points of an expression that is read; no time expression that people write has so many."""


def meaning(matches: Sequence[RuleMatch], reference: Reference) -> Meaning:
    """What the rules that hold in an expression mean; the value is "" where there are none.  Never raises."""
    clock = next((match for match in matches if match.is_clock), None)
    named = next((match for match in matches if not match.is_clock), None)
    try:
        day = _one(named, reference) if named else None
        if clock:
            return at_clock(clock.groups, day, reference)
        if day and named and "clock" in named.groups:
            return at_clock(named.groups, day, reference)
    except (ValueError, OverflowError):  # beyond the calendar, or no such day
        return Meaning("")
    return day or Meaning("")


@lru_cache(maxsize=4096)
def read(said: str) -> tuple[RuleMatch, ...]:
    """The rules that hold in an expression; "May", "weeks" and "per day" are times only behind some words.

    None in one of more than LONGEST code points.
    """
    if len(said) > LONGEST:
        return ()
    return tuple(match_rules(said) or match_rules(f"of {said}") or match_rules(f"once {said}"))


def _one(match: RuleMatch, reference: Reference) -> Meaning:
    """The meaning of one rule's match, with its modifier and its part of the day.

    Raises ValueError or OverflowError where the calendar has no such day.
    """
    groups = match.groups
    found = _READERS[match.rule.name](groups, reference)
    part = words.DAY_PARTS.get(groups.get("part", "").lower())
    if part and "T" not in found.value and found.days is None:
        found = replace(found, value=f"{found.value}T{part}", readings=_with_part(found, part))
    mod = groups.get("mod") or groups.get("inner_mod")
    return replace(found, mod=_edge(mod)) if mod else found


def _with_part(found: Meaning, part: str) -> tuple[tuple[str, float], ...]:
    return tuple((f"{value}T{part}", weight) for value, weight in found.readings)


def _edge(said: str) -> str | None:
    """The TIMEX3 modifier of "early", "mid", "the end of" …; "sometime" has none."""
    low = said.lower()
    if low == "sometime":
        return None
    if "end" in low or low.startswith("late"):
        return "END"
    return "MID" if "mid" in low else "START"


_READERS: Final[dict[str, Callable[[Groups, Reference], Meaning]]] = {
    **dict.fromkeys(
        "iso month_day day_month second_day month_year month_relative month_of_year month".split(), calendar.absolute
    ),
    "day_only": calendar.day_only,
    "slashed": calendar.slashed,
    "weekday": calendar.weekday,
    "deictic": calendar.deictic,
    "from_day": calendar.from_day,
    "day_part": calendar.day_part,
    "holiday": calendar.holiday,
    **dict.fromkeys("period edge weekend bare season season_year".split(), periods.named_period),
    **dict.fromkeys("quarter quarter_attribute quarter_code".split(), periods.quarter),
    "year_before": periods.year_before,
    "reported": periods.reported,
    "year_end": periods.edge_of,
    "ended": periods.ended,
    "year_range": periods.year_range,
    **dict.fromkeys("decade century year old_year era spelled_year".split(), periods.long_ago),
    "quantity": amounts.quantity,
    "open_duration": amounts.open_duration,
    "open_side": amounts.open_side,
    **dict.fromkeys(("long", "whole"), amounts.one_long),
    "age": amounts.age,
    **dict.fromkeys(("every", "adverb", "rate"), amounts.repeated),
    "weekdays": amounts.every_weekday,
    "plural_days": amounts.weekly_days,
    "reference": amounts.vague,
}
