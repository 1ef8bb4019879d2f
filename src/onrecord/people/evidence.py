"""What the words that two names share, and those they do not, say of their being one."""

from __future__ import annotations

from onrecord.people.alignment import Alignment
from onrecord.people.weights import Weights

_INITIALS_ONLY = 0.7
"""Factor where no word is shared but by its initial."""
_INITIAL_SAYS = 0.3
"""Weight of an initial that one name lacks, beside 1 for a word."""


def evidence(found: Alignment, generic: frozenset[str], weights: Weights) -> float:
    """The score, in [0, 1]: the product of what pairs, contradictions and silence say; 0.0 where nothing is shared.

    A word in each name that the other lacks contradicts; a word that only one name has is silence of the other.
    """
    score, shared, named = 1.0, 0.0, False
    for x, y, alike in found.pairs:
        weight = max(_weight(x, generic, weights), _weight(y, generic, weights))
        shared += weight
        named = named or (len(x) > 1 and len(y) > 1)
        if alike < 1.0:
            score *= alike**weight
    if not shared:
        return 0.0
    if found.first or found.second:
        first, second = (
            sorted((_weight(w, generic, weights) for w in side), reverse=True) for side in (found.first, found.second)
        )
        contradictions = min(len(first), len(second))
        score *= weights.conflict ** sum(max(two) for two in zip(first, second, strict=False))
        silent = sum(first[contradictions:]) + sum(second[contradictions:])
        score *= (shared / (shared + silent)) ** weights.silence
    return score if named else score * _INITIALS_ONLY


def _weight(word: str, generic: frozenset[str], weights: Weights) -> float:
    """How much a word tells."""
    if word in generic:
        return weights.number if word.isdecimal() else weights.generic
    return _INITIAL_SAYS if len(word) == 1 else 1.0
