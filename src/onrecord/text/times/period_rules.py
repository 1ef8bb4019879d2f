"""Patterns of weeks, months, seasons and quarters, and of vague references ("now", "recent weeks")."""

from __future__ import annotations

from typing import Final

from onrecord.text.times import pieces
from onrecord.text.times.pieces import ANY_YEAR, MOD, MONTH, SEASON, WHICH, YEAR, Patterns

_NTH: Final = r"(?P<ordinal>first|second|third|fourth|last|final|latest)"
_INSIDE: Final = r"(?:for|during|of|over|in|into|through|throughout|within|until)"
_AMBIGUOUS: Final = r"(?-i:March|April|May|June|August)\b"
"""Months that are also names or verbs: they need a word before them that tells."""

MONTHS: Final[Patterns] = {
    "month_year": (pieces.MONTH_STEMS, rf"{MOD}(?P<month>{MONTH})(?: of|,)? (?P<year>{ANY_YEAR})"),
    "month_relative": (pieces.MONTH_STEMS, rf"{MOD}{WHICH} (?P<month>{MONTH})"),
    "month_of_year": (pieces.MONTH_STEMS, rf"{MOD}(?P<month>{MONTH})(?: of)? (?P<of_year>this|last|next) year\b"),
    "month": (
        pieces.MONTH_STEMS,
        rf"(?P<mod>early|late|mid|the (?:very )?(?:end|beginning|start|middle) of)(?:-| )(?P<month>{MONTH})"
        r"|(?P<plain>(?-i:January|February|July|September|October|November|December)\b)"
        r"|(?:in|by|since|until|till|from|of|during|through|before|after|for|to|and)"
        rf" (?P<x>{_AMBIGUOUS})(?-i:(?! [A-Z]))"
        rf"|(?:the|a|its|their|his|her|our) (?P<x2>{_AMBIGUOUS})(?-i:(?= [a-z]))(?! (?:on|for|of|was)\b)",
    ),
}
PERIODS: Final[Patterns] = {
    "period": (
        f"day week month quarter year decade centur {pieces.SEASON_STEMS}",
        rf"{MOD}{WHICH} (?:(?:full|fiscal|calendar|whole) )?"
        rf"(?P<unit>day|week(?:end)?|month|quarter|year|decade|century|{SEASON}|fall)\b(?!-)",
    ),
    "year_before": (
        "year",
        r"(?:the )?(?:comparable |same )?(?P<back>year(?:-| )(?:earlier|ago)|prior(?:-| )year)"
        r" (?:(?:first|second|third|fourth) )?(?P<unit>quarter|period|half|nine months|six months|month)\b"
        r"|(?P<attribute>year-(?:earlier|ago))(?= )",
    ),
    "reported": ("period", rf"the (?:(?P<year>{YEAR})|(?P<which>latest|current|previous|prior)) (?P<unit>period)\b"),
    "edge": (
        "week month year decade centur",
        r"(?P<mod>the (?:very )?(?:end|beginning|start|middle) of|early in|earlier in|late in|later in)"
        r" the (?P<unit>week|month|year|decade|century)\b",
    ),
    "year_end": ("end", r"(?:the )?(?P<unit>year|month|quarter)(?:-| )end\b"),
    "ended": (
        "ended ending",
        r"(?P<x>the (?:fiscal |full )?(?P<unit>year|quarter|month|week|half)) (?:that )?(?:ended|ending) (?:on )?"
        rf"(?P<month>{MONTH}) (?P<day>\d{{1,2}})\b(?:, (?P<year>{YEAR}))?",
    ),
    "weekend": ("weekend quarter", r"the (?P<unit>weekend|quarter)\b(?! of\b|-)"),
    "bare": (
        "year month week",
        rf"{_INSIDE} (?P<x>the (?:(?:full|fiscal|calendar|whole|entire) )?(?P<unit>year|month|week))\b"
        rf"(?! (?:of(?= [a-z])|when|that|before|after|since|he|she|they|{YEAR})\b|-|['’]s)"
        r"|the (?:full|fiscal) (?P<unit2>year)\b",
    ),
    "season": (
        pieces.SEASON_STEMS,
        r"(?:in|since|until|by|of|early|late|over|during|through|for|into|this|last|next) "
        rf"(?P<x>(?:the )?(?:(?P<mod>early|late) )?(?P<season>{SEASON}|fall(?! (?:of(?! \d)|in|to|from)\b))\b"
        rf"(?: (?:of )?(?P<year>{ANY_YEAR}))?)",
    ),
    "season_year": (pieces.SEASON_STEMS, rf"(?P<season>{SEASON}|fall) (?:of )?(?P<year>{YEAR})"),
    "quarter": (
        "quarter half",
        rf"{MOD}(?:(?:the )?(?P<which>this|last|next) year['’]s |the (?:company['’]s )?|its |their )?"
        rf"(?:fiscal(?:-| ))?(?:(?P<year>{YEAR}) )?{_NTH}"
        r"(?: quarter\b|(?:-| )(?P<half>half) of(?= (?:\d|(?:this|last|next|the) year\b)))"
        rf"(?:(?: of)?,? (?P<of>{YEAR}|(?:this|last|next|the) year\b))?",
    ),
    "quarter_attribute": ("quarter", rf"(?:fiscal )?{_NTH}-quarter\b"),
    "quarter_code": ("0", rf"(?P<code>(?-i:Q[1-4]|H[12]))(?:,? (?:of )?(?P<of>{YEAR}))?(?![\w-])"),
}
_PAST: Final = (
    r"recently|lately|recent (?:hour|day|week|month|year|decade)s(?: and (?:week|month|year)s)?"
    r"|the (?:recent |distant )?past(?! \w)"
)
_PRESENT: Final = r"(?:right )?now|currently|nowadays|at the moment|at present|these days"
_FUTURE: Final = (
    r"the (?:near |distant |foreseeable |immediate )?future|the (?:near|short|long) term(?!-)"
    r"|future (?:quarters|years|months|weeks|days|generations|decades)"
)
_COUNTED: Final = r"few|several|two|three|four|five|six|\d+|year|month|week|decade|day|century|quarter|hour|half"

VAGUE: Final[Patterns] = {
    "reference": (
        "recent latel now current present moment future past quarters term days",
        rf"(?P<past>{_PAST})\b|(?P<present>{_PRESENT})\b|(?P<future>{_FUTURE})\b"
        r"|(?P<present2>current)(?= (?!fiscal|year|month|week|quarter|period|decade)[a-z])"
        rf"|in (?P<x>the (?:recent )?past)\b(?! (?:{_COUNTED}))",
    ),
}
