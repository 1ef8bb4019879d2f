"""The language of a text, told by its most frequent words: English, or unknown."""

from __future__ import annotations

import re

_ENGLISH = frozenset(
    "the of and to in that is for on with as was by at from said it he she his her are were has have be not".split()
)
_SAMPLE = 6_000
_FEWEST = 8
_SHARE = 0.15


def language_of(text: str) -> str:
    """ "en" where at least 15 % of the first words are English function words, else "und" (BCP 47)."""
    words = re.findall(r"[^\W\d_]+", text[:_SAMPLE].lower())
    if len(words) < _FEWEST:
        return "und"
    return "en" if sum(w in _ENGLISH for w in words) >= _SHARE * len(words) else "und"
