"""Words that bind somebody to an action, from `undertakings.txt`."""

from __future__ import annotations

from functools import cache

from onrecord.lexicon.word_lists import sections


@cache
def undertaking_phrases(section: str) -> tuple[tuple[str, ...], ...]:
    """The entries of a section as their words, the longest first."""
    found = (tuple(entry.split("-")) for entry in sections("undertakings.txt")[section])
    return tuple(sorted(found, key=lambda words: (-len(words), words)))


def undertaking_words(section: str) -> frozenset[str]:
    """The entries of a section whose entries are single words."""
    return sections("undertakings.txt")[section]
