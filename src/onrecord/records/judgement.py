"""Judgement: a person's word on what the machine found; append-only, and it outranks the machine."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from onrecord.records.spans import Spans


class Verdict(StrEnum):
    """What the person decided."""

    ACCEPT = "accept"
    REJECT = "reject"
    MERGE = "merge"
    SPLIT = "split"


@dataclass(frozen=True, slots=True)
class Target:
    """What a judgement is about, by characters, not by an id, so that it survives a re-run: a text and spans in it.

    `spans` are a statement's content or an agent's mentions; `text_id` names the text wherever it was published.
    """

    text_id: str
    spans: Spans


@dataclass(frozen=True, slots=True)
class Judgement:
    """A verdict; `other` is the second record of a merge or split, `made_at` an ISO 8601 date-time in UTC."""

    target: Target
    verdict: Verdict
    made_by: str
    made_at: str
    other: Target | None = None
    note: str | None = None
