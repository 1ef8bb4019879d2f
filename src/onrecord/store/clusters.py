"""Clusters: the utterances that edges make, one component of statements at a time."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace

from onrecord.provenance.disjoint_sets import DisjointSets
from onrecord.records import Findings, Links, SameUtterance, Utterance
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
    for statements in components.groups(homes):
        findings = _narrowed(statements, homes)
        yield from linker.cluster(findings, Links(utterances=in_order(inner.get(statements[0], ()))))


def _narrowed(statements: Collection[str], homes: Mapping[str, Findings]) -> list[Findings]:
    """The findings of these statements, by article id, with no other statements in them."""
    wanted = set(statements)
    articles = {homes[s].article.id: homes[s] for s in statements}
    return [
        replace(findings, statements=tuple(s for s in findings.statements if s.id in wanted))
        for _, findings in sorted(articles.items())
    ]
