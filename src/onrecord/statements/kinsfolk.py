"""Kinsfolk: people named in full beside a bearer of their family name, who has that name for himself."""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.records.spans import Span
from onrecord.text.segments import sentence_at

_KIN = (
    r"(?:first\s+(?:lady|gentleman)|(?:(?:grand|step|god|ex-|late\s+)?(?:mother|father|son|daughter|brother|sister"
    r"|husband|wife)|widow(?:er)?|aunt|uncle|niece|nephew|cousin|fianc[eé]e?|partner)(?:-in-law)?)"
)
_KIN_BEFORE = re.compile(rf"\b{_KIN},?\s+$", re.IGNORECASE)
_KIN_BEHIND = re.compile(rf",\s+(?:his|her|their|(?:the\s+)?\w+['’]s)\s+(?:\w+\s+){{0,2}}{_KIN}\b", re.IGNORECASE)
_WORDS = rf"(?:\s+(?!{_KIN}\b|sa(?:id|ys?)\b|that\b|wh)[\w.’'-]+,?){{0,5}}"
_JOINED = re.compile(rf"(?:(?P<and>\s+and)|['’]s?|,){_WORDS}(?P<kin>\s+{_KIN},?)?\s+", re.IGNORECASE)
"""Between a namesake and the name: what joins the two, some words, and whether the last of them are for kin."""
_BEFORE = 80
"""Code points in front of a name among which its namesake is looked for."""


def is_kin(text: str, name: Span, family: str, alone: Sequence[int]) -> bool:
    """Whether the person is a namesake of somebody whom the text calls by the family name alone.

    So are "Holm and Marta Holm", where Holm has no other name, "Holm and first lady Marta Holm", "Holm's sister Marta
    Holm"; and, once the text has called somebody Holm, "her sister, Marta Holm" and "Marta Holm, her sister".  `alone`
    is where the family name stands alone.
    """
    start = max(sentence_at(text, name.start).start, name.start - _BEFORE)
    for namesake in re.finditer(rf"\b{re.escape(family)}", text[start : name.start].lower()):
        joined = _JOINED.fullmatch(text, start + namesake.end(), name.start)
        if joined and (joined["kin"] or (joined["and"] and start + namesake.start() in alone)):
            return True
    called = _KIN_BEFORE.search(text, start, name.start) or _KIN_BEHIND.match(text, name.end, name.end + _BEFORE)
    return bool(called) and alone[0] < name.start
