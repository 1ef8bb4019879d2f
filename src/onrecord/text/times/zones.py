"""Time zones by the letters that reports write, as minutes east of UTC."""

from __future__ import annotations

from datetime import date, timedelta, timezone
from typing import Final

FIXED: Final = {
    "utc": 0,
    "gmt": 0,
    "z": 0,
    "bst": 60,
    "cet": 60,
    "cest": 120,
    "eet": 120,
    "eest": 180,
    "msk": 180,
    "moscow time": 180,
    "est": -300,
    "edt": -240,
    "cst": -360,
    "cdt": -300,
    "mst": -420,
    "mdt": -360,
    "pst": -480,
    "pdt": -420,
    "jst": 540,
    "kst": 540,
    "aest": 600,
    "aedt": 660,
}
"""Zones that always mean the same; "IST" and "local time" do not, so they are not here."""

_AMERICAN: Final = {"et": -300, "ct": -360, "mt": -420, "pt": -480}
"""Zones that follow the summer time of the United States."""


def offset(zone: str, day: date) -> timezone | None:
    """The offset from UTC that a zone's letters mean on a day; None for letters that do not tell."""
    low = zone.lower()
    minutes = FIXED.get(low)
    if minutes is None and low in _AMERICAN:
        minutes = _AMERICAN[low] + (60 if _is_american_summer(day) else 0)
    return None if minutes is None else timezone(timedelta(minutes=minutes))


def _is_american_summer(day: date) -> bool:
    """Whether clocks in the United States are on summer time, by the law of 2007, before it that of 1987."""
    if day.year >= 2007:
        first, last = _sunday(date(day.year, 3, 8)), _sunday(date(day.year, 11, 1))
    else:
        first, last = _sunday(date(day.year, 4, 1)), _sunday(date(day.year, 10, 25))
    return first <= day < last


def _sunday(day: date) -> date:
    """The first Sunday on or after a day."""
    return day + timedelta(days=(7 - day.isoweekday()) % 7)
