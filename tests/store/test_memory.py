"""The store in memory does what every store must."""

from __future__ import annotations

from onrecord.records import Store
from onrecord.store import MemoryStore
from tests.store.conformance import StoreConformance


class TestMemoryStore(StoreConformance):
    def make(self, cap: int = 500) -> Store:
        return MemoryStore(cap=cap)
