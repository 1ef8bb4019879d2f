"""Pairs of names in a CSV on standard input, written with a score and a decision; with `--figures`, how good they are.

    python -m evals.names < cases.csv > scored.csv
    python -m evals.names --figures < cases.csv

Columns `schema`, `name1` and `name2` must be there; all columns are kept, `score` (in [0, 1]) and `match` ("true" or
"false") are added.  The figures need `is_match` and come with the 95 % interval of a bootstrap over the pairs.
"""

from __future__ import annotations

import argparse
import csv
import io
import json
import random
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from operator import itemgetter
from typing import NamedTuple

from onrecord.people.matching import NameKind, match_names

KINDS = {
    "Person": NameKind.PERSON,
    "Company": NameKind.ORGANISATION,
    "Organization": NameKind.ORGANISATION,
    "LegalEntity": NameKind.ORGANISATION,
    "PublicBody": NameKind.ORGANISATION,
}
"""Schemata of FollowTheMoney; others are things."""
RESAMPLES = 1000

Row = dict[str, str]


class Figures(NamedTuple):
    """Precision, recall and F1 of the pairs taken for one name, each in [0, 1]."""

    precision: float
    recall: float
    f1: float


def read_pairs(lines: Iterable[str]) -> csv.DictReader[str]:
    """The rows of a CSV; a cell that is missing is empty, and one too many is left out."""
    csv.field_size_limit(2**31 - 1)
    return csv.DictReader(lines, restkey="", restval="")


def scored(rows: Iterable[Row]) -> Iterator[Row]:
    """Each row with `score` and `match`."""
    for row in rows:
        kind = KINDS.get(row.get("schema") or "", NameKind.OTHER)
        found = match_names(row.get("name1") or "", row.get("name2") or "", kind)
        yield row | {"score": f"{found.score:.4f}", "match": "true" if found.match else "false"}


def figures(rows: Sequence[Row]) -> Figures:
    """How good the decisions of scored rows are."""
    decided = [(row["match"] == "true", row["is_match"].strip().casefold() == "true") for row in rows]
    right = sum(match and gold for match, gold in decided)
    precision = right / (sum(match for match, _ in decided) or 1)
    recall = right / (sum(gold for _, gold in decided) or 1)
    return Figures(precision, recall, 2 * precision * recall / ((precision + recall) or 1))


def interval(rows: Sequence[Row], figure: Callable[[Figures], float], seed: int = 0) -> tuple[float, float]:
    """The 95 % interval of one figure over resamples of the rows; the same for the same rows."""
    dice = random.Random(seed)
    drawn = sorted(figure(figures(dice.choices(rows, k=len(rows)))) for _ in range(RESAMPLES))
    return drawn[RESAMPLES // 40], drawn[-RESAMPLES // 40 - 1]


def groups(rows: Sequence[Row]) -> dict[str, Sequence[Row]]:
    """The rows about persons, and all rows."""
    return {"person": [row for row in rows if row.get("schema") == "Person"], "all": rows}


def print_figures(rows: Sequence[Row], as_json: bool) -> None:
    """Print the figures of each group, with intervals for people."""
    found = {name: figures(group) for name, group in groups(rows).items() if group}
    if as_json:
        print(json.dumps({f"{name}_{key}": value for name, of in found.items() for key, value in of._asdict().items()}))
        return
    for name, of in found.items():
        for at, key in enumerate(Figures._fields):
            low, high = interval(groups(rows)[name], itemgetter(at))
            print(f"{name:8s} {key:10s} {of[at]:.3f}   95 % interval {low:.3f} to {high:.3f}")


def main() -> None:
    """Read pairs, write them scored, or the figures alone."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--figures", action="store_true", help="print precision, recall and F1 in place of the rows")
    parser.add_argument("--json", action="store_true", help="print the figures as JSON")
    options = parser.parse_args()
    reader = read_pairs(io.TextIOWrapper(sys.stdin.buffer, encoding="utf-8-sig", errors="replace", newline=""))
    rows = list(scored(reader))
    if options.figures or options.json:
        print_figures(rows, options.json)
        return
    output = io.TextIOWrapper(sys.stdout.buffer, encoding="utf-8", newline="")
    writer = csv.DictWriter(
        output, [*(reader.fieldnames or ()), "score", "match"], extrasaction="ignore", lineterminator="\n"
    )
    writer.writeheader()
    writer.writerows(rows)
    output.flush()


if __name__ == "__main__":
    main()
