"""Full buckets: those with more articles than are compared with each other, so that nobody takes them for whole."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Collection, Mapping

from onrecord.records import FullBucket

_SIZES = "SELECT key, count(*) FROM bucket {} GROUP BY key HAVING count(*) > :cap"
_OF_KEYS = "WHERE key IN (SELECT value FROM json_each(:asked))"
_OF_ARTICLES = "WHERE key IN (SELECT key FROM bucket WHERE article IN (SELECT value FROM json_each(:asked)))"


def full(sizes: Mapping[str, int], cap: int) -> tuple[FullBucket, ...]:
    """Of buckets with these numbers of articles those with more than `cap`, by key."""
    return tuple(FullBucket(key, size, cap) for key, size in sorted(sizes.items()) if size > cap)


def all_full(connection: sqlite3.Connection, cap: int) -> tuple[FullBucket, ...]:
    """Those of an SQLite store."""
    return _found(connection, "", cap, ())


def full_of_keys(connection: sqlite3.Connection, cap: int, keys: Collection[str]) -> tuple[FullBucket, ...]:
    """Those of an SQLite store with one of these keys."""
    return _found(connection, _OF_KEYS, cap, keys)


def full_of_articles(connection: sqlite3.Connection, cap: int, articles: Collection[str]) -> tuple[FullBucket, ...]:
    """Those of an SQLite store that one of these articles falls in."""
    return _found(connection, _OF_ARTICLES, cap, articles)


def _found(connection: sqlite3.Connection, where: str, cap: int, asked: Collection[str]) -> tuple[FullBucket, ...]:
    values = {"cap": cap, "asked": json.dumps(sorted(asked))}
    return full(dict(connection.execute(_SIZES.format(where), values)), cap)
