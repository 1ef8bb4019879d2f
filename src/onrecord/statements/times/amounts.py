"""Durations, ages and sets as TIMEX3 values: "no more than 10 days" is P10D, "every Friday" XXXX-WXX-5.

Every reader takes the named groups of one rule of `text.times`, and raises ValueError or OverflowError where the
calendar has no such day.
"""

from __future__ import annotations

from datetime import date
from typing import Final

from onrecord.statements.times.meaning import Groups, Meaning, Reference, looks, weighed
from onrecord.statements.times.periods import a_year_before, period
from onrecord.text.times import values, words
from onrecord.text.times.values import Interval

_MODIFIERS: Final = {
    "no more than": "EQUAL_OR_LESS",
    "no longer than": "EQUAL_OR_LESS",
    "at most": "EQUAL_OR_LESS",
    "up to": "EQUAL_OR_LESS",
    "as much as": "EQUAL_OR_LESS",
    "as many as": "EQUAL_OR_LESS",
    "as long as": "EQUAL_OR_LESS",
    "no less than": "EQUAL_OR_MORE",
    "no fewer than": "EQUAL_OR_MORE",
    "at least": "EQUAL_OR_MORE",
    "as little as": "EQUAL_OR_MORE",
    "as few as": "EQUAL_OR_MORE",
    "more than": "MORE_THAN",
    "longer than": "MORE_THAN",
    "over": "MORE_THAN",
    "less than": "LESS_THAN",
    "fewer than": "LESS_THAN",
    "under": "LESS_THAN",
    "nearly": "LESS_THAN",
    "almost": "LESS_THAN",
    "about": "APPROX",
    "around": "APPROX",
    "roughly": "APPROX",
    "some": "APPROX",
    "approximately": "APPROX",
}
"""TIMEX3 modifiers by the words before an amount."""


def quantity(groups: Groups, reference: Reference) -> Meaning:
    """ "two days ago", "in two days"; else a duration: "no more than 10 days", "the past two weeks"."""
    unit = words.unit(groups["unit"])
    mod = _MODIFIERS.get(words.plain(groups.get("approx", "")))
    mod = mod or {"so": "APPROX", "more": "EQUAL_OR_MORE"}.get(groups.get("so", "").lower())
    way = groups.get("way", "").lower()
    count = words.number(groups["number"])
    if count is not None and "plus" in groups:
        count += 0.5
    most = 2.0 if groups.get("so", "").lower() == "two" else words.number(groups["most"]) if "most" in groups else None
    if not way and "ahead" not in groups:
        return _duration(groups, reference, unit, mod, (count, most))
    back = way in ("ago", "earlier", "before")
    if count is None:
        return _open_side(reference, way)
    if back and unit == "year" and count == 1 and reference.period:
        return Meaning(a_year_before(reference.period), mod, relative=True)
    sign = -1 if back else 1
    value = period(reference.day, unit, sign * int(count))
    if most is None or reference.day is None:
        return Meaning(value, mod, relative=True)
    other = period(reference.day, unit, sign * int(most))
    return Meaning(value, "APPROX", relative=True, readings=weighed((value, 0.5), (other, 0.5)))


def _duration(
    groups: Groups, reference: Reference, unit: str, mod: str | None, counts: tuple[float | None, float | None]
) -> Meaning:
    """A stretch of time; where it ends or begins at the reference day, with its interval."""
    count, most = counts
    if most is not None and count is not None and most > count:
        least, longest = amount(count, unit), amount(most, unit)
        return Meaning(amount(None, unit), mod, readings=weighed((least, 0.5), (longest, 0.5)))
    side = looks(groups.get("span"))
    days = _beside(reference.day, unit, side * int(count)) if count else _side(reference.day, back=side < 0)
    days = days if side else None
    return Meaning(amount(count, unit), mod, relative=days is not None, days=days)


def _beside(day: date | None, unit: str, count: int) -> Interval | None:
    """The interval from a day to the one `count` units away."""
    if day is None:
        return None
    there = values.shift(day, count, unit)
    return Interval(min(day, there), max(day, there), unit if unit in values.GRANULARITIES else "day")


def _side(day: date | None, *, back: bool) -> Interval | None:
    """All that lies before, or behind, a day."""
    if day is None:
        return None
    return Interval(None, day, "day") if back else Interval(day, None, "day")


def amount(count: float | None, unit: str) -> str:
    """The TIMEX3 value of so many units, X where it is open how many: "P10D", "PT0.5H", "PXY"."""
    prefix, size, letter = words.DURATIONS[unit]
    if count is None and unit in ("decade", "century", "millennium"):
        letter = {"decade": "E", "century": "C", "millennium": "L"}[unit]
    if count is not None and unit == "quarter" and count > 1:
        return f"P{format(count * 3, '.10g')}M"
    if count is not None and count > 1 and count % 1 == 0.5 and unit in _HALVES:
        return f"{prefix}{int(count)}{letter}{_HALVES[unit]}"
    return f"{prefix}{'X' if count is None else format(count * size, '.10g')}{letter}"


