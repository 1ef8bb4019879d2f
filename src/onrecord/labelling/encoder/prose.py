"""Which paragraphs the encoder reads."""

from __future__ import annotations

from onrecord.records import Span
from onrecord.text.segments import paragraphs

LONGEST_PARAGRAPH = 20_000
"""Code points.  What is longer is no prose, and is not read by the encoder."""


def prose(text: str) -> list[Span]:
    """The paragraphs that are read."""
    return [p for p in paragraphs(text) if len(p) <= LONGEST_PARAGRAPH]


def unread(text: str) -> tuple[Span, ...]:
    """The paragraphs that are too long to be prose, and are left out."""
    return tuple(p for p in paragraphs(text) if len(p) > LONGEST_PARAGRAPH)
