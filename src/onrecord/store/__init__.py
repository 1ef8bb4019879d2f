"""Stores: what remembers articles, statements and the edges between them, in SQLite or in memory."""

from onrecord.store.dumping import dump
from onrecord.store.linker import Linker
from onrecord.store.memory import MemoryStore
from onrecord.store.sqlite import SqliteStore

__all__ = ["Linker", "MemoryStore", "SqliteStore", "dump"]
