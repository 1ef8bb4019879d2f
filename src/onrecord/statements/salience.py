"""Whom a pronoun means by where it stands: the subject of its sentence, the last speaker, the last one named."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from onrecord.records.agent import Agent, AgentType
from onrecord.records.spans import Span, Spans
from onrecord.statements.entities import Entity
from onrecord.text.segments import sentences

BODIES = frozenset({AgentType.UNNAMED_GROUP, AgentType.NAMED_ORGANIZATION})
REACH = 5
"""A pronoun looks this many sentences back, a nominal as far as the article's start."""
RECENT = 3
"""How many speakers count as recent."""


class Salience:
    """Who is named and who speaks in one text; speakers are told in the order of the text."""

    def __init__(self, text: str, entities: Sequence[Entity]) -> None:
        self._mentions = sorted(((m, e) for e in entities for m in e.mentions), key=lambda pair: pair[0])
        self._sentences = sentences(text)
        self._starts = [s.start for s in self._sentences]
        self._persons: list[tuple[int, Entity]] = []
        self._spoke: list[tuple[int, Agent]] = []
        self._turn: tuple[Span, int, Entity | None] | None = None

    def sentence_at(self, position: int) -> Span:
        """The sentence that holds a code point."""
        return self._sentences[max(0, bisect_right(self._starts, position) - 1)]

    def credit(self, position: int, agent: Agent, entity: Entity | None, extent: Span) -> None:
        """Remember who speaks at a place, which entity that is, and what their statement takes up."""
        self._turn = extent, position, entity
        self._spoke.append((position, agent))
        if entity is not None:
            self._persons.append((position, entity))

    def recent(self, position: int) -> list[Entity]:
        """The entities that spoke last before the position."""
        return [e for at, e in self._persons if at < position][-RECENT:]

    def turn(self, span: Span, extent: Span, gender: str | None, content: Spans) -> Entity | None:
        """The person who spoke last, where the statement at `extent` goes on from theirs and nobody else comes up.

        "Holm left the port.  “It is cold,” he said."
        """
        if self._turn is None or self._turn[2] is None or not self._turn[2].may_be(gender):
            return None
        before, position, speaker = self._turn
        here, there = (bisect_right(self._starts, at) - 1 for at in (extent.start, before.end - 1))
        if here - there > 1 or before.start > extent.start:
            return None
        start = self.sentence_at(span.start).start
        if start <= position or start == span.start:
            return speaker
        others = (e for m, e in self.named_in(Span(start, span.start)) if not any(c.covers(m) for c in content))
        return None if any(e.may_be(gender) and e is not speaker for e in others) else speaker

    def body(self, position: int) -> Agent | None:
        """Whom "they" means: the group or organisation that spoke last, if that was only a few sentences ago."""
        here = bisect_right(self._starts, position) - 1
        floor = self._starts[max(0, here - REACH)]
        recent = (a for at, a in reversed(self._spoke) if floor <= at < position and a.type in BODIES)
        return next(recent, None)

    def person(self, span: Span, gender: str | None, content: Spans, cautious: bool=False) -> Entity | None:
        """Whom a pronoun means: the subject of its own sentence, the last speaker, or the last one named before.

        Nobody who is named in what the pronoun's own referent says.
        """
        here = bisect_right(self._starts, span.start) - 1
        for k in range(here, max(-1, here - REACH), -1):
            frame = Span(self._sentences[k].start, min(self._sentences[k].end, max(span.start, self._starts[k] + 1)))
            if k < here and self._persons and self._starts[k] <= self._persons[-1][0] < frame.end:
                speaker = self._persons[-1][1]
                if speaker.may_be(gender):
                    return speaker
            named = [e for m, e in self.named_in(frame) if e.may_be(gender) and not any(c.covers(m) for c in content)]
            if named:
                return next((e for e in named if e.is_sure), None if cautious else named[0])
        return None

    def named_in(self, frame: Span) -> list[tuple[Span, Entity]]:
        """The mentions that lie inside the frame, in order, each with the entity it names."""
        first = bisect_left(self._mentions, frame.start, key=lambda pair: pair[0].start)
        last = bisect_left(self._mentions, frame.end, key=lambda pair: pair[0].start)
        return [pair for pair in self._mentions[first:last] if pair[0].end <= frame.end]
