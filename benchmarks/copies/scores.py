"""How well copies are found: the share of the pairs that must be found, and the share of those found that are right."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection as Sized
from collections.abc import Mapping
from typing import NamedTuple

from benchmarks.copies.collection import Collection
from benchmarks.copies.rewriting import Kind

KINDS = (Kind.VERBATIM, Kind.TRIMMED, Kind.LIGHT)
Pair = tuple[int, int]


class Score(NamedTuple):
    """Pairs that must be found and those of them that are; pairs found and those of them that are wrong."""

    wanted: int
    met: int
    found: int
    wrong: int

    @property
    def recall(self) -> float:
        """Share of the wanted pairs that were found; 1.0 of none."""
        return self.met / self.wanted if self.wanted else 1.0

    @property
    def precision(self) -> float:
        """Share of the found pairs that are right; 1.0 of none."""
        return 1 - self.wrong / self.found if self.found else 1.0

    @property
    def f1(self) -> float:
        """The harmonic mean of the two."""
        both = self.recall + self.precision
        return 2 * self.recall * self.precision / both if both else 0.0


def scores(made: Collection, found: Sized[Pair], related: Mapping[Pair, Kind] | None = None) -> dict[str, Score]:
    """For each kind of copy, and for all.

    Wanted are the pairs of `Collection.related`.  Any two articles of one cluster are right, for they have one origin;
    two of different clusters are wrong.  A found pair counts for the kinds of its articles: two originals that are
    wrongly taken for copies count against every kind.
    """
    related = made.related() if related is None else related
    lines = [_line(made, report.number) for report in made.reports]
    wanted = Counter(related.values())
    met, count, wrong = Counter[Kind](), Counter[Kind](), Counter[Kind]()
    for pair in found:
        a, b = pair
        kinds = {lines[a], lines[b], related.get(pair, Kind.ORIGINAL)} - {Kind.ORIGINAL} or set(KINDS)
        count.update(kinds)
        if pair in related:
            met[related[pair]] += 1
        if made.reports[a].cluster != made.reports[b].cluster:
            wrong.update(kinds)
    table = {kind.value: Score(wanted[kind], met[kind], count[kind], wrong[kind]) for kind in KINDS}
    all_wrong = sum(made.reports[a].cluster != made.reports[b].cluster for a, b in found)
    return {**table, "all": Score(len(related), sum(met.values()), len(found), all_wrong)}


def _line(made: Collection, number: int) -> Kind:
    """The kind of the steps from an article back to its original."""
    report, worst = made.reports[number], Kind.ORIGINAL
    while report.parent is not None:
        worst = max(worst, report.kind, key=list(Kind).index)
        report = made.reports[report.parent]
    return worst
