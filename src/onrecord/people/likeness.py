"""How alike two words of names are: slips of the pen, sounds, initials, equivalent forms."""

from __future__ import annotations

from functools import lru_cache

from rapidfuzz.distance import OSA

from onrecord.lexicon.name_equivalents import name_equivalents
from onrecord.people.weights import Weights
from onrecord.text.spelling import consonants, loose_consonants

SERVANT = "abd"
"""Opens names like Abdullah; only what stands behind it tells two of them apart."""
_MOST_SLIPS = 4
"""Words that differ in more letters are two words."""
_FORMS = name_equivalents()
_NONE: frozenset[int] = frozenset()


def equivalent(x: str, y: str) -> bool:
    """Whether two folded words are forms of one name: "bill" and "william", "lee" and "yi"."""
    return x in _FORMS and not _FORMS[x].isdisjoint(_FORMS.get(y, _NONE))


def likeness(x: str, y: str, room: float, weights: Weights, rough: bool = False) -> float:
    """How alike two folded words are, in [0, 1]; symmetric.

    `room` is the length of the names they stand in, in letters: a slip in a long name costs less.  `rough`: one of
    them is written in a script that spells it only roughly.
    """
    if x == y:
        return 1.0
    if x.isdecimal() and y.isdecimal():
        return 0.0
    if len(x) == 1 or len(y) == 1:
        return weights.initial if x[0] == y[0] else 0.0
    if x.startswith(SERVANT) and y.startswith(SERVANT) and min(len(x), len(y)) > len(SERVANT) + 2:
        x, y = x[len(SERVANT) :], y[len(SERVANT) :]
    if abs(len(x) - len(y)) > _MOST_SLIPS and not rough:
        return 0.0
    length = (1 - weights.room) * (len(x) + len(y)) / 2 + weights.room * room
    by_letter, by_consonant = _slips(x, y)
    slips: float = (weights.letters * by_letter + (1 - weights.letters) * by_consonant) ** weights.further
    alike = 1 - slips / length
    if rough:
        alike = max(alike, weights.rough * _roughly(x, y))
    return max(0.0, alike)


@lru_cache(maxsize=65536)
def _slips(x: str, y: str) -> tuple[int, int]:
    """Letters and consonants to put in, take out, replace or swap (optimal string alignment)."""
    by_letter = OSA.distance(x, y, score_cutoff=_MOST_SLIPS)
    if by_letter > _MOST_SLIPS:
        return max(len(x), len(y)), max(len(x), len(y))
    return by_letter, OSA.distance(consonants(x), consonants(y))


def _roughly(x: str, y: str) -> float:
    """The share of loose consonants that two words have in common and in order; 0.0 where there are too few to tell."""
    first, second = loose_consonants(x), loose_consonants(y)
    longer = max(len(first), len(second))
    if longer < 2 or (x[0] != y[0] and first[:1] != second[:1]):
        return 0.0
    return 1.0 - OSA.distance(first, second) / longer
