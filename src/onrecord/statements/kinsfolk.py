"""Kinsfolk: people named in full beside a bearer of their family name, who has that name for himself."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from onrecord.records.spans import Span

_KIN = (
    r"(?:first\s+(?:lady|gentleman)|(?:(?:grand|step|god|ex-|late\s+)?(?:mother|father|son|daughter|brother|sister"
    r"|husband|wife)|widow(?:er)?|aunt|uncle|niece|nephew|cousin|fianc[eé]e?|partner)(?:-in-law)?)"
)
_KIN_BEFORE = re.compile(rf"\b{_KIN},?\s+$", re.IGNORECASE)
_KIN_BEHIND = re.compile(rf",\s+(?:his|her|their|(?:the\s+)?\w+['’]s)\s+(?:\w+\s+){{0,2}}{_KIN}\b", re.IGNORECASE)
_BEFORE = 80
"""Code points in front of a name among which its namesake is looked for."""


def is_kin(text: str, name: Span, family: str, alone: Sequence[int], *, floor: int) -> bool:
    """Whether the person is a namesake of somebody whom the text calls by the family name alone.

    So are "Holm and Marta Holm", where Holm has no other name, "Holm and first lady Marta Holm", "Holm's sister Marta
    Holm"; and, once the text has called somebody Holm, "her sister, Marta Holm" and "Marta Holm, her sister".  `alone`
    is where the family name stands alone; `floor` where the sentence starts.
    """
    start = max(floor, name.start - _BEFORE)
    beside = _namesake(family).search(text, start, name.start)
    if beside and (beside["kin"] or (beside["and"] and beside.start() in alone)):
        return True
    called = _KIN_BEFORE.search(text, start, name.start) or _KIN_BEHIND.match(text, name.end, name.end + _BEFORE)
    return bool(called) and alone[0] < name.start


@lru_cache(maxsize=1024)
def _namesake(family: str) -> re.Pattern[str]:
    """The family name, some words that join it to the name behind, and whether the last of them are for kin."""
    words = rf"(?:\s+(?!{_KIN}\b|sa(?:id|ys?)\b|that\b|wh)[\w.’'-]+,?){{0,5}}"
    joined = rf"(?:(?P<and>\s+and)|['’]s?|,){words}(?P<kin>\s+{_KIN},?)?"
    return re.compile(rf"\b{re.escape(family)}{joined}\s+$", re.IGNORECASE)
