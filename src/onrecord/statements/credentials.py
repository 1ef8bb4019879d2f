"""Why a person is heard: what the article says behind the name that is no title ("…, who ran the dam for years,")."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from onrecord.records.agent import Role
from onrecord.records.spans import Span, Spans
from onrecord.text.quotation_marks import quotations

OPENING = re.compile(r",\s(?P<word>[a-z]+)\s")
OPENERS = frozenset("who whose a an the one himself herself former longtime retired veteran".split())
END = re.compile(
    r",|(?<!\b[A-Z])(?<!\bMr)(?<!\bMs)(?<!\bDr)(?<!\bMrs)(?<!\bSt)[.;:!?](?:\s|\Z)|[\n“”\"—–()]|"
    r"\s(?:said|says|told|tells|added|wrote|writes|explained|noted|recalled|argued|asked|warned|testified)\b"
)
"""What ends a description: a comma, its sentence, a quotation, or the verb of what the person says."""
MOST = 200
"""Code points in a description; a longer stretch is a sentence of its own."""
LEAST_WORDS = 3
LEAD = 8
"""Code points between a name and its title behind it: a comma and "the"."""


def credentials(text: str, mentions: Sequence[Span], roles: Sequence[Role]) -> Spans:
    """The description behind the first mention that has one, without a title in front of it; else empty.

    What stands in a quotation is the speaker's, not the article's, and does not count.
    """
    titles = [role.span for role in roles if role.span is not None]
    quoted = [q.span for q in quotations(text) if q.outer is None]
    for mention in mentions:
        last = bisect_right(quoted, mention.start, key=lambda q: q.start) - 1
        if last >= 0 and quoted[last].end > mention.start:
            continue
        behind = [t.end for t in titles if 0 <= t.start - mention.end <= LEAD]
        found = _behind(text, max(behind, default=mention.end))
        if found is not None and not any(found.overlaps(title) for title in titles):
            return (found,)
    return ()


def _behind(text: str, position: int) -> Span | None:
    """The description that opens with the comma at the position; None where something else follows."""
    opening = OPENING.match(text, position)
    if opening is None or opening["word"] not in OPENERS:
        return None
    start = opening.start("word")
    end = END.search(text, start, min(len(text), start + MOST))
    if end is None or len(text[start : end.start()].split()) < LEAST_WORDS:
        return None
    return Span(start, end.start())
