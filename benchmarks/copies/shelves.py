"""Shelves: the articles of a collection in files, one for each worker, and the imprints that they leave."""

from __future__ import annotations

import pickle
from collections.abc import Iterator
from functools import lru_cache
from mmap import ACCESS_READ, mmap
from pathlib import Path
from typing import NamedTuple, TypeVar

import numpy as np
from numpy.typing import NDArray

from benchmarks.copies.collection import Collection, Report
from onrecord.provenance.imprint import Imprint
from onrecord.records import Article, Dateline, Span

PIECE = 500
"""Articles written and read at a time."""
REMEMBERED = 32_768
"""Imprints that a worker keeps at hand: two sides of a tile of pairs."""

Field = TypeVar("Field", np.uint32, np.bool_)


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


class _Place(NamedTuple):
    """Where an imprint lies: its worker, where its runs and its words start, and how many of each there are."""

    worker: int
    runs: int
    words: int
    of_all: int
    of_own: int
    length: int


class ImprintWriter:
    """Puts the imprints of one worker on its shelf: runs in one file, words in another that is seldom read."""

    def __init__(self, folder: Path, worker: int) -> None:
        self._folder, self._worker = folder, worker
        self._runs, self._words = (_imprints(folder, worker, what).open("wb") for what in ("runs", "words"))
        self._places: dict[int, tuple[str, _Place]] = {}

    def add(self, number: int, imprint: Imprint) -> None:
        """Write one; `number` is the article's."""
        lengths = (len(imprint.known), len(imprint.own), len(imprint.words))
        place = _Place(self._worker, self._runs.tell(), self._words.tell(), *lengths)
        self._places[number] = imprint.id, place
        self._runs.write(imprint.known.tobytes() + imprint.own.tobytes())
        self._words.write(imprint.words.tobytes() + imprint.outside.tobytes())

    def close(self) -> None:
        """Write where they are."""
        self._runs.close()
        self._words.close()
        with _imprints(self._folder, self._worker, "places").open("wb") as file:
            pickle.dump({n: (name, tuple(place)) for n, (name, place) in self._places.items()}, file)


class Imprints:
    """The imprints of all workers, by the article's number; the last ones are kept at hand."""

    def __init__(self, folder: Path, workers: int) -> None:
        self._files = [[_mapped(_imprints(folder, w, what)) for what in ("runs", "words")] for w in range(workers)]
        self._places: dict[int, tuple[str, tuple[int, ...]]] = {}
        for worker in range(workers):
            with _imprints(folder, worker, "places").open("rb") as file:
                self._places.update(pickle.load(file))
        self.get = lru_cache(REMEMBERED)(self._get)

    def _get(self, number: int) -> Imprint:
        name, fields = self._places[number]
        place = _Place(*fields)
        runs, words = self._files[place.worker]
        return Imprint(
            id=name,
            words=_array(words, place.words, place.length, np.uint32),
            outside=_array(words, place.words + 4 * place.length, place.length, np.bool_),
            known=_array(runs, place.runs, place.of_all, np.uint32),
            own=_array(runs, place.runs + 4 * place.of_all, place.of_own, np.uint32),
        )


def _array(file: mmap, start: int, count: int, kind: type[Field]) -> NDArray[Field]:
    return np.frombuffer(file, kind, count, start)


def _mapped(path: Path) -> mmap:
    with path.open("rb") as file:
        return mmap(file.fileno(), 0, access=ACCESS_READ)


def _articles(folder: Path, worker: int) -> Path:
    return folder / f"articles-{worker}"


def _imprints(folder: Path, worker: int, what: str) -> Path:
    return folder / f"imprints-{worker}-{what}"
