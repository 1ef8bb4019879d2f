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
class Judgement:
    """A verdict anchored on characters, not on an id, so that it survives a re-run: `text_id` + content spans.

    `other` is the second record of a merge or split; `made_at` is an ISO 8601 date-time in UTC.
    """

    text_id: str
    content: Spans
    verdict: Verdict
    made_by: str
    made_at: str
    other: str | None = None
    note: str | None = None
