"""Commitment: words that bind somebody to an action."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from onrecord.records.moment import Moment
from onrecord.records.spans import Span, Spans


class Strength(StrEnum):
    """How firmly the agent is bound."""

    PROMISE = "promise"
    PLAN = "plan"
    ORDER = "order"
    THREAT = "threat"


@dataclass(frozen=True, slots=True)
class Commitment:
    """What somebody is to do, from when and by when (`begins`, `due`), and on what condition.

    `statement` is the id of the statement that says so, None where the reporter does ("The court will sit on Monday");
    `agent` the id of the agent who is bound, None where it is unknown; `extent` all the words, `action` those for what
    is to be done.
    """

    statement: str | None
    action: Spans
    strength: Strength
    condition: Spans = ()
    begins: Moment | None = None
    due: Moment | None = None
    agent: str | None = None
    extent: Span | None = None
