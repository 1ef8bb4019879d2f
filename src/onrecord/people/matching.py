"""Whether two names, in whatever spelling or script, are names of one person, organisation or thing."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from onrecord.people.alignment import Aligner, Alignment
from onrecord.people.mandarin import same_in_mandarin
from onrecord.people.parts import MAX_LETTERS, Parts, organisation_parts, person_parts
from onrecord.people.weights import MATCH, ORGANISATION, PERSON, Weights


class NameKind(StrEnum):
    """What bears a name: people's names are compared otherwise than those of bodies and things."""

    PERSON = "person"
    ORGANISATION = "organisation"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class NameMatch:
    """How far two names agree, in [0, 1], and whether that is enough to take them for one."""

    score: float
    match: bool


_SWAPPED = 0.4
"""Factor where father and son change places: Salim bin Omar, Omar bin Salim."""
_OTHER_GENERATION = 0.6
"""Factor where one is a junior, the other a senior."""
_INITIALS_ONLY = 0.7
"""Factor where no word is shared but by its initial."""
_INITIAL_SAYS = 0.3
"""Weight of an initial that one name lacks, beside 1 for a word."""
_ROMANISED = 0.92
"""Score of one Chinese name in two romanisations."""
_ACRONYM = 0.9
"""Score of a body's name and its initials."""
_ALTERNATIVES = re.compile(r"(?<=\w{3})/(?=\w{3})|\b(?:a\.?k\.?a\b\.?|alias\b)", re.IGNORECASE)
_MOST_ALTERNATIVES = 4


def match_names(first: str, second: str, kind: NameKind = NameKind.PERSON) -> NameMatch:
    """Compare two names; symmetric, never raises.

    1.0: the same words in any order.  From `MATCH` on they are taken for one name.  A name that gives alternatives
    ("alias", "/") is as near as the nearest.  An empty name, or one of signs only, matches nothing but itself; of a
    very long one only the beginning is looked at (`parts.MAX_LETTERS`).
    """
    if first == second:
        score = 1.0 if first.strip() else 0.0
    else:
        score = round(max(_agreement(a, b, kind) for a in _alternatives(first) for b in _alternatives(second)), 4)
    return NameMatch(score, score >= MATCH)


def _alternatives(name: str) -> Sequence[str]:
    if "/" not in name and " a" not in name and " A" not in name:
        return (name,)
    return [one for one in _ALTERNATIVES.split(name[:MAX_LETTERS], _MOST_ALTERNATIVES) if one.strip()] or (name,)


def _agreement(first: str, second: str, kind: NameKind) -> float:
    parts = person_parts if kind is NameKind.PERSON else organisation_parts
    a, b = parts(first), parts(second)
    if not a.words or not b.words:
        return 0.0
    if b.words < a.words:
        a, b = b, a
    if kind is NameKind.PERSON:
        return _persons(a, b)
    score = score_parts(a, b, ORGANISATION)
    return max(score, _ACRONYM) if _acronym(a.words, b.words) or _acronym(b.words, a.words) else score


def _persons(a: Parts, b: Parts) -> float:
    score = score_parts(a, b, PERSON)
    if score < MATCH and same_in_mandarin(a.words, b.words):
        score = _ROMANISED
    if a.generation != b.generation and a.generation and b.generation:
        score *= _OTHER_GENERATION
    return score


def _acronym(short: Sequence[str], full: Sequence[str]) -> bool:
    """Whether a single word is the initials of at least two words."""
    return len(short) == 1 and len(full) > 1 and len(short[0]) == len(full) and short[0] == "".join(w[0] for w in full)


def score_parts(a: Parts, b: Parts, weights: Weights) -> float:
    """How far two names that are taken apart agree, by these weights; `a` sorts before `b`, neither is empty."""
    aligner = Aligner(a.words, b.words, weights, a.rough or b.rough)
    generic = a.generic | b.generic
    found = aligner.by_word()
    score = _evidence(found, generic, weights)
    if score < 1.0 and (one := aligner.as_one_word()):
        score = max(score, _evidence(one, generic, weights))
    if a.fathers and b.fathers and _swapped(found, a, b):
        score *= _SWAPPED
    return score


def _evidence(found: Alignment, generic: frozenset[str], weights: Weights) -> float:
    """The product of what the pairs and the words without a partner say."""
    score, shared, named = 1.0, 0.0, False
    for x, y, alike in found.pairs:
        weight = max(_weight(x, generic, weights), _weight(y, generic, weights))
        shared += weight
        named = named or (len(x) > 1 and len(y) > 1)
        if alike < 1.0:
            score *= alike**weight
    if not shared:
        return 0.0
    first, second = (sorted((_weight(w, generic, weights) for w in side), reverse=True) for side in (found.first, found.second))
    conflicts = min(len(first), len(second))
    score *= weights.conflict ** sum(max(pair) for pair in zip(first, second, strict=False))
    extra = sum(first[conflicts:]) + sum(second[conflicts:])
    if extra:
        score *= (shared / (shared + extra)) ** weights.silence
    return score if named else score * _INITIALS_ONLY


def _weight(word: str, generic: frozenset[str], weights: Weights) -> float:
    """How much a word tells."""
    if word in generic:
        return weights.number if word.isdecimal() else weights.generic
    return _INITIAL_SAYS if len(word) == 1 else 1.0


def _swapped(found: Alignment, a: Parts, b: Parts) -> bool:
    """Whether one name's father is the other's son, both ways."""
    fathers = {(x in a.fathers) - (y in b.fathers) for x, y, _ in found.pairs}
    return 1 in fathers and -1 in fathers
