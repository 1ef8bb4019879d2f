"""The SQLite store does what every store must, and keeps its file in order."""

from __future__ import annotations

from conformance import StoreConformance

from onrecord.records import Store
from onrecord.store import SqliteStore


class TestSqliteStore(StoreConformance):
    def make(self, cap: int = 500) -> Store:
        return SqliteStore(":memory:", cap=cap)
