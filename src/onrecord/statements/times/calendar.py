"""Days that English names by the calendar, as TIMEX3 values: "March 3", "on Tuesday", "Easter Monday", "yesterday".

Every reader takes the named groups of one rule of `text.times`, and raises ValueError or OverflowError where the
calendar has no such day.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Final

from onrecord.statements.times.meaning import Groups, Meaning, Readings, Reference, looks, weighed
from onrecord.text.times import holidays, values, words
from onrecord.text.times.values import Interval

_AGAINST_TENSE: Final = 124
"""How many days further away a day may be that fits the tense; about a third of a year did best on newswire."""
_PLAIN_ENOUGH: Final = 0.8
"""From this weight on, the nearest year is no longer called ambiguous."""


def absolute(groups: Groups, reference: Reference) -> Meaning:
    """ "2022-03-04", "3 March 2022", "March 3-5", "March 2022", "March": without a year, the nearest that fits."""
    if "month" not in groups and "plain" not in groups and "x" not in groups:
        return Meaning(groups["day"])
    month = words.month(groups.get("month") or groups.get("plain") or groups["x"])
    day = words.ordinal(groups["day"].lower().removeprefix("the ")) if "day" in groups else None
    if "of_year" in groups and reference.day:
        return Meaning(f"{reference.day.year + looks(groups['of_year']):04d}-{month:02d}", relative=True)
    year = words.year(groups["year"]) if "year" in groups else None
    which = groups.get("which", "").lower()
    found = _in_year(month, day, year, reference, looks(which), this=which == "this")
    return _until(found, words.ordinal(groups["last"])) if "last" in groups and found.value[:4].isdigit() else found


def _until(first: Meaning, last: int) -> Meaning:
    """A range of days in one month, as an ISO 8601 interval."""
    start = date.fromisoformat(first.value)
    end = start.replace(day=last)
    if end <= start:
        raise ValueError("a range that ends before it starts")
    days = Interval(start, end, "day")
    return Meaning(f"{start.isoformat()}/{end.isoformat()}", relative=first.relative, days=days)


def holiday(groups: Groups, reference: Reference) -> Meaning:
    """ "Christmas Eve", "Easter 2021", "last Thanksgiving": without a year, the nearest that fits."""
    name = words.plain(groups["holiday"])
    if name not in holidays.NAMES:
        name = name.replace("st ", "st. ").replace("jr ", "jr. ")
    if "year" in groups:
        return Meaning(holidays.day_of(name, int(groups["year"])).isoformat())
    if reference.day is None:
        return Meaning(_open_holiday(name), relative=True)
    if reference.year:
        return Meaning(holidays.day_of(name, reference.year).isoformat(), relative=True)
    return _nearest(lambda year: holidays.day_of(name, year), reference, reference.day, looks(groups.get("which")))


def _open_holiday(name: str) -> str:
    """A fixed holiday has its month and day in every year, a moving one has none."""
    first, second = holidays.day_of(name, 2001), holidays.day_of(name, 2002)
    return f"XXXX-{first:%m-%d}" if (first.month, first.day) == (second.month, second.day) else "XXXX-XX-XX"


def _in_year(month: int, day: int | None, year: int | None, reference: Reference, side: int, *, this: bool) -> Meaning:
    rest = f"{month:02d}" if day is None else f"{month:02d}-{day:02d}"
    if year is not None:
        return Meaning(f"{year:04d}-{rest}")
    if reference.day is None:
        return Meaning(f"XXXX-{rest}", relative=True)
    year = reference.year or (reference.day.year if this else None)
    if year:
        return Meaning(f"{year:04d}-{rest}", relative=True)
    today = reference.day
    if day is None:
        return _nearest_month(month, reference, today, side)
    reach = 8 if (month, day) == (2, 29) else 1
    return _nearest(lambda year: date(year, month, day), reference, today, side, reach)


def _nearest(day_of: Callable[[int], date], reference: Reference, today: date, side: int, reach: int = 1) -> Meaning:
    """The day of that kind nearest to today, leaning to the side that the text looks to; `reach` in years."""
    gaps = {}
    for year in range(today.year - reach, today.year + reach + 1):
        try:
            day = day_of(year)
        except ValueError:  # no 29th of February in that year, or the calendar ends
            continue
        gaps[day.isoformat()] = (day - today).days
    chosen, readings = _choose(gaps, reference.direction, side)
    return Meaning(chosen, relative=True, readings=readings)


def _nearest_month(month: int, reference: Reference, today: date, side: int) -> Meaning:
    years = (today.year - 1, today.year, today.year + 1)
    gaps = {f"{year:04d}-{month:02d}": ((year - today.year) * 12 + month - today.month) * 30 for year in years if year}
    chosen, readings = _choose(gaps, reference.direction, side)
    return Meaning(chosen, relative=True, readings=readings)


def _choose(gaps: dict[str, int], direction: int, side: int) -> tuple[str, Readings]:
    """The value with the smallest gap, in days, and how sure that is beside the second best."""
    if side:
        fitting = {value: gap for value, gap in gaps.items() if gap * side > 0}
        return min(fitting, key=lambda value: abs(fitting[value])), ()
    cost = {v: abs(gap) + (_AGAINST_TENSE if gap * direction < 0 else 0) for v, gap in gaps.items()}
    best, *rest = sorted(cost, key=lambda value: cost[value])
    if not rest or not cost[best]:
        return best, ()
    second = rest[0]
    sure = cost[second] / (cost[best] + cost[second])
    return best, weighed((best, sure), (second, 1 - sure)) if sure < _PLAIN_ENOUGH else ()


def slashed(groups: Groups, reference: Reference) -> Meaning:
    """ "11/01/89": month first, as in the United States, unless it cannot be; "1.11.1989": day first."""
    year = groups["year"] if len(groups["year"]) == 4 else ("19" if groups["year"] >= "50" else "20") + groups["year"]
    first, second = int(groups["first"]), int(groups.get("second") or groups["second_dot"])
    month_first, day_first = f"{year}-{first:02d}-{second:02d}", f"{year}-{second:02d}-{first:02d}"
    if "second_dot" in groups or first > 12:
        return Meaning(day_first)
    return Meaning(month_first, readings=weighed((month_first, 0.6), (day_first, 0.4 if second <= 12 else 0)))


def weekday(groups: Groups, reference: Reference) -> Meaning:
    """ "Tuesday": the last one up to the reference day, or the next one where the text looks ahead."""
    number = words.WEEKDAYS[groups["weekday"].lower()]
    if reference.day is None:
        return Meaning(f"XXXX-WXX-{number}", relative=True)
    today = reference.day
    back = (today.isoweekday() - number) % 7
    side = looks(groups.get("which"))
    if back == 0 and not side:  # written on that very day: mostly meant is the same day
        other = 7 if reference.direction > 0 else -7
        return _weighed_days(today, (0, 0.7 if other > 0 else 0.9), (other, 0.3 if other > 0 else 0.1))
    if side > 0:  # "next Friday" on a Monday: this week's, or next week's
        same_week = number > today.isoweekday()
        return _weighed_days(today, (7 - back, 0.6), (14 - back, 0.4 if same_week else 0))
    if side < 0:  # "last Monday" on a Friday: this week's, or last week's
        same_week = 0 < number < today.isoweekday()
        return _weighed_days(today, (-(back or 7), 0.6), (-back - 7, 0.4 if same_week and back else 0))
    if reference.direction:
        return _weighed_days(today, (7 - back if reference.direction > 0 else -back, 1.0))
    return _weighed_days(today, (-back, 0.7), (7 - back, 0.3))


def _weighed_days(today: date, chosen: tuple[int, float], *others: tuple[int, float]) -> Meaning:
    """A day so many days from today, beside other readings."""
    named = [((today + timedelta(days=days)).isoformat(), weight) for days, weight in (chosen, *others) if weight > 0]
    return Meaning(named[0][0], relative=True, readings=weighed(*named))


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
    said = words.plain(groups["deictic"])
    part = "TNI" if said == "tonight" else ""
    if reference.day is None:
        return Meaning(f"XXXX-XX-XX{part}", relative=True)
    return Meaning((reference.day + timedelta(days=_DEICTIC[said])).isoformat() + part, relative=True)


def from_day(groups: Groups, reference: Reference) -> Meaning:
    """ "a week from Tuesday", "two days before yesterday"."""
    ahead = groups["way"].lower() != "before"
    base = deictic(groups, reference) if "deictic" in groups else weekday(groups, _ahead(reference, ahead))
    count = words.number(groups["number"])
    if reference.day is None or count is None:
        return Meaning("XXXX-XX-XX", relative=True)
    day = date.fromisoformat(base.value)
    there = values.shift(day, int(count) if ahead else -int(count), groups["unit"].lower())
    return Meaning(there.isoformat(), relative=True)


def _ahead(reference: Reference, ahead: bool) -> Reference:
    return Reference(reference.day, 1) if ahead else reference


def day_part(groups: Groups, reference: Reference) -> Meaning:
    """The day of "this morning", "last night", "the next evening"."""
    if reference.day is None:
        return Meaning("XXXX-XX-XX", relative=True)
    return Meaning((reference.day + timedelta(days=looks(groups["which"]))).isoformat(), relative=True)


def day_only(groups: Groups, reference: Reference) -> Meaning:
    """ "the 14th": in the month that makes it nearest, leaning to the side that the text looks to."""
    number = words.ordinal(groups["day"])
    if reference.day is None:
        return Meaning(f"XXXX-XX-{number:02d}", relative=True)
    gaps = {}
    for months in (-2, -1, 0, 1, 2):
        first = values.shift(reference.day.replace(day=1), months, "month")
        try:
            day = first.replace(day=number)
        except ValueError:  # that month is too short
            continue
        lean = 10 if (day - reference.day).days * reference.direction < 0 else 0
        gaps[day] = abs((day - reference.day).days) + lean
    return Meaning(min(gaps, key=lambda day: gaps[day]).isoformat(), relative=True)
