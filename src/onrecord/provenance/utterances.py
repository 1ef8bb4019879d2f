"""Utterances: the groups of statements that the edges between them make."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from onrecord.people.agents import Affinity, affinity
from onrecord.people.names import name_parts
from onrecord.provenance.linkage import grouped
from onrecord.provenance.wordings import same_letters
from onrecord.records import (
    Agent,
    AgentType,
    Findings,
    Links,
    SameUtterance,
    Statement,
    Utterance,
    Wording,
    spans_text,
)


def cluster(findings: Sequence[Findings], links: Links) -> tuple[Utterance, ...]:
    """The utterances, sorted by id; every statement is in exactly one, alone where no edge holds it.

    The order of findings and edges changes nothing.  An edge to a statement that is not among the findings is passed
    over.
    """
    members = {s.id: (f, s) for f in findings for s in f.statements}
    agents = {a.id: a for f in findings for a in f.agents}
    edges = [e for e in set(links.utterances) if e.first in members and e.second in members]
    groups = grouped(members, edges, lambda a, b: _conflict(a, b, members, agents))
    inside: defaultdict[str, list[SameUtterance]] = defaultdict(list)
    home = {member: group[0] for group in groups for member in group}
    for edge in edges:
        if home[edge.first] == home[edge.second]:
            inside[home[edge.first]].append(edge)
    return tuple(_utterance(group, members, agents, inside[group[0]]) for group in groups)


def _conflict(
    a: Sequence[str],
    b: Sequence[str],
    members: Mapping[str, tuple[Findings, Statement]],
    agents: Mapping[str, Agent],
) -> bool:
    """Whether joining would make two people with different names one speaker."""
    mine, others = ({members[m][1].agent for m in group} for group in (a, b))
    return any(affinity(agents.get(x or ""), agents.get(y or "")) is Affinity.CONFLICT for x in mine for y in others)


def _utterance(
    group: Sequence[str],
    members: Mapping[str, tuple[Findings, Statement]],
    agents: Mapping[str, Agent],
    edges: Iterable[SameUtterance],
) -> Utterance:
    around = {members[m][1].parent for m in group}  # who only attributes another's report words nothing
    texts = {m: spans_text(members[m][0].article.text, members[m][1].content) for m in group if m not in around}
    found = (agents.get(members[m][1].agent or "") for m in group)
    return Utterance(
        id=group[0],
        statements=tuple(group),
        agent=best_agent([a for a in found if a is not None]),
        wordings=_wordings(texts),
        links=tuple(sorted(edges, key=lambda e: (e.first, e.second, e.rule))),
    )


def best_agent(agents: Sequence[Agent]) -> str | None:
    """The id of the agent that says most about who it is: a person's full name, in its commonest spelling."""
    spelled = Counter(a.name for a in agents)

    def rank(agent: Agent) -> tuple[bool, bool, int, int, bool, str]:
        named = agent.type in (AgentType.NAMED_PERSON, AgentType.NAMED_ORGANIZATION) and agent.name is not None
        person = agent.type is AgentType.NAMED_PERSON
        return (
            not named,
            not person,
            -len(name_parts(agent.name or "")),
            -spelled[agent.name],
            not agent.roles,
            agent.id,
        )

    return min(agents, key=rank).id if agents else None


def _wordings(texts: Mapping[str, str]) -> tuple[Wording, ...]:
    """The statements by their words, case and punctuation aside; the commonest first, then the longest."""
    if len(texts) == 1:
        return tuple(Wording(text, (member,)) for member, text in texts.items())
    by_letters: defaultdict[str, list[str]] = defaultdict(list)
    for member, text in texts.items():
        by_letters[same_letters(text)].append(member)
    groups = sorted(by_letters.values(), key=lambda ids: (-len(ids), -len(texts[ids[0]]), ids))
    return tuple(Wording(texts[ids[0]], tuple(ids)) for ids in groups)
