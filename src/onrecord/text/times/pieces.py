"""The pieces that the patterns of time expressions are put together from.

In a pattern a blank stands for white space that may hold one line break, and `\\d` for the ten digits of ASCII;
neither may stand inside a character class or a look-behind.
"""

from __future__ import annotations

import re
from typing import Final

from onrecord.text.times.words import SPELLED_YEAR

Patterns = dict[str, tuple[str, str]]
"""For each rule: stems, one of which every expression has, parted by blanks; and its pattern.

Stems in small letters are looked for whatever the case; "00" stands for two digits in a row, "0" for a digit.
"""

_BLANK: Final = r"(?:[ \t\xa0]{1,3}(?:\r?\n[ \t\xa0]{0,8})?|\r?\n[ \t\xa0]{0,8})"

MONTH_STEMS: Final = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec JAN FEB MAR APR JUN JUL AUG SEP OCT NOV DEC"
WEEKDAY_STEMS: Final = "Mon Tue Wed Thu Fri Sat Sun MON TUE WED THU FRI SAT SUN"
UNIT_STEMS: Final = "seconds minute hour day night week month quarter year decade centur millenni"
SEASON_STEMS: Final = "spring summer autumn winter fall"

MONTH: Final = (
    r"(?-i:(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|JANUARY|FEBRUARY|MARCH|APRIL|JUNE|JULY|AUGUST|SEPTEMBER|OCTOBER|NOVEMBER|DECEMBER)\b"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?)"
)
WEEKDAY: Final = r"(?-i:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|(?:MON|TUES|WEDNES|THURS|FRI|SATUR|SUN)DAY\b)"
WEEKDAYS: Final = r"(?-i:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days\b)"
SHORT_WEEKDAY: Final = rf"(?:{WEEKDAY}|(?-i:Mon|Tues?|Wed|Thu(?:rs?)?|Fri|Sat|Sun)\b\.?)"
PLURAL_UNIT: Final = r"(?:minute|hour|day|week|month|year|decade|centurie)s"
COUNTED_UNIT: Final = (
    r"(?:(?:minute|hour|day|week|fortnight|month|year|decade|centur(?:y|ie))s?|seconds|quarters(?! of\b)"
    r"|nights|millenni(?:um|a))\b"
)
SEASON: Final = r"spring|summer|autumn|winter"
YEAR: Final = r"(?:1[5-9]\d\d|20\d\d)\b(?!-\d|[.,]?\d|%)"
ANY_YEAR: Final = rf"(?:{YEAR}|{SPELLED_YEAR})"
DAY_OF_MONTH: Final = r"(?:[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?\b(?![,.:/]?\d|%| percent\b| per cent\b)"

MOD: Final = (
    r"(?:(?P<mod>early|earlier|late|later|mid|sometime|the (?:very )?(?:end|beginning|start|middle) of)"
    r"(?:-| (?:on |in )?))?"
)
INNER_MOD: Final = r"(?:(?P<inner_mod>early|late|mid)(?:-| ))?"
WHICH: Final = (
    r"(?P<which>(?:the |this )?(?:last|past|next|previous|preceding|following|coming|upcoming)"
    r"|(?:the|that) (?:very )?same|the (?:current|latest)|same|current|latest|this|that)"
)
PART: Final = r"(?: (?P<part>morning|afternoon|evening|night)\b)?"
APPROX: Final = (
    r"(?:(?P<approx>no (?:more|less|fewer|longer) than|(?:more|less|fewer|longer) than|at (?:least|most)|up to"
    r"|over(?! (?:the|several|many|a few)\b)|under|nearly|almost|about|around|roughly|some|approximately"
    r"|as (?:little|few|much|many|long) as) )?"
)
WAY: Final = r"ago|earlier|later|from now|hence|(?:before|after)(?=[,.;]|\Z)"
ZONE_NAME: Final = (
    r"(?P<zone>(?-i:[ECMP][SD]?T|GMT|UTC|Z|BST|CES?T|EES?T|MSK|IST|JST|KST|AE[SD]T|Moscow time|local time))\b"
)
ZONE: Final = rf"(?: ?\(?{ZONE_NAME}\)?)?"


def compiled(pattern: str) -> re.Pattern[str]:
    """The pattern, with its blanks and digits spelled out; letter case does not matter unless the pattern says so.

    Letters are those of ASCII ("İ" is no "i"), but a word goes on with any letter.
    """
    exact = pattern.replace(r"\d", "[0-9]").replace(" ", _BLANK)
    return re.compile(rf"(?<!\w)(?a:{exact})(?![^\W\x00-\x7f])", re.IGNORECASE)
