"""Shelves: the articles of a collection in files, one for each worker, and the imprints that they leave."""

from __future__ import annotations

import os
import pickle
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from benchmarks.copies.collection import Collection, Report
from onrecord.provenance.imprint import Imprint
from onrecord.records import Article, Dateline, Span

PIECE = 500
"""Articles written and read at a time."""
WIDE = 16_384
"""Articles on one side of a tile of pairs; the imprints of two sides are what a worker keeps at hand."""


def write(made: Collection, folder: Path, workers: int) -> None:
    """Shelve the articles: every worker gets as many, and they are in no order anyway."""
    for worker in range(workers):
        mine = made.reports[worker::workers]
        with _articles(folder, worker).open("wb") as file:
            for at in range(0, len(mine), PIECE):
                pickle.dump([tuple(report) for report in mine[at : at + PIECE]], file)


def read(folder: Path, worker: int) -> Iterator[Report]:
    """The articles of one worker's shelf."""
    with _articles(folder, worker).open("rb") as file:
        while file.peek(1):
            yield from (Report(*fields) for fields in pickle.load(file))


def article(report: Report) -> Article:
    """The article as reading would give it: it knows where the headline and the dateline stand."""
    start = report.headline + 2
    dateline = Dateline(Span(start, report.dateline))
    return Article.of(report.text, title_span=Span(0, report.headline), dateline=dateline)


class ImprintWriter:
    """Puts the imprints of one worker on its shelf, with a list of where they lie."""

    def __init__(self, folder: Path, worker: int) -> None:
        self._imprints = _imprints(folder, worker).open("wb")
        self._list = _list(folder, worker)
        self._ids: list[str] = []
        self._places: list[tuple[int, ...]] = []

    def add(self, number: int, imprint: Imprint) -> None:
        """Write one; `number` is the article's."""
        lengths = (len(imprint.known), len(imprint.own), len(imprint.words))
        self._ids.append(imprint.id)
        self._places.append((number, self._imprints.tell(), *lengths))
        parts = (imprint.known, imprint.own, imprint.words, imprint.outside)
        self._imprints.write(b"".join(part.tobytes() for part in parts))

    def close(self) -> None:
        """Write the list."""
        self._imprints.close()
        np.savez(self._list, ids=np.array(self._ids), places=np.array(self._places, np.int64))


def names(folder: Path, workers: int) -> NDArray[np.str_]:
    """The ids of all articles, in the order of their numbers."""
    lists = [np.load(_list(folder, worker)) for worker in range(workers)]
    ids, numbers = (
        np.concatenate(parts) for parts in zip(*((m["ids"], m["places"][:, 0]) for m in lists), strict=True)
    )
    return ids[numbers.argsort()]


class Imprints:
    """The imprints of all workers, by the article's number; the last ones are kept at hand."""

    def __init__(self, folder: Path, workers: int) -> None:
        self._files = [_imprints(folder, worker).open("rb", buffering=0) for worker in range(workers)]
        self._ids = names(folder, workers)
        self._places = np.empty((len(self._ids), 5), np.int64)
        for worker in range(workers):
            listed = np.load(_list(folder, worker))["places"]
            self._places[listed[:, 0], 0] = worker
            self._places[listed[:, 0], 1:] = listed[:, 1:]
        self.get = lru_cache(2 * WIDE)(self._get)

    def _get(self, number: int) -> Imprint:
        worker, start, known, own, words = self._places[number].tolist()
        runs = 4 * (known + own)
        data = os.pread(self._files[worker].fileno(), runs + 5 * words, start)
        return Imprint(
            id=str(self._ids[number]),
            known=np.frombuffer(data, np.uint32, known),
            own=np.frombuffer(data, np.uint32, own, 4 * known),
            words=np.frombuffer(data, np.uint32, words, runs),
            outside=np.frombuffer(data, np.bool_, words, runs + 4 * words),
        )


def _articles(folder: Path, worker: int) -> Path:
    return folder / f"articles-{worker}"


def _imprints(folder: Path, worker: int) -> Path:
    return folder / f"imprints-{worker}"


def _list(folder: Path, worker: int) -> Path:
    return folder / f"list-{worker}.npz"
