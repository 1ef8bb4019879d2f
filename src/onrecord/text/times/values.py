"""TIMEX3 values and the days they mean: a value as an interval, and days counted in calendar units."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

_SEASON_MONTH: Final = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
_DAY = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})(?:T(.+))?")
_WEEK = re.compile(r"([0-9]{4})-W([0-9]{2})(-WE)?")
_MONTHS = re.compile(r"([0-9]{4})-([QH])([1-4])|([0-9]{4})-(SP|SU|FA|WI)|([0-9]{4})-([0-9]{2})")
_YEARS = re.compile(r"[0-9]{2,4}")
_DURATION = re.compile(r"P(T?)[0-9X.]+([SMHDWQYECL])")
_DURATION_UNIT: Final = {
    "TS": "minute",
    "TM": "minute",
    "TH": "hour",
    "D": "day",
    "W": "week",
    "M": "month",
    "Q": "quarter",
    "Y": "year",
    "E": "decade",
    "C": "century",
    "L": "century",
}
GRANULARITIES: Final = frozenset(
    ("minute", "hour", "part_of_day", "day", "week", "month", "quarter", "season", "year", "decade", "century")
)
"""See `records.Moment`."""


@dataclass(frozen=True, slots=True)
class Interval:
    """The first and the last day meant, both inclusive, and the granularity of the words (see `records.Moment`).

    A clock time in a known zone is a date-time with its offset from UTC.
    """

    start: date | None
    end: date | None
    granularity: str


def interval(value: str) -> Interval:
    """The days that a TIMEX3 value means; no days where the value is open ("XXXX-03-03", "P10D", "PAST_REF").

    Two values parted by a slash, as ISO 8601 writes intervals, mean both and what lies between.
    """
    first, slash, last = value.partition("/")
    if slash:
        begin, end = interval(first), interval(last)
        return Interval(begin.start, end.end, begin.granularity)
    try:
        return _read_day(value) or _read_week(value) or _read_months(value) or _read_years(value) or _open(value)
    except (ValueError, OverflowError):  # no such day, such as the 30th of February
        return Interval(None, None, "day")


def week(day: date) -> str:
    """The ISO 8601 week of a day as a TIMEX3 value: "2022-W02"."""
    year, number, _ = day.isocalendar()
    return f"{year:04d}-W{number:02d}"


def shift(day: date, count: int, unit: str) -> date:
    """The day `count` units later (earlier if negative); where a month is too short, its last day.

    Raises OverflowError or ValueError where the calendar ends, KeyError for an unknown unit.
    """
    days = {"second": 0, "minute": 0, "hour": 0, "day": 1, "night": 1, "week": 7, "weekend": 7, "fortnight": 14}
    if unit in days:
        return day + timedelta(days=days[unit] * count)
    months = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200, "millennium": 12000}[unit]
    year, index = divmod(day.year * 12 + day.month - 1 + months * count, 12)
    last = calendar.monthrange(year, index + 1)[1]
    return date(year, index + 1, min(day.day, last))


def season(day: date) -> tuple[int, str]:
    """The season of a day and the year that its value carries: January and February are the last year's winter."""
    code = ("WI", "SP", "SU", "FA")[day.month % 12 // 3]
    return (day.year - 1 if day.month < 3 else day.year), code


def _read_day(value: str) -> Interval | None:
    found = _DAY.fullmatch(value)
    if not found:
        return None
    day = date(int(found[1]), int(found[2]), int(found[3]))
    clock = found[4]
    if not clock:
        return Interval(day, day, "day")
    return Interval(day, day, "part_of_day" if clock.isalpha() else "minute" if ":" in clock else "hour")


def _read_week(value: str) -> Interval | None:
    found = _WEEK.fullmatch(value)
    if not found:
        return None
    monday = date.fromisocalendar(int(found[1]), int(found[2]), 1)
    return Interval(monday + timedelta(days=5 if found[3] else 0), monday + timedelta(days=6), "week")


def _read_months(value: str) -> Interval | None:
    found = _MONTHS.fullmatch(value)
    if not found:
        return None
    part_year, part, number, season_year, code, year, month = found.groups()
    if part:
        size = 3 if part == "Q" else 6
        return _months(int(part_year), size * (int(number) - 1) + 1, size, "quarter")
    if code:
        return _months(int(season_year), _SEASON_MONTH[code], 3, "season")
    return _months(int(year), int(month), 1, "month")


def _read_years(value: str) -> Interval | None:
    if not _YEARS.fullmatch(value):
        return None
    size = 10 ** (4 - len(value))
    first = int(value) * size
    return Interval(date(first, 1, 1), date(first + size - 1, 12, 31), {1: "year", 10: "decade", 100: "century"}[size])


def _open(value: str) -> Interval:
    found = _DURATION.fullmatch(value)
    if found:
        return Interval(None, None, _DURATION_UNIT.get(found[1] + found[2], "day"))
    if "-W" in value and "-WXX-" not in value:
        return Interval(None, None, "week")
    if value.startswith("BC"):
        return Interval(None, None, "year" if len(value) == 6 else "century")
    if value.startswith(_SEASONAL):
        return Interval(None, None, "season")
    if "T" in value and value.startswith("XXXX"):
        return Interval(None, None, "part_of_day" if value.rpartition("T")[2].isalpha() else "hour")
    return Interval(None, None, {4: "year", 7: "month"}.get(len(value), "day") if value[:4] == "XXXX" else "day")


_SEASONAL: Final = tuple(f"XXXX-{code}" for code in _SEASON_MONTH)


def _months(year: int, first: int, count: int, granularity: str) -> Interval:
    start = date(year, first, 1)
    return Interval(start, shift(start, count, "month") - timedelta(days=1), granularity)
