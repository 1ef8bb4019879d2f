"""The words English has for time, and what they mean: numbers, units, weekdays, months, seasons, parts of the day."""

from __future__ import annotations

import re
from typing import Final

WEEKDAYS: Final = {
    name: number
    for number, name in enumerate(
        ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"),
        start=1,
    )
}
"""ISO 8601 weekday numbers: Monday is 1."""

MONTHS: Final = {
    name: number
    for number, name in enumerate(
        ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"),
        start=1,
    )
}
"""Month numbers by the first three letters."""

SEASONS: Final = {"spring": "SP", "summer": "SU", "fall": "FA", "autumn": "FA", "winter": "WI"}
"""TIMEX3 codes of the seasons, as the northern hemisphere has them."""

SEASON_ORDER: Final = ("SP", "SU", "FA", "WI")
"""The seasons of one TIMEX3 year: a winter carries the year in which it begins."""

DAY_PARTS: Final = {"morning": "MO", "afternoon": "AF", "evening": "EV", "night": "NI"}
"""TIMEX3 codes of the parts of a day."""

DURATIONS: Final = {
    "second": ("PT", 1, "S"),
    "minute": ("PT", 1, "M"),
    "hour": ("PT", 1, "H"),
    "day": ("P", 1, "D"),
    "week": ("P", 1, "W"),
    "weekend": ("P", 2, "D"),
    "fortnight": ("P", 2, "W"),
    "month": ("P", 1, "M"),
    "quarter": ("P", 1, "Q"),
    "year": ("P", 1, "Y"),
    "decade": ("P", 10, "Y"),
    "century": ("P", 100, "Y"),
}
"""For each unit: TIMEX3 prefix, how many of the TIMEX3 unit it is, and the TIMEX3 unit."""

HOLIDAYS: Final = {
    "christmas": (12, 25),
    "christmas day": (12, 25),
    "christmas eve": (12, 24),
    "new year's day": (1, 1),
    "new year's eve": (12, 31),
    "halloween": (10, 31),
    "valentine's day": (2, 14),
}
"""Month and day of feasts with a fixed date."""

ORDINALS: Final = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": -1}

_ONES = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen")
_TEENS = ("fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen")
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_CARDINALS: Final = {
    **{word: number for number, word in enumerate((*_ONES, *_TEENS), start=1)},
    **dict(zip(_TENS, range(20, 100, 10), strict=True)),
    "a": 1,
    "an": 1,
    "another": 1,
    "couple": 2,
    "dozen": 12,
    "hundred": 100,
    "thousand": 1000,
}

NUMBER: Final = (
    r"(?:\d{1,3},\d{3}|\d{1,4}(?:\.\d)?(?: 1/2)?"
    r"|(?:a |the )?(?:couple(?: of)?|few|dozen|hundred|thousand)|several|many"
    rf"|(?:{'|'.join(_TENS)})(?:(?:-| )(?:{'|'.join(_ONES[:9])}))?|{'|'.join(_TEENS)}|{'|'.join(reversed(_ONES))})"
)
"""A pattern for a cardinal, in digits or words, without groups."""


STEMS: Final = (
    "seconds minute hour day week fortnight month quarter year decade centur half morning noon evening night morrow "
    "annual daily spring summer fall autumn winter latel recent current future past moment present christmas halloween "
    "valentine"
).split()
MONTH_STEMS: Final = (
    "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec JAN FEB MAR APR JUN JUL AUG SEP OCT NOV DEC".split()
)
"""Whatever says a time has one of these stems (the months as they are written, the others in small letters),
the word "now", two digits in a row, or a digit before "am" or "pm"."""


def number(words: str) -> float | None:
    """The cardinal that the words say ("10", "twenty-five", "a couple of"); None where they leave it open ("a few")."""
    if re.match(r"half\b", words, re.IGNORECASE):
        return 0.5
    total = 0.0
    for word in re.split(r"[\s-]+", words.lower().replace(",", "")):
        if word in ("hundred", "thousand", "dozen", "couple") and total:
            total *= _CARDINALS[word]  # "a hundred": the article counted one
        elif word in _CARDINALS:
            total += _CARDINALS[word]
        elif re.fullmatch(r"[0-9]{1,7}(?:\.[0-9]+)?", word):
            total += float(word)
        elif word == "1/2":
            total += 0.5
        elif word not in ("of", "the"):
            return None
    return total or None


def unit(word: str) -> str:
    """The unit in the singular: "centuries" → "century", "days" → "day"."""
    low = word.lower()
    return "century" if low.startswith("centur") else low.removesuffix("s")


def month(word: str) -> int:
    """The month's number, 1 to 12, from its name or abbreviation.

    Raises KeyError where the word is no month.
    """
    return MONTHS[word.lower()[:3]]
