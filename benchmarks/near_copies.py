"""Copies found among made-up articles: how fast, in how much memory, and how many are missed or wrong, beside others.

    python3 -m venv /tmp/rivals
    /tmp/rivals/bin/pip install -r requirements/core.lock
    /tmp/rivals/bin/pip install datasketch
    python -m benchmarks.near_copies [--articles 100000] [--seed 1] [--python /tmp/rivals/bin/python]

The articles (`benchmarks.copies`) are put together from paragraphs of PolNeAR's train and dev texts: it is known who
copied whom.  Another process makes them; making them is not counted.  onrecord's functions then run on two processes,
from texts to pairs: words, keys, buckets, comparison.  A pair counts as found where `likeness` says `is_copy`.

Recall is over every copy with each article that it comes from, by what lies between the two: verbatim (another
headline, dateline, small print), trimmed (half or more left out), light (15–30 % of the words replaced, sentences in
another order).  Precision is over all pairs found: two articles of one cluster are right, any others wrong.

datasketch and rensa get the same runs of three words, with the bands that onrecord has and with usual ones; of the
pairs in a band they keep those from an estimated Jaccard similarity on, the one that gives the best F1 on this very
collection.  They live in an environment of their own; what is missing there is named and left out.  Articles a second
are given by the clock, and as they would be if the processes had had two cores to themselves: by CPU seconds, halved
where two work.  Memory is the resident memory of all processes at once; pages that two share count twice.
"""

from __future__ import annotations

import argparse
import json
import multiprocessing
import os
import pickle
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

import numpy as np

from benchmarks.copies import finding, shelves
from benchmarks.copies.collection import Collection, collection
from benchmarks.copies.finding import Stage
from benchmarks.copies.meeting import paired
from benchmarks.copies.memory import Watch
from benchmarks.copies.pool import POLNEAR, polnear
from benchmarks.copies.rewriting import Kind
from benchmarks.copies.scores import Pair, Score, scores

BANDS = ((40, 2), (32, 4))
"""Bands and rows that the others run with: onrecord's own, and 128 permutations for a similarity of about 0.4."""
THRESHOLDS = (0.06, 0.08, 0.1, 0.12, 0.14, 0.16, 0.2, 0.25, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8)
SOURCE = Path(__file__).resolve().parents[1] / "src"
"""Where the rivals' process finds the words that it is given: onrecord is not installed in their environment."""
TRUTH = "truth"


class Run(NamedTuple):
    """Who ran, what they found, and what it took."""

    name: str
    pairs: set[Pair]
    stages: Sequence[Stage]
    megabytes: float | None

    @property
    def seconds(self) -> float:
        """By the clock."""
        return sum(stage.seconds for stage in self.stages)

    @property
    def undisturbed(self) -> float:
        """By the clock of a machine with two cores for nothing else: only what runs in one process takes both."""
        return sum(stage.cpu / (1 if stage.name in ALONE else finding.WORKERS) for stage in self.stages)


ALONE = ("buckets", "index, estimates")
"""Stages that run in one process."""


def make(folder: Path, articles: int, seed: int) -> None:
    """Make the collection and shelve it; the truth without its texts beside it."""
    made = collection(polnear(), articles, seed)
    shelves.write(made, folder, finding.WORKERS)
    bare = Collection(tuple(report._replace(text="") for report in made.reports))
    (folder / TRUTH).write_bytes(pickle.dumps(bare))


def ours(folder: Path) -> Run:
    """onrecord."""
    with Watch() as watch:
        found = finding.find(folder)
    print(f"{found.compared:,} pairs compared")
    return Run("onrecord", found.pairs, found.stages, watch.megabytes)


