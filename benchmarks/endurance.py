"""Kill a real `onrecord add` again and again; what it ends with must be what one quiet run ends with.

    python -m benchmarks.endurance FOLDER… [--kills 50] [--longest 30] [--seed 0]

Every process gets `kill -9`, workers and all, after a random time of up to `--longest` seconds.  At the end one run
is left in peace, and the content of both databases (wall-clock columns aside) is compared line by line.
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
        return process.wait(after) == 0
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
        quiet, harried = Path(folder, "quiet.db"), Path(folder, "harried.db")
        start = time.monotonic()
        assert add(quiet, options.folders), "the quiet run failed"
        print(f"quiet run: {time.monotonic() - start:.0f} s", flush=True)
        killed = sum(not add(harried, options.folders, rng.uniform(0.2, options.longest)) for _ in range(options.kills))
        assert add(harried, options.folders), "the last run failed"
        one, other = content(quiet), content(harried)
    verdict = "the same content" if one == other else "DIFFERENT content"
    print(f"{killed} of {options.kills} runs killed; {one[1]} and {other[1]} lines: {verdict}")
    return int(one != other)


if __name__ == "__main__":
    sys.exit(main())
