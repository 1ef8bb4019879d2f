"""Relinking: the edges of an SQLite store that a batch draws, and those that it undoes."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping
from itertools import starmap

from onrecord.records import Findings, Links, SameUtterance
from onrecord.store.buckets import Kept, Pair, evicted, gained, in_tiles
from onrecord.store.edges import COLUMNS, rows, same_utterance
from onrecord.store.linker import Linker
from onrecord.store.rows import Row, insert


class Relinker:
    """Buckets and edges inside the caller's transaction; `touched` gathers the statements whose edges changed."""

    def __init__(self, connection: sqlite3.Connection, cap: int) -> None:
        self._connection = connection
        self._cap = cap
        self.touched: set[str] = set()

    def keys(self, article: str) -> list[str]:
        """The buckets that an article of the store falls in."""
        rows = self._connection.execute("SELECT key FROM bucket WHERE article = ?", (article,))
        return [key for (key,) in rows]

    def unlinked(self, limit: int) -> list[str]:
        """Some of the articles that are in no bucket since the version of the file changed."""
        rows = self._connection.execute("SELECT article FROM unlinked ORDER BY article LIMIT ?", (limit,))
        return [article for (article,) in rows]

    def kept(self, keys: Iterable[str]) -> dict[str, Kept]:
        """What each of these buckets keeps."""
        query = "SELECT article FROM bucket WHERE key = ? ORDER BY article LIMIT ?"
        return {key: [a for (a,) in self._connection.execute(query, (key, self._cap))] for key in keys}

    def forget(self, article: str) -> None:
        """Takes an article out of its buckets and cuts all its edges."""
        for other in self._linked(article) | {article}:
            self._cut(article, other)
        self._connection.execute("DELETE FROM bucket WHERE article = ?", (article,))

    def fill(self, keys: Mapping[str, Collection[str]]) -> None:
        """Puts articles (the keys of the mapping) in their buckets."""
        insert(self._connection, "bucket", ({"key": k, "article": a} for a, found in keys.items() for k in found))
        self._connection.executemany("DELETE FROM unlinked WHERE article = ?", ((article,) for article in keys))

    def redraw(
        self,
        before: Mapping[str, Kept],
        fresh: Collection[str],
        linker: Linker,
        findings: Callable[[str], Findings],
    ) -> None:
        """Cuts and draws the edges that the change of these buckets since `before` asks for.

        `fresh` are the articles whose findings are new; `findings` gives those of any article in the store.
        """
        after = self.kept(before)
        for article in evicted(before, after) - set(fresh):
            for other in self._linked(article) - self._partners(article):
                self._cut(article, other)
        self._draw((a, a, linker.own(findings(a))) for a in sorted(fresh))
        compared = in_tiles(gained(before, after, set(fresh)), set(fresh))
        self._draw((a, b, linker.pair(findings(a), findings(b))) for a, b in compared)

    def _linked(self, article: str) -> set[str]:
        """The articles that an edge joins with this one."""
        return {
            other
            for table in COLUMNS
            for low, high in self._connection.execute(
                f"SELECT low, high FROM {table} WHERE low = :a UNION SELECT low, high FROM {table} WHERE high = :a",
                {"a": article},
            )
            for other in (low, high)
        } - {article}

    def _partners(self, article: str) -> set[str]:
        """The articles that this one shares a bucket with, where the bucket keeps both."""
        buckets = self.kept(self.keys(article)).values()
        return {other for kept in buckets if article in kept for other in kept}

    def _cut(self, article: str, other: str) -> None:
        low, high = _pair(article, other)
        ends = self._connection.execute(
            "SELECT first, second FROM same_utterance WHERE low = ? AND high = ?", (low, high)
        )
        self.touched.update(end for edge in ends for end in edge)
        for table in COLUMNS:
            self._connection.execute(f"DELETE FROM {table} WHERE low = ? AND high = ?", (low, high))

    def _draw(self, links: Iterable[tuple[str, str, Links]]) -> None:
        drawn: dict[str, list[Row]] = defaultdict(list)
        for low, high, link in links:
            self.touched.update(end for edge in link.utterances for end in (edge.first, edge.second))
            for table, row in rows(low, high, link):
                drawn[table].append(row)
        for table, found in drawn.items():
            insert(self._connection, table, found)


def component_edges(connection: sqlite3.Connection, statements: Iterable[str]) -> tuple[set[str], set[SameUtterance]]:
    """These statements with all that edges join them to, step by step, and all the edges among them."""
    reached, waiting = set(statements), list(statements)
    edges: set[SameUtterance] = set()
    wanted = f"SELECT {', '.join(COLUMNS['same_utterance'])} FROM same_utterance"
    while waiting:
        found = connection.execute(f"{wanted} WHERE first = :s UNION {wanted} WHERE second = :s", {"s": waiting.pop()})
        for edge in starmap(same_utterance, found):
            edges.add(edge)
            waiting.extend({edge.first, edge.second} - reached)
            reached |= {edge.first, edge.second}
    return reached, edges


def _pair(a: str, b: str) -> Pair:
    return (min(a, b), max(a, b))
