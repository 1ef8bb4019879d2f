"""What readers of time expressions take and give: a Reference to count from, and a Meaning."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from onrecord.text.times.values import Interval

Groups = Mapping[str, str]

Readings = tuple[tuple[str, float], ...]
"""TIMEX3 values with weights that add up to 1, the chosen one first."""


@dataclass(frozen=True, slots=True)
class Meaning:
    """A TIMEX3 value ("2022-01-13", "P10D", "XXXX-WXX-2") and modifier; `relative` where the reference was needed.

    `days` is the interval where the value alone does not give it.  `readings` are all that the words allow, if several.
    """

    value: str
    mod: str | None = None
    relative: bool = False
    readings: Readings = ()
    days: Interval | None = None


@dataclass(frozen=True, slots=True)
class Reference:
    """The day that words count from, if known, and what the text around them says.

    `direction` is -1 where the text looks back, 1 where ahead, else 0.  `year` is set where a year was named alone and
    the words stand inside it.  `period` is the TIMEX3 value of the quarter or half-year that was last reported on.
    """

    day: date | None
    direction: int = 0
    year: int | None = None
    period: str | None = None


def weighed(chosen: tuple[str, float], *others: tuple[str, float]) -> Readings:
    """The readings with their weights brought to a sum of 1; none where the words allow but one."""
    rest = {value: weight for value, weight in others if value != chosen[0] and weight > 0}
    if not rest:
        return ()
    total = chosen[1] + sum(rest.values())
    return tuple((value, round(weight / total, 2)) for value, weight in (chosen, *rest.items()))


def looks(words: str | None) -> int:
    """-1 where the words look back ("last"), 1 where they look ahead ("next"), else 0."""
    low = (words or "").lower()
    if re.search(r"last|past|previous|preceding|prior", low):
        return -1
    return 1 if re.search(r"next|following|coming", low) else 0
