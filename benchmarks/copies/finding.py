"""Finding copies with onrecord's own functions on two processes, and what each stage of it takes.

Every article goes through `link_keys` and leaves an imprint, made once; those that share a `copy:` key are compared by
`likeness`.  This is what an archive does, but for its table of buckets and its other kinds of edges.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from typing import NamedTuple

import numpy as np

from benchmarks.copies.meeting import Column, meetings, numbers, parted
from benchmarks.copies.shelves import Imprints, ImprintWriter, article, read

WORKERS = 2


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
        stages.append(Stage("words, keys", time.perf_counter() - start, sum(cpu for *_, cpu in shelved)))
        start, before = time.perf_counter(), time.process_time()
        ids = dict(pair for names, *_ in shelved for pair in names.items())
        whose, keys = (np.concatenate([one[k] for one in shelved]) for k in (1, 2))
        pairs = meetings(whose, keys, [ids[n] for n in range(len(ids))])
        del shelved, whose, keys
        stages.append(Stage("buckets", time.perf_counter() - start, time.process_time() - before))
        start = time.perf_counter()
        halves = np.array_split(pairs, WORKERS)
        done = list(workers.map(_compare, [folder] * WORKERS, halves))
        stages.append(Stage("comparison", time.perf_counter() - start, sum(cpu for _, cpu in done)))
    return Found({pair for pairs, _ in done for pair in pairs}, len(pairs), tuple(stages))


def pool() -> ProcessPoolExecutor:
    """Two processes that have loaded what they need; starting them is not measured."""
    workers = ProcessPoolExecutor(WORKERS, mp_context=get_context("spawn"))
    list(workers.map(_ready, [0.5] * WORKERS))
    return workers


def _ready(seconds: float) -> None:
    import rensa  # noqa: F401

    import onrecord.provenance.linking  # noqa: F401

    time.sleep(seconds)  # so that each of the tasks goes to a process of its own


def _shelve(folder: Path, worker: int) -> tuple[dict[int, str], Column, Column, float]:
    """Ids by number, the articles and their keys in parallel, and the CPU seconds."""
    from onrecord.provenance.keys import link_keys
    from onrecord.provenance.prepared import prepared
    from onrecord.records import Findings

    start = time.process_time()
    ids: dict[int, str] = {}
    whose, keys = list[Column](), list[Column]()
    imprints = ImprintWriter(folder, worker)
    for report in read(folder, worker):
        findings = Findings(article(report))
        mine = np.array(numbers(link_keys(findings)), np.uint64)
        imprints.add(report.number, prepared(findings).imprint)
        ids[report.number] = findings.article.id
        whose.append(np.full(len(mine), report.number, np.uint64))
        keys.append(mine)
    imprints.close()
    return ids, np.concatenate(whose), np.concatenate(keys), time.process_time() - start


def _compare(folder: Path, pairs: Column) -> tuple[list[tuple[int, int]], float]:
    from onrecord.provenance.near_copy import likeness

    start = time.process_time()
    imprints = Imprints(folder, WORKERS)
    found = [(a, b) for a, b in _numbers(pairs) if likeness(imprints.get(a), imprints.get(b)).is_copy]
    return found, time.process_time() - start


def _numbers(pairs: Column) -> Iterator[tuple[int, int]]:
    low, high = parted(pairs)
    return zip(low.tolist(), high.tolist(), strict=True)
