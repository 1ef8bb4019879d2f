"""Which quotations are somebody's speech, and which fragments belong to one quotation."""

from __future__ import annotations

import re
from functools import lru_cache

from onrecord.records.spans import Span
from onrecord.text.quotation_marks import Quotation, quotations
from onrecord.text.segments import words

NICKNAME_BEFORE = re.compile(r"[A-Z][\w.'’-]{0,30}\s$")
NICKNAME_AFTER = re.compile(r"\s[A-Z][\w'’-]{1,30}")
SPEECH_END = re.compile(r"[,.!?…—-][\"'”’»“]{0,2}$")
VERB = re.compile(
    r"\b(?:is|are|was|were|be|been|am|has|have|had|do|does|did|will|would|can|could|should|shall|may|might|must|"
    r"\w+n['’]t|\w+['’](?:re|ve|ll|m|s)|let|want|need|think|know|going|get|got|make|take|go|see|say|said)\b",
    re.IGNORECASE,
)
SPEECH_WORDS = 6


def is_speech(text: str, quotation: Quotation) -> bool:
    """Whether the quoted words are something said, rather than a scare quote, a nickname or the title of a work.

    Speech ends in a mark of its own (comma, full stop …) inside the quotation, or is a clause: it has a verb, or
    it is long.  Two words between capitalised ones ('Vlad "the Vet" Orlov') are a nickname.
    """
    inner = quotation.inner.of(text)
    count = len(words(text, quotation.inner))
    if count == 0 or is_nickname(text, quotation):
        return False
    if SPEECH_END.search(quotation.span.of(text)) and (count > 2 or inner[-1:] in "!?."):
        return True
    return count >= SPEECH_WORDS or (count >= 3 and VERB.search(inner) is not None)


def is_nickname(text: str, quotation: Quotation) -> bool:
    """Whether the quotation stands inside a name: one to three words between two capitalised ones."""
    start, end = quotation.span
    before, after = text[max(0, start - 32) : start], text[end : end + 32]
    return (
        len(words(text, quotation.inner)) <= 3
        and NICKNAME_BEFORE.search(before) is not None
        and NICKNAME_AFTER.match(after) is not None
    )


@lru_cache(maxsize=64)
def outermost(text: str) -> tuple[Quotation, ...]:
    """The quotations that stand in no other one, sorted; the single-marked ones too."""
    return tuple(q for q in quotations(text) if q.outer is None)


def continuations(text: str) -> dict[int, list[Span]]:
    """For the start of each quotation that goes on over paragraphs: the spans of its later fragments, in order."""
    every = quotations(text)
    first: dict[int, int] = {}
    out: dict[int, list[Span]] = {}
    for number, quotation in enumerate(every):
        if quotation.continues is None:
            continue
        root = first.get(quotation.continues, quotation.continues)
        first[number] = root
        out.setdefault(every[root].span.start, []).append(quotation.span)
    return out


def follows_closely(text: str, quotation: Quotation, after: Span) -> bool:
    """Whether the quotation stands in the same paragraph as `after` and only a sentence end lies between them."""
    if quotation.span.start < after.end:
        return False
    between = text[after.end : quotation.span.start]
    return re.fullmatch(r"[\s.,;:…—–-]{1,6}", between) is not None and "\n" not in between
