"""The store of record: one SQLite file, one writing process beside many reading ones."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from onrecord.people.judgements import on_texts
from onrecord.records import Added, Findings, Graph, Hit, Judgement, Rejected, Selection
from onrecord.store.buckets import BUCKET_CAP
from onrecord.store.closure import closed, selected
from onrecord.store.full_buckets import all_full, full_of_articles
from onrecord.store.full_text import hits
from onrecord.store.judgements import all_judgements
from onrecord.store.linker import Linker, default_linker
from onrecord.store.loading import Loader
from onrecord.store.lookup import SqliteLookup
from onrecord.store.schema import connect, errors_named, tables, transaction
from onrecord.store.writing import Writer


class SqliteStore:
    """A Store in one file (see plans/ and the schema in migrations/); `cap` is for the life of the file.

    Threads: use a store in the thread that opened it.  Processes: one writes at a time, the others wait for it.
    """

    def __init__(
        self,
        path: str | os.PathLike[str],
        *,
        create: bool = True,
        linker: Linker | None = None,
        cap: int = BUCKET_CAP,
    ) -> None:
        """Opens the database, or makes it; raises StoreError where that cannot be, NewerStore where it is too new."""
        self._path = os.fspath(path)
        self._linker = linker
        self._cap = cap
        self._connection = connect(self._path, create=create)
        self._loader = Loader(self._connection)
        self._catch_up()

    @classmethod
    def open(cls, path: str | os.PathLike[str], *, create: bool = True) -> SqliteStore:
        """The store in this file; with `create=False`, for commands that only read, the file must exist."""
        return cls(path, create=create)

    def add(self, batch: Sequence[Findings | Rejected | Judgement]) -> Added:
        """See `onrecord.records.Store`.  `Added.rejected` counts what was not known to be rejected for that reason.

        When it returns, the batch and its links are on the disk; when it raises, nothing of it is.
        """
        self._linker = self._linker or default_linker()
        writer = Writer(self._connection, self._loader, self._linker, self._cap)
        with errors_named(self._path), transaction(self._connection, "IMMEDIATE"):
            return writer.write(batch)

    def graph(self, selection: Selection) -> Graph:
        """See `onrecord.records.Store`; the graph is of one moment, whatever another process writes meanwhile."""
        with errors_named(self._path), transaction(self._connection):
            if selection.full_buckets:
                return Graph(full_buckets=all_full(self._connection, self._cap))
            lookup = SqliteLookup(self._connection)
            if selection.everything:
                graph = self._among({a for (a,) in self._connection.execute("SELECT id FROM article")}, ())
                every = all_full(self._connection, self._cap)
                return replace(graph, judgements=tuple(all_judgements(self._connection)), full_buckets=every)
            ids = selected(lookup, selection)
            articles = {lookup.home(any_id) for any_id in ids} if selection.alone else closed(lookup, ids)
            full = full_of_articles(self._connection, self._cap, articles)
            return replace(self._among(articles, ids), full_buckets=full)

    def search(self, words: str, limit: int = 20) -> list[Hit]:
        """See `onrecord.records.Store`."""
        with errors_named(self._path):
            return hits(self._connection, words, limit)

    def close(self) -> None:
        """See `onrecord.records.Store`."""
        self._connection.close()

    def rows(self) -> Iterator[tuple[str, dict[str, Any]]]:
        """Every row of every table but the full-text indexes, with its table's name; in no order."""
        with errors_named(self._path), transaction(self._connection):
            for table in tables(self._connection):
                cursor = self._connection.execute(f"SELECT * FROM {table}")
                columns = [column for column, *_ in cursor.description]
                yield from ((table, dict(zip(columns, row, strict=True))) for row in cursor)

    def _catch_up(self) -> None:
        """Says who is who in a file from before identities were kept, and links one anew that has earlier keys."""
        query = "SELECT 1 FROM agent WHERE card IS NULL UNION ALL SELECT 1 FROM unlinked LIMIT 1"
        while self._waits(query):
            self.add([])

    def _waits(self, query: str) -> bool:
        with errors_named(self._path):
            return self._connection.execute(query).fetchone() is not None

    def _among(self, articles: set[str], ids: Sequence[str]) -> Graph:
        findings = self._loader.findings(articles)
        return Graph(
            findings=findings,
            links=self._loader.links(articles),
            utterances=self._loader.utterances(articles, {s.id for f in findings for s in f.statements}),
            identities=self._loader.identities(articles),
            judgements=on_texts(all_judgements(self._connection), findings),
            selected=tuple(ids),
        )
