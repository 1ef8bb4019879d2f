"""Why an article hears a source: what it tells of it, or what leads up to it, in the reporter's own words."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence

from onrecord.answers.informing import FINITE, NEGATED, NO_ANSWER
from onrecord.records import Agent, AgentType, Span
from onrecord.text.quotation_marks import quotations
from onrecord.text.segments import sentences

MOST = 400
"""Code points in a sentence that gives a reason; a longer one is no sentence."""
LEAST = 25
"""Code points; what is shorter is a heading."""
OPENING = 60
"""How far (code points) from a sentence's start its subject may stand."""


class Reasons:
    """The sentences of one article that say why somebody is heard; `passages` are those that give what was said."""

    def __init__(self, text: str, passages: Iterable[Span]) -> None:
        self._text = text
        taken = sorted((*passages, *(q.span for q in quotations(text) if q.outer is None)))
        self._own = [s for s in sentences(text) if LEAST <= len(s) <= MOST and not _touches(s, taken)]

    def of(self, agent: Agent, first: Span) -> str | None:
        """The reason to hear the agent, whose first passage is given; None where the article has none.

        What leads up to a passage introduces people only: bodies and documents stand for themselves.
        """
        found = self._told_of(agent, first)
        if found is None and agent.type is AgentType.NAMED_PERSON:
            found = self._leading_to(first)
        return found.of(self._text) if found else None

    def _told_of(self, agent: Agent, first: Span) -> Span | None:
        """The sentence with the agent as its subject: the last before the first passage, else the first behind it."""
        about = [s for s in self._own if self._is_about(s, agent.mentions)]
        before = [s for s in about if s.start < first.start]
        return before[-1] if before else about[0] if about else None

    def _is_about(self, sentence: Span, mentions: Sequence[Span]) -> bool:
        k = bisect_left(mentions, Span(sentence.start, sentence.start + 1))
        if k == len(mentions) or mentions[k].start >= min(sentence.end, sentence.start + OPENING):
            return False
        words = sentence.of(self._text)
        is_subject = FINITE.search(self._text, sentence.start, mentions[k].start) is None
        return is_subject and not (NEGATED.search(words) and NO_ANSWER.search(words))

    def _leading_to(self, first: Span) -> Span | None:
        """The sentence right before the first passage, in its paragraph or the one before."""
        k = bisect_left(self._own, first) - 1
        if k < 0:
            return None
        between = self._text[self._own[k].end : first.start]
        return self._own[k] if not between.strip() else None


def _touches(span: Span, taken: Sequence[Span]) -> bool:
    return any(span.overlaps(t) for t in taken)
