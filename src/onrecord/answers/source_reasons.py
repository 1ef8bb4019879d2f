"""Why an article hears a source: what it tells of it, or what leads up to it, in the reporter's own words."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable

from onrecord.answers.informing import FINITE, NEGATED, NO_ANSWER
from onrecord.records import Agent, AgentType, Span, disjoint
from onrecord.text.quotation_marks import quotations
from onrecord.text.segments import sentences

LEAST, MOST = 25, 400
"""Code points in a sentence that gives a reason; what is shorter is a heading, what is longer no sentence."""
OPENING = 60
"""How far (code points) from a sentence's start its subject may stand."""
NO_SUBJECT = re.compile(r"\b(?:of|on|in|at|by|per|for|with|from|to|against|about)\s(?:the\s)?$", re.IGNORECASE)
"""In front of a name that is no subject ("In a comparison by the Lake Fund")."""


class Reasons:
    """The sentences of one article that say why somebody is heard; `passages` are those that give what was said."""

    def __init__(self, text: str, passages: Iterable[Span]) -> None:
        self._text = text
        self._taken = disjoint((*passages, *(q.span for q in quotations(text) if q.outer is None)))
        self._own = [s for s in sentences(text) if LEAST <= len(s) <= MOST and not self._is_taken(s)]

    def of(self, agent: Agent, first: Span) -> str | None:
        """The reason to hear the agent, whose first passage is given; None where the article has none.

        What leads up to a passage introduces people only: bodies and documents stand for themselves.
        """
        found = self._told_of(agent, first)
        if found is None and agent.type is AgentType.NAMED_PERSON:
            found = self._leading_to(first)
        return found.of(self._text) if found else None

    def _is_taken(self, sentence: Span) -> bool:
        k = bisect_right(self._taken, sentence.start, key=lambda s: s.end)
        return k < len(self._taken) and self._taken[k].start < sentence.end

    def _told_of(self, agent: Agent, first: Span) -> Span | None:
        """The sentence with the agent as its subject: the last before the first passage, else the first behind it."""
        about = [s for mention in agent.mentions if (s := self._sentence_about(mention)) is not None]
        before = [s for s in about if s.start < first.start]
        return before[-1] if before else about[0] if about else None

    def _sentence_about(self, mention: Span) -> Span | None:
        """The reporter's sentence that opens with the mention as its subject, and says more than "did not answer"."""
        k = bisect_right(self._own, mention.start, key=lambda s: s.start) - 1
        sentence = self._own[k] if k >= 0 else None
        if sentence is None or mention.end > sentence.end or mention.start - sentence.start >= OPENING:
            return None
        lead, words = self._text[sentence.start : mention.start], sentence.of(self._text)
        is_subject = FINITE.search(lead) is None and NO_SUBJECT.search(lead) is None
        return None if not is_subject or (NEGATED.search(words) and NO_ANSWER.search(words)) else sentence

    def _leading_to(self, first: Span) -> Span | None:
        """The sentence right before the first passage, in its paragraph or the one before."""
        k = bisect_left(self._own, first) - 1
        if k < 0 or self._text[self._own[k].end : first.start].strip():
            return None
        return self._own[k]
