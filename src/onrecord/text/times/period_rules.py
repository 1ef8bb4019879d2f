"""Patterns of weeks, months, quarters, years and longer periods, and of vague references ("now", "recent weeks")."""

from __future__ import annotations

from typing import Final

from onrecord.text.times.day_rules import Patterns
from onrecord.text.times.pieces import ANY_YEAR, MOD, MONTH, SEASON, WHICH, YEAR
from onrecord.text.times.words import ORDINAL, SPELLED_YEAR, SPOKEN_YEAR

_MONTHS: Final = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec JAN FEB MAR APR JUN JUL AUG SEP OCT NOV DEC"
_NTH: Final = r"(?P<ordinal>first|second|third|fourth|last|final|latest)"
_INSIDE: Final = r"(?:for|during|of|over|in|into|through|throughout|within|until)"
_DECADES: Final = "twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties"

MONTHS: Final[Patterns] = {
    "month_year": (_MONTHS, rf"{MOD}(?P<month>{MONTH})(?: of|,)? (?P<year>{ANY_YEAR})"),
    "month_relative": (_MONTHS, rf"{MOD}{WHICH} (?P<month>{MONTH})"),
    "month_of_year": (_MONTHS, rf"{MOD}(?P<month>{MONTH})(?: of)? (?P<of_year>this|last|next) year\b"),
    # months that are also names or verbs need a word before them that tells
    "month": (
        _MONTHS,
        rf"(?P<mod>early|late|mid|the (?:very )?(?:end|beginning|start|middle) of)(?:-| )(?P<month>{MONTH})"
        r"|(?P<plain>(?-i:January|February|July|September|October|November|December)\b)"
        r"|(?:in|by|since|until|till|from|of|during|through|before|after|for|to|and)"
        r" (?P<x>(?-i:March|April|May|June|August)\b)(?-i:(?! [A-Z]))"
        r"|(?:the|a|its|their|his|her|our) (?P<x2>(?-i:March|April|May|June|August)\b)(?-i:(?= [a-z]))"
        r"(?! (?:on|for|of|was)\b)",
    ),
}
PERIODS: Final[Patterns] = {
    "period": (
        "day week month quarter year decade centur spring summer autumn winter fall period",
        rf"{MOD}{WHICH} (?:(?:full|fiscal|calendar|whole) )?"
        rf"(?P<unit>day|week(?:end)?|month|quarter|year|decade|century|{SEASON}|fall)\b(?!-)",
    ),
    "year_before": (
        "year",
        r"(?:the )?(?:comparable |same )?(?P<back>year(?:-| )(?:earlier|ago)|prior(?:-| )year)"
        r" (?:(?:first|second|third|fourth) )?(?P<unit>quarter|period|half|nine months|six months|month)\b|(?P<attribute>year-(?:earlier|ago))(?= )",
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
        rf"(?! (?:of(?= [a-z])|when|that|before|after|since|he|she|they|{YEAR})\b|-|['’]s)|the (?:full|fiscal) (?P<unit2>year)\b",
    ),
    "season": (
        "spring summer autumn winter fall",
        r"(?:in|since|until|by|of|early|late|over|during|through|for|into|this|last|next) "
        rf"(?P<x>(?:the )?(?:(?P<mod>early|late) )?(?P<season>{SEASON}|fall(?! (?:of(?! \d)|in|to|from)\b))\b"
        rf"(?: (?:of )?(?P<year>{ANY_YEAR}))?)",
    ),
    "season_year": ("spring summer autumn winter fall", rf"(?P<season>{SEASON}|fall) (?:of )?(?P<year>{YEAR})"),
    "quarter": (
        "quarter half",
        rf"{MOD}(?:(?:the )?(?P<which>this|last|next) year['’]s |the (?:company['’]s )?|its |their )?"
        rf"(?:fiscal(?:-| ))?(?:(?P<year>{YEAR}) )?{_NTH}"
        r"(?: quarter\b|(?:-| )(?P<half>half) of(?= (?:\d|(?:this|last|next|the) year\b)))"
        rf"(?:(?: of)?,? (?P<of>{YEAR}|(?:this|last|next|the) year\b))?",
    ),
    "quarter_attribute": ("quarter", rf"(?:fiscal )?{_NTH}-quarter\b"),
    "quarter_code": (
        "0",
        rf"(?P<code>(?-i:Q[1-4]|H[12]))(?:,? (?:of )?(?P<of>{YEAR}))?(?![\w-])",
    ),
    "year_range": (
        "00",
        r"(?<![-$€£#.,:/0-9])(?:fiscal |FY ?)?(?P<year>(?:1[5-9]|20)\d\d)(?:-|–|/)"
        r"(?P<last>(?:1[5-9]|20)\d\d|\d\d)\b(?![-/.,]?\d)",
    ),
    "year": (
        "00",
        rf"(?<![-$€£#.,:/0-9]){MOD}(?P<fiscal>fiscal (?:year )?|FY ?)?(?:the year )?(?P<year>{YEAR})"
        r"(?! (?:people|men|women|troops|soldiers|votes|miles|feet|acres|homes|jobs|tons|tonnes)\b)",
    ),
    "old_year": (
        "00",
        r"(?:in|of|by|since|until|around|about|from) (?P<x>(?P<year>1[0-4]\d\d)\b)"
        r"(?![-.,:/%]?\d| (?!(?:and|to|the|by|when|after|before|he|she|they|it|under|with)\b)[a-z]|%)",
    ),
    "era": (
        "00 0",
        r"(?-i:(?:AD|A\.D\.|CE)) (?P<ad>\d{1,4})\b|(?P<bc>\d{1,4}) ?(?-i:BCE|BC\b|B\.C\.)"
        r"|(?P<ad2>\d{1,4}) ?(?-i:AD|CE)\b",
    ),
    "spelled_year": (
        "nineteen eighteen twenty thousand",
        rf"{MOD}(?P<year>{SPOKEN_YEAR})(?!-)(?-i:(?! [a-z]{{1,20}}s\b))"
        rf"|(?:in|of|since|by|until|from) (?P<x>(?:the year )?(?P<year2>{SPELLED_YEAR}))(?!-)(?-i:(?! [a-z]{{1,20}}s\b))",
    ),
    "decade": (
        "0s nties rties fties xties hties",
        rf"{MOD}(?:the )?(?:(?P<inner_mod>early|late|mid)(?:-| ))?"
        rf"(?:(?P<decade>(?:1[5-9]|20)\d)0s|['’](?P<short>\d)0s|nineteen(?:-| )(?P<spelled>{_DECADES}))\b"
        rf"|(?:in|of|since|during|from) (?P<x>the (?:(?P<inner_mod2>early|late|mid)(?:-| ))?(?P<spelled2>{_DECADES}))\b",
    ),
    "century": (
        "centur",
        rf"{MOD}(?:the )?(?:(?P<inner_mod>early|late|mid)(?:-| ))?(?P<century>(?:[12]?\d)(?:st|nd|rd|th)|{ORDINAL})"
        r"(?:-| )century\b(?: (?P<bc>(?-i:BCE?|B\.C\.)))?",
    ),
}
VAGUE: Final[Patterns] = {
    "reference": (
        "recent latel now current present moment future past coming weeks months years quarters term",
        r"(?P<past>recently|lately|recent (?:hour|day|week|month|year|decade)s(?: and (?:week|month|year)s)?)\b|(?P<present>(?:right )?now|currently|nowadays|at the moment|at present|these days)\b"
        r"|(?P<present2>current)(?= (?!fiscal|year|month|week|quarter|period|decade)[a-z])"
        r"|(?P<future>the (?:near |distant |foreseeable |immediate )?future|the (?:near|short|long) term)\b(?!-)"
        r"|(?P<future2>future (?:quarters|years|months|weeks|days|generations|decades))\b"
        r"|(?P<gone>the (?:recent |distant )?past)\b(?! \w)|(?<!\w)in (?P<x>the (?:recent )?past)\b(?! (?:few|several|two|three"
        r"|four|five|six|\d+|year|month|week|decade|day|century|quarter|hour|half))",
    ),
}
