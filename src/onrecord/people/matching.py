"""Whether two names, in whatever spelling or script, are names of one person, organisation or thing."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from onrecord.people.alignment import Aligner
from onrecord.people.evidence import evidence
from onrecord.people.mandarin import same_in_mandarin
from onrecord.people.parts import Parts, organisation_parts, person_parts
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


MAX_LETTERS = 256
"""What of a name is looked at, in code points."""
_SWAPPED = 0.4
"""Factor where father and son change places: Salim bin Omar, Omar bin Salim."""
_OTHER_GENERATION = 0.6
"""Factor where one is a junior, the other a senior."""
_ROMANISED = 0.92
"""Score of one Chinese name in two romanisations."""
_ACRONYM = 0.9
"""Score of a body's name and its initials."""
_ALTERNATIVES = re.compile(r"(?<=\w{3})/(?=\w{3})|\b(?:a\.?k\.?a\b\.?|alias\b)", re.IGNORECASE)
_MOST_ALTERNATIVES = 4


def match_names(first: str, second: str, kind: NameKind = NameKind.PERSON, weights: Weights | None = None) -> NameMatch:
    """Compare two names; symmetric, never raises.

    1.0: the same words in any order.  From `MATCH` on they are taken for one name.  A name that gives alternatives
    ("alias", "/") is as near as the nearest.  An empty name, or one of signs only, matches nothing but itself; of a
    very long one only the beginning is looked at (`MAX_LETTERS`).  `weights` in place of the kind's own serve
    to measure others.
    """
    if first == second:
        score = 1.0 if first.strip() else 0.0
    else:
        weights = weights or (PERSON if kind is NameKind.PERSON else ORGANISATION)
        compare = _persons if kind is NameKind.PERSON else _bodies
        score = max(compare(a, b, weights) for a in _alternatives(first) for b in _alternatives(second))
        score = round(score, 4)
    return NameMatch(score, score >= MATCH)


def _alternatives(name: str) -> Sequence[str]:
    name = name[:MAX_LETTERS]
    if "/" not in name and " a" not in name and " A" not in name:
        return (name,)
    return [one for one in _ALTERNATIVES.split(name, _MOST_ALTERNATIVES) if one.strip()] or (name,)


def _persons(first: str, second: str, weights: Weights) -> float:
    a, b = person_parts(first), person_parts(second)
    score = _score(a, b, weights)
    if a.fathers and b.fathers and _swapped(a, b):
        score *= _SWAPPED
    if score < MATCH and same_in_mandarin(a.words, b.words):
        score = _ROMANISED
    return score * _OTHER_GENERATION if a.generation != b.generation and a.generation and b.generation else score


def _bodies(first: str, second: str, weights: Weights) -> float:
    a, b = organisation_parts(first), organisation_parts(second)
    if _acronym(a.words, b.words) or _acronym(b.words, a.words):
        return _ACRONYM
    return _score(a, b, weights)


def _swapped(a: Parts, b: Parts) -> bool:
    """Whether a son of one name is a father in the other, both ways."""
    sons, other_sons = set(a.words) - a.fathers, set(b.words) - b.fathers
    return not (sons.isdisjoint(b.fathers) or other_sons.isdisjoint(a.fathers))


def _acronym(short: Sequence[str], full: Sequence[str]) -> bool:
    """Whether a single word is the initials of at least two words."""
    return len(short) == 1 and len(full) > 1 and len(short[0]) == len(full) and short[0] == "".join(w[0] for w in full)


def _score(a: Parts, b: Parts, weights: Weights) -> float:
    """How far two names that are taken apart agree, word by word or with the words that differ taken as one."""
    if not a.words or not b.words:
        return 0.0
    if b.words < a.words:
        a, b = b, a
    aligner = Aligner(a.words, b.words, weights, a.rough or b.rough)
    generic = a.generic | b.generic
    score = evidence(aligner.by_word(), generic, weights)
    if score < 1.0 and (one := aligner.as_one_word()):
        score = max(score, evidence(one, generic, weights))
    return score
