"""The lines of a text: where each begins and ends, without the white space around it."""

from __future__ import annotations

import re
from itertools import pairwise

from onrecord.records import Span

_LINE = re.compile(r"[^\r\n]+")
_SPACE = " \t\u00a0\u2009\u202f\u200b\ufeff\f\v\x85"
_LEAD = "[({*-–—―-_•·|~:“\"' "
_STOP = re.compile(r"(?<=[.!?…])[”\"’')\]]{0,2}\s+(?=[A-Z“\"(—–-])")


def lines_of(text: str) -> list[Span]:
    """Every line that holds more than white space, trimmed."""
    found = []
    for match in _LINE.finditer(text):
        span = trimmed(text, match.start(), match.end())
        if span:
            found.append(span)
    return found


def trimmed(text: str, start: int, end: int, also: str = "") -> Span | None:
    """The range without white space, and the characters in `also`, at its ends; None where nothing is left."""
    characters = _SPACE + "\r\n" + also
    while start < end and text[start] in characters:
        start += 1
    while end > start and text[end - 1] in characters:
        end -= 1
    return Span(start, end) if start < end else None


def unwrapped(text: str, span: Span) -> Span | None:
    """A line without the brackets, dashes and full stop that a credit line may be dressed in."""
    bare = trimmed(text, span.start, span.end, _LEAD)
    return trimmed(text, bare.start, bare.end, ".)]}*_-–—―|~ ") if bare else None


def sentences_of(text: str, span: Span) -> list[Span]:
    """A line cut behind sentence ends; rough, for credit lines only ("St. Ives" is cut too)."""
    cuts = [span.start, *(m.end() for m in _STOP.finditer(text, span.start, span.end)), span.end]
    return [s for a, b in pairwise(cuts) if (s := trimmed(text, a, b))]
