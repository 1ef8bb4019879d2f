"""Holidays with fixed and with moving dates.

Easter by the anonymous Gregorian computus, Orthodox Easter by the Julian one (Meeus, Astronomical Algorithms, 1991,
chapter 8); the public holidays of the United States by their weekday rules as they stand today.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

_FIXED: Final = {
    "christmas": (12, 25),
    "christmas day": (12, 25),
    "christmas eve": (12, 24),
    "boxing day": (12, 26),
    "new year's day": (1, 1),
    "new year's eve": (12, 31),
    "new year's": (1, 1),
    "epiphany": (1, 6),
    "halloween": (10, 31),
    "valentine's day": (2, 14),
    "st. patrick's day": (3, 17),
    "international women's day": (3, 8),
    "may day": (5, 1),
    "victory day": (5, 9),
    "juneteenth": (6, 19),
    "independence day": (7, 4),
    "the fourth of july": (7, 4),
    "bastille day": (7, 14),
    "all saints' day": (11, 1),
    "armistice day": (11, 11),
    "veterans day": (11, 11),
}
_FROM_EASTER: Final = {
    "ash wednesday": -46,
    "palm sunday": -7,
    "maundy thursday": -3,
    "good friday": -2,
    "easter": 0,
    "easter sunday": 0,
    "easter monday": 1,
    "ascension day": 39,
    "pentecost": 49,
    "whit monday": 50,
}
_NTH_WEEKDAY: Final = {
    "martin luther king day": (1, 1, 3),
    "martin luther king jr. day": (1, 1, 3),
    "presidents' day": (2, 1, 3),
    "presidents day": (2, 1, 3),
    "mother's day": (5, 7, 2),
    "father's day": (6, 7, 3),
    "labor day": (9, 1, 1),
    "columbus day": (10, 1, 2),
    "thanksgiving": (11, 4, 4),
    "thanksgiving day": (11, 4, 4),
    "black friday": (11, 4, 4),
    "memorial day": (6, 1, 0),
    "election day": (11, 1, 1),
}
"""Month, ISO weekday, and which of that weekday in the month; 0 is the last one before the month."""
_DAYS_AFTER: Final = {"black friday": 1, "election day": 1}


def day_of(name: str, year: int) -> date:
    """The day of a holiday in a year; the name in small letters with straight apostrophes.

    Raises KeyError for an unknown holiday, ValueError or OverflowError where the calendar ends.
    """
    if name in _FIXED:
        return date(year, *_FIXED[name])
    if name in _FROM_EASTER:
        return easter(year) + timedelta(days=_FROM_EASTER[name])
    if name == "orthodox easter":
        return orthodox_easter(year)
    month, weekday, count = _NTH_WEEKDAY[name]
    first = date(year, month, 1)
    days = (weekday - first.isoweekday()) % 7 + 7 * (count - 1) + _DAYS_AFTER.get(name, 0)
    return first + timedelta(days=days)


def easter(year: int) -> date:
    """Easter Sunday in the Gregorian calendar.  Raises ValueError outside the years 1 to 9999."""
    golden = year % 19
    century, of_century = divmod(year, 100)
    leap, leaps_left = divmod(century, 4)
    moon = (19 * golden + century - leap - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    week = (32 + 2 * leaps_left + 2 * (of_century // 4) - moon - of_century % 4) % 7
    late = (golden + 11 * moon + 22 * week) // 451
    month, day = divmod(moon + week - 7 * late + 114, 31)
    return date(year, month, day + 1)


def orthodox_easter(year: int) -> date:
    """Easter Sunday of the churches that count by the Julian calendar, as a Gregorian day.

    Raises ValueError outside the years 1 to 9999.
    """
    moon = (19 * (year % 19) + 15) % 30
    week = (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7
    month, day = divmod(moon + week + 114, 31)
    behind = year // 100 - year // 400 - 2
    return date(year, month, day + 1) + timedelta(days=behind)


NAMES: Final = tuple(sorted((*_FIXED, *_FROM_EASTER, *_NTH_WEEKDAY, "orthodox easter"), key=len, reverse=True))
"""All names, in small letters, the longest first."""
