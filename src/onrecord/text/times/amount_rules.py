"""Patterns of durations, ages and sets: "no more than 10 days", "two to six years", "every other Friday", "twice a week"."""

from __future__ import annotations

from typing import Final

from onrecord.text.times.day_rules import Patterns
from onrecord.text.times.pieces import APPROX, COUNTED_UNIT, MONTH, SEASON, UNIT, WAY, WEEKDAY, WEEKDAYS
from onrecord.text.times.words import NUMBER

_UNITS: Final = "seconds minute hour day night week month quarter year decade centur millenni"
_WEEKDAYS: Final = "Mon Tue Wed Thu Fri Sat Sun MON TUE WED THU FRI SAT SUN"

DURATIONS: Final[Patterns] = {
    "quantity": (
        _UNITS,
        rf"(?P<ahead>in (?!(?:the|past|last|next|first) ))?{APPROX}"
        r"(?:(?:the )?(?P<span>past|last|next|first|coming|previous|following) )?"
        rf"(?P<number>{NUMBER}|an?|half an?|another)(?:(?:-| )(?:to|or)(?:-| )(?P<most>{NUMBER}))?(?:-| )"
        r"(?:(?:more|full|straight|consecutive|additional|long|whole|and a half) )?"
        rf"(?P<unit>{COUNTED_UNIT})(?: or (?P<so>so|more|two))?(?: (?P<way>{WAY})(?!\w)|-long\b)?(?!(?:-| )olds?\b|-(?:earlier|ago)\b)",
    ),
    "open_duration": (
        _UNITS,
        r"(?:for|of|over|within|take|took|last|lasted|after|in|several|many)"
        r" (?P<x>(?P<unit>(?:minute|hour|day|week|month|year|decade|centurie)s)\b(?:(?: (?P<way>ago|earlier|later))\b)?)"
        r"|(?P<x2>(?P<unit2>(?:minute|hour|day|week|month|year|decade|centurie)s) (?P<way2>ago|earlier|later))\b"
        r"|(?P<x3>(?P<unit3>(?:minute|hour|day|week|month|year)s)\b)(?= (?:before|after|that followed|leading up)\b)",
    ),
    "recent": (
        _UNITS,
        r"(?P<x>(?:the )?(?P<recent>coming|past|last) (?P<unit>(?:hour|day|week|month|year|decade)s)\b)",
    ),
    "long": (
        "long",
        r"(?P<unit>(?:minute|hour|day|week|month|year|decade|centurie)s)-long\b"
        r"|(?P<one>hour|day|night|week|month|year|decade|century)(?:-| )?long\b",
    ),
    "whole": ("day night week month year", r"all (?P<one>day|night|week|month|year)(?: long)?\b(?!-)"),
    "age": (
        "old aged",
        rf"(?P<number>{NUMBER})-(?P<unit>year|month|week|day|decade)s?-olds?\b"
        rf"|(?P<number2>{NUMBER}) (?P<unit2>years|months|weeks|days) old\b"
        r"|(?P<unit3>years|months|weeks|days|decades|centuries)-old\b"
        r"|aged (?P<x>(?P<years>\d{1,3}))\b(?![-.,:/%]?\d)",
    ),
}
SETS: Final[Patterns] = {
    "every": (
        f"{_UNITS} morning noon evening spring summer autumn winter fall each every",
        rf"(?:every|each) (?:single )?(?:(?P<number>other|{NUMBER}) )?"
        rf"(?P<unit>{UNIT}|quarter|weekend|{WEEKDAY}|morning|afternoon|evening|night|{SEASON}|fall|Christmas|{MONTH})(?!\w)"
        r"(?: (?P<part>morning|afternoon|evening|night)\b)?",
    ),
    "adverb": (
        "ly",
        r"(?P<adverb>hourly|daily|nightly|(?:bi)?weekly|fortnightly|(?:bi)?monthly|quarterly(?! [a-z])|yearly|(?:bi)?annually)\b",
    ),
    "rate": (
        "hour day week month year",
        r"(?:once|twice|times|\d|%|percent|million|billion|thousand|hundred|dollars|euros)"
        r" (?P<x>(?:an?|per) (?P<unit>hour|day|week|month|year)\b)",
    ),
    "weekdays": (
        _WEEKDAYS,
        rf"(?P<weekday>{WEEKDAYS})|(?P<weekday2>{WEEKDAY}) (?P<part>mornings|afternoons|evenings|nights)\b",
    ),
    "plural_days": ("week", r"(?:on|during|at) (?P<x>(?P<unit>weekdays|weekends|weeknights))\b"),
}
