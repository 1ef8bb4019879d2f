"""Identity: one person or body across articles."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.records.agent import AgentType


@dataclass(frozen=True, slots=True)
class SameAgent:
    """An edge: two agents (ids, the smaller first) of different articles are one; `rule` says by what."""

    first: str
    second: str
    rule: str
    score: float = 1.0


@dataclass(frozen=True, slots=True)
class Apart:
    """Another identity (id) that answers to the same name, and the rule that keeps the two apart."""

    identity: str
    rule: str


@dataclass(frozen=True, slots=True)
class Identity:
    """The agents of different articles that are one; its id is the smallest of theirs, and each of them finds it.

    `agents` are sorted.  `edges` say why agents with different names or roles are one; those with the same name and
    roles need none.  `apart` are the identities that answer to its name and were kept apart.
    """

    id: str
    type: AgentType
    agents: tuple[str, ...]
    edges: tuple[SameAgent, ...] = ()
    apart: tuple[Apart, ...] = ()
