"""Descent: reports that no credit connects come from one report where together they tell what it tells.

A rewritten copy shares little with any one report of its line, a little with each; edges are pairs, so what several
pairs say together is weighed here.  What only one reporter saw shows descent, as errors in common do among manuscripts
(Lachmann 1850).  Groups are joined from the likest on, by how much of the smaller group's tellings the larger has.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import combinations
from math import log

from onrecord.people.disjoint_sets import DisjointSets
from onrecord.provenance.folds import Fold, Rank
from onrecord.provenance.tellings import LEAST_REPORTS, Tellings
from onrecord.records import Findings

ONE_LINE, FEW = 0.33, 1.0
"""How much of a group's tellings a larger one has beyond chance where both come from one report, of many reports; and
what is added by the number of reports: of twenty .38, of four .58.  The fewer, the less is known of what all tell."""
BY_CHANCE, USUAL = 0.07, 30
"""How much more of a sentence the likest of e times as many others has, and the number from which that is counted: the
likest of many is likelier by chance.  Between independent reporters it grew by .065 on five real events."""
PERHAPS = 0.08
"""By how much less there is a doubt, which counts in the lower bound alone."""
MERGED = 2
"""Sentences that a report has from each of two lines, at least, and the other line not."""
NOTHING_ELSE = 0.8
"""Share of its sentences that come from the two lines, at least."""
OMITTED = 1
"""Sentences that it leaves out of each of them, at least: an original has all that stands in its copies."""


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
    sets: DisjointSets,
    members: Mapping[str, Findings],
    merged: frozenset[str],
    sourced: frozenset[str],
    tellings: Tellings,
) -> Iterator[Fold]:
    """Join the groups of reports that tell one report's story, the likest first, with the reason for each.

    A report merged from two lines shows nothing of the others; it goes with those of whom it has most.  One that has it
    from a source of its own (`sourced`) is nobody's copy, whatever it tells.
    """
    if len(members) < LEAST_REPORTS:
        return
    least = ONE_LINE + FEW / len(members)
    weighed = (group for group in sets.groups(members) if sourced.isdisjoint(group))
    groups = {g[0]: g for group in weighed if (g := [a for a in group if a not in merged])}
    scores = {(a, b): beyond_chance(groups[a], groups[b], tellings) for a, b in combinations(sorted(groups), 2)}
    while scores:
        pair = min(scores, key=lambda pair: (-scores[pair], pair))
        if scores[pair] < least:
            doubtful = [some for some, score in sorted(scores.items()) if score >= least - PERHAPS]
            yield from _doubts(groups, doubtful, members, tellings)
            break
        kept, gone = pair
        yield _fold(groups[gone], groups[kept], members, tellings)
        sets.join(kept, gone)
        groups[kept] += groups.pop(gone)
        scores = {some: score for some, score in scores.items() if gone not in some}
        for other in groups.keys() - {kept}:
            scores[min(kept, other), max(kept, other)] = beyond_chance(groups[kept], groups[other], tellings)
    for article in sorted(merged):
        if groups and not any(sets.together(article, name) for name in groups):
            score, name = min((-beyond_chance([article], group, tellings), name) for name, group in groups.items())
            if -score >= least:
                yield _fold([article], groups[name], members, tellings)
                sets.join(article, name)


def _doubts(
    groups: Mapping[str, list[str]],
    pairs: Sequence[tuple[str, str]],
    members: Mapping[str, Findings],
    tellings: Tellings,
) -> Iterator[Fold]:
    """The groups that may come from one report, too little of which they have in common."""
    for a, b in pairs:
        fold = _fold(groups[b], groups[a], members, tellings)
        yield replace(fold, reason=fold.reason.replace("tells", "may tell", 1), sure=False)


def beyond_chance(a: Sequence[str], b: Sequence[str], tellings: Tellings) -> float:
    """How much of the smaller group's tellings the other has, less what of so many sentences one has by chance."""
    most = max(tellings.size(a), tellings.size(b), 1)
    return _in_common(a, b, tellings) - BY_CHANCE * log(most / USUAL)


def _in_common(a: Sequence[str], b: Sequence[str], tellings: Tellings) -> float:
    """How much of the smaller group's tellings the other has; of two of one size the better."""
    mine, others = tellings.size(a), tellings.size(b)
    forth = tellings.cover(a, b) if mine <= others else 0.0
    return max(forth, tellings.cover(b, a) if others <= mine else 0.0)


def _fold(group: Sequence[str], line: Sequence[str], members: Mapping[str, Findings], tellings: Tellings) -> Fold:
    here, there = tellings.likest(group, line)
    article = members[there.article].article
    name = article.outlet or article.title or article.id
    common = _in_common(group, line, tellings)
    share = f"{common:.0%}".replace("%", " %")
    reason = f"tells with other words what {name} and others of one line tell ({share} of it)"
    return Fold(here.article, there.article, Rank.TELLING, reason, (here, there), share=round(common, 4))
