"""Apposed names: a speaker whom the text calls by a name and then says who it is, "Holm, the pilot of the tug,"."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence

from onrecord.lexicon.roles import source_words
from onrecord.records import CueLabel, MentionForm, MentionKind, MentionLabel, Span

NAMED = re.compile(r"(?P<name>[^\W\d_a-z][\w’'-]{2,30}),\s(?:the|an?)\s[a-z]")
SCORE = 0.7


def apposed_names(text: str, cues: Iterable[CueLabel], names: Sequence[MentionLabel]) -> Iterator[MentionLabel]:
    """The people whom the sources of these cues open with, by one word that no known name touches, in order.

    The names are sorted, and do not overlap.
    """
    starts = {role.spans[0].start for cue in cues for role in cue.sources}
    for start in sorted(starts):
        found = NAMED.match(text, start)
        if found is None or found["name"].lower() in source_words():
            continue
        span = Span(start, found.end("name"))
        first = bisect_right(names, span.start, key=lambda m: m.span.end)
        if first == len(names) or not names[first].span.overlaps(span):
            yield MentionLabel(span, MentionKind.PERSON, MentionForm.NAME, span, SCORE)
