"""A process that adds batches of reports to a database, to be killed or watched (`COMMAND` DATABASE).

It prints the number of each batch as soon as its `add` has returned.
"""

from __future__ import annotations

import sys
from pathlib import Path

from onrecord.records import Findings, Rejected
from onrecord.store import SqliteStore
from tests.store.reports import ALL_SAID, BACKGROUND, report

ROOT = Path(__file__).parents[2]
"""Where the process has to start."""
COMMAND = (sys.executable, "-m", "tests.store.adding")
BATCHES = 40
IN_BATCH = 3


def batch(number: int) -> list[Findings | Rejected]:
    """Batch `number`: articles that link with those of other batches, and one input that was rejected."""
    found: list[Findings | Rejected] = [Rejected(f"blob-{number}.bin", "binary data")]
    for n in range(number * IN_BATCH, (number + 1) * IN_BATCH):
        said = (ALL_SAID[n % len(ALL_SAID)], ALL_SAID[(n // 5) % len(ALL_SAID)])
        background = BACKGROUND if n % 4 == 0 else f"Ship number {n} has left the harbour."
        found.append(report(*dict.fromkeys(said), outlet=f"Gazette No. {n}", background=background, path=f"{n}.txt"))
    return found


def main(path: str) -> None:
    """Adds all batches in order, whether they are known or not."""
    store = SqliteStore(path, cap=20)
    for number in range(BATCHES):
        store.add(batch(number))
        print(number, flush=True)
    store.close()


if __name__ == "__main__":
    main(sys.argv[1])
