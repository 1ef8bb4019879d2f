"""Words by which the name of a news outlet is known."""

from __future__ import annotations

import re
from functools import cache

from onrecord.lexicon.word_lists import entries

WORD = re.compile(r"[\w-]+")


def is_outlet(name: str) -> bool:
    """Whether a capitalised name looks like a news outlet's ("Fox News", "the Harbour Gazette")."""
    return any(w in outlet_words() or (w.isupper() and w.capitalize() in outlet_words()) for w in WORD.findall(name))


@cache
def outlet_words() -> frozenset[str]:
    """The words of `outlets.txt`, as written there."""
    return frozenset(word for line in entries("outlets.txt") for word in line.split())
