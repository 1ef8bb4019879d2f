"""Workers: a pool of processes that leave quietly, with the work they do and when somebody kills their parent."""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context, parent_process
from multiprocessing.connection import wait
from typing import TypeVar

from onrecord.errors import EngineError

T = TypeVar("T")
U = TypeVar("U")


def available_cores() -> int:
    """The cores that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return max(1, len(os.sched_getaffinity(0)))
    return os.cpu_count() or 1


def start(workers: int) -> ProcessPoolExecutor:
    """A pool of fresh interpreters ("spawn", which is safe beside threads and the same on every platform)."""
    return ProcessPoolExecutor(workers, mp_context=get_context("spawn"), initializer=_settle)


def check(pool: ProcessPoolExecutor) -> None:
    """Raises EngineError where the pool's processes cannot even start."""
    try:
        pool.submit(os.getpid).result()
    except BrokenProcessPool as error:
        raise EngineError(
            "worker processes do not start; a program must guard its main module with `if __name__ == '__main__':`"
        ) from error


def stop(pool: ProcessPoolExecutor, *, at_once: bool) -> None:
    """Ends the pool's processes; `at_once` drops what they are doing."""
    running = list((getattr(pool, "_processes", None) or {}).values())
    if at_once:
        for process in running:
            process.terminate()
    pool.shutdown(wait=True, cancel_futures=True)


def run_chunk(function: Callable[[T], U], chunk: Sequence[T]) -> tuple[list[U], Exception | None]:
    """The results up to the first item on which the function raises, and what it raised there."""
    done: list[U] = []
    for item in chunk:
        try:
            done.append(function(item))
        except Exception as error:  # handed to the caller of `map`, at this item's turn
            return done, error
    return done, None


def _settle() -> None:
    """In a new worker: leave Ctrl-C to the parent, and go when it goes, however it goes."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_leave_with_parent, daemon=True).start()


def _leave_with_parent() -> None:
    parent = parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os._exit(1)
