"""Bytes to Articles: plain text, saved web pages, JSON Lines, RSS and Atom; datelines, bylines and credits."""

from onrecord.reading.sources import paths, read, read_bytes

__all__ = ["paths", "read", "read_bytes"]