_HALVES: Final = {"year": "6M", "hour": "30M", "day": "T12H", "minute": "30S"}
"""What TIMEX3 writes for half of a unit behind whole ones: "2 1/2 years" is P2Y6M."""


def open_duration(groups: Groups, reference: Reference) -> Meaning:
    """ "for weeks", "years-long"; "months ago" and "days later" lie on one side of the reference day."""
    way = groups.get("way", "").lower()
    return _open_side(reference, way) if way else Meaning(amount(None, words.unit(groups["unit"])))


def _open_side(reference: Reference, way: str) -> Meaning:
    """ "A few days ago", "months later": which side is known, not how far; "later" than what is mostly not known."""
    if way in ("ago", "earlier", "before"):
        return Meaning("PAST_REF", relative=True, days=_side(reference.day, back=True))
    days = _side(reference.day, back=False) if way in ("", "from now", "hence") else None
    return Meaning("FUTURE_REF", relative=True, days=days)


def open_side(groups: Groups, reference: Reference) -> Meaning:
    """ "the coming weeks": a stretch of unknown length from the reference day; "the past months" are PAST_REF."""
    back = groups["side"].lower() != "coming"
    if back:
        return Meaning("PAST_REF", relative=True, days=_side(reference.day, back=back))
    return Meaning(amount(None, words.unit(groups["unit"])), relative=True, days=_side(reference.day, back=back))


def one_long(groups: Groups, reference: Reference) -> Meaning:
    """ "day-long", "yearlong", "all night", "years-long"."""
    return Meaning(amount(1 if "one" in groups else None, words.unit(groups.get("one") or groups["unit"])))


def age(groups: Groups, reference: Reference) -> Meaning:
    """ "37-year-old", "three months old", "aged 37", "years-old"."""
    if "years" in groups:
        return Meaning(f"P{int(groups['years'])}Y")
    count = words.number(groups["number"]) if "number" in groups else None
    return Meaning(amount(count, words.unit(groups["unit"])))


def repeated(groups: Groups, reference: Reference) -> Meaning:
    """ "every day", "each Thursday", "every July", "daily", "twice a week"."""
    if "adverb" in groups:
        return _adverb(groups["adverb"].lower())
    unit = words.unit(groups["unit"])
    part = words.DAY_PARTS.get(groups.get("part", "").lower().removesuffix("s"))
    if unit in words.WEEKDAYS:
        return Meaning(_weekday(unit, part))
    if unit in words.DAY_PARTS:
        return Meaning(f"XXXX-XX-XXT{words.DAY_PARTS[unit]}")
    if unit in words.SEASONS:
        return Meaning(f"XXXX-{words.SEASONS[unit]}")
    if unit == "christma":
        return Meaning("XXXX-12-25")
    if unit not in words.DURATIONS:
        return Meaning(f"XXXX-{words.month(unit):02d}")
    given = groups.get("number", "one").lower()
    return Meaning(amount(2 if given == "other" else words.number(given), unit))


def _adverb(word: str) -> Meaning:
    """ "Biweekly" is every two weeks, or twice a week: both readings stay."""
    stem = word.removeprefix("bi") if word.startswith("bi") else word
    unit = {"daily": "day", "nightly": "day", "annually": "year"}.get(stem, stem.removesuffix("ly"))
    if stem == word:
        return Meaning(amount(1, unit))
    return Meaning(amount(2, unit), readings=weighed((amount(2, unit), 0.6), (amount(0.5, unit), 0.4)))


def every_weekday(groups: Groups, reference: Reference) -> Meaning:
    """ "on Fridays", "Monday nights"."""
    part = words.DAY_PARTS.get(groups.get("part", "").lower().removesuffix("s"))
    return Meaning(_weekday(groups["weekday"].lower().removesuffix("s"), part))


def _weekday(name: str, part: str | None) -> str:
    return f"XXXX-WXX-{words.WEEKDAYS[name]}" + (f"T{part}" if part else "")


def weekly_days(groups: Groups, reference: Reference) -> Meaning:
    """ "on weekdays", "on weekends", "on weeknights"."""
    unit = groups["unit"].lower()
    return Meaning({"weekends": "XXXX-WXX-WE", "weeknights": "XXXX-XX-XXTNI"}.get(unit, "XXXX-WXX-WD"))


def vague(groups: Groups, reference: Reference) -> Meaning:
    """ "now", "recently", "the future": PRESENT_REF, PAST_REF, FUTURE_REF, with the bound that the day gives."""
    if "present" in groups:
        return Meaning("PRESENT_REF")
    back = "future" not in groups
    return Meaning("PAST_REF" if back else "FUTURE_REF", relative=True, days=_side(reference.day, back=back))
