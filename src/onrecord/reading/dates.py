"""Dates of publication as pages and files write them, to ISO 8601."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time, timedelta, timezone
from email.utils import parsedate_to_datetime

from onrecord.text.times import zones

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\b\.?)"
)
"""A pattern for an English month, in full or short."""

_WEEKDAY = r"(?:(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs?)?|Fri|Sat(?:ur)?|Sun)(?:day)?\.?,?\s+)?"
_DAY = r"(?P<day>[0-3]?\d)(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>(?:1[89]|20)\d\d)"
_DAYS = tuple(
    re.compile(_WEEKDAY + form, re.IGNORECASE)
    for form in (
        rf"{_DAY}\s+(?:of\s+)?(?P<month>{MONTH}),?\s+{_YEAR}",
        rf"(?P<month>{MONTH})\s+{_DAY},?\s+{_YEAR}",
        rf"{_DAY}-(?P<month>{MONTH})-{_YEAR}",
        rf"{_YEAR}[-/.](?P<month>[01]?\d)[-/.]{_DAY}",
        rf"{_DAY}\.(?P<month>[01]?\d)\.{_YEAR}",
    )
)
_SLASHED = re.compile(r"(\d\d?)/(\d\d?)/((?:19|20)\d\d)")
_CLOCK = re.compile(
    r"[\s,;|·–—-]*(?:at\s+)?(?P<hour>[0-2]?\d)(?:[:.](?P<minute>[0-5]\d))?(?::(?P<second>[0-5]\d))?"
    r"\s*(?P<half>[ap]\.?m\.?)?\s*\(?(?P<zone>[A-Za-z]{1,5}|[+-]\d\d:?\d\d)?\)?",
    re.IGNORECASE,
)
_MAX_PHRASE = 80


def to_iso(phrase: str | None) -> str | None:
    """A date or date-time in ISO 8601, as precise as the phrase; None where it is no date, or not one day alone.

    A clock time without a UTC offset is left out: onrecord knows no time of day without its zone.
    Day and month in figures parted by slashes count only where the order is beyond doubt.
    """
    text = " ".join((phrase or "").split())
    if not text or len(text) > _MAX_PHRASE:
        return None
    return _iso(text) or _rfc2822(text) or _slashed(text) or _spelled(text)


def day_near(month: str, day: int, published: str | None) -> str | None:
    """The ISO day "Sept. 26" nearest to a publication date; None without one, or where there is no such day."""
    if not published:
        return None
    anchor = datetime.fromisoformat(published).date()
    number = MONTHS.index(month[:3].lower()) + 1
    days = [d for year in (anchor.year - 1, anchor.year, anchor.year + 1) if (d := _day(year, number, day))]
    nearest = min(days, key=lambda d: abs(d - anchor), default=None)
    return nearest.isoformat() if nearest else None


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _stamp(moment: datetime) -> str:
    return moment.isoformat() if moment.tzinfo else moment.date().isoformat()


def _iso(text: str) -> str | None:
    if not re.match(r"(?:1[89]|20)\d\d-?[01]\d-?[0-3]\d", text):
        return None
    text = re.sub(r"(\d) (?=\d)", r"\1T", text, count=1).replace(" ", "")
    text = re.sub(r"(?:UTC|GMT)$", "Z", text)
    try:
        return date.fromisoformat(text).isoformat() if len(text) <= 10 else _stamp(datetime.fromisoformat(text))
    except ValueError:
        return None


def _rfc2822(text: str) -> str | None:
    if not re.fullmatch(r"(?:[A-Za-z]{3},? )?\d\d? [A-Za-z]{3} \d{4} \d\d:\d\d(?::\d\d)? ?\S{0,8}", text):
        return None
    try:
        moment = parsedate_to_datetime(text)
    except ValueError:
        return None
    if moment.tzinfo is None and text.endswith("-0000"):
        moment = moment.replace(tzinfo=UTC)
    return _stamp(moment)


def _slashed(text: str) -> str | None:
    found = _SLASHED.match(text)
    if not found:
        return None
    first, second, year = map(int, found.groups())
    if first > 12 or first == second:
        day = _day(year, second, first)
    else:
        day = _day(year, first, second) if second > 12 else None
    return _with_clock(day, text[found.end() :])


def _spelled(text: str) -> str | None:
    for form in _DAYS:
        found = form.match(text)
        if found:
            name = found["month"]
            month = int(name) if name.isdigit() else MONTHS.index(name[:3].lower()) + 1
            return _with_clock(_day(int(found["year"]), month, int(found["day"])), text[found.end() :])
    clock = re.match(r"[0-2]?\d[:.][0-5]\d\s*(?:[ap]\.?m\.?)?\s*(?:[A-Z]{2,5})?[,\s|–-]+", text, re.IGNORECASE)
    return _spelled(f"{text[clock.end() :]} {clock[0].rstrip(' ,|–-')}") if clock and clock.end() < len(text) else None


def _with_clock(day: date | None, rest: str) -> str | None:
    """The day with the time of day that follows it; None where something else follows."""
    if day is None or not rest.strip(" .,;|"):
        return day.isoformat() if day else None
    found = _CLOCK.fullmatch(rest.rstrip(" .,;|") if not rest.rstrip().endswith("m.") else rest.rstrip())
    if not found:
        return None
    hour, half, zone = int(found["hour"]), (found["half"] or "").lower(), (found["zone"] or "").lower()
    hour = hour % 12 + (12 if half.startswith("p") else 0) if half else hour
    offset = _offset(zone)
    if offset is None or hour > 23 or (found["minute"] is None and not half):
        return day.isoformat()
    clock = time(hour, int(found["minute"] or 0), int(found["second"] or 0), tzinfo=offset)
    return datetime.combine(day, clock).isoformat()


def _offset(zone: str) -> timezone | None:
    if zone in zones.FIXED:
        return timezone(timedelta(minutes=zones.FIXED[zone]))
    if re.fullmatch(r"[+-]\d\d:?\d\d", zone):
        minutes = int(zone[1:3]) * 60 + int(zone[-2:])
        return timezone(timedelta(minutes=-minutes if zone[0] == "-" else minutes)) if minutes < 24 * 60 else None
    return None
