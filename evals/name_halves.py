"""How the weights of name matching do on pairs they were not chosen on: fitted on one half, measured on the other.

    python -m evals.name_halves < cases.csv

Pairs that share a name stay in one half.  For each of many random halvings, the best of many random weights are chosen
on one half, persons and others apart, and measured on the other; the weights that ship are measured on the same halves.
"""

from __future__ import annotations

import argparse
import io
import random
import sys
from collections.abc import Iterable, Sequence
from dataclasses import fields, replace
from statistics import mean, stdev
from typing import NamedTuple

from evals.names import KINDS, Row, read_pairs
from onrecord.people.matching import NameKind, match_names
from onrecord.people.weights import ORGANISATION, PERSON, Weights

SPREAD = 0.4
"""Random weights lie this far, as a share, on either side of those that ship."""
EXPONENTS = {"further", "silence"}
"""Weights that may lie above 1."""


class Pair(NamedTuple):
    """A labelled pair, and the number of the group it stays with."""

    first: str
    second: str
    kind: NameKind
    same: bool
    group: int


def grouped(rows: Iterable[Row]) -> list[Pair]:
    """The pairs; those that share a name, directly or over others, are in one group."""
    group_of: dict[str, int] = {}
    pairs: list[Pair] = []
    for number, row in enumerate(rows):
        names = row["name1"], row["name2"]
        joined = {group_of[name] for name in names if name in group_of}
        group_of = {name: number if group in joined else group for name, group in group_of.items()}
        group_of |= dict.fromkeys(names, number)
        pairs.append(Pair(*names, KINDS.get(row["schema"], NameKind.OTHER), row["is_match"] == "true", number))
    return [pair._replace(group=group_of[pair.first]) for pair in pairs]


def around(shipped: Weights, count: int, dice: random.Random) -> list[Weights]:
    """The weights that ship, and random ones around them."""
    found = [shipped]
    for _ in range(count):
        drawn = {f.name: getattr(shipped, f.name) * dice.uniform(1 - SPREAD, 1 + SPREAD) for f in fields(shipped)}
        found.append(replace(shipped, **{n: v if n in EXPONENTS else min(1.0, v) for n, v in drawn.items()}))
    return found


def f1(matches: Sequence[bool], pairs: Sequence[Pair], chosen: Iterable[int]) -> float:
    """F1 of the decisions over the chosen pairs."""
    right = decided = 0
    for i in chosen:
        right += matches[i] and pairs[i].same
        decided += matches[i] + pairs[i].same
    return 2 * right / (decided or 1)


class Trial:
    """The decisions of many weights over one kind of pairs; the first weights are those that ship."""

    def __init__(self, pairs: Sequence[Pair], members: Sequence[int], weights: Sequence[Weights]) -> None:
        self._pairs, self._members = pairs, members
        self._decided = [[match_names(p.first, p.second, p.kind, tried).match for p in pairs] for tried in weights]

    def fitted(self, groups: set[int]) -> dict[int, tuple[bool, bool]]:
        """For each pair what the weights decide that are best on these groups, and what those shipped decide."""
        seen = [i for i in self._members if self._pairs[i].group in groups]
        best = max(self._decided, key=lambda matches: f1(matches, self._pairs, seen))
        return {i: (best[i], self._decided[0][i]) for i in self._members}


def main() -> None:
    """Read labelled pairs, print the mean figures and their spread over the halvings."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--halvings", type=int, default=100)
    parser.add_argument("--weights", type=int, default=300, help="how many random weights to choose from")
    options = parser.parse_args()
    dice = random.Random(0)
    pairs = grouped(read_pairs(io.TextIOWrapper(sys.stdin.buffer, encoding="utf-8-sig", newline="")))
    person = [i for i, pair in enumerate(pairs) if pair.kind is NameKind.PERSON]
    other = [i for i, pair in enumerate(pairs) if pair.kind is not NameKind.PERSON]
    trials = [
        Trial(pairs, members, around(weights, options.weights, dice))
        for members, weights in ((person, PERSON), (other, ORGANISATION))
    ]
    results: dict[str, list[float]] = {}
    for _ in range(options.halvings):
        seen = {group for group in sorted({pair.group for pair in pairs}) if dice.random() < 0.5}
        decided = trials[0].fitted(seen) | trials[1].fitted(seen)
        for at, weights in enumerate(("fitted", "shipped")):
            matches = [decided[i][at] for i in range(len(pairs))]
            for name, members in (("person", person), ("all", [*person, *other])):
                for half, inside in (("seen", True), ("unseen", False)):
                    mine = [i for i in members if (pairs[i].group in seen) is inside]
                    results.setdefault(f"{name:7s} {weights:8s} {half}", []).append(f1(matches, pairs, mine))
    for name, values in sorted(results.items()):
        print(f"{name:24s} F1 {mean(values):.3f} ± {stdev(values):.3f}")


if __name__ == "__main__":
    main()
