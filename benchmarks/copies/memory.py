"""The most memory that a process and its children have at one time, as the system shows it while they run."""

from __future__ import annotations

import os
from pathlib import Path
from threading import Event, Thread
from types import TracebackType

PAUSE = 0.1
"""Seconds between two looks."""
PROC = Path("/proc")


class Watch:
    """Looks at a process and all that it started, again and again, until it is told to stop.

    `megabytes` is the largest sum of resident memory; a page that two of them share counts twice.  None where the
    system does not show it as Linux does.
    """

    def __init__(self, process: int | None = None) -> None:
        self._process = process or os.getpid()
        self._done = Event()
        self._thread = Thread(target=self._look, daemon=True)
        self._most = 0

    def __enter__(self) -> Watch:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._done.set()
        self._thread.join()

    @property
    def megabytes(self) -> float | None:
        """The most so far."""
        return self._most / 1024**2 if self._most else None

    def _look(self) -> None:
        while not self._done.wait(PAUSE):
            parents, sizes = _processes()
            self._most = max(self._most, sum(sizes[p] for p in sizes if _descends(p, self._process, parents)))


def _processes() -> tuple[dict[int, int], dict[int, int]]:
    """The parent and the bytes of each process that can be read."""
    parents, sizes = dict[int, int](), dict[int, int]()
    for folder in PROC.glob("[0-9]*"):
        try:
            after_name = (folder / "stat").read_text().rpartition(")")[2].split()
            pages = int((folder / "statm").read_text().split()[1])
        except (OSError, IndexError):  # it has ended meanwhile
            continue
        parents[int(folder.name)] = int(after_name[1])
        sizes[int(folder.name)] = pages * os.sysconf("SC_PAGE_SIZE")
    return parents, sizes


def _descends(process: int, from_this: int, parents: dict[int, int]) -> bool:
    while process and process != from_this:
        process = parents.get(process, 0)
    return process == from_this
