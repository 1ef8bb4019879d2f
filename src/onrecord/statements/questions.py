"""The question that a statement answers, where the report says so ("Asked about …, she said")."""

from __future__ import annotations

import re

from onrecord.records.spans import Span, Spans
from onrecord.statements.draft import Draft

QUESTION_NOUN = r"(?:an?|the|one|another|reporters['’]|journalists['’])\s(?:\w{1,20}\s){0,3}?questions?"
LINK = r"(?:about|on|regarding|concerning|of|as\sto|over)"
RESPONDING = re.compile(
    rf"\b(?:responding|replying|answering|in\s(?:response|reply|answer))\s(?:to\s)?{QUESTION_NOUN}"
    rf"(?:\sfrom\s[\w\s]{{1,40}}?)?\s(?:{LINK}\s)?",
    re.IGNORECASE,
)
ASKED = re.compile(
    rf"\b(?:when\s|if\s|being\s)?(?:asked|questioned|pressed|quizzed)\s(?:by\s[\w\s.]{{1,40}}?\s)?"
    rf"(?:{LINK}\s|(?=(?:whether|if|why|how|what|who|when|where)\b))",
    re.IGNORECASE,
)


def question_of(text: str, draft: Draft, sentence: Span) -> Spans:
    """The words of the question inside the sentence of the attribution; empty where the sentence names none.

    `sentence` is the one that holds the cue (or the source).  The question starts behind "about", or with its own
    question word, and ends where the attribution, the content or the sentence does.
    """
    for pattern in (RESPONDING, ASKED):
        for found in pattern.finditer(text, *sentence):
            if any(Span(found.start(), found.end()).overlaps(s) for s in (*draft.content, *draft.source)):
                continue
            end = min([s.start for s in (*draft.head, *draft.content) if s.start >= found.end()] + [sentence.end])
            words = text[found.end() : end].rstrip(" \t\r\n,.:;—–-")
            if re.search(r"\w", words):
                return (Span(found.end(), found.end() + len(words)),)
    return ()
