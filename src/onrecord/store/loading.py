"""Loading: findings and edges back from the rows of an SQLite store."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Collection, Iterator
from functools import lru_cache
from itertools import starmap
from typing import Any

from onrecord.records import Findings, Identity, Links, Utterance, from_json
from onrecord.store.edges import COLUMNS, derivation, in_order, same_utterance
from onrecord.store.editions import Edition, Mark, Place, placed

CACHED_ARTICLES = 2048
"""Findings kept in memory for comparing others with them; of ordinary articles, some 100 MB."""


class Loader:
    """Reads records through one connection.  What it remembers goes by content, so nothing can make it stale."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._restored = lru_cache(CACHED_ARTICLES)(Edition.restored)

    def mark(self, article: str) -> Mark | None:
        """What the edition kept of this article is told by; None for an unknown article."""
        query = "SELECT made_by, record FROM article WHERE id = ?"
        row: Mark | None = self._connection.execute(query, (article,)).fetchone()
        return row

    def edition(self, article: str) -> Edition | None:
        """The edition kept of this article; None for an unknown article."""
        row = self._connection.execute("SELECT record, text FROM article WHERE id = ?", (article,)).fetchone()
        return self._restored(*row) if row else None

    def findings(self, articles: Collection[str]) -> tuple[Findings, ...]:
        """The findings of these articles, by article id, with the place where each was found."""
        places: dict[str, list[Place]] = {}
        for article, path, doc in self._among("SELECT article, path, doc FROM location WHERE article", articles):
            places.setdefault(article, []).append((path, doc))
        rows = self._among("SELECT id, record, text FROM article WHERE id", articles)
        found = {article: Edition.restored(record, text).findings for article, record, text in rows}
        return tuple(placed(findings, places.get(article, ())) for article, findings in sorted(found.items()))

    def links(self, articles: Collection[str]) -> Links:
        """Every edge that these articles alone draw, sorted."""
        return Links(
            derivations=in_order(starmap(derivation, self._edges("derivation", articles))),
            utterances=in_order(starmap(same_utterance, self._edges("same_utterance", articles))),
        )

    def utterances(self, articles: Collection[str], statements: Collection[str]) -> tuple[Utterance, ...]:
        """The utterances, by id, whose members are all among these statements, which are those of the articles."""
        rows = self._among(
            "SELECT DISTINCT utterance.record FROM utterance"
            " JOIN utterance_member ON utterance_member.utterance = utterance.id"
            " JOIN statement ON statement.id = utterance_member.statement WHERE statement.article",
            articles,
        )
        found = (from_json(Utterance, json.loads(record)) for (record,) in rows)
        whole = set(statements)
        return tuple(sorted((u for u in found if whole.issuperset(u.statements)), key=lambda u: u.id))

    def identities(self, articles: Collection[str]) -> tuple[Identity, ...]:
        """The identities, by id, that an agent of these articles belongs to, with all their agents."""
        rows = self._among(
            "SELECT DISTINCT identity.id, identity.record FROM identity"
            " JOIN identity_member ON identity_member.identity = identity.id"
            " JOIN agent ON agent.id = identity_member.agent WHERE agent.article",
            articles,
        )
        found = {identity: record for identity, record in rows}  # noqa: C416
        agents: dict[str, list[str]] = {}
        for identity, agent in self._among("SELECT identity, agent FROM identity_member WHERE identity", found):
            agents.setdefault(identity, []).append(agent)
        whole = ({**json.loads(record), "agents": sorted(agents[identity])} for identity, record in found.items())
        return tuple(sorted((from_json(Identity, data) for data in whole), key=lambda identity: identity.id))

    def _edges(self, table: str, articles: Collection[str]) -> Iterator[tuple[Any, ...]]:
        return self._connection.execute(
            f"SELECT {', '.join(COLUMNS[table])} FROM {table} WHERE low IN (SELECT value FROM json_each(:ids))"
            " AND high IN (SELECT value FROM json_each(:ids))",
            {"ids": json.dumps(sorted(articles))},
        )

    def _among(self, query: str, ids: Collection[str]) -> Iterator[tuple[str, ...]]:
        return self._connection.execute(f"{query} IN (SELECT value FROM json_each(?))", (json.dumps(sorted(ids)),))
