"""Commitment: a statement that binds its agent to an action."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from onrecord.records.moment import Moment
from onrecord.records.spans import Spans


class Strength(StrEnum):
    """How firmly the agent is bound."""

    PROMISE = "promise"
    PLAN = "plan"
    ORDER = "order"
    THREAT = "threat"


@dataclass(frozen=True, slots=True)
class Commitment:
    """What an agent said would be done, from when and by when (`begins`, `due`), and on what condition."""

    statement: str
    action: Spans
    strength: Strength
    condition: Spans = ()
    begins: Moment | None = None
    due: Moment | None = None
