"""Words that stand in and around names: places, peoples, bodies, titles, from `places.txt` and `name_words.txt`."""

from __future__ import annotations

from functools import cache

from onrecord.lexicon.word_lists import entries, sections


@cache
def places() -> frozenset[str]:
    """Names of countries, states and cities as written ("New York")."""
    return frozenset(entries("places.txt"))


def name_words(section: str) -> frozenset[str]:
    """The words of one section of `name_words.txt`.  Raises KeyError for a section that does not exist."""
    return sections("name_words.txt")[section]
