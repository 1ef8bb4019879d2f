"""The links at a record, each with what shows it; those that were weighed and passed over are among them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.answers.views import Json, Quoted, quoted, quoted_in
from onrecord.people.names import name_parts
from onrecord.provenance.prepared import prepared
from onrecord.provenance.wordings import differences
from onrecord.records import Agent, Findings, Graph, SameUtterance, Statement, WordingRelation


@dataclass(frozen=True, slots=True)
class Edge:
    """One edge at the record; `kind` is a derivation's, or "same_utterance" or "same_agent"; `rule` drew it.

    `taken` is False for what was weighed and passed over: a statement that was not joined after all, an identity of the
    same name that was kept apart.
    `changed` are the words of a quotation and what stands for them in the other one: a misquotation, perhaps.
    """

    source: str
    target: str
    kind: str
    rule: str
    score: float
    evidence: tuple[Quoted, ...] = ()
    changed: tuple[tuple[str, str], ...] = ()
    taken: bool = True

    def to_json(self) -> Json:
        """The edge as JSON types."""
        return {
            "from": self.source,
            "to": self.target,
            "kind": self.kind,
            "rule": self.rule,
            "score": self.score,
            "evidence": [e.to_json() for e in self.evidence],
            "changed": [list(words) for words in self.changed],
            "taken": self.taken,
        }


def edges_at(graph: Graph, ids: set[str]) -> Iterator[Edge]:
    """Every edge at these records (of one statement, utterance, article or agent): derivations, utterances, agents."""
    for d in graph.links.derivations:
        if d.source in ids or d.target in ids:
            yield Edge(d.source, d.target, d.kind.value, d.rule, d.score, quoted(graph, d.evidence))
    yield from _Reports(graph).edges(ids)
    yield from _namesakes(graph, ids)


class _Reports:
    """The statements of a graph with the words that they report: what shows that two of them are one utterance."""

    def __init__(self, graph: Graph) -> None:
        self._graph = graph
        self._homes: dict[str, tuple[Findings, Statement]] = {
            s.id: (f, s) for f in graph.findings for s in f.statements
        }
        self._words: dict[str, tuple[Quoted, ...]] = {}

    def edges(self, ids: set[str]) -> Iterator[Edge]:
        """Those between one of these statements and another, joined or not."""
        joined = {s for u in self._graph.utterances if not ids.isdisjoint(u.statements) for s in u.statements}
        for u in self._graph.links.utterances:
            if u.first in ids or u.second in ids:
                yield Edge(
                    u.first,
                    u.second,
                    f"same_utterance, {u.relation.value}",
                    u.rule,
                    u.score,
                    evidence=(*self._said(u.first), *self._said(u.second)),
                    changed=self._changed(u) if u.relation is WordingRelation.ALTERED else (),
                    taken={u.first, u.second} <= joined,
                )

    def _said(self, statement: str) -> tuple[Quoted, ...]:
        found = self._words.get(statement)
        if found is None:
            home = self._homes.get(statement)
            found = self._words.setdefault(statement, quoted_in(home[0], home[1].content) if home else ())
        return found

    def _changed(self, edge: SameUtterance) -> tuple[tuple[str, str], ...]:
        """What was changed inside the marks, where the graph has both statements."""
        homes = (self._homes.get(end) for end in (edge.first, edge.second))
        said = {s.statement: s for home in homes if home for s in prepared(home[0]).sayings}
        if edge.first not in said or edge.second not in said:
            return ()
        return differences(said[edge.first], said[edge.second])


def _namesakes(graph: Graph, ids: set[str]) -> Iterator[Edge]:
    """The agents that one of these is, and those of its name that it is not."""
    agents = {a.id: (f, a) for f in graph.findings for a in f.agents}
    for identity in graph.identities:
        for e in identity.edges:
            if e.first in ids or e.second in ids:
                shown = (*_named(agents.get(e.first)), *_named(agents.get(e.second)))
                yield Edge(e.first, e.second, "same_agent", e.rule, e.score, shown)
        for agent in sorted(ids.intersection(identity.agents)):
            for other in identity.apart:
                shown = (*_named(agents.get(agent)), *_named(agents.get(other.identity)))
                yield Edge(agent, other.identity, "same_agent", other.rule, 1.0, shown, taken=False)


def _named(home: tuple[Findings, Agent] | None) -> tuple[Quoted, ...]:
    """Where an agent is named for the first time, and its roles; nothing for one in an article that is not here."""
    if home is None:
        return ()
    findings, agent = home
    names = {part for name in agent.names for part in name_parts(name)}
    naming = (m for m in agent.mentions if names.intersection(name_parts(m.of(findings.article.text))))
    first = next(naming, agent.mentions[0] if agent.mentions else None)
    spans = ([first] if first else []) + [role.span for role in agent.roles if role.span]
    return quoted_in(findings, dict.fromkeys(spans))
