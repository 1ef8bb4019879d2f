"""Utterances across the articles on standard input, in the form that the utterance scorer reads."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from itertools import combinations
from typing import Any

from onrecord.answers.views import speaker_of
from onrecord.archive import Analysis
from onrecord.engines import InProcess
from onrecord.lexicon.wires import wire_named
from onrecord.provenance.sayings import Saying, sayings
from onrecord.provenance.wordings import relation
from onrecord.reading import read_bytes
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
)
from onrecord.store import MemoryStore


def graph_of(documents: bytes) -> Graph:
    """Everything that the defaults find in documents given as JSON Lines, all linked with one another."""
    articles = [a for a in read_bytes(documents, "standard input") if isinstance(a, Article)]
    store = MemoryStore()
    for batch in Analysis().run(articles, InProcess()):
        store.add(batch)
    return store.graph(Selection(everything=True))


def predictions(graph: Graph) -> Iterator[str]:
    """One JSON line for each utterance; articles go by their document's id."""
    places = {s.id: (f, s) for f in graph.findings for s in f.statements}
    said = {s.statement: s for f in graph.findings for s in sayings(f)}
    for utterance in graph.utterances:
        agent = speaker_of(graph, utterance)
        row = {
            "utterance": utterance.id,
            "agent": agent.name if agent else None,
            "members": [_member(*places[s]) for s in utterance.statements],
            "wordings": _wordings(utterance, said),
        }
        yield json.dumps(row, ensure_ascii=False)


def _member(findings: Findings, statement: Statement) -> dict[str, Any]:
    return {
        "article": findings.article.doc,
        "spans": [list(span) for span in statement.content],
        "via": [list(span) for span in _via(findings, statement)] or None,
    }


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
    for line in predictions(graph_of(sys.stdin.buffer.read())):
        print(line)


if __name__ == "__main__":
    main()
