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
from onrecord.provenance.sayings import Saying, sayings
from onrecord.provenance.wordings import relation
from onrecord.reading import read_bytes
from onrecord.records import Article, Findings, Graph, Selection, Statement, Utterance
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
    via = statement.via[0].spans if statement.via else ()
    return {
        "article": findings.article.doc,
        "spans": [list(span) for span in statement.content],
        "via": [list(span) for span in via] or None,
    }


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
