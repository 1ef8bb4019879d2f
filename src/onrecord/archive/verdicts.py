"""Verdicts: from the names or ids that a person gives to the agents that are meant, and to a judgement on them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from onrecord.errors import NotFound, UsageError
from onrecord.people.judgements import meant
from onrecord.records import Agent, Findings, Graph, Judgement, Selection, Target, Verdict, to_json

MAX_NAMED = 5
"""Namesakes that an error names."""

Lookup = Callable[[Selection], Graph]


@dataclass(frozen=True, slots=True)
class Reviewed:
    """A judgement with the names of those it is about; a name is None where the text is not in the archive (an
    orphan), or reads otherwise now.
    """

    judgement: Judgement
    names: tuple[str | None, ...]

    def to_json(self) -> dict[str, Any]:
        """The judgement's own JSON form, with the names."""
        return {**to_json(self.judgement), "names": list(self.names)}


def judgement(lookup: Lookup, verdict: Verdict, wanted: tuple[str, str], made_by: str, note: str | None) -> Judgement:
    """The verdict on two agents, each given as an id (of an agent, or of a statement of theirs) or as a name.

    Raises NotFound where nobody is meant, UsageError where several people are, or both are one and the same agent.
    """
    (one, first), (two, second) = (_meant(lookup, given) for given in wanted)
    if first.id == second.id:
        raise UsageError(f"{wanted[0]!r} and {wanted[1]!r} are one agent of one article")
    targets = [Target(f.article.text_id, a.mentions) for f, a in ((one, first), (two, second))]
    made_at = datetime.now(UTC).isoformat(timespec="microseconds")
    return Judgement(targets[0], verdict, made_by, made_at, targets[1], note)


def reviewed(graph: Graph) -> list[Reviewed]:
    """Every judgement of the graph, the earliest first."""
    names = {agent.id: agent.name for findings in graph.findings for agent in findings.agents}

    def name(target: Target) -> str | None:
        found = meant(target, graph.findings)
        return names[found[0]] if found else None

    return [
        Reviewed(one, tuple(name(target) for target in (one.target, one.other) if target is not None))
        for one in graph.judgements
    ]


def _meant(lookup: Lookup, wanted: str) -> tuple[Findings, Agent]:
    return _by_name(lookup, wanted) or _by_id(lookup, wanted)


def _by_name(lookup: Lookup, wanted: str) -> tuple[Findings, Agent] | None:
    """The agent with the smallest id of the only identity that has this name; None where nobody has it."""
    graph = lookup(Selection(agent_name=wanted, alone=True))
    homes = {identity.id: identity for one in graph.selected if (identity := graph.identity(one)) is not None}
    if not homes:
        return None
    if len(homes) > 1:
        named = (f"{home[:8]} ({_described(lookup, home)})" for home in sorted(homes)[:MAX_NAMED])
        raise UsageError(f"{len(homes)} answer to {wanted!r}: {', '.join(named)}; say which by id")
    return _by_id(lookup, next(iter(homes)))


def _by_id(lookup: Lookup, wanted: str) -> tuple[Findings, Agent]:
    graph = lookup(Selection(ids=(wanted,), alone=True))
    (found,) = graph.selected
    place = graph.statement(found)
    if place is not None:
        found = place[1].agent or ""
    for findings in graph.findings:
        for agent in findings.agents:
            if agent.id == found:
                return findings, agent
    raise NotFound(f"{wanted!r} is neither an agent nor a statement whose speaker is known")


def _described(lookup: Lookup, agent_id: str) -> str:
    _, agent = _by_id(lookup, agent_id)
    return ", ".join(filter(None, (agent.name, agent.role.title if agent.role else None)))
