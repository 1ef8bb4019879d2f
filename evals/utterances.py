"""Utterances across the articles on standard input, in the form that the utterance scorer reads."""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import combinations
from typing import Any

from evals.documents import documents
from onrecord.archive import Analysis
from onrecord.engines import InProcess
from onrecord.provenance.sayings import Saying, sayings
from onrecord.provenance.wordings import relation
from onrecord.records import (
    AgentType,
    Article,
    Findings,
    Graph,
    Selection,
    Span,
    Spans,
    Statement,
    Utterance,
    ViaKind,
    WordingRelation,
    disjoint,
    spans_text,
    to_json,
)
from onrecord.statements.go_betweens import newsroom_kind
from onrecord.statements.role_phrases import front_of
from onrecord.store import MemoryStore

SCORED = {
    WordingRelation.SPLICED: WordingRelation.TRUNCATED,
    WordingRelation.RETRANSLATED: WordingRelation.ALTERED,
}
"""What the gold calls relations that it has no word for."""
PRESS = frozenset("reporters journalists press media".split())


def predictions(lines: Iterable[bytes]) -> Iterator[str]:
    """One JSON line for each utterance in all the documents together; articles go by their document's id."""
    docs: dict[str, Any] = {}
    articles: list[Article] = []
    for doc, article in documents(lines):
        docs.setdefault(article.id, doc)
        articles.append(article)
    graph = graph_of(articles)
    places = {s.id: (f, s) for f in graph.findings for s in f.statements}
    said = {s.statement: s for f in graph.findings for s in sayings(f)}
    called = _called(graph)
    for utterance in graph.utterances:
        members = (places[s] for s in utterance.statements)
        row = {
            "utterance": utterance.id,
            "agent": called.get(utterance.agent or ""),
            "members": [{"article": docs[f.article.id], **_spans(f, s)} for f, s in members],
            "wordings": _wordings(utterance, said),
        }
        yield json.dumps(row)


def graph_of(articles: Iterable[Article]) -> Graph:
    """Everything that the defaults find in these articles, all linked with one another."""
    store = MemoryStore()
    for batch in Analysis().run(articles, InProcess()):
        store.add(batch)
    return store.graph(Selection(everything=True))


def _called(graph: Graph) -> dict[str, str]:
    """What each agent is called: by the name that most articles give it, else by the words that describe it."""
    agents = {a.id: a for f in graph.findings for a in f.agents}
    texts = {f.article.id: f.article.text for f in graph.findings}
    called = {a.id: a.name or front_of(a.mentions[0].of(texts[a.article])) for a in agents.values()}
    for identity in graph.identities:
        spelled = Counter(called[a] for a in identity.agents if a in called)
        if spelled:
            best = min(spelled, key=lambda name: (-spelled[name], name))
            called.update(dict.fromkeys(identity.agents, best))
    return called


def _spans(findings: Findings, statement: Statement) -> dict[str, Any]:
    return {"spans": to_json(statement.content), "via": to_json(_via(findings, statement)) or None}


def _via(findings: Findings, statement: Statement) -> Spans:
    """The nearest go-between: what the attribution names, else who tells it around it, else the source's own voice."""
    parent = next((s for s in findings.statements if s.id == statement.parent), None)
    named = _named(findings.article.text, statement, parent)
    if named or parent is not None:
        return named or disjoint((*_front(findings.article.text, parent.source), *parent.cue)) if parent else named
    if set(spans_text(findings.article.text, statement.addressee).lower().split()) & PRESS:
        return disjoint((*statement.cue, *statement.addressee))
    agent = findings.agent_of(statement)
    if agent is None:
        return ()
    newsroom = agent.type is AgentType.NAMED_ORGANIZATION and newsroom_kind(agent.name or "")
    return statement.source if newsroom or agent.type is AgentType.DOCUMENT else ()


def _front(text: str, source: Spans) -> Spans:
    """A source phrase without what is said of it behind a comma."""
    return tuple(Span(s.start, s.start + (len(s.of(text).partition(",")[0]) or len(s))) for s in source)


def _named(text: str, statement: Statement, parent: Statement | None) -> Spans:
    """The words for a medium, a newsroom or an interview outside what is said and beside who tells it."""
    for via in statement.via:
        if parent is not None and via.kind is ViaKind.PERSON:
            continue  # whoever tells it
        aside = (*statement.content, *(parent.source if parent else ()))
        if not any(s.overlaps(o) for s in via.spans for o in aside):
            return next(((v,) for v in statement.venue if any(v.covers(s) for s in via.spans)), via.spans)
    return tuple(v for v in statement.venue if "interview" in v.of(text))


def _wordings(utterance: Utterance, said: dict[str, Saying]) -> list[list[int | str]]:
    """The relation of every pair of members, by their numbers."""
    members = [(i, said[s]) for i, s in enumerate(utterance.statements) if s in said]
    return [[i, j, SCORED.get(found := relation(a, b), found).value] for (i, a), (j, b) in combinations(members, 2)]


def main() -> None:
    """Read documents, write predictions."""
    for line in predictions(sys.stdin.buffer):
        print(line)


if __name__ == "__main__":
    main()
