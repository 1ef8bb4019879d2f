"""How the weights of name matching do on pairs they were not chosen on: fitted on one half, measured on the other.

    python -m evals.name_halves < cases.csv

Pairs that share a name stay in one half.  For each of many random halvings the best of many random weights is chosen on
one half, persons and others apart, and measured on the other; the weights that ship are measured on the same halves.
"""

from __future__ import annotations

import argparse
import io
import random
import sys
from collections.abc import Sequence
from dataclasses import fields, replace
from statistics import mean, stdev

from evals.names import KINDS, Row, read_pairs
from onrecord.people.matching import NameKind, match_names
from onrecord.people.weights import ORGANISATION, PERSON, Weights

SPREAD = 0.4
"""Random weights lie this far, as a share, on either side of those that ship."""
Pair = tuple[str, str, NameKind, bool]


def components(rows: Sequence[Row]) -> list[list[Pair]]:
    """The pairs in groups: two that share a name, directly or over others, are in one."""
    group_of: dict[str, list[Pair]] = {}
    for row in rows:
        names = [row[column].casefold() for column in ("name1", "name2")]
        pair = (row["name1"], row["name2"], KINDS.get(row["schema"], NameKind.OTHER), row["is_match"] == "true")
        groups = {id(g): g for name in names if (g := group_of.get(name)) is not None}
        merged = [pair, *(one for group in groups.values() for one in group)]
        for name in {*names, *(one[side].casefold() for one in merged for side in (0, 1))}:
            group_of[name] = merged
    return list({id(group): group for group in group_of.values()}.values())


def candidates(shipped: Weights, count: int, dice: random.Random) -> list[Weights]:
    """The weights that ship, and random ones around them."""
    found = [shipped]
    for _ in range(count):
        drawn = {f.name: getattr(shipped, f.name) * dice.uniform(1 - SPREAD, 1 + SPREAD) for f in fields(shipped)}
        found.append(replace(shipped, **{name: min(1.0, value) if name not in FREE else value for name, value in drawn.items()}))
    return found


FREE = {"further", "silence"}
"""Exponents, which may lie above 1."""


def decisions(pairs: Sequence[Pair], tried: Sequence[Weights]) -> list[list[bool]]:
    """For each of the weights, which pairs they take for one name."""
    return [[match_names(x, y, kind, weights).match for x, y, kind, _ in pairs] for weights in tried]


def f1(matches: Sequence[bool], gold: Sequence[bool], chosen: Sequence[int]) -> float:
    """F1 over the chosen pairs."""
    right = sum(matches[i] and gold[i] for i in chosen)
    return 2 * right / (sum(matches[i] + gold[i] for i in chosen) or 1)


def main() -> None:
    """Read labelled pairs, print the figures of both halves."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--halvings", type=int, default=100)
    parser.add_argument("--weights", type=int, default=300, help="how many random weights to choose from")
    options = parser.parse_args()
    dice = random.Random(0)
    groups = components(list(read_pairs(io.TextIOWrapper(sys.stdin.buffer, encoding="utf-8-sig", newline=""))))
    pairs = [pair for group in groups for pair in group]
    gold = [pair[3] for pair in pairs]
    group_of = [number for number, group in enumerate(groups) for _ in group]
    person = [i for i, pair in enumerate(pairs) if pair[2] is NameKind.PERSON]
    other = [i for i, pair in enumerate(pairs) if pair[2] is not NameKind.PERSON]
    kinds = [(chosen, decisions(pairs, candidates(w, options.weights, dice))) for chosen, w in ((person, PERSON), (other, ORGANISATION))]
    results: dict[str, list[float]] = {}
    for _ in range(options.halvings):
        half = [dice.random() < 0.5 for _ in groups]
        seen, unseen, shipped = [False] * len(pairs), [False] * len(pairs), [False] * len(pairs)
        for chosen, decided in kinds:
            fit = [i for i in chosen if half[group_of[i]]]
            best = max(range(len(decided)), key=lambda at, fit=fit, decided=decided: (f1(decided[at], gold, fit), -at))
            for i in chosen:
                unseen[i], shipped[i] = decided[best][i], decided[0][i]
        for name, matches, side in (("fitted, seen", unseen, True), ("fitted, unseen", unseen, False), ("shipped", shipped, False)):
            for group, members in (("person", person), ("all", range(len(pairs)))):
                mine = [i for i in members if half[group_of[i]] is side]
                results.setdefault(f"{group:8s} {name}", []).append(f1(matches, gold, mine))
    for name, values in results.items():
        print(f"{name:24s} F1 {mean(values):.3f} ± {stdev(values):.3f}")


if __name__ == "__main__":
    main()
