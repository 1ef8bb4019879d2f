"""What the words of a time expression mean, counted from a reference day: TIMEX3 value and modifier."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache
from typing import Final

from onrecord.statements import calendar_values as calendar
from onrecord.statements.calendar_values import Groups, Meaning, Reference
from onrecord.text import time_words
from onrecord.text.time_expressions import RuleMatch, match_rules


def meaning(words: str, reference: Reference) -> Meaning:
    """What the words mean; the value is "" where they are no known expression.  Never raises."""
    matches = _matches(words)
    clocks = [m for m in matches if m.rule.name.startswith("clock")]
    days = [m for m in matches if m not in clocks]
    try:
        day = _one(days[0], reference) if days else None
        if clocks:
            return _with_clock(clocks[0].groups, day, reference)
    except (ValueError, OverflowError):  # beyond the calendar, or no such day
        return Meaning("")
    return day or Meaning("")


@lru_cache(maxsize=4096)
def _matches(words: str) -> tuple[RuleMatch, ...]:
    """The rules that hold in an expression; "May", "weeks" and "per day" are times only behind some words."""
    return tuple(match_rules(words) or match_rules(f"of {words}") or match_rules(f"once {words}"))


def _one(match: RuleMatch, reference: Reference) -> Meaning:
    """The meaning of one rule's match, with its modifier and its part of the day.

    Raises ValueError or OverflowError where the calendar has no such day.
    """
    groups = match.groups
    found = _READERS[match.rule.name](groups, reference)
    part = time_words.DAY_PARTS.get(groups.get("part", "").lower())
    if part and "T" not in found.value:
        found = replace(found, value=f"{found.value}T{part}")
    mod = groups.get("mod") or groups.get("inner_mod")
    return replace(found, mod=_edge(mod)) if mod else found


def _edge(words: str) -> str:
    low = words.lower()
    if "end" in low or low.startswith("late"):
        return "END"
    return "MID" if "mid" in low else "START"


def _quantity(groups: Groups, reference: Reference) -> Meaning:
    """ "two days ago", "a week earlier", "in two days"; else a duration: "no more than 10 days"."""
    unit = time_words.unit(groups["unit"])
    mod = _approximation(groups.get("approx"))
    way = groups.get("way", "").lower()
    count = time_words.number(groups["number"]) if "number" in groups else None
    if not way and "ahead" not in groups:
        return Meaning(_duration(count, unit), mod)
    back = way in ("ago", "earlier", "before")
    if count is None:
        return Meaning("PAST_REF" if back else "FUTURE_REF", mod, relative=True)
    return Meaning(calendar.period(reference.day, unit, -int(count) if back else int(count)), mod, relative=True)


def _duration(count: float | None, unit: str) -> str:
    prefix, size, letter = time_words.DURATIONS[unit]
    return f"{prefix}{'X' if count is None else format(count * size, '.10g')}{letter}"


def _approximation(words: str | None) -> str | None:
    """The TIMEX3 modifier of "no more than", "about" …; None where there is none."""
    low = re.sub(r"\s+", " ", (words or "").lower())
    for pattern, mod in _APPROXIMATIONS.items():
        if re.fullmatch(pattern, low):
            return mod
    return None


_APPROXIMATIONS: Final = {
    r"no (?:more|longer) than|at most|up to": "EQUAL_OR_LESS",
    r"no (?:less|fewer) than|at least": "EQUAL_OR_MORE",
    r"more than|longer than|over": "MORE_THAN",
    r"less than|fewer than|under|nearly|almost": "LESS_THAN",
    r"about|around|roughly|some|approximately": "APPROX",
}


def _set(groups: Groups, reference: Reference) -> Meaning:
    """ "every day", "each Thursday", "daily", "twice a week"."""
    if "adverb" in groups:
        word = groups["adverb"].lower()
        unit = {"daily": "day", "nightly": "day", "annually": "year"}.get(word, word.removesuffix("ly"))
        return Meaning(_duration(1, unit))
    unit = time_words.unit(groups["unit"])
    if unit in time_words.WEEKDAYS:
        return Meaning(f"XXXX-WXX-{time_words.WEEKDAYS[unit]}")
    if unit in time_words.DAY_PARTS:
        return Meaning(f"XXXX-XX-XXT{time_words.DAY_PARTS[unit]}")
    given = groups.get("number", "one").lower()
    return Meaning(_duration(2 if given == "other" else time_words.number(given), unit))


def _long_ago(groups: Groups, reference: Reference) -> Meaning:
    """ "1989", "the 1990s", "the '80s", "the 19th century"."""
    if "year" in groups:
        return Meaning(groups["year"])
    if "century" in groups:
        return Meaning(f"{int(groups['century']) - 1}")
    return Meaning(groups.get("decade") or f"19{groups['short']}")


def _vague(groups: Groups, reference: Reference) -> Meaning:
    if "present" in groups:
        return Meaning("PRESENT_REF")
    return Meaning("FUTURE_REF" if "future" in groups else "PAST_REF")


def _with_clock(groups: Groups, day: Meaning | None, reference: Reference) -> Meaning:
    """A clock time of the day named beside it, else of the reference day."""
    if "word" in groups:
        clock = "24:00" if groups["word"].lower() == "midnight" else "12:00"
    else:
        half = groups.get("half", groups.get("part", "")).lower()
        hour = int(groups["hour"])
        if half:
            hour = hour % 12 + (0 if half.startswith(("a.", "am", "morning")) else 12)
        clock = f"{hour:02d}:{groups.get('minute', '00')}"
    if day is None:
        day = Meaning(reference.day.isoformat() if reference.day else "XXXX-XX-XX", relative=True)
    return replace(day, value=f"{day.value.partition('T')[0]}T{clock}")


_READERS: Final[dict[str, Callable[[Groups, Reference], Meaning]]] = {
    **dict.fromkeys(
        ("iso", "month_day", "day_month", "month_year", "month_relative", "month_of_year", "month"), calendar.absolute
    ),
    "slashed": calendar.slashed,
    "weekday": calendar.weekday,
    "deictic": calendar.deictic,
    "day_part": calendar.day_part,
    "holiday": calendar.holiday,
    **dict.fromkeys(("period", "edge", "weekend", "season"), calendar.named_period),
    "quarter": calendar.quarter,
    **dict.fromkeys(("quantity", "open_duration"), _quantity),
    **dict.fromkeys(("every", "adverb", "rate"), _set),
    **dict.fromkeys(("decade", "century", "year"), _long_ago),
    **dict.fromkeys(("recent", "reference"), _vague),
}
