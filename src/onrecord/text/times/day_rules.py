"""Patterns of days: "March 3", "on Tuesday night", "the day before yesterday", "Easter Monday"."""

from __future__ import annotations

from typing import Final

from onrecord.text.times import pieces
from onrecord.text.times.holidays import NAMES
from onrecord.text.times.pieces import ANY_YEAR, DAY_OF_MONTH, MOD, MONTH, PART, SHORT_WEEKDAY, WEEKDAY, YEAR
from onrecord.text.times.words import NUMBER, ORDINAL

_HOLIDAYS: Final = "|".join(name.replace("'", "['’]").replace(".", r"\.?") for name in NAMES)
_LAST: Final = rf"(?:(?:-|–| – | to | through )(?P<last>{DAY_OF_MONTH}))?"
_YEAR_BEHIND: Final = rf"(?:,? (?P<year>{ANY_YEAR}))?"

DAYS: Final[pieces.Patterns] = {
    "iso": (
        "00",
        r"(?P<day>\d{4}-\d\d-\d\d)"
        r"(?:(?:T| )(?P<clock>\d\d:\d\d)(?::\d\d(?:\.\d{1,6})?)?(?P<zone>Z|[+-]\d\d:?\d\d)?)?(?!\d)",
    ),
    "slashed": (
        "00",
        r"(?<![0-9/.])(?P<first>\d{1,2})(?:/(?P<second>\d{1,2})/|\.(?P<second_dot>\d{1,2})\.)"
        r"(?P<year>(?:19|20)\d\d|(?<=/)\d\d)(?![0-9/]|\.\d)",
    ),
    "month_day": (
        pieces.MONTH_STEMS,
        rf"{MOD}(?:{SHORT_WEEKDAY},? )?(?:(?P<which>last|this|next) )?(?P<month>{MONTH}) "
        rf"(?P<day>{DAY_OF_MONTH}|(?:the )?(?:{ORDINAL})\b){_LAST}{_YEAR_BEHIND}{PART}",
    ),
    "day_month": (
        pieces.MONTH_STEMS,
        rf"{MOD}(?:{SHORT_WEEKDAY},? )?(?:the )?(?P<day>{DAY_OF_MONTH}|(?:{ORDINAL})\b){_LAST} (?:of )?"
        rf"(?P<month>{MONTH}){_YEAR_BEHIND}{PART}",
    ),
    "second_day": (
        pieces.MONTH_STEMS,
        rf"(?P<month>{MONTH}) \d{{1,2}}(?:st|nd|rd|th)? (?:and|or) (?P<x>(?P<day>{DAY_OF_MONTH}))(?! [a-z]{{1,20}}s\b)",
    ),
    "day_only": (
        "0",
        r"(?:on|by|until|since|from) (?P<x>the (?P<day>(?:[12]\d|3[01]|[1-9])(?:st|nd|rd|th)))"
        r"(?=[,.;]|\Z| (?:and|when|at)\b)",
    ),
    "weekday": (
        pieces.WEEKDAY_STEMS,
        rf"{MOD}(?:(?P<which>this (?:past|coming)|(?:the )?(?:last|next|following|previous)|this|that) )?"
        rf"(?P<weekday>{WEEKDAY}){PART}",
    ),
    "deictic": (
        "today yesterday tomorrow tonight",
        rf"{MOD}(?P<deictic>the day (?:after tomorrow|before yesterday)|today|yesterday|tomorrow|tonight)\b{PART}",
    ),
    "from_day": (
        "day morrow",
        rf"(?P<number>{NUMBER}|an?)(?:-| )(?P<unit>day|week|fortnight|month|year)s? (?P<way>from|before|after) "
        rf"(?:(?P<deictic>today|yesterday|tomorrow)\b|(?P<weekday>{WEEKDAY}))",
    ),
    "day_part": (
        "morning noon evening night",
        rf"{MOD}(?:the )?(?P<which>this|last|that|next|following|previous|same)"
        r" (?P<part>morning|afternoon|evening|night)\b",
    ),
    "holiday": (
        "christmas day eve easter thanks pentecost epiphany hallow teenth fourth black maundy palm year",
        rf"{MOD}(?:(?P<which>last|this|next|this (?:past|coming)) )?(?P<holiday>{_HOLIDAYS})(?!\w)"
        rf"(?:,? (?:of |in )?(?P<year>{YEAR}))?",
    ),
}
