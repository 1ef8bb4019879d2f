"""Days and periods that English names by the calendar, as TIMEX3 values: "March 3", "on Tuesday", "last week".

Every reader takes the named groups of one rule of `text.time_grammar`, and raises ValueError or OverflowError where the
calendar has no such day.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from onrecord.text import time_words, timex

Groups = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Meaning:
    """A TIMEX3 value ("2022-01-13", "P10D", "XXXX-WXX-2") and modifier; `relative` where the reference day was needed.

    `candidates` are the other values that the words allow.
    """

    value: str
    mod: str | None = None
    relative: bool = False
    candidates: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Reference:
    """The day that words count from, if known; `direction` is -1 where the text looks back, 1 where ahead, else 0."""

    day: date | None
    direction: int = 0


def absolute(groups: Groups, reference: Reference) -> Meaning:
    """ "2022-03-04", "3 March 2022", "March 3", "March 2022", "March": without a year, the nearest that fits."""
    if "clock" in groups:
        return Meaning(f"{groups['day']}T{groups['clock']}")
    name = groups.get("month") or groups.get("plain") or groups.get("x")
    if name is None:
        return Meaning(groups["day"])
    month = time_words.month(name)
    day = int(groups["day"].rstrip("stndrhSTNDRH")) if "day" in groups else None
    if "of_year" in groups and reference.day:
        return Meaning(f"{reference.day.year + looks(groups['of_year']):04d}-{month:02d}", relative=True)
    return _in_year(month, day, groups.get("year"), reference, looks(groups.get("which")))


def holiday(groups: Groups, reference: Reference) -> Meaning:
    """ "Christmas Eve" and other feasts with a fixed date."""
    month, day = time_words.HOLIDAYS[_plain(groups["holiday"])]
    return _in_year(month, day, None, reference, 0)


def _in_year(month: int, day: int | None, year: str | None, reference: Reference, side: int) -> Meaning:
    rest = f"{month:02d}" if day is None else f"{month:02d}-{day:02d}"
    if year is not None:
        return Meaning(f"{year}-{rest}")
    if reference.day is None:
        return Meaning(f"XXXX-{rest}", relative=True)
    return Meaning(f"{_year_of(month, day, reference, reference.day, side):04d}-{rest}", relative=True)


def _year_of(month: int, day: int | None, reference: Reference, today: date, side: int) -> int:
    """The year of a month, or of a day in it: the nearest, leaning to the side that the text looks to."""

    def gap(year: int) -> int:
        return (year - today.year) * 372 + (month - today.month) * 31 + (day - today.day if day else 0)

    years = (today.year - 1, today.year, today.year + 1)
    if side:
        return min((y for y in years if gap(y) * side > 0), key=lambda y: abs(gap(y)))
    return min(years, key=lambda y: abs(gap(y)) + (_AGAINST_TENSE if gap(y) * reference.direction < 0 else 0))


_AGAINST_TENSE: Final = 124
"""How many days further away a day may be that fits the tense; about a third of a year did best on newswire."""


def slashed(groups: Groups, reference: Reference) -> Meaning:
    """ "11/01/89": month first, as in the United States, unless it cannot be; "1.11.1989": day first."""
    year = groups["year"] if len(groups["year"]) == 4 else ("19" if groups["year"] >= "50" else "20") + groups["year"]
    first, second = int(groups["first"]), int(groups.get("second") or groups["second_dot"])
    month_first, day_first = f"{year}-{first:02d}-{second:02d}", f"{year}-{second:02d}-{first:02d}"
    if "second_dot" in groups or first > 12:
        return Meaning(day_first)
    return Meaning(month_first, candidates=(day_first,) if second <= 12 and first != second else ())


def weekday(groups: Groups, reference: Reference) -> Meaning:
    """ "Tuesday": the last one up to the reference day, or the next one where the text looks ahead."""
    number = time_words.WEEKDAYS[groups["weekday"].lower()]
    if reference.day is None:
        return Meaning(f"XXXX-WXX-{number}", relative=True)
    back = (reference.day.isoweekday() - number) % 7
    side = looks(groups.get("which"))
    if back == 0 and not side and reference.direction > 0:
        later = reference.day + timedelta(days=7)  # "will meet on Tuesday", written on a Tuesday: mostly the same day
        return Meaning(reference.day.isoformat(), relative=True, candidates=(later.isoformat(),))
    ahead = (side or reference.direction) > 0
    offset = 7 - back if ahead else -(back or (7 if side else 0))
    return Meaning((reference.day + timedelta(days=offset)).isoformat(), relative=True)


_DEICTIC: Final = {
    "today": 0,
    "tonight": 0,
    "yesterday": -1,
    "tomorrow": 1,
    "the day after tomorrow": 2,
    "the day before yesterday": -2,
}


def deictic(groups: Groups, reference: Reference) -> Meaning:
    """ "today", "tonight", "the day before yesterday"."""
    words = _plain(groups["deictic"])
    part = "TNI" if words == "tonight" else ""
    if reference.day is None:
        return Meaning(f"XXXX-XX-XX{part}", relative=True)
    return Meaning((reference.day + timedelta(days=_DEICTIC[words])).isoformat() + part, relative=True)


def day_part(groups: Groups, reference: Reference) -> Meaning:
    """The day of "this morning", "last night", "the next evening"."""
    if reference.day is None:
        return Meaning("XXXX-XX-XX", relative=True)
    return Meaning((reference.day + timedelta(days=looks(groups["which"]))).isoformat(), relative=True)


def named_period(groups: Groups, reference: Reference) -> Meaning:
    """ "last week", "this year", "the following month", "last fall", "the weekend", "the winter of 2010"."""
    unit = (groups.get("unit") or groups["season"]).lower()
    if "year" in groups:
        return Meaning(f"{groups['year']}-{time_words.SEASONS[unit]}")
    count = looks(groups["which"]) if "which" in groups else 0
    if (
        unit == "weekend"
        and not count
        and reference.day
        and reference.day.isoweekday() < 6
        and reference.direction <= 0
    ):
        count = -1  # on a weekday, "the weekend" of a report is the last one
    if unit == "quarter" and "mod" not in groups and (groups.get("which") or "latest").lower().endswith("latest"):
        count = -1  # the quarter that is reported on is over
    return Meaning(period(reference.day, unit, count), relative=True)


def period(day: date | None, unit: str, count: int) -> str:
    """The TIMEX3 value of the day, week, season … that lies `count` of its kind after the one that holds the day.

    Raises ValueError or OverflowError where the calendar ends.
    """
    code = time_words.SEASONS.get(unit)
    if day is None:
        return f"XXXX-{code}" if code else _OPEN.get(unit, "XXXX-XX-XX")
    if code:
        return _season(day, code, count)
    there = timex.shift(day, count, unit)
    whole = there.isoformat()
    week = timex.week(there)
    return {
        "week": week,
        "fortnight": week,
        "weekend": f"{week}-WE",
        "month": whole[:7],
        "quarter": f"{whole[:4]}-Q{(there.month + 2) // 3}",
        "year": whole[:4],
        "decade": whole[:3],
        "century": whole[:2],
    }.get(unit, whole)


_OPEN: Final = {
    "week": "XXXX-WXX",
    "fortnight": "XXXX-WXX",
    "weekend": "XXXX-WXX-WE",
    "month": "XXXX-XX",
    "quarter": "XXXX-QX",
    "year": "XXXX",
    "decade": "XXXX",
    "century": "XXXX",
}


def _season(day: date, code: str, count: int) -> str:
    """The season of that kind which is this year's, or the nearest that is over (-1) or to come (1)."""
    year, now = timex.season(day)
    order = list(time_words.SEASON_ORDER)
    ahead = order.index(code) - order.index(now)
    if (count < 0 and ahead >= 0) or (count > 0 and ahead <= 0):
        year += count
    return f"{year:04d}-{code}"


def quarter(groups: Groups, reference: Reference) -> Meaning:
    """ "the third quarter", "the first half of 2021", "this year's fourth quarter"."""
    number = time_words.ORDINALS[groups["ordinal"].lower()]
    name = f"H{number}" if "half" in groups else f"Q{number}"
    of = groups.get("of", "")
    if of[:1].isdigit():
        return Meaning(f"{of}-{name}")
    if reference.day is None:
        return Meaning(f"XXXX-{name}", relative=True)
    year = reference.day.year
    if of or "which" in groups:
        year += looks(of or groups["which"])
    elif "half" not in groups and reference.direction <= 0 and 3 * number - 2 > reference.day.month:
        year -= 1  # a quarter that has not begun is not reported on
    return Meaning(f"{year:04d}-{name}", relative=True)


def looks(words: str | None) -> int:
    """-1 where the words look back ("last"), 1 where they look ahead ("next"), else 0."""
    low = (words or "").lower()
    if re.search(r"last|past|previous|preceding", low):
        return -1
    return 1 if re.search(r"next|following|coming", low) else 0


def _plain(words: str) -> str:
    return " ".join(words.lower().replace("’", "'").split())
