"""Pieces of a text: what is left of spans without others, and without the marks at their edges."""

from __future__ import annotations

import re

from onrecord.records.spans import Span, Spans

LEAD = re.compile(r"[\s,;:—–]+")
TAIL = re.compile(r"[\s,;:—–]+$")
EDGE = 40
"""Code points at the end of a span that are read for marks."""


def minus(spans: Spans, holes: Spans) -> Spans:
    """The characters of `spans` that are in none of the holes."""
    out = []
    for span in spans:
        start = span.start
        for hole in sorted(holes):
            if hole.end <= start or hole.start >= span.end:
                continue
            if hole.start > start:
                out.append(Span(start, hole.start))
            start = max(start, hole.end)
        if start < span.end:
            out.append(Span(start, span.end))
    return tuple(out)


def trimmed(text: str, span: Span) -> Span | None:
    """Without white space, commas and dashes at its edges; None where nothing with a letter or digit is left."""
    lead = LEAD.match(text, span.start, span.end)
    start = lead.end() if lead else span.start
    tail = TAIL.search(text[start : span.end][-EDGE:])
    end = span.end - (len(tail[0]) if tail else 0)
    return Span(start, end) if end > start and re.search(r"\w", text[start:end]) else None
