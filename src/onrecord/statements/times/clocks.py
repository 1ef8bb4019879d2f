"""Times of day: "10 p.m. on Friday", "noon", "0900 GMT", "2022-03-04T10:30+03:00"."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time, timedelta, timezone

from onrecord.statements.times.meaning import Groups, Meaning, Reference, weighed
from onrecord.text.times import words, zones
from onrecord.text.times.values import Interval


def at_clock(groups: Groups, day: Meaning | None, reference: Reference) -> Meaning:
    """A clock time of the day named beside it, else of the reference day.

    The TIMEX3 value has no zone; where the words name one, the interval is a date-time with its offset from UTC.
    Raises ValueError or OverflowError where the calendar has no such day.
    """
    if day is None:
        day = Meaning(reference.day.isoformat() if reference.day else "XXXX-XX-XX", relative=True)
    whole = day.value.partition("T")[0]
    clock = _clock(groups)
    found = replace(day, value=f"{whole}T{clock}", readings=(), days=_instant(whole, clock, groups.get("zone")))
    if clock == "24:00" and found.days is None:  # "midnight Friday": its end, or its beginning
        return replace(found, readings=weighed((f"{whole}T24:00", 0.7), (f"{whole}T00:00", 0.3)))
    return found


def _clock(groups: Groups) -> str:
    if "clock" in groups:
        return groups["clock"]
    if "word" in groups:
        return "24:00" if groups["word"].lower() == "midnight" else "12:00"
    half = groups.get("half", groups.get("part", "")).lower()
    hour = int(groups["hour"])
    if half:
        hour = hour % 12 + (0 if half.startswith(("a.", "am", "morning")) else 12)
    return f"{hour:02d}:{groups.get('minute', '00')}"


def _instant(day: str, clock: str, zone: str | None) -> Interval | None:
    """The minute that a clock time in a named zone means; None where day or offset is unknown."""
    if not zone or not day[:1].isdigit() or len(day) != 10:
        return None
    on = date.fromisoformat(day)
    offset = _offset(zone, on)
    hour, minute = (int(part) for part in clock.split(":"))
    if offset is None or hour > 24 or minute > 59:
        return None
    moment = datetime.combine(on, time(hour % 24, minute), offset) + timedelta(days=hour // 24)
    return Interval(moment, moment, "minute")


def _offset(zone: str, day: date) -> timezone | None:
    if zone[0] in "+-":
        minutes = int(zone[1:3]) * 60 + int(zone[-2:])
        return timezone(timedelta(minutes=-minutes if zone[0] == "-" else minutes)) if minutes < 24 * 60 else None
    return zones.offset(words.plain(zone), day)
