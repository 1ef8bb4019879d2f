"""Utterances across the articles on standard input, in the form that the utterance scorer reads."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator
from itertools import combinations
from typing import Any

from evals.documents import documents
from onrecord.answers.views import speaker_of
from onrecord.archive import Analysis
from onrecord.engines import InProcess
from onrecord.lexicon.wires import wire_named
from onrecord.provenance.sayings import Saying, sayings
from onrecord.provenance.wordings import relation
from onrecord.records import (
    AgentType,
    Article,
    Findings,
    Graph,
    Selection,
    Spans,
    Statement,
    Utterance,
    disjoint,
    to_json,
)
from onrecord.store import MemoryStore


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
    for utterance in graph.utterances:
        agent = speaker_of(graph, utterance)
        members = (places[s] for s in utterance.statements)
        row = {
            "utterance": utterance.id,
            "agent": agent.name if agent else None,
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


def _spans(findings: Findings, statement: Statement) -> dict[str, Any]:
    return {"spans": to_json(statement.content), "via": to_json(_via(findings, statement)) or None}


def _via(findings: Findings, statement: Statement) -> Spans:
    """The go-between: one that is named, else who tells it in the outer statement, else a document or newsroom."""
    if statement.via:
        return statement.via[0].spans
    parent = next((s for s in findings.statements if s.id == statement.parent), None)
    if parent is not None:
        return disjoint((*parent.source, *parent.cue))
    agent = findings.agent_of(statement)
    if agent is None:
        return ()
    newsroom = agent.type is AgentType.NAMED_ORGANIZATION and wire_named(agent.name or "", in_credit=False)
    return statement.source if newsroom or agent.type is AgentType.DOCUMENT else ()


def _wordings(utterance: Utterance, said: dict[str, Saying]) -> list[list[int | str]]:
    """The relation of every pair of members, by their numbers."""
    members = [(i, said[s]) for i, s in enumerate(utterance.statements) if s in said]
    return [[i, j, relation(a, b).value] for (i, a), (j, b) in combinations(members, 2)]


def main() -> None:
    """Read documents, write predictions."""
    for line in predictions(sys.stdin.buffer):
        print(line)


if __name__ == "__main__":
    main()
