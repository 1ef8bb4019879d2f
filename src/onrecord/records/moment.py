"""Moment: an interval of time, the words used for it, and what it was anchored on."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from onrecord.records.spans import Span


class AnchorKind(StrEnum):
    """What a relative expression counts from: the report's day, the day something was said, a moment named before."""

    PUBLISHED = "published"
    SAID = "said"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class Anchor:
    """What a moment was anchored on; `span` is the words of it where it stands in the text."""

    kind: AnchorKind
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Candidate:
    """One reading of an ambiguous time expression: TIMEX3 value, interval (as in `Moment`) and weight in [0, 1]."""

    value: str
    weight: float
    start: str | None = None
    end: str | None = None


@dataclass(frozen=True, slots=True)
class Moment:
    """A time expression with its TIMEX3 type and value and the interval it means.

    `start` and `end` are ISO 8601 days, or date-times with UTC offset where a clock time names its zone; both
    inclusive; None where open or unknown.  A duration has an interval where it ends or begins at its anchor ("the past
    two weeks").
    `granularity` is "minute", "hour", "part_of_day", "day", "week", "month", "quarter", "season", "year", "decade" or
    "century".
    `span` is None for a moment taken from the article's date alone.
    `candidates` are all readings of ambiguous words, the chosen one first, with weights that add up to 1; empty where
    there is but one.  Of a duration between two lengths ("12 to 18 months") the value is open, and both are candidates.
    """

    span: Span | None
    type: str
    value: str
    mod: str | None = None
    start: str | None = None
    end: str | None = None
    granularity: str = "day"
    anchor: Anchor | None = None
    candidates: tuple[Candidate, ...] = ()
