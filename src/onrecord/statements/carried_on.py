"""Venues that hold for what the same speaker says next: "… in a tweet on Friday.  “Nobody knew,” he added."."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from onrecord.records.agent import Agent
from onrecord.records.spans import Span
from onrecord.statements.draft import Draft
from onrecord.statements.resolved import Resolved
from onrecord.statements.venues import Place, places_in
from onrecord.text.segments import sentences

REACH = 2
"""Sentences before its own in which a statement's venue may have been named."""
ELSEWHERE = re.compile(r"\b(?:told|tells|asked|earlier|later|previously|once)\b", re.IGNORECASE)
"""In a statement's own sentence: it was said at another time, or to somebody."""


def carried_on(text: str, drafts: Sequence[Draft], whose: Sequence[Resolved | None], number: int) -> list[Place]:
    """The venues named last before a statement whose own sentence names none, if its speaker is who used them.

    `drafts` and `whose` belong together; `number` is the statement's.  Nobody else may speak in between, and the
    speaker must be named, or speak, in the sentence with the venue.
    """
    draft, speaker = drafts[number], whose[number]
    if speaker is None or not draft.head:
        return []
    found = sentences(text)
    here = max(0, bisect_right(found, draft.head[0].start, key=lambda s: s.start) - 1)
    if ELSEWHERE.search(text, *_outside(found[here], draft)):
        return []
    for before in range(here - 1, max(-1, here - 1 - REACH), -1):
        speaking = [whose[k] for k in _attributed_in(drafts, found[before])]
        if any(w is None or w.agent.id != speaker.agent.id for w in speaking):
            return []
        contents = [c for d in drafts for c in d.content if c.overlaps(found[before])]
        places = [p for p in places_in(text, found[before]) if not any(p.span.overlaps(c) for c in contents)]
        if places:
            return places if speaking or _named_in(speaker.agent, found[before]) else []
    return []


def _outside(sentence: Span, draft: Draft) -> Span:
    """The sentence from the attribution on to its end; what is said in front of it tells nothing of where."""
    return Span(min(max(sentence.start, draft.head[0].start), sentence.end - 1), sentence.end)


def _attributed_in(drafts: Sequence[Draft], sentence: Span) -> list[int]:
    """The numbers of the statements whose attributing words stand in the sentence."""
    return [k for k, d in enumerate(drafts) if d.head and sentence.overlaps(d.head[0])]


def _named_in(agent: Agent, sentence: Span) -> bool:
    return any(sentence.covers(m) for m in agent.mentions)