def theirs(python: str, name: str, bands: tuple[int, int], folder: Path, made: Collection) -> Run | None:
    """Another library, at its best threshold; None, with the reason on stderr, where it does not run."""
    out = folder / "near.npy"
    command = [python, "-m", "benchmarks.copies.rivals", name, str(folder), str(out), *map(str, bands)]
    env = {**os.environ, "PYTHONPATH": str(SOURCE)}
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=env)
    with Watch(process.pid) as watch:
        said, errors = process.communicate()
    if process.returncode:
        print(f"{name}: skipped, it does not run in {python}: {errors.strip().splitlines()[-1:]}", file=sys.stderr)
        return None
    near = np.load(out)
    least = best_threshold(made, near)
    kept = near[near[:, 2] >= least]
    pairs = {(min(a, b), max(a, b)) for a, b in kept[:, :2].astype(int).tolist()}
    stages = [Stage(*stage) for stage in json.loads(said.splitlines()[-1])]
    return Run(f"{name} {bands[0]} × {bands[1]}, J ≥ {least}", pairs, stages, watch.megabytes)


def best_threshold(made: Collection, near: np.ndarray[tuple[int, int], np.dtype[np.float64]]) -> float:
    """The estimate from which on pairs give the best F1; `near` has two articles and the estimate a row."""
    related = paired(*np.array(list(made.related()), np.uint64).T)
    cluster = np.array([report.cluster for report in made.reports])
    ends = near[:, :2].astype(np.uint64)
    wrong = cluster[ends[:, 0]] != cluster[ends[:, 1]]
    met = np.isin(paired(ends[:, 0], ends[:, 1]), related)
    results = {}
    for least in THRESHOLDS:
        kept = near[:, 2] >= least
        score = Score(len(related), int(met[kept].sum()), int(kept.sum()), int(wrong[kept].sum()))
        results[least] = score.f1
    return max(results, key=results.__getitem__)


def report(run: Run, made: Collection, related: dict[Pair, Kind], first: Run) -> None:
    """Print the figures of one run, beside those of the first."""
    count = len(made.reports)
    took = "; ".join(f"{stage.name} {stage.seconds:.1f} s ({stage.cpu:.1f} CPU)" for stage in run.stages)
    memory = "unknown" if run.megabytes is None else f"{run.megabytes:,.0f} MB"
    print(f"\n{run.name}: {count / run.seconds:,.0f} articles/s, {count / run.undisturbed:,.0f} undisturbed; {memory}")
    print(f"  {took}")
    if run is not first:
        ratio = f"{run.seconds / first.seconds:.2f}, undisturbed {run.undisturbed / first.undisturbed:.2f}"
        print(f"  onrecord is {ratio} times as fast", end="")
        print(f", in {first.megabytes / run.megabytes:.2f} of its memory" if first.megabytes and run.megabytes else "")
    for kind, score in scores(made, run.pairs, related).items():
        print(f"  {kind:9} recall {score.recall:.4f} of {score.wanted:,}, precision {score.precision:.4f}", end="")
        print(f" of {score.found:,} pairs, {score.wrong:,} wrong")


def main() -> int:
    """Make, measure, print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--articles", type=int, default=100_000, help="how many there are")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--python", default="/tmp/rivals/bin/python", help="the interpreter of the rivals' environment")
    options = parser.parse_args()
    if not POLNEAR.is_dir():
        print("benchmarks: skipped, the corpora (../shared/data) are not on this machine")
        return 0
    if not Path(options.python).exists():
        print(f"benchmarks: rivals skipped, there is no {options.python}; `--help` names it", file=sys.stderr)
    with TemporaryDirectory() as name:
        folder = Path(name)
        context = multiprocessing.get_context("spawn")
        maker = context.Process(target=make, args=(folder, options.articles, options.seed))
        maker.start()
        maker.join()
        if maker.exitcode:
            sys.exit("the collection could not be made")
        first = ours(folder)
        made: Collection = pickle.loads((folder / TRUTH).read_bytes())
        related = made.related()
        report(first, made, related, first)
        for bands in BANDS if Path(options.python).exists() else ():
            for library in ("datasketch", "rensa"):
                run = theirs(options.python, library, bands, folder, made)
                if run is not None:
                    report(run, made, related, first)
    return 0


if __name__ == "__main__":
    sys.exit(main())
