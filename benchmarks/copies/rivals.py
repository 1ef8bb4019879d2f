"""What other MinHash libraries find in the same shelved articles; a script for an environment that has them.

    python -m benchmarks.copies.rivals datasketch|rensa FOLDER OUT BANDS ROWS

They get the very runs of words that onrecord's keys are made from.  Signatures are computed on two processes; the index
is filled and asked in one, as both libraries are made to be used.  What shares a band is then told apart by the
Jaccard similarity that the signatures estimate: OUT gets every such pair with its estimate, stdout the stages.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import numpy as np

from benchmarks.copies.finding import WORKERS, pool
from benchmarks.copies.shelves import article, read
from onrecord.provenance.body_text import body
from onrecord.provenance.imprint import SHORT
from onrecord.text.content_words import spaced
from onrecord.text.word_runs import numbered, runs

SEED = 1
LEAST = 0.05
"""Estimates below are not written down; no threshold that anybody would set is as low."""
Signatures = list[tuple[int, Any]]
"""An article's number and the library's own object."""
Near = Iterator[tuple[int, int, float]]


def _runs(folder: Path, worker: int) -> Iterator[tuple[int, list[int]]]:
    for report in read(folder, worker):
        made = article(report)
        words = numbered(spaced(span.of(made.text) for span in body(made)))
        yield report.number, runs(words, SHORT).tolist()


def datasketch_signatures(folder: Path, worker: int, permutations: int) -> tuple[Signatures, float]:
    """Lean signatures, which datasketch advises for many; its hashing of tokens is spared, they are hashes."""
    from datasketch import LeanMinHash, MinHash

    start = time.process_time()
    numbers, tokens = zip(*_runs(folder, worker), strict=True)
    made = MinHash.generator(tokens, num_perm=permutations, seed=SEED, hashfunc=int)
    return [(n, LeanMinHash(m)) for n, m in zip(numbers, made, strict=True)], time.process_time() - start


def datasketch_pairs(signatures: Signatures, bands: int, rows: int) -> Near:
    """Insert all, then ask for each."""
    from datasketch import MinHashLSH

    index = MinHashLSH(num_perm=bands * rows, params=(bands, rows))
    for number, signature in signatures:
        index.insert(number, signature, check_duplication=False)
    known = dict(signatures)
    for number, signature in signatures:
        yield from ((number, o, signature.jaccard(known[o])) for o in index.query(signature) if o > number)


def rensa_signatures(folder: Path, worker: int, permutations: int) -> tuple[Signatures, float]:
    """One after the other; rensa takes bytes for tokens."""
    from rensa import RMinHash

    start = time.process_time()
    made: Signatures = []
    for number, tokens in _runs(folder, worker):
        signature = RMinHash(num_perm=permutations, seed=SEED)
        signature.update([token.to_bytes(4, "little") for token in tokens])
        made.append((number, signature))
    return made, time.process_time() - start


def rensa_pairs(signatures: Signatures, bands: int, rows: int) -> Near:
    """Insert all, then ask for each."""
    from rensa import RMinHashLSH

    index = RMinHashLSH(threshold=0.5, num_perm=bands * rows, num_bands=bands)  # the threshold is for is_similar only
    index.insert_pairs(signatures)
    known = dict(signatures)
    for number, signature in signatures:
        yield from ((number, o, signature.jaccard(known[o])) for o in index.query(signature) if o > number)


LIBRARIES: dict[str, tuple[Callable[[Path, int, int], tuple[Signatures, float]], Callable[..., Near]]] = {
    "datasketch": (datasketch_signatures, datasketch_pairs),
    "rensa": (rensa_signatures, rensa_pairs),
}


def main() -> None:
    """Find, write the pairs, print the stages."""
    name, folder, out, bands, rows = sys.argv[1:]
    sign, near = LIBRARIES[name]
    permutations = int(bands) * int(rows)
    with pool() as workers:
        start = time.perf_counter()
        shares = [[Path(folder)] * WORKERS, range(WORKERS), [permutations] * WORKERS]
        done = list(workers.map(sign, *shares))
        signing = time.perf_counter() - start, sum(cpu for _, cpu in done)
    signatures = [one for share, _ in done for one in share]
    start, before = time.perf_counter(), time.process_time()
    kept = np.array([pair for pair in near(signatures, int(bands), int(rows)) if pair[2] >= LEAST]).reshape(-1, 3)
    asking = time.perf_counter() - start, time.process_time() - before
    np.save(out, kept)
    print(json.dumps([["words, signatures", *signing], ["index, estimates", *asking]]))


if __name__ == "__main__":
    main()
