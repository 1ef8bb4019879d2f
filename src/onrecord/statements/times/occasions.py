"""Occasions: what several statements share, so that one that is dated dates the others."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence

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
_RUN = 300
"""How far apart, in code points, two statements of one speaker may be to belong to one occasion."""
_DAYS = frozenset(("minute", "hour", "part_of_day", "day"))


class Dated:
    """The statements that are dated by a day of their own, by speaker, in the order of the text."""

    def __init__(self, statements: Iterable[tuple[int, str, Moment]]) -> None:
        """Each with the place where it starts, its agent's id, and when it was said."""
        self._places: dict[str, list[int]] = {}
        self._times: dict[str, list[Moment]] = {}
        for place, agent, said in sorted(statements, key=lambda statement: statement[:2]):
            if said.granularity not in _DAYS:
                continue  # "this year" is no occasion
            self._places.setdefault(agent, []).append(place)
            self._times.setdefault(agent, []).append(said)

    def before(self, place: int, agent: str) -> Moment | None:
        """The time of the speaker's last dated statement before a place, if that is near; None without one.

        Reports date the first of a run of quotations ("told reporters on Monday") and leave the others bare.
        """
        places = self._places.get(agent, [])
        number = bisect_right(places, place) - 1
        return self._times[agent][number] if number >= 0 and place - places[number] <= _RUN else None

    def first(self, agent: str) -> Moment | None:
        """The time of the speaker's first dated statement; None without one."""
        times = self._times.get(agent)
        return times[0] if times else None


def named_occasion(text: str, sentence: Span, contents: Sequence[Span], moments: Sequence[Moment]) -> Moment | None:
    """The day of an occasion that the words around a statement name ("at the summit"), if the text dated it before.

    `moments` are sorted and have spans.
    """
    for word in _OCCASION.finditer(text, *sentence):
        if any(content.start <= word.start() < content.end for content in contents):
            continue
        dated = _date_of(word[1], text, sentence.start, moments)
        if dated is not None:
            return dated
    return None


def _date_of(noun: str, text: str, end: int, moments: Sequence[Moment]) -> Moment | None:
    """The last day before `end` that stands beside a noun, in one sentence with it."""
    start = max(0, end - _BEFORE)
    first = bisect_left(moments, start, key=lambda m: m.span.start if m.span else 0)
    last = bisect_left(moments, end, key=lambda m: m.span.start if m.span else 0)
    days = [(m.span, m) for m in moments[first:last] if m.span and m.granularity in _DAYS and m.start]
    for place in reversed([found for found in _NAMED.finditer(text, start, end) if found[1] == noun]):
        for span, moment in days:
            between = text[min(place.end(), span.end) : max(place.start(), span.start)]
            if len(between) <= _BESIDE and not re.search(r"[.!?]\s", between):
                return moment
    return None
