"""Writing: one batch into an SQLite store, with all the links that it makes or undoes."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from functools import lru_cache

from onrecord.records import Added, Findings, Judgement, Rejected
from onrecord.store.clusters import utterances
from onrecord.store.editions import Edition, places_of, to_store
from onrecord.store.full_buckets import full_of_keys
from onrecord.store.judgements import add_judgements
from onrecord.store.linker import Linker
from onrecord.store.loading import CACHED_ARTICLES, Loader
from onrecord.store.registrar import Registrar
from onrecord.store.relinking import Relinker, component_edges
from onrecord.store.rows import (
    agent_name_rows,
    agent_rows,
    article_row,
    credit_rows,
    insert,
    statement_rows,
    utterance_row,
)

RELINKED = 500
"""Articles with the keys of an earlier version that one batch links anew: as many as are in memory anyway."""


class Writer:
    """Writes one batch inside the transaction that its caller holds.

    What the store holds afterwards is a function of the findings in it, not of the order they came in: articles that
    share a bucket are compared; an article that leaves a full bucket loses the edges it had by it; and the utterances
    of every statement whose edges changed are made anew, with all that hangs together with it.
    """

    def __init__(self, connection: sqlite3.Connection, loader: Loader, linker: Linker, cap: int) -> None:
        self._connection = connection
        self._loader = loader
        self._linker = linker
        self._cap = cap
        self._relinker = Relinker(connection, cap)
        self._editions: dict[str, Edition] = {}
        self._findings = lru_cache(CACHED_ARTICLES)(self._find)  # nobody else can write before this batch is in
        self._now = datetime.now(UTC).isoformat(timespec="seconds")

    def write(self, batch: Sequence[Findings | Rejected | Judgement]) -> Added:
        """What changed; see `Store.add`."""
        found = [item for item in batch if isinstance(item, Findings)]
        judged = [item for item in batch if isinstance(item, Judgement)]
        add_judgements(self._connection, judged)
        self._registrar = Registrar(self._connection, self._findings)
        editions = self._editions = to_store(found, self._loader.mark)
        replaced = {article for article in editions if self._loader.mark(article)}
        keys = self._write_articles(editions, replaced)
        self._write_utterances()
        self._registrar.catch_up(judged)
        self._registrar.settle()
        self._write_locations(found)
        return Added(
            articles=len(editions) - len(replaced),
            known=len(found) - len(editions) + len(replaced),
            statements=sum(len(edition.findings.statements) for edition in editions.values()),
            rejected=self._write_rejected(item for item in batch if isinstance(item, Rejected)),
            full_buckets=full_of_keys(self._connection, self._cap, keys),
        )

    def _write_articles(self, editions: dict[str, Edition], replaced: Iterable[str]) -> set[str]:
        """The keys of the buckets that these articles fall in."""
        linked = {article: edition.findings for article, edition in editions.items()}
        linked.update((a, self._findings(a)) for a in self._relinker.unlinked(RELINKED) if a not in editions)
        keys = {article: set(self._linker.keys(findings)) for article, findings in linked.items()}
        changed = {key for found in keys.values() for key in found}
        changed.update(key for article in replaced for key in self._relinker.keys(article))
        before = self._relinker.kept(sorted(changed))
        for article in replaced:
            self._remove(article)
        for edition in editions.values():
            self._insert(edition)
        self._relinker.touched.update(statement.id for f in linked.values() for statement in f.statements)
        self._relinker.fill(keys)
        self._relinker.redraw(before, linked.keys(), self._linker, self._findings)
        return {key for article in editions for key in keys[article]}

    def _find(self, article: str) -> Findings:
        edition = self._editions.get(article) or self._loader.edition(article)
        assert edition is not None  # buckets and statements name articles of the store
        return edition.findings

    def _insert(self, edition: Edition) -> None:
        findings = edition.findings
        insert(self._connection, "article", [article_row(edition, self._now)])
        insert(self._connection, "credit", credit_rows(findings))
        insert(self._connection, "agent", agent_rows(findings, self._registrar.card))
        insert(self._connection, "agent_name", agent_name_rows(findings))
        insert(self._connection, "statement", statement_rows(findings))

    def _remove(self, article: str) -> None:
        """Everything that an article brought, but the places where it was found."""
        self._relinker.forget(article)
        self._registrar.leave(article)
        rows = self._connection.execute("SELECT id FROM statement WHERE article = ?", (article,))
        self._relinker.touched.update(statement for (statement,) in rows)
        self._connection.execute(
            "DELETE FROM agent_name WHERE agent IN (SELECT id FROM agent WHERE article = ?)", (article,)
        )
        for table in ("statement", "agent", "credit"):
            self._connection.execute(f"DELETE FROM {table} WHERE article = ?", (article,))
        self._connection.execute("DELETE FROM article WHERE id = ?", (article,))

    def _write_utterances(self) -> None:
        reached, edges = component_edges(self._connection, self._relinker.touched)
        homes: dict[str, Findings] = {}
        for statement in reached:
            row = self._connection.execute("SELECT article FROM statement WHERE id = ?", (statement,)).fetchone()
            if row:  # else it went with its article's former findings
                homes[statement] = self._findings(row[0])
        for statement in reached:
            self._connection.execute(
                "DELETE FROM utterance WHERE id = (SELECT utterance FROM utterance_member WHERE statement = ?)",
                (statement,),
            )
        self._connection.executemany(
            "DELETE FROM utterance_member WHERE statement = ?", ((statement,) for statement in reached)
        )
        made = list(utterances(homes, edges, self._linker))
        insert(self._connection, "utterance", map(utterance_row, made))
        insert(
            self._connection,
            "utterance_member",
            ({"statement": member, "utterance": utterance.id} for utterance in made for member in utterance.statements),
        )

    def _write_locations(self, found: Iterable[Findings]) -> None:
        insert(
            self._connection,
            "location",
            (
                {"article": findings.article.id, "path": path, "doc": doc, "added_at": self._now}
                for findings in found
                for path, doc in places_of(findings)
            ),
        )

    def _write_rejected(self, rejected: Iterable[Rejected]) -> int:
        """How many were new."""
        before = self._connection.total_changes
        rows = [{"where": item.where, "reason": item.reason, "added_at": self._now} for item in rejected]
        insert(self._connection, "rejected", rows)
        return self._connection.total_changes - before
