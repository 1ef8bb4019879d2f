"""Clusters: the utterances that edges make, one component of statements at a time."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from typing import TypeVar

from onrecord.records import Findings, Links, SameUtterance, Utterance, to_json
from onrecord.store.linker import Linker

E = TypeVar("E")


def in_order(edges: Iterable[E]) -> tuple[E, ...]:
    """The edges without doubles, sorted by their JSON: the same for any order they came in."""
    unique = dict.fromkeys(edges)
    return tuple(sorted(unique, key=edge_record))


def edge_record(edge: object) -> str:
    """The JSON that an edge is kept as."""
    return json.dumps(to_json(edge), separators=(",", ":"))


def joined(links: Iterable[Links]) -> Links:
    """All the edges as one, sorted and without doubles."""
    parts = list(links)
    return Links(
        derivations=in_order(edge for part in parts for edge in part.derivations),
        utterances=in_order(edge for part in parts for edge in part.utterances),
        agents=in_order(edge for part in parts for edge in part.agents),
    )


def utterances(homes: Mapping[str, Findings], edges: Collection[SameUtterance], linker: Linker) -> Iterator[Utterance]:
    """The utterances of each component of the statements in `homes` (statement id → the findings it stands in).

    `edges` must be all the edges of those statements.  The linker sees one component at a time, and of its articles
    only the statements in the component: so nothing elsewhere can change what it answers.
    """
    component_of = _components(homes, edges)
    members: dict[str, list[str]] = {}
    for statement in sorted(homes):
        members.setdefault(component_of[statement], []).append(statement)
    inner: dict[str, list[SameUtterance]] = {}
    for edge in edges:
        inner.setdefault(component_of[edge.first], []).append(edge)
    for component, statements in sorted(members.items()):
        findings = _narrowed(statements, homes)
        yield from linker.cluster(findings, Links(utterances=in_order(inner.get(component, ()))))


def _components(statements: Iterable[str], edges: Iterable[SameUtterance]) -> dict[str, str]:
    """Each statement's component, named by one of its members (disjoint sets with path halving)."""
    parent = {statement: statement for statement in statements}

    def root(statement: str) -> str:
        while parent[statement] != statement:
            parent[statement] = parent[parent[statement]]
            statement = parent[statement]
        return statement

    for edge in edges:
        a, b = sorted((root(edge.first), root(edge.second)))
        parent[b] = a
    return {statement: root(statement) for statement in parent}


def _narrowed(statements: Collection[str], homes: Mapping[str, Findings]) -> list[Findings]:
    """The findings of these statements, by article id, with no other statements in them."""
    wanted = set(statements)
    articles = {homes[s].article.id: homes[s] for s in statements}
    return [
        replace(findings, statements=tuple(s for s in findings.statements if s.id in wanted))
        for _, findings in sorted(articles.items())
    ]
