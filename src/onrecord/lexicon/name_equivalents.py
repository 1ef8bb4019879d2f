"""Forms of one name that stand for one another, from `name_equivalents.txt`."""

from __future__ import annotations

from functools import cache

from onrecord.lexicon.word_lists import entries


@cache
def name_equivalents() -> dict[str, frozenset[int]]:
    """A folded word of a name → the names it is a form of, by number: equivalent words have one in common."""
    found: dict[str, set[int]] = {}
    for number, line in enumerate(entries("name_equivalents.txt")):
        for word in line.split() if not line.startswith("[") else ():
            found.setdefault(word, set()).add(number)
    return {word: frozenset(numbers) for word, numbers in found.items()}
