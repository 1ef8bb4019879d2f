"""Words per second of each stage on one core, beside a plain word split of the same texts in the same run.

    python -m benchmarks.stages FOLDER [--articles N]

Machines differ and are noisy: quote the ratio to the word split, not the seconds.  Each figure is the best of three.
"""

from __future__ import annotations

import argparse
import re
import time
from collections.abc import Callable, Sequence
from itertools import islice

from onrecord.labelling import labeller
from onrecord.reading import read
from onrecord.records import Article, Findings, Graph, Selection
from onrecord.statements.find import find_statements
from onrecord.store import MemoryStore

REPEATS = 3


def best_of(stage: Callable[[], object], repeats: int = REPEATS) -> float:
    """CPU seconds of the fastest of a few runs."""
    taken = []
    for _ in range(repeats):
        start = time.process_time()
        stage()
        taken.append(time.process_time() - start)
    return min(taken)


def linked(findings: Sequence[Findings]) -> Graph:
    """Everything linked with everything, without a database file."""
    store = MemoryStore()
    store.add(findings)
    return store.graph(Selection(everything=True))


def main() -> None:
    """Measure and print one line a stage."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", help="a folder of articles")
    parser.add_argument("--articles", type=int, default=200, help="how many of them")
    options = parser.parse_args()
    articles = [a for a in islice(read(options.folder), options.articles) if isinstance(a, Article)]
    rules = labeller("rules")
    labels = rules.label(articles)
    findings = [find_statements(a, one) for a, one in zip(articles, labels, strict=True)]
    count = sum(len(re.findall(r"\w+", a.text)) for a in articles)
    stages: dict[str, Callable[[], object]] = {
        "word split": lambda: [re.findall(r"\w+", a.text) for a in articles],
        "reading": lambda: list(islice(read(options.folder), options.articles)),
        "labelling": lambda: rules.label(articles),
        "statements": lambda: [find_statements(a, one) for a, one in zip(articles, labels, strict=True)],
        "linking, in memory": lambda: linked(findings),
    }
    yardstick = 0.0
    print(f"{len(articles)} articles, {count} words")
    for name, stage in stages.items():
        seconds = best_of(stage)
        yardstick = yardstick or seconds
        print(f"{name:20s} {count / seconds:12,.0f} words/s   {seconds / yardstick:8.1f} x the word split")


if __name__ == "__main__":
    main()
