"""The grammar of English time expressions: one named pattern a rule, each linear in the length of the text.

In a pattern a blank stands for white space that may hold one line break, and `\\d` for the ten digits of ASCII;
neither may stand inside a character class.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Final

from onrecord.text.time_words import NUMBER

_BLANK = r"(?:[ \t\xa0]{1,3}(?:\r?\n[ \t\xa0]{0,8})?|\r?\n[ \t\xa0]{0,8})"

_MONTH = (
    r"(?-i:(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|JANUARY|FEBRUARY|MARCH|APRIL|JUNE|JULY|AUGUST|SEPTEMBER|OCTOBER|NOVEMBER|DECEMBER)\b"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?)"
)
_WEEKDAY = r"(?-i:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:MON|TUES|WEDNES|THURS|FRI|SATUR|SUN)DAY)\b"
_SHORT_WEEKDAY = rf"(?:{_WEEKDAY}|(?-i:Mon|Tues?|Wed|Thu(?:rs?)?|Fri|Sat|Sun)\b\.?)"
_UNIT = r"(?:minute|hour|day|week|fortnight|month|year|decade|centur(?:y|ie))s?"
_COUNTED_UNIT = r"(?:(?:minute|hour|day|week|fortnight|month|year|decade|centur(?:y|ie))s?|seconds|quarters(?! of\b))\b"
_YEAR = r"(?:1[5-9]\d\d|20\d\d)\b(?!-\d|[.,]?\d|%)"
_DAY_OF_MONTH = r"(?:[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?\b(?![,.:/]?\d|%| percent\b| per cent\b)"
_MOD = (
    r"(?:(?P<mod>early|earlier|late|later|mid|the (?:very )?(?:end|beginning|start|middle) of)"
    r"(?:-| (?:on |in )?))?"
)
_WHICH = (
    r"(?P<which>(?:the )?(?:last|past|next|previous|preceding|following|coming|upcoming|same|current|latest)|this|that)"
)
_PART = r"(?: (?P<part>morning|afternoon|evening|night)\b)?"
_APPROX = (
    r"(?:(?P<approx>no (?:more|less|fewer|longer) than|(?:more|less|fewer|longer) than|at (?:least|most)|up to"
    r"|over(?! the\b)|under|nearly|almost|about|around|roughly|some|approximately|only|just) )?"
)
_WAY = r"ago|earlier|later|from now|hence|(?:before|after)(?=[,.;]|\Z)"
_SEASON = r"spring|summer|autumn|winter"
_ZONE = r"(?: ?\(?(?-i:[ECMP][SD]?T|GMT|UTC|BST|CES?T|IST|JST|Moscow time|local time)\b\)?)?"

_DAYS: Final = {
    "iso": r"(?P<day>\d{4}-\d\d-\d\d)"
    r"(?:(?:T| )(?P<clock>\d\d:\d\d)(?::\d\d(?:\.\d{1,6})?)?(?:Z|[+-]\d\d:?\d\d)?)?(?!\d)",
    "slashed": r"(?<![0-9/.])(?P<first>\d{1,2})(?:/(?P<second>\d{1,2})/|\.(?P<second_dot>\d{1,2})\.)"
    r"(?P<year>(?:19|20)\d\d|(?<=/)\d\d)(?![0-9/]|\.\d)",
    "month_day": rf"{_MOD}(?:{_SHORT_WEEKDAY},? )?(?P<month>{_MONTH}) (?P<day>{_DAY_OF_MONTH})"
    rf"(?:,? (?P<year>{_YEAR}))?{_PART}",
    "day_month": rf"{_MOD}(?:{_SHORT_WEEKDAY},? )?(?:the )?(?P<day>{_DAY_OF_MONTH}) (?:of )?(?P<month>{_MONTH})"
    rf"(?:,? (?P<year>{_YEAR}))?{_PART}",
    "weekday": rf"{_MOD}(?:(?P<which>this (?:past|coming)|(?:the )?(?:last|next|following|previous)|this|that) )?"
    rf"(?P<weekday>{_WEEKDAY}){_PART}",
    "deictic": rf"{_MOD}(?P<deictic>the day (?:after tomorrow|before yesterday)"
    rf"|today|yesterday|tomorrow|tonight)\b{_PART}",
    "day_part": rf"{_MOD}(?:the )?(?P<which>this|last|that|next|following|previous|same)"
    r" (?P<part>morning|afternoon|evening|night)\b",
    "holiday": r"(?P<holiday>Christmas(?: Day| Eve)?|New Year['’]s (?:Day|Eve)|Halloween|Valentine['’]s Day)\b",
}
_CLOCKS: Final = {
    "clock_12": r"(?P<hour>1[0-2]|0?[1-9])(?:[:.](?P<minute>[0-5]\d))? ?(?P<half>[ap]\.m\b\.?|[ap]m\b)" + _ZONE,
    "clock_24": r"(?P<hour>[01]?\d|2[0-3])[:.]?(?P<minute>[0-5]\d) ?"
    r"(?:hours\b|(?-i:GMT|UTC|CES?T|BST|MSK|Moscow time|local time)\b)",
    "clock_hour": r"(?P<hour>1[0-2]|[1-9])(?= o['’]clock\b| in the (?:morning|afternoon|evening)\b)"
    r"(?: o['’]clock)?(?: in the (?P<part>morning|afternoon|evening))?",
    "clock_word": r"(?P<word>noon|midnight|midday)\b",
}
_PERIODS: Final = {
    "month_year": rf"{_MOD}(?P<month>{_MONTH})(?: of|,)? (?P<year>{_YEAR})",
    "month_relative": rf"{_MOD}{_WHICH} (?P<month>{_MONTH})",
    "month_of_year": rf"{_MOD}(?P<month>{_MONTH})(?: of)? (?P<of_year>this|last|next) year\b",
    # months that are also names or verbs need a word before them that tells
    "month": rf"(?P<mod>early|late|mid)(?:-| )(?P<month>{_MONTH})"
    r"|(?P<plain>(?-i:January|February|July|September|October|November|December)\b)"
    r"|(?:in|by|since|until|till|from|of|during|through|before|after|for)"
    r" (?P<x>(?-i:March|April|May|June|August)\b)(?-i:(?! [A-Z]))",
    "period": rf"{_MOD}{_WHICH} (?P<unit>day|week(?:end)?|month|quarter|year|decade|century|{_SEASON}|fall)\b(?!-)",
    "edge": r"(?P<mod>the (?:very )?(?:end|beginning|start|middle) of) the (?P<unit>week|month|year|decade|century)\b",
    "weekend": r"the (?P<unit>weekend|quarter)\b(?! of\b|-)",
    "season": r"(?:in|since|until|by|of|early|late) "
    rf"(?P<x>(?:the )?(?P<season>{_SEASON})\b(?: (?:of )?(?P<year>{_YEAR}))?)",
    "quarter": rf"{_MOD}(?:(?:the )?(?P<which>this|last|next) year['’]s |the )?(?:fiscal )?"
    r"(?P<ordinal>first|second|third|fourth)(?:-| )(?:quarter\b|(?P<half>half) of)"
    rf"(?:(?: of)?,? (?P<of>{_YEAR}|(?:this|last|next|the) year\b))?",
    "year": rf"(?<![-$€£#.,:/0-9]){_MOD}(?:fiscal (?:year )?|the year )?(?P<year>{_YEAR})"
    r"(?! (?:people|men|women|troops|soldiers|votes)\b)",
    "decade": rf"{_MOD}(?:the )?(?:(?P<inner_mod>early|late|mid)(?:-| ))?"
    r"(?:(?P<decade>(?:1[5-9]|20)\d)0s|['’](?P<short>\d)0s)\b",
    "century": rf"{_MOD}(?:the )?(?P<century>1\d|20|21)(?:st|th) century\b",
}
_DURATIONS: Final = {
    "quantity": rf"(?P<ahead>in (?!(?:the|past|last|next|first) ))?{_APPROX}"
    r"(?:the )?(?:(?:past|last|next|first|coming|previous|following) )?"
    rf"(?P<number>{NUMBER}|an?|half an?|another)(?:-| )(?:(?:more|full|straight|consecutive|additional) )?"
    rf"(?P<unit>{_COUNTED_UNIT})(?:(?: or (?:so|more))? (?P<way>{_WAY})(?!\w)|-long\b)?(?!(?:-| )old\b)",
    "open_duration": r"(?:for|of|over|within|take|took|last|lasted|after)"
    r" (?P<x>(?P<unit>(?:minute|hour|day|week|month|year|decade)s)\b)",
}
_SETS: Final = {
    "every": rf"(?:every|each) (?:(?P<number>other|{NUMBER}) )?"
    rf"(?P<unit>{_UNIT}|quarter|{_WEEKDAY}|morning|afternoon|evening|night)\b",
    "adverb": r"(?P<adverb>hourly|daily|nightly|weekly|fortnightly|monthly|yearly|annually)\b",
    "rate": r"(?:once|twice|times|\d|%|percent|million|billion|thousand|hundred|dollars|euros)"
    r" (?P<x>(?:an?|per) (?P<unit>hour|day|week|month|year)\b)",
}
_VAGUE: Final = {
    "recent": r"(?:in )?(?P<x>recent (?:hour|day|week|month|year|decade)s\b)",
    "reference": r"(?P<past>recently|lately)\b|(?P<present>now|currently|nowadays|at the moment|at present)\b"
    r"|(?P<future>the (?:near |distant |foreseeable )?future)\b|(?P<gone>the (?:recent |distant )?past)\b(?! \w)",
}


@dataclass(frozen=True, slots=True)
class Rule:
    """A named pattern; where it has a group `x`, that is the expression and the rest its context.

    `type` is the TIMEX3 type of a match that names no time of day and counts from no day.
    """

    name: str
    pattern: re.Pattern[str]
    type: str


@cache
def rules() -> tuple[Rule, ...]:
    """All rules, compiled at the first call; of two that match the same words, the first holds."""
    kinds = (("DATE", _DAYS | _PERIODS | _VAGUE), ("TIME", _CLOCKS), ("SET", _SETS), ("DURATION", _DURATIONS))
    return tuple(Rule(name, _compile(pattern), kind) for kind, found in kinds for name, pattern in found.items())


def _compile(pattern: str) -> re.Pattern[str]:
    exact = pattern.replace(r"\d", "[0-9]").replace(" ", _BLANK)
    return re.compile(rf"(?<!\w)(?:{exact})", re.IGNORECASE)
