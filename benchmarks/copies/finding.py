"""Finding copies with onrecord's own functions on two processes, and what each stage of it takes.

Every article goes through `link_keys` and leaves an imprint, made once; those that share a `copy:` key are compared by
`likeness`.  This is what an archive does, but for its table of buckets and its other kinds of edges.
"""

from __future__ import annotations

import time
from array import array
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from typing import NamedTuple

import numpy as np

from benchmarks.copies.meeting import meetings, numbers, parted
from benchmarks.copies.shelves import Imprints, ImprintWriter, article, names, read

WORKERS = 2
PAIRS = "pairs.npy"
PIECE = 100_000
"""Pairs that a worker takes at a time."""


class Stage(NamedTuple):
    """What one stage took: seconds by the clock, and of all processes together."""

    name: str
    seconds: float
    cpu: float


class Found(NamedTuple):
    """The pairs that were taken for copies, how many were compared, and what the stages took."""

    pairs: set[tuple[int, int]]
    compared: int
    stages: tuple[Stage, ...]


def find(folder: Path) -> Found:
    """Find the copies among the articles that are shelved in the folder."""
    with pool() as workers:
        stages = list[Stage]()
        start = time.perf_counter()
        shelved = list(workers.map(_shelve, [folder] * WORKERS, range(WORKERS)))
        stages.append(Stage("words, keys", time.perf_counter() - start, sum(shelved)))
        start, before = time.perf_counter(), time.process_time()
        compared = _meet(folder)
        stages.append(Stage("buckets", time.perf_counter() - start, time.process_time() - before))
        start = time.perf_counter()
        done = list(workers.map(_compare, [folder] * WORKERS, range(WORKERS)))
        stages.append(Stage("comparison", time.perf_counter() - start, sum(cpu for _, cpu in done)))
    return Found({pair for pairs, _ in done for pair in pairs}, compared, tuple(stages))


def pool() -> ProcessPoolExecutor:
    """Two processes that have loaded what they need; starting them is not measured."""
    workers = ProcessPoolExecutor(WORKERS, mp_context=get_context("spawn"))
    list(workers.map(_ready, [0.5] * WORKERS))
    return workers


def _ready(seconds: float) -> None:
    import rensa  # noqa: F401

    import onrecord.provenance.linking  # noqa: F401

    time.sleep(seconds)  # so that each of the tasks goes to a process of its own


def _shelve(folder: Path, worker: int) -> float:
    """Leaves the imprints of a shelf, where they lie, and the keys with their articles; the CPU seconds."""
    from onrecord.provenance.keys import link_keys
    from onrecord.provenance.prepared import prepared
    from onrecord.records import Findings

    start = time.process_time()
    whose, keys = array("Q"), array("Q")
    imprints = ImprintWriter(folder, worker)
    for report in read(folder, worker):
        findings = Findings(article(report))
        mine = numbers(link_keys(findings))
        imprints.add(report.number, prepared(findings).imprint)
        keys.extend(mine)
        whose.extend([report.number] * len(mine))
    imprints.close()
    np.save(folder / f"keys-{worker}.npy", np.array([whose, keys], np.uint64))
    return time.process_time() - start


def _meet(folder: Path) -> int:
    """Leaves the pairs that share a bucket; how many there are."""
    whose, keys = np.concatenate([np.load(folder / f"keys-{worker}.npy") for worker in range(WORKERS)], axis=1)
    pairs = meetings(whose, keys, names(folder, WORKERS))
    np.save(folder / PAIRS, pairs)
    return len(pairs)


def _compare(folder: Path, worker: int) -> tuple[list[tuple[int, int]], float]:
    """The copies among one worker's part of the pairs, and the CPU seconds."""
    from onrecord.provenance.near_copy import likeness

    start = time.process_time()
    imprints, found = Imprints(folder, WORKERS), list[tuple[int, int]]()
    pairs = np.array_split(np.load(folder / PAIRS, mmap_mode="r"), WORKERS)[worker]
    for at in range(0, len(pairs), PIECE):
        low, high = parted(pairs[at : at + PIECE])
        for pair in zip(low.tolist(), high.tolist(), strict=True):
            if likeness(imprints.get(pair[0]), imprints.get(pair[1])).is_copy:
                found.append(pair)
    return found, time.process_time() - start
