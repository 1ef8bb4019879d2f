"""Whether two cards are one agent's: by their names, and by what is said beside them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import IntEnum
from functools import lru_cache

from onrecord.people.cards import Card
from onrecord.people.contexts import Context, Fit, fit
from onrecord.people.given_names_apart import Difference, difference
from onrecord.people.matching import NameKind, match_names
from onrecord.people.names import COMPATIBLE, same_name
from onrecord.people.weights import MATCH, ORGANISATION

SPELLED_OTHERWISE = 0.8
"""Score from which two names are taken for one where nothing is said beside them; below it, down to MATCH, only where
the contexts agree."""
NEVER_ONE = 0.5
"""Names less alike than this are never one agent's, whatever lies between them."""
_BODIES = replace(ORGANISATION, number=1.0)
"""Numbers tell bodies apart: the 3rd and the 4th Brigade."""


class Bond(IntEnum):
    """What an edge says: not one; one, unless somebody else answers to the name as well; one."""

    APART = 0
    SOFT = 1
    FIRM = 2


@dataclass(frozen=True, slots=True)
class CardEdge:
    """An edge between two cards (ids, the smaller first); a pure function of the two."""

    first: str
    second: str
    bond: Bond
    rule: str
    score: float


def card_edge(a: Card, b: Card) -> CardEdge | None:
    """The edge between two cards, the same for (b, a); None where their names say nothing of each other."""
    if a.type is not b.type or a.id == b.id:
        return None
    found = _lone(a, b) if a.is_lone or b.is_lone else _named(a, b)
    if found is None:
        return None
    first, second = sorted((a.id, b.id))
    bond, rule, score = found
    return CardEdge(first, second, bond, rule, round(score, 4))


def _named(a: Card, b: Card) -> tuple[Bond, str, float] | None:
    score = name_score(a, b)
    if score < MATCH:
        return None
    agreement = fit(a.context, b.context)
    same = not set(a.names).isdisjoint(b.names)
    doubt = a.is_person and not same and all(difference(x, y) < Difference.SPELLING for x in a.names for y in b.names)
    if agreement is Fit.CONFLICT:
        return (Bond.APART, "same_name_other_role", score) if same else None
    if agreement is Fit.AGREE:
        rule = "same_name_and_role" if same else "similar_name_and_role"
        return (Bond.FIRM if score >= SPELLED_OTHERWISE and not doubt else Bond.SOFT), rule, score
    if same:
        return Bond.SOFT, "same_name", 0.95 * score
    return (Bond.SOFT, "similar_name", 0.9 * score) if score >= SPELLED_OTHERWISE and not doubt else None


def _lone(a: Card, b: Card) -> tuple[Bond, str, float] | None:
    """A family name alone is somebody's where the role and its country or body are the same; "the bank" is nobody's."""
    if not a.is_person or not _same_post(a.context, b.context):
        return None
    score = max(same_name(x, y) for x in a.names for y in b.names)
    return (Bond.SOFT, "family_name_and_role", score) if score >= COMPATIBLE else None


def _same_post(a: Context, b: Context) -> bool:
    return bool(a.roles & b.roles and (a.countries & b.countries or a.names & b.names)) and fit(a, b) is Fit.AGREE


def name_score(a: Card, b: Card) -> float:
    """The best agreement of any two names, in [0, 1]."""
    return max(_score(x, y, a.is_person) for x in a.names for y in b.names)


def may_be_one(a: str, b: str, *, is_person: bool) -> bool:
    """Whether two names can be one agent's at all; a body's single word may be short for anything."""
    if a == b or (not is_person and (" " not in a or " " not in b)):
        return True
    return _score(a, b, is_person) >= NEVER_ONE


def _score(x: str, y: str, is_person: bool) -> float:
    return 1.0 if x == y else _compared(min(x, y), max(x, y), is_person)


@lru_cache(maxsize=65536)
def _compared(x: str, y: str, is_person: bool) -> float:
    if is_person:
        return 0.0 if difference(x, y) is Difference.TWO_NAMES else match_names(x, y).score
    return match_names(x, y, NameKind.ORGANISATION, _BODIES).score
