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

DAY_PARTS: Final = {
    "morning": "MO",
    "noon": "MI",
    "afternoon": "AF",
    "evening": "EV",
    "night": "NI",
    "weeknight": "NI",
    "overnight": "NI",
}
"""TIMEX3 codes of the parts of a day."""

DURATIONS: Final = {
    "second": ("PT", 1, "S"),
    "minute": ("PT", 1, "M"),
    "hour": ("PT", 1, "H"),
    "day": ("P", 1, "D"),
    "night": ("P", 1, "D"),
    "week": ("P", 1, "W"),
    "weekend": ("P", 2, "D"),
    "fortnight": ("P", 2, "W"),
    "month": ("P", 1, "M"),
    "quarter": ("P", 1, "Q"),
    "year": ("P", 1, "Y"),
    "decade": ("P", 10, "Y"),
    "century": ("P", 100, "Y"),
    "millennium": ("P", 1000, "Y"),
}
"""For each unit: TIMEX3 prefix, how many of the TIMEX3 unit it is, and the TIMEX3 unit."""

_ONES = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_TEENS = (
    "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()  # as one says years
)
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
_TENS_ORDINAL: Final = {"twentieth": 20, "thirtieth": 30}
ORDINALS: Final = {
    word: number
    for number, word in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
        "fifteenth sixteenth seventeenth eighteenth nineteenth".split(),
        start=1,
    )
} | _TENS_ORDINAL
"""Ordinals of one word."""

_UP_TO_99 = (
    rf"(?:(?:{'|'.join(_TENS)})(?:(?:-| )(?:{'|'.join(_ONES)})\b)?|{'|'.join(sorted(_TEENS, reverse=True))}"
    rf"|{'|'.join(reversed(_ONES))})"
)
NUMBER: Final = (
    r"(?:\d{1,3},\d{3}|\d{1,4}(?:\.\d)?(?: 1/2)?"
    r"|(?:a |the )?(?:couple(?: of)?|few|dozens of|dozen|hundreds of|hundred|thousands of|thousand)|several|many"
    rf"|{_UP_TO_99}(?: hundred| thousand)?)"
)
"""A pattern for a cardinal, in digits or words, without groups."""

ORDINAL: Final = (
    rf"(?:(?:twenty|thirty)(?:-| )(?:{'|'.join(list(ORDINALS)[:9])})"
    rf"|{'|'.join(sorted(ORDINALS, key=len, reverse=True))})"
)
"""A pattern for an ordinal in words, "first" to "thirty-ninth", without groups."""

_OF_CENTURY = rf"(?:-| )(?:hundred\b|oh(?:-| )(?:{'|'.join(_ONES)})\b|{_UP_TO_99}\b)"
SPOKEN_YEAR: Final = rf"(?:(?:eighteen|nineteen){_OF_CENTURY})"
"""A pattern for a year as it is spoken, "nineteen ninety-four", that is nothing else; without groups."""
SPELLED_YEAR: Final = rf"(?:{SPOKEN_YEAR}|twenty{_OF_CENTURY}|two thousand(?:(?: and)? {_UP_TO_99}\b)?)"
"""The same, with those of this century, which may be mere numbers."""


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
        elif word not in ("of", "the", "and"):
            return None
    return total or None


def ordinal(words: str) -> int:
    """The number that an ordinal says: "3rd" → 3, "twenty-first" → 21.

    Raises ValueError where the words are none.
    """
    low = words.lower()
    if low[:1].isdigit():
        return int(low.rstrip("stndrh"))
    total = 0
    for word in re.split(r"[\s-]+", low):
        value = ORDINALS.get(word) or _CARDINALS.get(word)
        if value is None:
            raise ValueError(f"no ordinal: {words!r}")
        total += value
    return total


def year(words: str) -> int:
    """The year that digits or spoken words say: "1994", "nineteen ninety-four", "two thousand and five".

    Raises ValueError where they say none.
    """
    if words.isdigit():
        return int(words)
    first, *rest = re.split(r"[\s-]+", words.lower())
    if first == "two":
        return 2000 + int(number(" ".join(rest[1:]).replace("and ", "")) or 0)
    if rest == ["hundred"]:
        return int(_CARDINALS[first]) * 100
    tail = number(" ".join(word for word in rest if word != "oh"))
    if first not in _CARDINALS or tail is None:
        raise ValueError(f"no year: {words!r}")
    return int(_CARDINALS[first] * 100 + tail)


def unit(word: str) -> str:
    """The unit in the singular: "centuries" → "century", "days" → "day"."""
    low = word.lower()
    if low.startswith("centur"):
        return "century"
    return "millennium" if low.startswith("millenni") else low.removesuffix("s")


def month(word: str) -> int:
    """The month's number, 1 to 12, from its name or abbreviation.

    Raises KeyError where the word is no month.
    """
    return MONTHS[word.lower()[:3]]


def plain(words: str) -> str:
    """Small letters, straight apostrophes and single blanks: the form under which words are looked up."""
    return " ".join(words.lower().replace("’", "'").split())
