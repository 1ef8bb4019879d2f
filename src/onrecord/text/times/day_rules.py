"""Patterns of days and times of day: "March 3", "on Tuesday night", "the day before yesterday", "10 p.m. EST"."""

from __future__ import annotations

from typing import Final

from onrecord.text.times.holidays import NAMES
from onrecord.text.times.pieces import (
    ANY_YEAR,
    DAY_OF_MONTH,
    MOD,
    MONTH,
    PART,
    SHORT_WEEKDAY,
    WEEKDAY,
    YEAR,
    ZONE,
)
from onrecord.text.times.words import NUMBER, ORDINAL

Patterns = dict[str, tuple[str, str]]
"""For each rule: stems, one of which every expression has, parted by blanks; and its pattern.

Stems in small letters are looked for whatever the case; "00" stands for two digits in a row, "0" for a digit.
"""

_MONTHS: Final = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec JAN FEB MAR APR JUN JUL AUG SEP OCT NOV DEC"
_WEEKDAYS: Final = "Mon Tue Wed Thu Fri Sat Sun MON TUE WED THU FRI SAT SUN"
_HOLIDAYS: Final = "|".join(name.replace("'", "['’]").replace(".", r"\.?") for name in NAMES)
_THROUGH: Final = r"(?:(?:-|–| – | to | through )(?P<last>{day}))?"

DAYS: Final[Patterns] = {
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
        _MONTHS,
        rf"{MOD}(?:{SHORT_WEEKDAY},? )?(?:(?P<which>last|this|next) )?(?P<month>{MONTH}) "
        rf"(?P<day>{DAY_OF_MONTH}|(?:the )?(?:{ORDINAL})\b){_THROUGH.format(day=DAY_OF_MONTH)}"
        rf"(?:,? (?P<year>{ANY_YEAR}))?{PART}",
    ),
    "day_month": (
        _MONTHS,
        rf"{MOD}(?:{SHORT_WEEKDAY},? )?(?:the )?"
        rf"(?P<day>{DAY_OF_MONTH}|(?:{ORDINAL})\b){_THROUGH.format(day=DAY_OF_MONTH)} (?:of )?(?P<month>{MONTH})"
        rf"(?:,? (?P<year>{ANY_YEAR}))?{PART}",
    ),
    "second_day": (
        _MONTHS,
        rf"(?P<month>{MONTH}) \d{{1,2}}(?:st|nd|rd|th)? (?:and|or) (?P<x>(?P<day>{DAY_OF_MONTH}))(?! [a-z]{{1,20}}s\b)",
    ),
    "day_only": (
        "0",
        r"(?:on|by|until|since|from) (?P<x>the (?P<day>(?:[12]\d|3[01]|[1-9])(?:st|nd|rd|th)))"
        r"(?=[,.;]|\Z| (?:and|when|at)\b)",
    ),
    "weekday": (
        _WEEKDAYS,
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
CLOCKS: Final[Patterns] = {
    "clock_12": (
        "0",
        r"(?:(?:about|around) )?(?P<hour>1[0-2]|0?[1-9])(?:[:.](?P<minute>[0-5]\d))? ?"
        r"(?P<half>[ap]\.m\b\.?|[ap]m\b)" + ZONE,
    ),
    "clock_24": (
        "00",
        r"(?P<hour>[01]?\d|2[0-3])[:.]?(?P<minute>[0-5]\d) ?"
        r"(?:hours\b|(?P<zone>(?-i:GMT|UTC|CES?T|EES?T|BST|MSK|Moscow time|local time))\b)",
    ),
    "clock_hour": (
        "clock morning noon evening",
        r"(?P<hour>1[0-2]|[1-9])(?= o['’]clock\b| in the (?:morning|afternoon|evening)\b)"
        r"(?: o['’]clock)?(?: in the (?P<part>morning|afternoon|evening))?",
    ),
    "clock_word": ("noon night midday", r"(?P<word>noon|midnight|midday)\b" + ZONE),
}
