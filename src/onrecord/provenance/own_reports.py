"""Own reports: which reports are a newsroom's own, so that whoever quotes the newsroom, or it again, means them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from onrecord.people.disjoint_sets import DisjointSets
from onrecord.provenance.folds import Fold, Rank
from onrecord.provenance.outlets import outlet_key
from onrecord.records import Findings

NAMING = (Rank.WIRE, Rank.CREDIT, Rank.RELAY)
"""Reasons that a report gives itself: it names whom it has it from."""


def own_reports(known: Sequence[Fold], members: Mapping[str, Findings]) -> Iterator[tuple[str, str]]:
    """Each report with the key of the newsroom whose own it is.

    It owes nothing to others; or, where the newsroom has no such report, it is the only one, in however many versions,
    that names nobody else, whoever it copied in silence.
    """
    owing = {f.article for f in known if f.sure}
    naming = {f.article for f in known if f.sure and f.rank in NAMING}
    versions = DisjointSets(members)
    for fold in known:
        if fold.sure and _one_newsroom(members.get(fold.article), members.get(fold.to)):
            versions.join(fold.article, fold.to)
    for key, articles in by_newsroom(members):
        own = [a for a in articles if a not in owing]
        silent = [a for a in articles if a not in naming]
        if not own and len({versions.find(a) for a in silent}) == 1:
            own = silent
        yield from ((article, key) for article in own)


def same_outlet(members: Mapping[str, Findings], reasons: Iterable[Fold], sets: DisjointSets) -> Iterator[Fold]:
    """Join each outlet with its own reports: one newsroom is one origin, and so is who quotes it.

    An outlet that carries several wires is none of them: its copies stay with their wires.
    """
    taken = {f.article for f in reasons if f.sure}
    for key, articles in by_newsroom(members):
        own = [a for a in articles if a not in taken]
        if not own and len({sets.find(a) for a in articles}) == 1:
            own = articles
        for article in own:
            sets.join(article, key)
            yield Fold(article, key, Rank.OUTLET, f"same outlet: {members[article].article.outlet}")


def by_newsroom(members: Mapping[str, Findings]) -> list[tuple[str, list[str]]]:
    """The reports by the key of their outlet, sorted; those of no known outlet are left out."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for article, findings in members.items():
        found[outlet_key(findings.article.outlet)].append(article)
    return [(key, articles) for key, articles in sorted(found.items()) if key]


def _one_newsroom(a: Findings | None, b: Findings | None) -> bool:
    return a is not None and b is not None and outlet_key(a.article.outlet) == outlet_key(b.article.outlet)
