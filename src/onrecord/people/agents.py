"""Which agents of different articles are one, and which could be."""

from __future__ import annotations

from collections.abc import Iterable
from enum import IntEnum
from functools import lru_cache

from onrecord.lexicon.countries import countries_in
from onrecord.lexicon.outlets import is_outlet
from onrecord.lexicon.wires import wire_named
from onrecord.people.matching import match_names
from onrecord.people.names import (
    COMPATIBLE,
    LONGISH,
    SAME,
    name_key,
    name_parts,
    organisation_key,
    same_name,
    same_organisation,
)
from onrecord.records import Agent, AgentType
from onrecord.text.content_words import content_words, word_list

SPELLED_OTHERWISE = 0.82
"""The least score of `match_names` for one name in two spellings: it takes "Milena" for "Yelena" below it."""
FEWEST_LETTERS = 5
"""Letters that a word needs to be known in another spelling: "Anna" and "Hanna" are two names."""
GIVEN_NAME = 0.4
"""What `same_name` says of a lone given name and a full name: too little to tell."""


class Affinity(IntEnum):
    """What two agents' names and roles say about their being one, from a plain no to a plain yes."""

    CONFLICT = 0
    UNRELATED = 1
    UNKNOWN = 2
    ROLE = 3
    COMPATIBLE = 4
    SAME = 5


def agent_keys(agent: Agent) -> tuple[str, ...]:
    """The keys under which an agent is looked for in other articles; () for one without a name."""
    if agent.type is AgentType.NAMED_PERSON:
        return tuple(sorted({name_key(n) for n in agent.names} - {""}))
    if agent.type is AgentType.NAMED_ORGANIZATION:
        return tuple(sorted({organisation_key(n) for n in agent.names} - {""}))
    return ()


def name_score(a: Agent, b: Agent) -> float:
    """The best agreement of any two of their names, in [0, 1]; 0.0 where either has none or their types differ."""
    if a.type is not b.type:
        return 0.0
    compare = same_name if a.type is AgentType.NAMED_PERSON else same_organisation
    return max((compare(x, y) for x in a.names for y in b.names), default=0.0)


def affinity(a: Agent | None, b: Agent | None) -> Affinity:
    """Whether two agents could be one; symmetric.  An agent that is None is an unknown source."""
    if a is None or b is None:
        return Affinity.UNKNOWN
    if _akin(a, b) or _akin(b, a):
        return Affinity.ROLE
    if _speaks_for(a, b) or _speaks_for(b, a):
        return Affinity.UNKNOWN
    if (a.type is AgentType.DOCUMENT) is not (b.type is AgentType.DOCUMENT):
        return Affinity.UNRELATED
    if a.names and b.names:
        return _by_name(a, b)
    if _share_role(a, b):
        return Affinity.ROLE
    return Affinity.UNKNOWN


def is_newsroom(agent: Agent) -> bool:
    """Whether an agent is a wire or another outlet, which mostly passes on what others say."""
    named = agent.type is AgentType.NAMED_ORGANIZATION
    return named and any(wire_named(n, in_credit=False) or is_outlet(n) for n in agent.names)


def _akin(a: Agent, b: Agent) -> bool:
    """Whether a body and another one, or somebody's role in it, share a word of its name, or are of one country.

    "Harbour Board" and "the Board's chairman"; "Moscow" and "the Russian president".
    """
    if a.type is not AgentType.NAMED_ORGANIZATION or is_newsroom(a):
        return False
    if b.type is AgentType.NAMED_ORGANIZATION:
        return not is_newsroom(b) and name_score(a, b) < COMPATIBLE and bool(_words(a.names) & _words(b.names))
    titles = [r.title for r in b.roles] if b.type is AgentType.NAMED_PERSON else []
    return bool(_words(a.names) & _words(titles)) or bool(_countries(a.names) & _countries(titles))


def _speaks_for(a: Agent, b: Agent) -> bool:
    """Whether the first may be named for what the second says: a newsroom for anybody, a paper for whose it is."""
    if is_newsroom(a):
        return not is_newsroom(b)
    return a.type is AgentType.DOCUMENT and b.type in (AgentType.NAMED_ORGANIZATION, AgentType.UNNAMED_GROUP)


def _countries(names: Iterable[str]) -> set[str]:
    return {country for name in names for country in countries_in(name)}


def _words(names: Iterable[str]) -> set[str]:
    return {word for name in names for word in content_words(word_list(name))}


def _by_name(a: Agent, b: Agent) -> Affinity:
    if a.type is not b.type:
        joint = _words(a.names) & _words(b.names) if AgentType.UNNAMED_GROUP in (a.type, b.type) else ()
        return Affinity.UNKNOWN if joint else Affinity.UNRELATED
    score = name_score(a, b)
    if score >= SAME:
        return Affinity.SAME
    if score >= COMPATIBLE:
        return Affinity.COMPATIBLE
    if score >= GIVEN_NAME:
        return Affinity.UNKNOWN
    if a.type is not AgentType.NAMED_PERSON:
        return Affinity.UNRELATED
    spelled = any(_spelled_otherwise(*sorted((x, y))) for x in a.names for y in b.names)
    return Affinity.COMPATIBLE if spelled else Affinity.CONFLICT


@lru_cache(maxsize=65536)
def _spelled_otherwise(first: str, second: str) -> bool:
    """Whether two names are one in two countries' spellings: "Yelena Zarukov", "Jelena Tsarukov"; full, or longish."""
    short, long = sorted((name_parts(first), name_parts(second)), key=len)
    if len(short) > 1 and match_names(first, second).score >= SPELLED_OTHERWISE:
        return True
    told = len(short) == len(long) > 1 or min(map(len, (*short, *long[-1:])), default=0) >= LONGISH
    pairs = zip(short[::-1], long[::-1], strict=False)  # a lone name is the family name, which comes last
    return told and all(_spelled_alike(x, y) for x, y in pairs)


def _spelled_alike(first: str, second: str) -> bool:
    """Whether two words of a name may be one; short ones only where they are the same."""
    if min(len(first), len(second)) < FEWEST_LETTERS:
        return first == second
    return max(same_name(first, second), match_names(first, second).score) >= SPELLED_OTHERWISE


def _share_role(a: Agent, b: Agent) -> bool:
    """Whether the words of two roles overlap in more than half of the shorter one."""
    for x in a.roles:
        for y in b.roles:
            mine, other = (set(content_words(word_list(r.title))) for r in (x, y))
            if mine and other and len(mine & other) * 2 > min(len(mine), len(other)):
                return True
    return False
