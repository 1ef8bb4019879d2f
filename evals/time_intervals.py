"""How sure the figures of time expressions are: F1 with 95 % bootstrap intervals over the documents.

    python -m evals.time_intervals [PREDICTIONS.jsonl …]

Without predictions, those of `evals.time`.  Gold, documents and scorer are the 64 development documents in ../shared.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from evals.gate import SHARED
from onrecord.records import Article
from onrecord.statements.times.moments import find_moments

CORPUS = SHARED / "data/timeml"
METRICS = ("strict", "relaxed", "type", "value")
RESAMPLES, SEED = 2000, 1

Expression = tuple[int, int, str, str]
"""Start and end in code points, half-open; TIMEX3 type and value."""
Counts = Mapping[str, int]
"""Of one document: how many are wanted ("gold"), given ("found"), and right by each metric."""


@cache
def scorer() -> Any:
    """The scorer's module."""
    sys.path.insert(0, str(SHARED / "eval/time"))
    import score

    return score


def gold() -> dict[str, tuple[str | None, str, list[Expression]]]:
    """For each development document: day of publication, text, and its expressions as they were annotated."""
    kept = set((CORPUS / "dev.txt").read_text(encoding="utf-8").split())
    read = (scorer().read(path) for path in sorted(CORPUS.rglob("*.tml")))
    return {doc: (published, text, wanted) for doc, published, text, wanted in read if doc in kept}


def ours(published: str | None, text: str) -> list[Expression]:
    """What onrecord finds in a text."""
    found = find_moments(Article.of(text, published=published))
    return [(m.span.start, m.span.end, m.type, m.value) for m in found if m.span]


def counts(wanted: Sequence[Expression], found: Sequence[Expression]) -> Counts:
    """What is wanted, given and right in one document, counted as the scorer counts."""
    found = sorted(set(found))
    pairs = scorer().pairs(wanted, found)
    norm = scorer().norm
    return {
        "gold": len(wanted),
        "found": len(found),
        "strict": len({w[:2] for w in wanted} & {f[:2] for f in found}),
        "relaxed": len(pairs),
        "type": sum(w[2] == f[2] for w, f in pairs),
        "value": sum(norm(w[3]) == norm(f[3]) for w, f in pairs),
    }


def f1(documents: Sequence[Counts], metric: str) -> float:
    """F1 of the counts summed over the documents."""
    given = sum(d["gold"] + d["found"] for d in documents)
    return 2 * sum(d[metric] for d in documents) / given if given else 0.0


def intervals(documents: Sequence[Counts]) -> dict[str, tuple[float, float, float]]:
    """For each metric F1, and the middle 95 % of it over resampled sets of as many documents."""
    chance = random.Random(SEED)
    drawn = [chance.choices(documents, k=len(documents)) for _ in range(RESAMPLES)]
    out = {}
    for metric in METRICS:
        values = sorted(f1(sample, metric) for sample in drawn)
        out[metric] = f1(documents, metric), values[int(0.025 * RESAMPLES)], values[int(0.975 * RESAMPLES)]
    return out


def predicted_by(lines: Iterable[str]) -> dict[str, list[Expression]]:
    """The expressions in lines of predictions, by document."""
    rows = map(json.loads, lines)
    return {
        row["doc"]: [(m["start"], m["end"], m.get("type") or "", m.get("value") or "") for m in row["moments"]]
        for row in rows
    }


def table(name: str, found: Mapping[str, Sequence[Expression]]) -> dict[str, tuple[float, float, float]]:
    """The figures of one system, printed as a row for each metric."""
    figures = intervals([counts(wanted, found.get(doc, ())) for doc, (_, _, wanted) in gold().items()])
    for metric, (value, low, high) in figures.items():
        print(f"{name:24s} {metric:8s} {value:.3f}   {low:.3f} – {high:.3f}")
    return figures


def main() -> int:
    """Print each system's figures with their intervals."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("predictions", nargs="*", type=Path, help="files of predictions; without, onrecord's")
    options = parser.parse_args()
    if not CORPUS.is_dir():
        print("evals: skipped, the corpora (../shared/data) are not on this machine")
        return 0
    systems = {path.stem: predicted_by(path.read_text(encoding="utf-8").splitlines()) for path in options.predictions}
    for name, found in (systems or {"onrecord": {d: ours(p, t) for d, (p, t, _) in gold().items()}}).items():
        table(name, found)
    return 0


if __name__ == "__main__":
    sys.exit(main())
