"""Made-up time expressions for fuzzing: from a small grammar of what people write, and its words thrown together."""

from __future__ import annotations

import random
from collections.abc import Iterator

_WORDS = {
    "N": "1 2 10 12 29 30 31 99 9999 two three ten twenty-five several many few a half 2.5 1,000".split(),
    "UNIT": "minutes hours days weeks fortnights months quarters years decades centuries millennia day year".split(),
    "WHICH": ["last", "next", "this", "that", "the same", "the following", "the previous", "the past", "the coming"],
    "DAY": "Monday Tuesday Wednesday Thursday Friday Saturday Sunday today tomorrow yesterday tonight".split(),
    "MONTH": "January February March April May June July August Sept. Oct. November December".split(),
    "DATE": ["1", "2", "15", "28", "29", "30", "31", "0", "32", "3rd", "the 29th", "eighth", "thirty-first"],
    "YEAR": ["1500", "1899", "1900", "1999", "2000", "2024", "2099", "nineteen ninety-four", "twenty twelve", "1453"],
    "PART": ["morning", "afternoon", "evening", "night"],
    "FEAST": [
        "Easter",
        "Easter Monday",
        "Orthodox Easter",
        "Thanksgiving",
        "Labor Day",
        "Christmas Eve",
        "New Year's Day",
    ],
    "SEASON": ["spring", "summer", "autumn", "winter", "fall"],
    "CLOCK": ["10 p.m.", "12:30 a.m. EST", "noon", "midnight", "0900 GMT", "23:59 CET", "5 o'clock", "24:00 UTC"],
    "ABOUT": ["about", "no more than", "at least", "up to", "more than", "nearly", "as long as"],
    "NTH": ["first", "second", "third", "fourth", "last", "latest"],
    "WAY": ["ago", "earlier", "later", "from now", "before", "after"],
    "EDGE": ["early", "late", "mid", "the end of", "the beginning of", "sometime"],
}
_PATTERNS = tuple(
    pattern.split()
    for pattern in (
        "on DAY",
        "WHICH DAY PART",
        "MONTH DATE",
        "MONTH DATE , YEAR",
        "DATE MONTH YEAR",
        "EDGE MONTH YEAR",
        "in MONTH",
        "in YEAR",
        "N UNIT WAY",
        "ABOUT N UNIT",
        "in N UNIT",
        "N to N UNIT",
        "the past N UNIT",
        "N UNIT from DAY",
        "WHICH UNIT",
        "EDGE WHICH UNIT",
        "WHICH SEASON",
        "the SEASON of YEAR",
        "the NTH quarter of YEAR",
        "the NTH quarter",
        "the NTH half of last year",
        "the year-earlier quarter",
        "every N UNIT",
        "each DAY",
        "CLOCK on DAY",
        "DAY at CLOCK",
        "MONTH DATE at CLOCK",
        "FEAST YEAR",
        "WHICH FEAST",
        "the DATE century",
        "the 1990s",
        "YEAR - YEAR",
        "fiscal YEAR",
        "from DAY to DAY",
        "from MONTH DATE to MONTH DATE",
        "N -year-old",
        "the year ended MONTH DATE",
        "00/00/0000",
    )
)
TENSES = ("It rained", "It will rain", "It rains", "It had rained", "Until", "")
"""What may stand before an expression."""
NOISE = "\n\t\u00a0\u0130\U0001f4f0-–/.,:;'’\"()[]0123456789"
"""Characters that are put between words to hurt."""


def phrases(seed: int, count: int) -> Iterator[str]:
    """So many texts of one or a few time expressions; the same for a seed.  One in five has noise in it."""
    dice = random.Random(seed)
    for number in range(count):
        text = f"{dice.choice(TENSES)} {_phrase(dice)}"
        if number % 10 == 0:
            text = "".join(letter if dice.random() > 0.1 else dice.choice(NOISE) for letter in text)
        elif number % 10 == 5:
            every = [word for words in _WORDS.values() for word in words]
            text = dice.choice((" ", "-", "\n", "")).join(dice.choices(every, k=dice.randrange(1, 20)))
        yield text


def _phrase(dice: random.Random) -> str:
    words = [dice.choice(_WORDS[word]) if word in _WORDS else word for word in dice.choice(_PATTERNS)]
    text = " ".join(words).replace(" -", "-").replace("- ", "-").replace(" ,", ",")
    return "".join(dice.choice("0123456789") if letter == "0" else letter for letter in text)
