"""Clusters: the utterances that edges make, one component of statements at a time."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace

from onrecord.people.disjoint_sets import DisjointSets
from onrecord.records import Findings, Links, SameUtterance, Statement, Utterance
from onrecord.store.edges import in_order
from onrecord.store.linker import Linker


def utterances(homes: Mapping[str, Findings], edges: Collection[SameUtterance], linker: Linker) -> Iterator[Utterance]:
    """The utterances of each component of the statements in `homes` (statement id → the findings it stands in).

    `edges` must be all the edges of those statements.  The linker sees one component at a time, and of its articles
    only the statements in the component: so nothing elsewhere can change what it answers.
    """
    components = DisjointSets(homes)
    for edge in edges:
        components.join(edge.first, edge.second)
    inner: dict[str, list[SameUtterance]] = {}
    for edge in edges:
        inner.setdefault(components.find(edge.first), []).append(edge)
    articles = {findings.article.id: findings for findings in homes.values()}
    places = {s.id: (n, s) for findings in articles.values() for n, s in enumerate(findings.statements)}
    for statements in components.groups(homes):
        findings = _narrowed(statements, homes, places)
        yield from linker.cluster(findings, Links(utterances=in_order(inner.get(statements[0], ()))))


def _narrowed(
    statements: Collection[str], homes: Mapping[str, Findings], places: Mapping[str, tuple[int, Statement]]
) -> list[Findings]:
    """The findings of these statements, by article id, with no other statements in them; `places` number them."""
    inside: dict[str, list[tuple[int, Statement]]] = {}
    for statement in set(statements):
        inside.setdefault(homes[statement].article.id, []).append(places[statement])
    articles = {homes[s].article.id: homes[s] for s in statements}
    return [
        replace(findings, statements=tuple(s for _, s in sorted(inside[article], key=lambda place: place[0])))
        for article, findings in sorted(articles.items(), key=lambda pair: pair[0])
    ]
