"""Whom a pronoun means by where it stands: who speaks on, the subject of its sentence, the last one named."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from onrecord.lexicon.roles import role_words
from onrecord.records.agent import Agent, AgentType
from onrecord.records.spans import Span, Spans
from onrecord.statements.draft import Draft
from onrecord.statements.entities import Entity
from onrecord.text.segments import sentences

BODIES = frozenset({AgentType.UNNAMED_GROUP, AgentType.NAMED_ORGANIZATION})
REACH = 5
"""A pronoun looks this many sentences back, a nominal as far as the article's start."""
RECENT = 3
"""How many speakers count as recent."""
BESIDE = 200
"""Code points in front of "who" among which the name that it refers to stands."""
INTRODUCED = re.compile(
    r"(?:\s\([^()]{1,30}\))?(?:[,(—–\s]{1,3}|,\s(?:an?|the|his|her|their|one\sof)\s[^.;:!?“”\"()]{1,90}?,?\s)"
)
"""Between a name and the "who" behind it: at most a description."""
OWNED = re.compile(r"(\w+)\s(?:to|of|for)\s(?:\w+\.?\s){0,2}$")
"""In front of a name that belongs to the description of somebody else: "an adviser to Ana Holm, who"."""


@dataclass(frozen=True, slots=True)
class Credit:
    """Who speaks: where their source begins, and where their statement does and ends."""

    position: int
    extent: Span
    agent: Agent
    entity: Entity | None


class Salience:
    """Who is named and who speaks in one text.

    `cautious`: where only the place in the text speaks for somebody, it must be somebody who is surely a person.
    """

    def __init__(self, text: str, entities: Sequence[Entity], *, cautious: bool = False) -> None:
        self._text = text
        self._mentions = sorted(((m, e) for e in entities for m in e.mentions), key=lambda pair: pair[0])
        self._sentences = sentences(text)
        self._starts = [s.start for s in self._sentences]
        self._cautious = cautious
        self._credits: list[Credit] = []
        self._pronouns: list[tuple[Span, Entity]] = []

    def know(self, pronoun: Span, entity: Entity) -> None:
        """Remember whom a pronoun certainly means: that is as good as a name."""
        insort(self._pronouns, (pronoun, entity), key=lambda pair: pair[0])

    def credit(self, draft: Draft, span: Span, agent: Agent, entity: Entity | None) -> None:
        """Remember whom a source at `span` means."""
        insort(self._credits, Credit(span.start, draft.extent, agent, entity), key=lambda c: c.position)

    def recent(self, position: int) -> list[Entity]:
        """The named speakers last before the position."""
        found: list[Entity] = []
        for credit in self._before(position, self._starts[0] if self._starts else 0):
            if credit.entity is not None:
                found.append(credit.entity)
            if len(found) == RECENT:
                break
        return found

    def speaking(self, draft: Draft, span: Span, gender: str | None) -> Entity | None:
        """The person who spoke last, where the draft goes on from there: "Holm left.  “It is cold,” she said."

        None where somebody else is named in between, in the sentence of the pronoun at `span`.
        """
        last = next(iter(self._before(span.start, 0)), None)
        if last is None or last.entity is None or not last.entity.may_be(gender):
            return None
        if self._number(draft.extent.start) - self._number(last.extent.end - 1) > 1:
            return None
        sentence = self.sentence_at(span.start)
        if sentence.start <= last.position or sentence.start == span.start:
            return last.entity
        named = self._fitting(Span(sentence.start, span.start), gender, draft.content)
        return None if any(e is not last.entity for e in named) else last.entity

    def body(self, position: int) -> Agent | None:
        """Whom "they" means: the group or organisation that spoke last, if that was only a few sentences ago."""
        floor = self._starts[max(0, self._number(position) - REACH)]
        return next((c.agent for c in self._before(position, floor) if c.agent.type in BODIES), None)

    def person(self, span: Span, gender: str | None, content: Spans) -> Entity | None:
        """Whom a pronoun means: the subject of its own sentence, the last speaker, or the last one named before.

        Nobody who is named in what the pronoun's own referent says.
        """
        here = self._number(span.start)
        last = next((c for c in self._before(span.start, 0) if c.entity is not None), None)
        for k in range(here, max(-1, here - REACH), -1):
            sentence = self._sentences[k]
            if k < here and last and last.entity and sentence.start <= last.position and last.entity.may_be(gender):
                return last.entity
            end = min(sentence.end, max(span.start, sentence.start + 1))
            named = self._fitting(Span(sentence.start, end), gender, content)
            if named:
                return next((e for e in named if e.is_sure), None if self._cautious else named[0])
        return None

    def named_in(self, frame: Span) -> list[tuple[Span, Entity]]:
        """The mentions that lie inside the frame, in order, each with the entity it names."""
        return _inside(self._mentions, frame)

    def first_named_in(self, frame: Span) -> Entity | None:
        """The entity that is named first inside the frame."""
        return next((entity for _, entity in self.named_in(frame)), None)

    def introduced_before(self, position: int) -> Entity | None:
        """The person who is named right before, or named and described: "Ana Holm, who", "Ana Holm, a pilot who"."""
        floor = max(self.sentence_at(position).start, position - BESIDE)
        named = self.named_in(Span(floor, position)) if floor < position else []
        people = [(name, entity) for name, entity in named if entity.is_person]
        if not people or not INTRODUCED.fullmatch(self._text, people[-1][0].end, position):
            return None
        name, entity = people[-1]
        owner = OWNED.search(self._text, floor, name.start)
        return None if owner and owner[1].lower() in role_words() else entity

    def sentence_at(self, position: int) -> Span:
        """The sentence that holds a code point."""
        return self._sentences[max(0, self._number(position))]

    def _number(self, position: int) -> int:
        return bisect_right(self._starts, position) - 1

    def _before(self, position: int, floor: int) -> Iterable[Credit]:
        """Who spoke between floor and position, the last one first."""
        k = bisect_left(self._credits, position, key=lambda c: c.position)
        while k and self._credits[k - 1].position >= floor:
            k -= 1
            yield self._credits[k]

    def _fitting(self, frame: Span, gender: str | None, content: Spans) -> list[Entity]:
        found = sorted([*self.named_in(frame), *_inside(self._pronouns, frame)], key=lambda pair: pair[0])
        return [e for m, e in found if e.may_be(gender) and not any(c.covers(m) for c in content)]


def _inside(mentions: list[tuple[Span, Entity]], frame: Span) -> list[tuple[Span, Entity]]:
    """Those of the sorted mentions that lie inside the frame."""
    first = bisect_left(mentions, frame.start, key=lambda pair: pair[0].start)
    last = bisect_left(mentions, frame.end, key=lambda pair: pair[0].start)
    return [pair for pair in mentions[first:last] if pair[0].end <= frame.end]
