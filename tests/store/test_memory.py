"""The store in memory does what every store must."""

from __future__ import annotations

from conformance import StoreConformance

from onrecord.records import Store
from onrecord.store import MemoryStore


class TestMemoryStore(StoreConformance):
    def make(self, cap: int = 500) -> Store:
        return MemoryStore(cap=cap)
