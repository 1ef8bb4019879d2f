"""The seams: what a labeller, a store, an engine and an exporter must offer.  Each has a conformance suite in tests."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import IO, Protocol, TypeVar

from onrecord.records.article import Article
from onrecord.records.findings import Findings
from onrecord.records.graph import Added, Graph, Hit, Selection
from onrecord.records.judgement import Judgement
from onrecord.records.labels import Labels
from onrecord.records.rejected import Rejected

T = TypeVar("T")
U = TypeVar("U")


class Labeller(Protocol):
    """Says what is in a text, without deciding.  Pure: the same article gives the same labels.

    Threads: one labeller per thread or process.
    """

    @property
    def version(self) -> str:
        """What is stamped on every result: "rules 1", or "encoder " and the hash of the weights."""
        ...

    def label(self, articles: Sequence[Article]) -> list[Labels]:
        """One Labels for each article, in order; every span holds against that article's text."""
        ...


class Store(Protocol):
    """Remembers articles and their links.  One writing process beside many reading ones.

    Every method may raise StoreError.
    """

    def add(self, batch: Sequence[Findings | Rejected | Judgement]) -> Added:
        """Rows and links of the whole batch in one transaction.  Adding what is known changes nothing.

        Judgements are kept for good, and outrank what the machine finds, whatever comes first.
        """
        ...

    def graph(self, selection: Selection) -> Graph:
        """The selected records with all that hangs together with them: the same for any order of adding.

        Raises NotFound where an id answers to nothing.
        """
        ...

    def search(self, words: str, limit: int = 20) -> list[Hit]:
        """Statements whose content, speaker or article title hold the words, best first; never raises on odd input."""
        ...

    def close(self) -> None:
        """Give the file back; closing twice is harmless."""
        ...


class Engine(Protocol):
    """Runs a pure function over many items, somewhere."""

    def map(self, function: Callable[[T], U], items: Iterable[T]) -> Iterator[U]:
        """`function` of every item, in the order of the items.  The function and items must pickle."""
        ...

    def group(self, key: Callable[[T], str], items: Iterable[T]) -> Iterator[tuple[str, list[T]]]:
        """The items by key, keys sorted, items in their order."""
        ...


class Exporter(Protocol):
    """Writes a graph in one format."""

    @property
    def name(self) -> str:
        """What a user calls the format: "jsonl", "csv"."""
        ...

    def write(self, graph: Graph, out: IO[str]) -> None:
        """The whole graph as text."""
        ...
