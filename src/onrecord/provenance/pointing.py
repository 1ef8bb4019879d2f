"""Statements that point at another saying ("Vale spoke about this yesterday"), and the saying, where it is known."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.people.agents import Affinity, affinity
from onrecord.provenance.prepared import Prepared
from onrecord.provenance.sayings import Saying, days_of
from onrecord.records import Agent, Derivation, DerivationKind, Evidence, Findings, Pointer, Statement

UNKNOWN_SAYING = "saying:"
"""What opens the end of an edge to a saying that is known by speaker and day alone."""
COMMON = 2
"""Content words that a saying has in common with what points at it and what was said just before."""


def named_sayings(findings: Findings) -> Iterator[Derivation]:
    """An edge from each statement to the saying that it points at, by name and day ("saying:Nora Vale, 2024-05-13")."""
    agents = {a.id: a for a in findings.agents}
    for statement, pointer in _open_pointers(findings):
        agent = agents.get(pointer.agent or "")
        if agent is not None and agent.name:
            day = pointer.said.start[:10] if pointer.said and pointer.said.start else None
            target = f"{UNKNOWN_SAYING}{agent.name}, {day}" if day else f"{UNKNOWN_SAYING}{agent.name}"
            yield _edge(statement, pointer, target, "points_to_a_saying", statement.confidence)


def found_sayings(a: Prepared, b: Prepared) -> Iterator[Derivation]:
    """Edges between two articles from what points at a saying to the report of it: a pure function of the two.

    The report is of the same speaker and the same day, and of the same matter; of several the one with the most
    content words in common.
    """
    for pointing, other in ((a, b), (b, a)):
        agents = {g.id: g for g in pointing.findings.agents}
        for statement, pointer in _open_pointers(pointing.findings):
            agent = agents.get(pointer.agent or "")
            matter = _matter(pointing, statement)
            fitting = [(len(s.roots & matter), s.statement) for s in other.sayings if _may_be(s, agent, pointer)]
            best = min(((-n, s) for n, s in fitting if n >= COMMON), default=None)
            if best is not None:
                yield _edge(statement, pointer, best[1], "points_to", statement.confidence)


def _open_pointers(findings: Findings) -> Iterator[tuple[Statement, Pointer]]:
    return ((s, p) for s in findings.statements for p in s.points_to if p.statement is None and p.agent is not None)


def _may_be(saying: Saying, agent: Agent | None, pointer: Pointer) -> bool:
    """Whether somebody whom the pointer names said this on the day that it names."""
    day = days_of(pointer.said)
    if day is None or saying.said is None or agent is None or saying.agent is None:
        return False
    meets = day[0] <= saying.said[1] and saying.said[0] <= day[1]
    return meets and affinity(agent, saying.agent) >= Affinity.COMPATIBLE


def _matter(pointing: Prepared, statement: Statement) -> frozenset[str]:
    """The content words of a statement and of the one in front of it."""
    numbers = [k for k, s in enumerate(pointing.sayings) if s.statement == statement.id]
    return frozenset().union(*(pointing.sayings[j].roots for k in numbers for j in (k - 1, k) if j >= 0))


def _edge(statement: Statement, pointer: Pointer, target: str, rule: str, score: float) -> Derivation:
    evidence = tuple(Evidence(statement.article, span) for span in pointer.spans)
    return Derivation(statement.id, target, DerivationKind.PRIMARY_SOURCE, rule, score, evidence)
