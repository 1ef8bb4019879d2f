"""Patterns of durations, ages and sets: "no more than 10 days", "37 years old", "every Friday", "twice a week"."""

from __future__ import annotations

from typing import Final

from onrecord.text.times import pieces
from onrecord.text.times.pieces import (
    APPROX,
    COUNTED_UNIT,
    MONTH,
    PLURAL_UNIT,
    SEASON,
    WAY,
    WEEKDAY,
    WEEKDAYS,
    Patterns,
)
from onrecord.text.times.words import NUMBER

_FILLER: Final = r"(?:(?:more|full|straight|consecutive|additional|long|whole|(?P<plus>and a half)) )?"
_NOT_OLD: Final = r"(?!(?:-| )olds?\b|-(?:earlier|ago)\b)"
_REPEATED: Final = (
    rf"(?:minute|hour|day|night|week|fortnight|month|year|decade)s?|quarter|weekend|{WEEKDAY}|morning|afternoon|evening"
    rf"|{SEASON}|fall|Christmas|{MONTH}"
)

DURATIONS: Final[Patterns] = {
    "quantity": (
        pieces.UNIT_STEMS,
        rf"(?P<ahead>in (?!(?:the|past|last|next|first) ))?{APPROX}"
        r"(?:(?:the )?(?P<span>past|last|next|first|coming|previous|following) )?"
        rf"(?!an? {PLURAL_UNIT}-)(?P<number>{NUMBER}|an?|half an?|another)"
        rf"(?:(?:-| )(?:to|or)(?:-| )(?P<most>{NUMBER}))?(?:-| ){_FILLER}"
        rf"(?P<unit>{COUNTED_UNIT})(?: or (?P<so>so|more|two))?(?: (?P<way>{WAY})(?!\w)|-long\b)?{_NOT_OLD}",
    ),
    "open_duration": (
        pieces.UNIT_STEMS,
        r"(?:for|of|over|within|take|took|last|lasted|after|in|several|many)"
        rf" (?P<x>(?P<unit>{PLURAL_UNIT})\b(?: (?P<way>ago|earlier|later)\b)?)"
        rf"|(?P<x2>(?P<unit2>{PLURAL_UNIT}) (?P<way2>ago|earlier|later))\b"
        rf"|(?P<x3>(?P<unit3>{PLURAL_UNIT})\b)(?= (?:before|after|that followed|leading up)\b)",
    ),
    "open_side": (
        pieces.UNIT_STEMS,
        r"(?:the )?(?P<side>coming|past|last) (?P<unit>(?:hour|day|week|month|year|decade)s)\b",
    ),
    "long": (
        "long",
        rf"(?P<unit>{PLURAL_UNIT})-long\b|(?P<one>hour|day|night|week|month|year|decade|century)(?:-| )?long\b",
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
        f"{pieces.UNIT_STEMS} morning noon evening {pieces.SEASON_STEMS} each every",
        rf"(?:every|each) (?:single )?(?:(?P<number>other|{NUMBER}) )?(?P<unit>{_REPEATED})(?!\w)"
        r"(?: (?P<part>morning|afternoon|evening|night)\b)?",
    ),
    "adverb": (
        "ly",
        r"(?P<adverb>hourly|daily|nightly|(?:bi)?weekly|fortnightly|(?:bi)?monthly|quarterly(?! [a-z])|yearly"
        r"|(?:bi)?annually)\b",
    ),
    "rate": (
        "hour day week month year",
        r"(?:once|twice|times|\d|%|percent|million|billion|thousand|hundred|dollars|euros)"
        r" (?P<x>(?:an?|per) (?P<unit>hour|day|week|month|year)\b)",
    ),
    "weekdays": (
        pieces.WEEKDAY_STEMS,
        rf"(?P<weekday>{WEEKDAYS})|(?P<weekday2>{WEEKDAY}) (?P<part>mornings|afternoons|evenings|nights)\b",
    ),
    "plural_days": ("week", r"(?:on|during|at) (?P<x>(?P<unit>weekdays|weekends|weeknights))\b"),
}
