"""Rejected: what could not be processed, where and why.  Data, never a lost batch."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Rejected:
    """`where` is a path, an url, a line of a file ("news.jsonl:12") or "standard input"; `reason` is for people."""

    where: str
    reason: str
