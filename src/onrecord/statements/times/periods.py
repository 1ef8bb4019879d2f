"""Periods that English names, as TIMEX3 values: "last week", "the third quarter", "the winter of 2010", "the 1990s".

Every reader takes the named groups of one rule of `text.times`, and raises ValueError or OverflowError where the
calendar has no such day.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Final

from onrecord.statements.times.meaning import Groups, Meaning, Reference, looks, weighed
from onrecord.text.times import values, words
from onrecord.text.times.values import Interval

_QUARTER = re.compile(r"([0-9]{4})-([QH][1-4])")


def named_period(groups: Groups, reference: Reference) -> Meaning:
    """ "last week", "this year", "the following month", "last fall", "the weekend", "the winter of 2010"."""
    unit = (groups.get("unit") or groups["season"]).lower()
    if "year" in groups:
        return Meaning(f"{words.year(groups['year']):04d}-{words.SEASONS[unit]}")
    which = groups.get("which", "").lower()
    count = looks(which)
    if unit == "quarter" and not count and reference.period and "this" not in which and "current" not in which:
        return Meaning(reference.period, relative=True)
    if unit in words.SEASONS and not which and reference.day:
        return _bare_season(reference.day, words.SEASONS[unit], reference.direction)
    if unit == "weekend" and not count and reference.direction <= 0 and _is_workday(reference.day):
        count = -1  # on a weekday, "the weekend" of a report is the last one
    if unit == "quarter" and "mod" not in groups and (which or "latest").endswith("latest"):
        count = -1  # the quarter that is reported on is over
    return Meaning(period(reference.day, unit, count), relative=True)


def _is_workday(day: date | None) -> bool:
    return day is not None and day.isoweekday() < 6


def period(day: date | None, unit: str, count: int) -> str:
    """The TIMEX3 value of the day, week, season … that lies `count` of its kind after the one that holds the day.

    Raises ValueError or OverflowError where the calendar ends.
    """
    code = words.SEASONS.get(unit)
    if day is None:
        return f"XXXX-{code}" if code else _OPEN.get(unit, "XXXX-XX-XX")
    if code:
        return _season(day, code, count)
    there = values.shift(day, count, unit)
    whole = there.isoformat()
    week = values.week(there)
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
    year, now = values.season(day)
    order = list(words.SEASON_ORDER)
    ahead = order.index(code) - order.index(now)
    if (count < 0 and ahead >= 0) or (count > 0 and ahead <= 0):
        year += count
    return f"{year:04d}-{code}"


def _bare_season(day: date, code: str, direction: int) -> Meaning:
    """ "The summer": the one that goes on, else the last one, or the next one where the text looks ahead."""
    year, now = values.season(day)
    order = list(words.SEASON_ORDER)
    begun = year - 1 if order.index(code) > order.index(now) else year
    last, following = f"{begun:04d}-{code}", f"{begun + 1:04d}-{code}"
    if code == now or direction < 0:
        return Meaning(last, relative=True)
    if direction > 0:
        return Meaning(following, relative=True)
    return Meaning(last, relative=True, readings=weighed((last, 0.6), (following, 0.4)))


def quarter(groups: Groups, reference: Reference) -> Meaning:
    """ "the third quarter", "the first half of 2021", "this year's fourth quarter", "Q3 2020"."""
    name = _part_of_year(groups)
    of = groups.get("of", "") or groups.get("year", "")
    if of[:1].isdigit():
        return Meaning(f"{of}-{name}")
    if reference.day is None:
        return Meaning(f"XXXX-{name}", relative=True)
    year = reference.day.year
    if of or "which" in groups:
        year += looks(of or groups["which"])
    elif reference.direction <= 0 and _first_month(name) > reference.day.month:
        year -= 1  # a quarter that has not begun is not reported on
    return Meaning(f"{year:04d}-{name}", relative=True)


def _part_of_year(groups: Groups) -> str:
    if "code" in groups:
        return groups["code"].upper()
    parts = "H" if "half" in groups else "Q"
    word = groups["ordinal"].lower()
    last = 2 if parts == "H" else 4
    return f"{parts}{min(last, words.ORDINALS.get(word, last))}"


def _first_month(name: str) -> int:
    size = 3 if name[0] == "Q" else 6
    return size * (int(name[1]) - 1) + 1


def year_before(groups: Groups, reference: Reference) -> Meaning:
    """ "the year-earlier quarter", "year-ago results": what is reported on, a year before."""
    if reference.period:
        return Meaning(a_year_before(reference.period), relative=True)
    unit = groups.get("unit", "").lower()
    if reference.day is None:
        return Meaning(_OPEN.get(unit, "XXXX"), relative=True)
    if unit == "quarter":
        return Meaning(a_year_before(period(reference.day, "quarter", -1)), relative=True)
    before = values.shift(reference.day, -1, "year")
    return Meaning(period(before, "month" if unit == "month" else "year", 0), relative=True)


def a_year_before(quarter_value: str) -> str:
    """The same quarter or half of the year before; any other value as it is.

    Raises ValueError where the calendar ends.
    """
    found = _QUARTER.fullmatch(quarter_value)
    if not found:
        return quarter_value
    year = int(found[1]) - 1
    if year < 1:
        raise ValueError("before the calendar begins")
    return f"{year:04d}-{found[2]}"


def reported(groups: Groups, reference: Reference) -> Meaning:
    """ "the latest period", "the 1988 period": the quarter that is reported on, or that of the year named."""
    kept = reference.period
    if "year" in groups:
        return Meaning(f"{groups['year']}{kept[4:]}" if kept else groups["year"], relative=kept is not None)
    if looks(groups["which"]) < 0 and kept:
        return Meaning(a_year_before(kept), relative=True)
    return Meaning(kept or period(reference.day, "quarter", -1), relative=True)


def edge_of(groups: Groups, reference: Reference) -> Meaning:
    """ "year-end", "month-end": the last day of the year, the whole period otherwise, with the modifier END."""
    unit = groups["unit"].lower()
    if unit != "year":
        return Meaning(period(reference.day, unit, 0), "END", relative=True)
    if reference.day is None:
        return Meaning("XXXX-12-31", "END", relative=True)
    year = reference.day.year - (reference.direction < 0 and reference.day.month < 12)
    return Meaning(f"{year:04d}-12-31", "END", relative=True)


def ended(groups: Groups, reference: Reference) -> Meaning:
    """ "the year ended March 31", "the quarter ending Sept. 30": an interval up to that day."""
    unit = groups["unit"].lower()
    months = {"year": 12, "half": 6, "quarter": 3, "month": 1}.get(unit)
    value = {"year": "P1Y", "half": "P6M", "month": "P1M", "week": "P1W"}.get(unit, "P1Q")
    month, day = words.month(groups["month"]), int(groups["day"])
    if "year" in groups:
        last = date(int(groups["year"]), month, day)
    elif reference.day is None:
        return Meaning(value, relative=True)
    else:
        last = date(reference.day.year, month, day)
        last = values.shift(last, -1, "year") if last > reference.day and reference.direction <= 0 else last
    start = values.shift(last + timedelta(days=1), -months, "month") if months else last - timedelta(days=6)
    if unit == "quarter":
        value = f"{last.year:04d}-Q{(last.month + 2) // 3}"
    return Meaning(value, relative=True, days=Interval(start, last, "quarter" if unit == "quarter" else unit))


_DECADES: Final = dict(
    zip("twenties thirties forties fifties sixties seventies eighties nineties".split(), range(2, 10), strict=True)
)


def long_ago(groups: Groups, reference: Reference) -> Meaning:
    """ "1989", "fiscal 2019", "the 1990s", "the '80s", "the sixties", "the 19th century", "490 BC", "AD 79"."""
    if "century" in groups:
        number = words.ordinal(groups["century"]) - 1
        return Meaning(f"BC{number:02d}" if "bc" in groups else f"{number:02d}")
    if "bc" in groups:
        return Meaning(f"BC{int(groups['bc']):04d}")
    if "ad" in groups:
        return Meaning(f"{int(groups['ad']):04d}")
    if "spelled" in groups:
        return Meaning(f"19{_DECADES[groups['spelled'].lower()]}")
    if "year" not in groups:
        return Meaning(groups.get("decade") or f"19{groups['short']}")
    year = f"{words.year(groups['year']):04d}"
    return Meaning(year) if "fiscal" not in groups else _fiscal(year)


def _fiscal(year: str) -> Meaning:
    """A fiscal year, whose bounds differ from house to house: mostly the calendar's, else it began the year before."""
    return Meaning(year, readings=weighed((year, 0.6), (f"{int(year) - 1:04d}-07/{year}-06", 0.4)))


def year_range(groups: Groups, reference: Reference) -> Meaning:
    """ "1990-95", "2019/20": both years and what lies between."""
    first, last = int(groups["year"]), int(groups["last"])
    last = last if last > 99 else first - first % 100 + last + (100 if last < first % 100 else 0)
    if last <= first:
        raise ValueError("a range that ends before it starts")
    days = Interval(date(first, 1, 1), date(last, 12, 31), "year")
    return Meaning(f"{first:04d}/{last:04d}", days=days)
