"""Words that tell what became of something that was to be done, from `outcomes.txt`."""

from __future__ import annotations

import re
from enum import StrEnum
from functools import cache

from onrecord.lexicon.word_lists import pairs, sections


class Outcome(StrEnum):
    """What a report tells of an undertaking."""

    BEGUN = "begun"
    KEPT = "kept"
    BROKEN = "broken"
    OVERDUE = "overdue"
    EXTENDED = "extended"
    WITHDRAWN = "withdrawn"


@cache
def outcome_phrases() -> re.Pattern[str]:
    """Finds the phrases; the name of the group that matched is the outcome's value.  The longest counts."""
    listed = sections("outcomes.txt")
    alternatives = (f"(?P<{outcome.value}>{_any_of(listed[outcome.value])})" for outcome in ORDER)
    return re.compile(rf"(?<!\w)(?:{'|'.join(alternatives)})(?!\w)", re.IGNORECASE)


ORDER = (
    Outcome.BROKEN,
    Outcome.OVERDUE,
    Outcome.WITHDRAWN,
    Outcome.EXTENDED,
    Outcome.KEPT,
    Outcome.BEGUN,
)
"""Of two outcomes in one sentence the first counts: "has not been completed" is not kept."""


@cache
def deeds() -> dict[str, str]:
    """A word for a deed → the verb that stands for all of its kind ("withdrawal" → "withdraw")."""
    kin = pairs(sections("outcomes.txt")["kin"])
    return {verb: verb for verb in kin.values()} | {word.replace("-", " "): verb for word, verb in kin.items()}


def _any_of(phrases: frozenset[str]) -> str:
    longest_first = sorted(phrases, key=lambda phrase: (-len(phrase), phrase))
    return "|".join(re.escape(phrase).replace(r"\-", r"\s").replace("'", "['’]") for phrase in longest_first)
