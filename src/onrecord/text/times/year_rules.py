"""Patterns of years and longer: "1989", "fiscal 2019", "1990-95", "nineteen ninety", "the '80s", "490 BC"."""

from __future__ import annotations

from typing import Final

from onrecord.text.times.pieces import INNER_MOD, MOD, YEAR, Patterns
from onrecord.text.times.words import ORDINAL, SPELLED_YEAR, SPOKEN_YEAR

_DECADES: Final = "twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties"
_NO_NUMBER_BEFORE: Final = r"(?<![-$€£#.,:/0-9])"
_COUNTS: Final = "people|men|women|troops|soldiers|votes|miles|feet|acres|homes|jobs|tons|tonnes"
_NO_PLURAL: Final = r"(?!-)(?-i:(?! [a-z]{1,20}s\b))"
"""Spoken years look like numbers: "nineteen ninety dogs" counts dogs."""

YEARS: Final[Patterns] = {
    "year_range": (
        "00",
        rf"{_NO_NUMBER_BEFORE}(?:fiscal |FY ?)?(?P<year>(?:1[5-9]|20)\d\d)(?:-|–|/)"
        r"(?P<last>(?:1[5-9]|20)\d\d|\d\d)\b(?![-/.,]?\d)",
    ),
    "year": (
        "00",
        rf"{_NO_NUMBER_BEFORE}{MOD}(?P<fiscal>fiscal (?:year )?|FY ?)?(?:the year )?(?P<year>{YEAR})"
        rf"(?! (?:{_COUNTS})\b)",
    ),
    "old_year": (
        "00",
        r"(?:in|of|by|since|until|around|about|from) (?P<x>(?P<year>1[0-4]\d\d)\b)"
        r"(?![-.,:/%]?\d| (?!(?:and|to|the|by|when|after|before|he|she|they|it|under|with)\b)[a-z]|%)",
    ),
    "era": (
        "0",
        r"(?-i:AD|A\.D\.|CE) (?P<ad>\d{1,4})\b|(?P<bc>\d{1,4}) ?(?-i:BCE|BC\b|B\.C\.)"
        r"|(?P<ad2>\d{1,4}) ?(?-i:AD|CE)\b",
    ),
    "spelled_year": (
        "nineteen eighteen twenty thousand",
        rf"{MOD}(?P<year>{SPOKEN_YEAR}){_NO_PLURAL}"
        rf"|(?:in|of|since|by|until|from) (?P<x>(?:the year )?(?P<year2>{SPELLED_YEAR})){_NO_PLURAL}",
    ),
    "decade": (
        "0s nties rties fties xties hties",
        rf"{MOD}(?:the )?{INNER_MOD}"
        rf"(?:(?P<decade>(?:1[5-9]|20)\d)0s|['’](?P<short>\d)0s|nineteen(?:-| )(?P<spelled>{_DECADES}))\b"
        rf"|(?:in|of|since|during|from) (?P<x>the (?:(?P<mod2>early|late|mid)(?:-| ))?(?P<spelled2>{_DECADES}))\b",
    ),
    "century": (
        "centur",
        rf"{MOD}(?:the )?{INNER_MOD}(?P<century>(?:[12]?\d)(?:st|nd|rd|th)|{ORDINAL})(?:-| )century\b"
        r"(?: (?P<bc>(?-i:BCE?|B\.C\.)))?",
    ),
}
