"""The engine on all cores: worker processes die, and are left, cleanly; small inputs start none."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from onrecord.engines import AllCores
from onrecord.errors import EngineError
from tests.children import interruptible


def deadly(number: int) -> int:
    if number in (5, 6, 23):
        os.kill(os.getpid(), signal.SIGKILL)
    return number


def whereabouts(_: int) -> int:
    time.sleep(0.01)
    return os.getpid()


def test_a_worker_that_dies_costs_its_item_alone() -> None:
    engine = AllCores(2, patience=0.0, on_lost=lambda item: -item)
    assert list(engine.map(deadly, range(40))) == [-n if n in (5, 6, 23) else n for n in range(40)]


def test_without_a_stand_in_a_death_names_the_item() -> None:
    results = AllCores(2, patience=0.0).map(deadly, range(40))
    assert [next(results) for _ in range(5)] == list(range(5))
    with pytest.raises(EngineError, match="on 5 died"):
        next(results)


def test_the_work_is_spread_over_processes() -> None:
    places = set(AllCores(2, patience=0.0, chunk=1).map(whereabouts, range(20)))
    assert len(places) == 2
    assert os.getpid() not in places


def test_a_small_input_stays_in_this_process() -> None:
    assert set(AllCores(2).map(whereabouts, range(5))) == {os.getpid()}


def test_one_worker_is_this_process() -> None:
    assert set(AllCores(1, patience=0.0).map(whereabouts, range(5))) == {os.getpid()}


def test_a_big_input_goes_on_in_workers() -> None:
    places = list(AllCores(2, patience=0.02).map(whereabouts, range(40)))
    assert places[0] == os.getpid()
    assert places[-1] != os.getpid()


PROGRAM = """
import os, sys, time
from onrecord.engines import AllCores

def step(number):
    print(os.getpid(), flush=True)
    time.sleep(0.05)
    return number

if __name__ == "__main__":
    for result in AllCores(2, patience=0.0, chunk=1).map(step, range(10_000)):
        pass
"""


@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGINT])
def test_workers_leave_with_their_parent(tmp_path: Path, how: signal.Signals) -> None:
    program = tmp_path / "program.py"
    program.write_text(PROGRAM)
    pipes: dict[str, Any] = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "text": True}
    parent = subprocess.Popen([sys.executable, str(program)], preexec_fn=interruptible, **pipes)
    assert parent.stdout is not None
    workers = {int(parent.stdout.readline()) for _ in range(6)}
    parent.send_signal(how)
    _, errors = parent.communicate(timeout=20)
    assert workers
    assert _gone(workers)
    assert "SpawnProcess" not in errors  # Ctrl-C is the parent's: no traceback of a worker's


def test_an_unguarded_program_is_told_so(tmp_path: Path) -> None:
    program = tmp_path / "program.py"
    program.write_text(
        "from onrecord.engines import AllCores\nprint(list(AllCores(2, patience=0.0).map(str, range(5))))\n"
    )
    done = subprocess.run([sys.executable, str(program)], capture_output=True, text=True, timeout=60)
    assert done.returncode != 0
    assert "__main__" in done.stderr.splitlines()[-1]


def _gone(processes: set[int]) -> bool:
    until = time.monotonic() + 10
    while time.monotonic() < until:
        if not any(Path(f"/proc/{process}").exists() for process in processes):
            return True
        time.sleep(0.05)
    return False
