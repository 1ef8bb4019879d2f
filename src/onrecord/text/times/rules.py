"""The rules of time expressions: a named pattern, the stems that its expressions have, and their TIMEX3 type."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from onrecord.text.times.amount_rules import DURATIONS, SETS
from onrecord.text.times.clock_rules import CLOCKS
from onrecord.text.times.day_rules import DAYS
from onrecord.text.times.period_rules import MONTHS, PERIODS, VAGUE
from onrecord.text.times.pieces import compiled
from onrecord.text.times.year_rules import YEARS


@dataclass(frozen=True, slots=True)
class Rule:
    """A named pattern; where it has a group `x`, that is the expression and the rest its context.

    Groups whose names differ by a figure at the end ("year", "year2") mean the same.
    `type` is the TIMEX3 type of a match that names no time of day and counts from no day; `stems`: see `Patterns`.
    """

    name: str
    pattern: re.Pattern[str]
    type: str
    stems: tuple[str, ...]


@cache
def rules() -> tuple[Rule, ...]:
    """All rules, compiled at the first call; of two that match the same words, the first holds."""
    kinds = (
        ("DATE", DAYS | MONTHS | PERIODS | YEARS | VAGUE),
        ("TIME", CLOCKS),
        ("SET", SETS),
        ("DURATION", DURATIONS),
    )
    return tuple(
        Rule(name, compiled(pattern), kind, tuple(stems.split()))
        for kind, found in kinds
        for name, (stems, pattern) in found.items()
    )


@cache
def stems() -> tuple[str, ...]:
    """Every stem of every rule, sorted."""
    return tuple(sorted({stem for rule in rules() for stem in rule.stems}))
