"""Descent: reports that no credit connects come from one report where together they tell what it tells.

A rewritten copy shares little with any one report of its line, a little with each; edges are pairs, so what several
pairs say together is weighed here.  What only one reporter saw shows descent, as errors in common do among manuscripts
(Lachmann 1850).  Groups are joined from the likest on, by how much of the smaller group's tellings the larger has.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import combinations

from onrecord.people.disjoint_sets import DisjointSets
from onrecord.provenance.folds import Fold, Rank
from onrecord.provenance.tellings import Tellings
from onrecord.records import Findings

ONE_LINE, FEW = 0.34, 0.8
"""How much of a group's tellings a larger one has where both come from one report, of many reports; and what is added
by the number of reports: of twenty .38, of four .54.  The fewer, the less is known of what all tell."""
PERHAPS = 0.08
"""By how much less there is a doubt, which counts in the lower bound alone."""
ENOUGH = 3
"""Reports of which tellings can be weighed; two alone are compared as copies are."""
MERGED = 2
"""Sentences that a report has from each of two lines, at least, and the other line not."""
NOTHING_ELSE = 0.8
"""Share of its sentences that come from the two lines, at least."""
OMITTED = 2
"""Sentences that it leaves out of each of them, at least."""


def merged_reports(articles: Collection[str], known: Sequence[Fold], tellings: Tellings) -> frozenset[str]:
    """The reports that were made from two lines.

    They credit two newsrooms; or they consist of sentences of two groups, word for word, each of which the other group
    has not, and lack others of both; the groups are those of the sure folds without the report itself.  The plainest
    is told first, for what it joins looks merged too.
    """
    merged = {article for article in articles if len(_credited(article, known)) > 1}
    while True:
        left = [article for article in articles if article not in merged]
        folds = [f for f in known if f.sure and f.article not in merged and f.to not in merged]
        plain = {article: _merged_from(article, left, folds, tellings) for article in left}
        article = max(left, key=lambda one: (plain[one], one), default=None)
        if article is None or plain[article] < MERGED:
            return frozenset(merged)
        merged.add(article)


def _credited(article: str, known: Sequence[Fold]) -> set[str]:
    return {f.to for f in known if f.sure and f.article == article and f.rank in (Rank.WIRE, Rank.CREDIT)}


def _merged_from(article: str, articles: Sequence[str], known: Sequence[Fold], tellings: Tellings) -> int:
    """How many sentences at least a report has of each of two lines and not of the other; 0 for one that tells more."""
    sets = DisjointSets(articles)
    for fold in known:
        if article not in (fold.article, fold.to):
            sets.join(fold.article, fold.to)
    copied = []
    for group in sets.groups(articles):
        others = [other for other in group if other != article]
        sentences = tellings.copied(article, others)
        if sentences and max(tellings.lacks(article, other) for other in others) >= OMITTED:
            copied.append(sentences)
    whole = NOTHING_ELSE * tellings.size([article])
    pairs = ((a, b) for a, b in combinations(copied, 2) if len(a | b) >= whole)
    return max((min(len(a - b), len(b - a)) for a, b in pairs), default=0)


def joined_by_telling(
    sets: DisjointSets, members: Mapping[str, Findings], merged: frozenset[str], tellings: Tellings
) -> Iterator[Fold]:
    """Join the groups of reports that tell one report's story, the likest first, with the reason for each.

    A report merged from two lines shows nothing of the others; it goes with those of whom it has most.
    """
    if len(members) < ENOUGH:
        return
    least = ONE_LINE + FEW / len(members)
    groups = {g[0]: g for group in sets.groups(members) if (g := [a for a in group if a not in merged])}
    scores = {(a, b): _alike(groups[a], groups[b], tellings) for a, b in combinations(sorted(groups), 2)}
    while scores:
        pair = min(scores, key=lambda pair: (-scores[pair], pair))
        if scores[pair] < least:
            doubtful = {some: score for some, score in scores.items() if score >= least - PERHAPS}
            yield from _doubts(groups, doubtful, members, tellings)
            break
        kept, gone = pair
        yield _fold(groups[gone], groups[kept], scores[pair], members, tellings)
        sets.join(kept, gone)
        groups[kept] += groups.pop(gone)
        scores = {some: score for some, score in scores.items() if gone not in some}
        for other in groups.keys() - {kept}:
            scores[min(kept, other), max(kept, other)] = _alike(groups[kept], groups[other], tellings)
    for article in sorted(merged):
        if groups and not any(sets.together(article, name) for name in groups):
            score, _, line = min((-tellings.cover([article], group), name, group) for name, group in groups.items())
            if -score >= least:
                yield _fold([article], line, -score, members, tellings)
                sets.join(article, line[0])


def _doubts(
    groups: Mapping[str, list[str]],
    scores: Mapping[tuple[str, str], float],
    members: Mapping[str, Findings],
    tellings: Tellings,
) -> Iterator[Fold]:
    """The groups that may come from one report, too little of which they have in common."""
    for (a, b), score in sorted(scores.items()):
        fold = _fold(groups[b], groups[a], score, members, tellings)
        yield replace(fold, reason=fold.reason.replace("tells", "may tell", 1), sure=False)


def _alike(a: Sequence[str], b: Sequence[str], tellings: Tellings) -> float:
    """How much of the smaller group's tellings the other has; of two of one size the better."""
    mine, others = tellings.size(a), tellings.size(b)
    forth = tellings.cover(a, b) if mine <= others else 0.0
    return max(forth, tellings.cover(b, a) if others <= mine else 0.0)


def _fold(
    group: Sequence[str], line: Sequence[str], score: float, members: Mapping[str, Findings], tellings: Tellings
) -> Fold:
    here, there = tellings.likest(group, line)
    article = members[there.article].article
    name = article.outlet or article.title or article.id
    share = f"{score:.0%}".replace("%", " %")
    reason = f"tells with other words what {name} and others of one line tell ({share} of it)"
    return Fold(here.article, there.article, Rank.TELLING, reason, (here, there), share=round(score, 4))
