"""Occasions: what several statements share, so that one that is dated dates the others."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.records import Moment, Span

_NOUN = (
    r"briefing|conference|summit|rally|speech|interview|hearing|debate|ceremony|forum|session|meeting|talks|congress|"
    r"address|trial|funeral|visit"
)
_OCCASION = re.compile(rf"\b(?:the|that|this|same)\s(?:[a-z]{{3,15}}\s)?({_NOUN})\b")
_NAMED = re.compile(rf"\b({_NOUN})\b")
_BEFORE = 2000
"""How far back, in code points, an occasion is looked for."""
_BESIDE = 60
"""How far, in code points, a time expression stands from the occasion that it dates."""
_RUN = 1500
"""How far apart, in code points, two statements of one speaker may be to belong to one occasion."""
_DAYS = frozenset(("minute", "hour", "part_of_day", "day"))


@dataclass(frozen=True, slots=True)
class Dated:
    """A statement that has its own time: where it stands, whose it is, when it was said."""

    at: int
    agent: str
    said: Moment


def same_occasion(at: int, agent: str | None, dated: Sequence[Dated]) -> Moment | None:
    """The time of the same speaker's last dated statement before a place, if that is near; None without one.

    Reports date the first of a run of quotations ("told reporters on Monday") and leave the others bare.
    """
    before = [d for d in dated if d.agent == agent and 0 <= at - d.at <= _RUN]
    return max(before, key=lambda d: d.at).said if agent and before else None


def of_headline(agent: str | None, dated: Sequence[Dated]) -> Moment | None:
    """The time of the first dated statement of the speaker whom a headline quotes."""
    return next((d.said for d in sorted(dated, key=lambda d: d.at) if d.agent == agent), None) if agent else None


def named_occasion(text: str, sentence: Span, contents: Sequence[Span], moments: Sequence[Moment]) -> Moment | None:
    """The day of an occasion that the words around a statement name ("at the summit"), if the text dated it before."""
    for word in _OCCASION.finditer(text, *sentence):
        if any(content.start <= word.start() < content.end for content in contents):
            continue
        dated = _date_of(word[1], text[: sentence.start], moments)
        if dated is not None:
            return dated
    return None


def _date_of(noun: str, before: str, moments: Sequence[Moment]) -> Moment | None:
    """The last day that stands beside a noun, in one sentence with it."""
    start = max(0, len(before) - _BEFORE)
    places = [found for found in _NAMED.finditer(before, start) if found[1] == noun]
    days = [m for m in moments if m.span is not None and m.granularity in _DAYS and m.start]
    for place in reversed(places):
        for moment in days:
            assert moment.span is not None
            between = before[min(place.end(), moment.span.end) : max(place.start(), moment.span.start)]
            if len(between) <= _BESIDE and not re.search(r"[.!?]\s", between):
                return moment
    return None
