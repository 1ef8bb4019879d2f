"""The engine that spreads items over processes, one a core."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future
from concurrent.futures.process import BrokenProcessPool
from itertools import islice
from time import perf_counter
from typing import Any, TypeVar

from onrecord.engines.grouping import grouped
from onrecord.engines.workers import available_cores, check, run_chunk, start, stop
from onrecord.errors import EngineError

T = TypeVar("T")
U = TypeVar("U")
Chunk = tuple[list[Any], "Future[tuple[list[Any], Exception | None]]"]

CHUNK = 4
"""Items sent to a worker at a time."""
AHEAD = 3
"""Chunks in flight for each worker; more would only take memory."""
PATIENCE = 1.0
"""Seconds of work done here first: a small input is finished before worker processes would have started."""


class AllCores:
    """Runs items in worker processes, results in the order of the items; at most a few chunks are held at a time.

    The function, the items and the results must pickle.  An exception of the function ends the map at that item.
    A worker that dies (killed, out of memory, a crash in a C library) costs only the item it died on: `on_lost` says
    what stands in for that item's result; without it, `map` raises EngineError there.  Programs that use this engine
    must guard their main module with `if __name__ == "__main__"`, as for all of `multiprocessing`.
    """

    def __init__(
        self,
        workers: int | None = None,
        *,
        on_lost: Callable[[Any], Any] | None = None,
        patience: float = PATIENCE,
        chunk: int = CHUNK,
    ) -> None:
        self.workers = workers or available_cores()
        self._on_lost: Callable[[Any], Any] = on_lost or _raise_lost
        self._patience = patience
        self._chunk = chunk

    def map(self, function: Callable[[T], U], items: Iterable[T]) -> Iterator[U]:
        """`function` of every item, in the order of the items."""
        rest = iter(items)
        spent = 0.0
        while self.workers == 1 or spent < self._patience:
            begun = perf_counter()
            try:
                item = next(rest)
            except StopIteration:
                return
            result = function(item)
            spent += perf_counter() - begun
            yield result
        yield from self._spread(function, rest)

    def group(self, key: Callable[[T], str], items: Iterable[T]) -> Iterator[tuple[str, list[T]]]:
        """The items by key, keys sorted, items in their order."""
        return grouped(key, items)

    def _spread(self, function: Callable[[T], U], items: Iterator[T]) -> Iterator[U]:
        chunks = iter(lambda: list(islice(items, self._chunk)), [])
        pending = next(chunks, None)
        while pending is not None:  # one turn for each pool: a pool is lost with its first dead worker
            pool = start(self.workers)
            window: deque[Chunk] = deque()
            at_once = True
            try:
                while pending is not None or window:
                    while pending is not None and len(window) < self.workers * AHEAD:
                        window.append((pending, pool.submit(run_chunk, function, pending)))
                        pending = next(chunks, None)
                    yield from _results(window[0][1])
                    window.popleft()
                at_once = False
            except BrokenProcessPool:
                pass
            finally:
                stop(pool, at_once=at_once)
            yield from self._one_by_one(function, window)

    def _one_by_one(self, function: Callable[[T], U], window: Iterable[Chunk]) -> Iterator[U]:
        """What was in flight when a worker died: each item alone in a worker, so that the deadly one is found."""
        pool = start(1)
        try:
            for chunk, future in window:
                if future.done() and not future.cancelled() and future.exception() is None:
                    yield from _results(future)
                    continue
                for item in chunk:
                    try:
                        yield from _results(pool.submit(run_chunk, function, [item]))
                    except BrokenProcessPool:
                        stop(pool, at_once=True)
                        pool = start(1)
                        check(pool)
                        yield self._on_lost(item)
        finally:
            stop(pool, at_once=True)


def _results(future: Future[tuple[list[U], Exception | None]]) -> Iterator[U]:
    done, error = future.result()
    yield from done
    if error is not None:
        raise error


def _raise_lost(item: object) -> None:
    raise EngineError(f"the process that worked on {item!r:.200} died")
