"""Venues that hold for what the same speaker says next: "… in a tweet on Friday.  “Nobody knew,” he added."."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Sequence

from onrecord.records.agent import Agent
from onrecord.records.spans import Span
from onrecord.statements.draft import Draft
from onrecord.statements.overlaps import Overlaps
from onrecord.statements.resolved import Resolved
from onrecord.statements.venues import Place, places_in
from onrecord.text.segments import sentences

REACH = 2
"""Sentences before its own in which a statement's venue may have been named."""
NEAR = 200
"""Code points of a sentence from the attribution on that are read."""
ELSEWHERE = re.compile(r"\b(?:told|tells|asked|earlier|later|previously|once)\b", re.IGNORECASE)
"""In a statement's own sentence: it was said at another time, or to somebody."""


class CarriedOn:
    """The venues of one text that hold on; `drafts` and `whose` belong together."""

    def __init__(self, text: str, drafts: Sequence[Draft], whose: Sequence[Resolved | None]) -> None:
        self._text, self._drafts, self._whose = text, drafts, whose
        self._sentences = sentences(text)
        self._speaking: defaultdict[int, list[Resolved | None]] = defaultdict(list)
        self._around = Overlaps(drafts)
        for draft, speaker in zip(drafts, whose, strict=True):
            if draft.head:
                self._speaking[self._number(draft)].append(speaker)

    def to(self, number: int) -> list[Place]:
        """The venues named last before a statement whose own sentence names none, if its speaker is who used them.

        Nobody else may speak in between, and the speaker must be named, or speak, in the sentence with the venue.
        """
        draft, speaker = self._drafts[number], self._whose[number]
        if speaker is None or not draft.head:
            return []
        here = self._number(draft)
        if here == 0 or ELSEWHERE.search(self._text, *self._attribution(here, draft)):
            return []
        for before in range(here - 1, max(-1, here - 1 - REACH), -1):
            speaking = self._speaking.get(before, [])
            if any(w is None or w.agent.id != speaker.agent.id for w in speaking):
                return []
            places = self._free(self._sentences[before])
            if places:
                return places if speaking or _named_in(speaker.agent, self._sentences[before]) else []
        return []

    def _free(self, sentence: Span) -> list[Place]:
        """The venues of a sentence outside what is said in it."""
        places = places_in(self._text, sentence)
        contents = [c for d in self._around.of(sentence) for c in d.content] if places else []
        return [p for p in places if not any(p.span.overlaps(c) for c in contents)]

    def _number(self, draft: Draft) -> int:
        """Which sentence the attribution opens in."""
        return max(0, bisect_right(self._sentences, draft.head[0].start, key=lambda s: s.start) - 1)

    def _attribution(self, here: int, draft: Draft) -> Span:
        """The words from the attribution on, as far as a sentence goes; what stands in front tells nothing of where."""
        start, end = draft.head[0].start, self._sentences[here].end
        return Span(start, max(start + 1, min(end, start + NEAR)))


def _named_in(agent: Agent, sentence: Span) -> bool:
    k = bisect_left(agent.mentions, sentence)
    return k < len(agent.mentions) and sentence.covers(agent.mentions[k])
