"""What a difference between two names of persons is worth: a spelling, a doubt, or two given names."""

from __future__ import annotations

from enum import IntEnum
from functools import cache

from onrecord.lexicon.given_names import given_names
from onrecord.people.likeness import equivalent
from onrecord.text.folding import fold
from onrecord.text.spelling import consonants

SHORT = 4
"""Letters up to which a slip is as likely another name: "Li" and "Lei"."""


class Difference(IntEnum):
    """How two names that are nearly alike differ."""

    TWO_NAMES = 0
    DOUBT = 1
    SPELLING = 2


def difference(first: str, second: str) -> Difference:
    """What the words that only one of two folded names has say; symmetric.

    Two known given names of other consonants or of another gender ("Mark", "Marta"; "Daniel", "Daniela") are two names,
    whatever the rest; other pairs of given names, and slips in short words, are doubtful.
    """
    mine, others = first.split(), second.split()
    if "".join(mine) == "".join(others):
        return Difference.SPELLING
    mine, others = [w for w in mine if w not in others], [w for w in others if w not in mine]
    found = [_of_words(x, y) for x in mine for y in others if len(x) > 1 and len(y) > 1 and x[0] == y[0]]
    return min(found, default=Difference.SPELLING)


def _of_words(x: str, y: str) -> Difference:
    genders = _genders()
    if equivalent(x, y):
        return Difference.SPELLING
    shorter, longer = sorted((x, y), key=len)
    if longer == f"{shorter}a" and genders.get(shorter) == "m":
        return Difference.TWO_NAMES
    if x in genders and y in genders:
        other = consonants(x) != consonants(y) or (genders[x] and genders[y] and genders[x] != genders[y])
        return Difference.TWO_NAMES if other else Difference.DOUBT
    return Difference.DOUBT if min(len(x), len(y)) <= SHORT else Difference.SPELLING


@cache
def _genders() -> dict[str, str | None]:
    return {fold(name): gender for name, gender in given_names().items()}
