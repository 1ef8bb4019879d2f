"""Kill a real `onrecord add` again and again; what it ends with must be what one quiet run ends with.

    python -m benchmarks.endurance FOLDER… [--kills 50] [--longest 30] [--seed 0]

A process gets `kill -9`, workers and all, after a random time of up to `--longest` seconds, and is started again on the
same database until it comes to its end; then the content (wall-clock columns aside) is compared with that of one quiet
run.  This goes on, with new databases where one came to its end, until there have been so many kills; then the last
run is left in peace.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from onrecord.store import SqliteStore, dump


def add(database: Path, folders: list[str], after: float | None = None) -> bool:
    """Run `onrecord add`, killed after so many seconds; whether it came to its end."""
    command = [sys.executable, "-m", "onrecord", "--db", str(database), "add", *folders]
    process = subprocess.Popen(command, start_new_session=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        return process.wait(after) in (0, 1)  # 1: some inputs were rejected
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        return False


def content(database: Path) -> tuple[str, int]:
    """A hash over the deterministic dump of a database, and its number of lines."""
    digest, lines = hashlib.sha256(), 0
    store = SqliteStore.open(database, create=False)
    for line in dump(store):
        digest.update(line.encode() + b"\n")
        lines += 1
    store.close()
    return digest.hexdigest(), lines


def main() -> int:
    """Kill, restart, compare; 1 where the contents differ."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folders", nargs="+")
    parser.add_argument("--kills", type=int, default=50)
    parser.add_argument("--longest", type=float, default=30.0, help="seconds before a kill, at most")
    parser.add_argument("--seed", type=int, default=0)
    options = parser.parse_args()
    rng = random.Random(options.seed)
    with TemporaryDirectory() as folder:
        quiet = Path(folder, "quiet.db")
        start = time.monotonic()
        assert add(quiet, options.folders), "the quiet run failed"
        print(f"quiet run: {time.monotonic() - start:.0f} s", flush=True)
        wanted, killed, differing = content(quiet), 0, 0
        while killed < options.kills:
            harried = Path(folder, f"harried-{killed}.db")
            before = killed
            while not add(
                harried, options.folders, rng.uniform(0.2, options.longest) if killed < options.kills else None
            ):
                killed += 1
            same = content(harried) == wanted
            differing += not same
            verdict = "the same content" if same else "DIFFERENT content"
            print(f"ended after {killed - before} kills with {wanted[1]} lines: {verdict}", flush=True)
    print(f"{killed} kills in all, {differing} databases differ")
    return int(differing > 0)


if __name__ == "__main__":
    sys.exit(main())
