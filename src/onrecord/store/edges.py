"""Edges: the order they stand in, and the columns they are kept in."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any, TypeVar

from onrecord.records import (
    Derivation,
    DerivationKind,
    Evidence,
    Links,
    SameUtterance,
    WordingRelation,
    from_json,
    to_json,
)

Edge = Derivation | SameUtterance
E = TypeVar("E", Derivation, SameUtterance)

COLUMNS = {
    "derivation": ("source", "target", "kind", "rule", "score", "evidence"),
    "same_utterance": ("first", "second", "relation", "rule", "score"),
}
"""The tables of edges, and the columns that make an edge.  `low` and `high`, its two articles, stand beside them."""


def columns(edge: Edge) -> tuple[str, tuple[Any, ...]]:
    """The table that an edge is kept in, and its values for COLUMNS."""
    if isinstance(edge, Derivation):
        evidence = json.dumps(to_json(edge.evidence), separators=(",", ":"))
        return "derivation", (edge.source, edge.target, edge.kind.value, edge.rule, edge.score, evidence)
    return "same_utterance", (edge.first, edge.second, edge.relation.value, edge.rule, edge.score)


def derivation(source: str, target: str, kind: str, rule: str, score: float, evidence: str) -> Derivation:
    """The edge with these columns."""
    found = tuple(from_json(Evidence, one) for one in json.loads(evidence))
    return Derivation(source, target, DerivationKind(kind), rule, score, found)


def same_utterance(first: str, second: str, relation: str, rule: str, score: float) -> SameUtterance:
    """The edge with these columns."""
    return SameUtterance(first, second, WordingRelation(relation), rule, score)


def rows(low: str, high: str, links: Links) -> Iterator[tuple[str, dict[str, Any]]]:
    """Each edge between two articles (or of one: low == high) as a row, with the table it goes to."""
    edges: tuple[Edge, ...] = (*links.derivations, *links.utterances)
    for edge in edges:
        table, values = columns(edge)
        yield table, {"low": low, "high": high, **dict(zip(COLUMNS[table], values, strict=True))}


def in_order(edges: Iterable[E]) -> tuple[E, ...]:
    """The edges without doubles, sorted by their columns: the same for any order they came in."""
    return tuple(sorted(dict.fromkeys(edges), key=columns))


def joined(links: Iterable[Links]) -> Links:
    """All the edges as one, sorted and without doubles."""
    parts = list(links)
    return Links(
        derivations=in_order(edge for part in parts for edge in part.derivations),
        utterances=in_order(edge for part in parts for edge in part.utterances),
    )
