"""Countries by all the words that news has for them, from `countries.txt`."""

from __future__ import annotations

import re
from functools import cache

from onrecord.lexicon.word_lists import entries


@cache
def countries() -> dict[str, str]:
    """Each name, demonym, abbreviation and seat of power (as written, hyphens as spaces) → the country's usual name."""
    found: dict[str, str] = {}
    for line in entries("countries.txt"):
        words = [word.lstrip("@").replace("-", " ") for word in line.replace(";", " ").split()]
        for word in words:
            found.setdefault(word, words[0])
            found.setdefault(f"{word}s", words[0])
    return found


@cache
def _pattern() -> re.Pattern[str]:
    longest_first = sorted(countries(), key=lambda word: (-len(word), word))
    spelled = "|".join(re.escape(word).replace(r"\ ", r"[\s-]") for word in longest_first)
    return re.compile(rf"(?<!\w)(?:{spelled})(?!\w)")


def countries_in(text: str) -> frozenset[str]:
    """The countries that a few words name or belong to: "the Kremlin spokesman" gives Russia; linear time."""
    known = countries()
    return frozenset(known[re.sub(r"[\s-]", " ", found)] for found in _pattern().findall(text))
