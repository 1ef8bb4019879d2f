"""Independence: how many separate origins stand behind the reports of an utterance."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from onrecord.people.disjoint_sets import DisjointSets
from onrecord.provenance.descent import joined_by_telling, merged_reports
from onrecord.provenance.families import Families, known_families, same_owner, sister_copies
from onrecord.provenance.folds import Fold, Rank, folds
from onrecord.provenance.own_reports import own_reports, same_outlet
from onrecord.provenance.second_sources import second_sources
from onrecord.provenance.tellings import MOST_REPORTS, Tellings
from onrecord.records import Evidence, Findings, Graph


@dataclass(frozen=True, slots=True)
class OriginGroup:
    """Articles (ids, sorted) that have one origin, with the reason for people and the characters that show it.

    `folded` are the articles' own reasons, the strongest first, each behind the article's id.
    """

    articles: tuple[str, ...]
    reason: str
    evidence: tuple[Evidence, ...] = ()
    folded: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Origins:
    """Independent origins: between `low` and `high`; `groups` are those of the high bound.

    `doubts` are the reasons that would bring the count down to the low bound.
    """

    low: int
    high: int
    groups: tuple[OriginGroup, ...]
    doubts: tuple[str, ...] = ()


def origins(graph: Graph, statements: Iterable[str], families: Families | None = None) -> Origins:
    """The origins of the reports that these statements (ids) make; ids that are not in the graph are passed over.

    `families` are newsrooms of one owner, those of the bundled list where none are given.
    1 ≤ low ≤ high ≤ number of articles, or all 0 without any statement.
    """
    wanted = set(statements)
    found = ((f, [s for s in f.statements if s.id in wanted]) for f in graph.findings)
    reports = {f.article.id: (f, mine) for f, mine in found if mine}
    members = {article: findings for article, (findings, _) in reports.items()}
    families = known_families() if families is None else families
    known = sister_copies(folds(graph, reports), graph, families)
    tellings = Tellings(reports)
    merged = merged_reports(members, known, tellings)
    sets = DisjointSets(members)
    reasons = _joined_by_folds(known, members, merged, sets)
    reasons += joined_by_telling(sets, members, merged, second_sources(reports), tellings)
    reasons += same_owner(members, reasons, sets, families)
    groups = tuple(_group(ids, reasons) for ids in sets.groups(members))
    doubtful = [f for f in reasons if not f.sure and not sets.together(f.article, f.to)]
    for fold in doubtful:
        sets.join(fold.article, fold.to)
    doubts = {f.reason for f in doubtful if f.article in members}
    if len(members) > MOST_REPORTS:
        doubts.add(f"{len(members)} reports are too many to compare what each tells")
    return Origins(len(sets.groups(members)), len(groups), groups, tuple(sorted(doubts)))


def _joined_by_folds(
    known: Sequence[Fold], members: Mapping[str, Findings], merged: frozenset[str], sets: DisjointSets
) -> list[Fold]:
    """Join by what the folds say, and give those that hold; merged reports come last, with what they owe most to."""
    for article, newsroom in own_reports(known, members):
        sets.join(article, newsroom)
    bridges = [f for f in known if f.sure and (f.article in merged or f.to in merged)]
    apart = set(bridges)
    reasons = _joined([f for f in known if f not in apart], sets)
    reasons += same_outlet(members, reasons, sets)
    last: dict[str, Fold] = {}
    for fold in bridges:
        last.setdefault(fold.article if fold.article in merged else fold.to, fold)
    for fold in last.values():
        sets.join(fold.article, fold.to)
    return [*reasons, *last.values()]


def _joined(reasons: Sequence[Fold], sets: DisjointSets) -> list[Fold]:
    """Join by the sure folds, and give all that hold.

    A report that was merged from two lines is no bridge between them: it goes with the one it owes most to.  So reports
    with one reason are joined first, then those whose reasons lead to one group by now, and what is left is merged.
    """
    by_article: defaultdict[str, list[Fold]] = defaultdict(list)
    for fold in reasons:  # the strongest first
        if fold.sure:
            by_article[fold.article].append(fold)
    waiting = sorted(by_article)
    held: set[Fold] = set()
    while waiting:
        settled = [a for a in waiting if len({sets.find(f.to) for f in by_article[a]} - {sets.find(a)}) < 2]
        chosen = settled or [min(waiting, key=lambda a: (len({sets.find(f.to) for f in by_article[a]}), a))]
        for article in chosen:
            owed = by_article[article] if settled else by_article[article][:1]
            for fold in owed:
                sets.join(article, fold.to)
            held.update(f for f in by_article[article] if sets.together(article, f.to))
        waiting = [a for a in waiting if a not in set(chosen)]
    return [fold for fold in reasons if not fold.sure or fold in held or sets.together(fold.article, fold.to)]


def _group(ids: Sequence[str], reasons: Sequence[Fold]) -> OriginGroup:
    """The group with the strongest reasons that hold it together; "own report" where nothing was folded."""
    holding = _holding(ids, reasons)
    chosen = [f for f in holding if f.rank < Rank.OUTLET] or (holding if len(ids) > 1 else [])
    if not chosen:
        return OriginGroup(tuple(ids), "own report")
    if len(ids) == 1:
        chosen = [replace(f, reason=f.reason.replace("same wire:", "wire:")) for f in chosen]
    said = dict.fromkeys(f.reason for f in chosen)
    evidence = tuple(dict.fromkeys(e for f in chosen for e in f.evidence))
    return OriginGroup(tuple(ids), "; ".join(said), evidence, tuple((f.article, f.reason) for f in chosen))


def _holding(ids: Sequence[str], reasons: Sequence[Fold]) -> list[Fold]:
    """The strongest sure fold of each article, and what more it takes to hold these articles together; in order."""
    inside = set(ids)
    mine = [fold for fold in reasons if fold.sure and fold.article in inside]
    mine.sort(key=lambda f: (f.rank, -f.share, f.reason, f.article))
    strongest: dict[str, Fold] = {}
    for fold in mine:
        back = strongest.get(fold.to)
        if back is None or back.to != fold.article:  # of two that are each a copy of the other, one is told
            strongest.setdefault(fold.article, fold)
    sets, held = DisjointSets(ids), set(strongest.values())
    for fold in (*strongest.values(), *mine):
        if not sets.together(fold.article, fold.to):
            sets.join(fold.article, fold.to)
            held.add(fold)
    return [fold for fold in mine if fold in held]
