"""Clusters: the utterances that edges make, one component of statements at a time."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace

from onrecord.records import Findings, Links, SameUtterance, Utterance
from onrecord.store.edges import in_order
from onrecord.store.linker import Linker


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
