"""Linking: every edge that one article, or two of them, give."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

from onrecord.provenance.copies import article_derivations, shows_one_story
from onrecord.provenance.credited import credit_derivations, statement_derivations
from onrecord.provenance.outlets import carriers, outlet_key
from onrecord.provenance.pointing import found_sayings, named_sayings
from onrecord.provenance.prepared import Prepared, prepared
from onrecord.provenance.same_content import MIN_COMMON
from onrecord.provenance.same_utterance import same_meanings, same_utterances
from onrecord.provenance.sayings import Saying
from onrecord.records import (
    Derivation,
    DerivationKind,
    Evidence,
    Findings,
    Links,
    SameUtterance,
    Statement,
)


def own_links(findings: Findings) -> Links:
    """The edges that one article gives by itself: what it credits, its go-betweens, nesting, and its repeats."""
    statements = {s.id: s for s in findings.statements}
    above = {s.id: _ancestors(s, statements) for s in findings.statements}
    ready = prepared(findings)
    pairs = _comparable(ready, ready)
    apart = ((a, b) for a, b in pairs if _apart(statements[a.statement], statements[b.statement], above))
    derivations = [*credit_derivations(findings), *statement_derivations(findings), *named_sayings(findings)]
    return _sorted(derivations, same_utterances(apart, ready.sayings))


def link(a: Findings, b: Findings) -> Links:
    """The edges between two articles: a pure function, the same for (b, a); none for an article and itself."""
    if a.article.id == b.article.id:
        return Links()
    first, second = (prepared(f) for f in sorted((a, b), key=lambda f: f.article.id))
    utterances = same_utterances(_comparable(first, second), (*first.sayings, *second.sayings))
    copies = list(article_derivations(first, second))
    one_story = any(shows_one_story(copy) for copy in copies)
    utterances += same_meanings(first.sayings, second.sayings, utterances, retold=one_story)
    derivations = [
        *copies,
        *_relays(first, second, utterances),
        *found_sayings(first, second),
    ]
    return _sorted(derivations, utterances)


def _comparable(a: Prepared, b: Prepared) -> Iterator[tuple[Saying, Saying]]:
    """The pairs of statements that have enough content words in common to be one utterance, each pair once."""
    shared: dict[tuple[int, int], int] = {}
    for word in a.by_root.keys() & b.by_root.keys():
        for pair in product(a.by_root[word], b.by_root[word]):
            shared[pair] = shared.get(pair, 0) + 1
    for (mine, other), words in sorted(shared.items()):
        if words >= MIN_COMMON and (a is not b or mine < other):
            yield a.sayings[mine], b.sayings[other]


def _apart(a: Statement, b: Statement, above: dict[str, set[str]]) -> bool:
    """Whether two statements of one article stand in different places: no nesting, no shared characters."""
    if a.id in above[b.id] or b.id in above[a.id]:
        return False
    return not any(x.overlaps(y) for x in a.content for y in b.content)


def _ancestors(statement: Statement, known: dict[str, Statement]) -> set[str]:
    found: set[str] = set()
    while statement.parent in known and statement.parent is not None and statement.parent not in found:
        found.add(statement.parent)
        statement = known[statement.parent]
    return found


def _relays(a: Prepared, b: Prepared, edges: list[SameUtterance]) -> Iterator[Derivation]:
    """A statement that one article has "via" the other's outlet derives from that outlet's own report of it."""
    places: dict[str, tuple[Prepared, Saying]] = {s.statement: (p, s) for p in (a, b) for s in p.sayings}
    for edge in edges:
        for source, target in ((edge.first, edge.second), (edge.second, edge.first)):
            relaying, reporting = places[source][0].findings, places[target][0].findings
            outlet = outlet_key(reporting.article.outlet)
            statement = next(s for s in relaying.statements if s.id == source)
            for via, key in carriers(relaying.article, statement):
                if key == outlet:
                    evidence = tuple(Evidence(statement.article, span) for span in via.spans)
                    yield Derivation(source, target, DerivationKind.QUOTATION, "via_this_outlet", edge.score, evidence)


def _sorted(derivations: list[Derivation], utterances: list[SameUtterance]) -> Links:
    return Links(
        derivations=tuple(sorted(set(derivations), key=lambda d: (d.source, d.target, d.kind, d.rule))),
        utterances=tuple(sorted(set(utterances), key=lambda u: (u.first, u.second, u.rule))),
    )
