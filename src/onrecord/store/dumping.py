"""Dumping: everything an SQLite store holds as sorted lines, to compare two stores with each other."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from onrecord.store.sqlite import SqliteStore

_LEFT_OUT = frozenset({"added_at", "number"})
"""Columns that say when and in which turn a row came: two stores with the same content may differ in them."""


def dump(store: SqliteStore) -> Iterator[str]:
    """One JSON line `[table, {column: value}]` for every row, sorted: equal for stores with the same content."""
    yield from sorted(
        json.dumps([table, {c: v for c, v in row.items() if c not in _LEFT_OUT}], ensure_ascii=False)
        for table, row in store.rows()
    )
