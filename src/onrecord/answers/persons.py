"""Persons: the agents of a graph by who they are, each with the findings of its article."""

from __future__ import annotations

from collections.abc import Iterable

from onrecord.answers.views import best_name
from onrecord.people.disjoint_sets import DisjointSets
from onrecord.people.names import family_name, name_parts
from onrecord.records import Agent, AgentType, Findings, Graph, Statement

Group = list[tuple[Findings, Agent]]


def persons(graph: Graph, found: Iterable[tuple[Findings, Agent]]) -> list[Group]:
    """These agents and all that are the same; a lone family name belongs to the only person here who has it."""
    home = {agent: identity.id for identity in graph.identities for agent in identity.agents}
    wanted = {home.get(agent.id, agent.id) for _, agent in found}
    group = [(f, a) for f in graph.findings for a in f.agents if home.get(a.id, a.id) in wanted]
    sets = DisjointSets(a.id for _, a in group)
    for _, agent in group:
        sets.join(agent.id, home.get(agent.id, agent.id))
    full = [a for _, a in group if len(name_parts(a.name or "")) > 1]
    for _, agent in group:
        if agent.type is AgentType.NAMED_PERSON and len(name_parts(agent.name or "")) == 1:
            bearers = [a for a in full if family_name(a.name or "") == family_name(agent.name or "")]
            if bearers and len({sets.find(a.id) for a in bearers}) == 1:
                sets.join(agent.id, bearers[0].id)
    by_id = {a.id: (f, a) for f, a in group}
    return [[by_id[i] for i in one] for one in sets.groups(by_id)]


def name_of(group: Group) -> str:
    """The best name that any article has for them; "" for nobody named."""
    return best_name(n for _, a in group for n in a.names) or ""


def id_of(graph: Graph, group: Group) -> str:
    """The identity's id, or the smallest of the agents'."""
    found = (graph.identity(agent.id) for _, agent in group)
    ids = {identity.id for identity in found if identity is not None}
    return min(ids) if ids else min(agent.id for _, agent in group)


def said_by(group: Group) -> list[tuple[Findings, Statement]]:
    """All that is attributed to them."""
    return [(f, s) for f, a in group for s in f.statements if s.agent == a.id]
