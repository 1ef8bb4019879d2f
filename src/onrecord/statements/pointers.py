"""Words that point at another saying: "Vale spoke about this yesterday", "that is the primary source"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Sequence

from onrecord.records.agent import Agent
from onrecord.records.moment import Moment
from onrecord.records.spans import Span, Spans
from onrecord.records.statement import Pointer
from onrecord.statements.draft import Draft

SAID = (
    r"(?:(?:has|have|had)\s(?:already\s|also\s)?)?(?:already\s|also\s)?(?:spoke|spoken|talked|commented|testified|"
    r"(?:said|told|explained|announced|addressed|mentioned|confirmed|discussed|reported|stated|wrote)(?:\sus)?)"
)
MATTER = (
    r"(?:\s(?:about|of|on|to))?\s(?:this|that|it|these\s[\w-]{1,20}|those\s[\w-]{1,20}|as\smuch|so|th(?:is|at)\s[\w-]{1,20}|"
    r"the\s(?:matter|issue|subject|topic|question|same(?:\sthing)?))"
)
THEN = r"(?:yesterday|today|on|last|earlier|this|in|at|and|but|before|already|too|as\swell|himself|herself|recently)"
SPOKE = re.compile(rf"\s(?P<said>{SAID}{MATTER})(?=\s*[,.;:!?”\"’»]|\s{THEN}\b|\s*$)")
"""What follows the words shows that they tell no clause of their own: "said that it would", "said so on Monday"."""
MAX_READ = 1000
REACH = 60
"""Code points behind the words in which they may say when."""
SOURCE = re.compile(
    r"(?P<it>that|this|these|those|it|such\sdata)\s(?:[\w’'-]{1,12}\s){0,5}?(?:is|was|are|be|remains?)\s"
    r"(?P<what>(?:the|our|an?|my)\s(?:only\s|main\s)?(?:primary|original|main|first|first-hand|initial)\ssources?)\b",
    re.IGNORECASE,
)
USED = re.compile(
    r"\b(?:what|which|the)\s(?:data|information|intelligence|figures|facts|evidence|reports?)\s"
    r"[\w’'\s-]{0,40}?(?:us(?:es?|ed)|ha(?:s|ve)|ho?lds?|rel(?:y|ies|ied)\son|receives?|gives?|given|provided?)\b"
    r"(?:\sby\s[\w’'-]+(?:\s[\w’'-]+){0,3})?",
    re.IGNORECASE,
)
"""What somebody goes by: "what information is used by the ministry"."""

Named = Callable[[Span], Agent | None]


def pointers_of(
    text: str, draft: Draft, before: tuple[str, Draft] | None, named: Named, moments: Sequence[Moment]
) -> tuple[Pointer, ...]:
    """The pointers in what a statement says, sorted.

    `before` is what the same speaker said last in front of it, with its id; `named` tells whose name ends a span.  Of a
    long content only the first MAX_READ code points are read.
    """
    contents = [Span(c.start, min(c.end, c.start + MAX_READ)) for c in draft.content]
    found = [*_sayings(text, contents, named, moments), *_sources(text, contents, before)]
    return tuple(sorted(found, key=lambda p: p.spans))


def _sayings(text: str, contents: Sequence[Span], named: Named, moments: Sequence[Moment]) -> list[Pointer]:
    """Somebody else who spoke about it, and when: a saying that the archive may have."""
    out = []
    for content in contents:
        for match in SPOKE.finditer(text, *content):
            who = named(Span(content.start, match.start())) if match.start() > content.start else None
            if who is None:
                continue
            when = _when(match.end(), content, moments)
            end = when.span.end if when is not None and when.span is not None else match.end()
            start = max(text.rfind(" ", content.start, match.start()) + 1, content.start)
            out.append(Pointer((Span(start, end),), agent=who.id, said=when))
    return out


def _when(end: int, content: Span, moments: Sequence[Moment]) -> Moment | None:
    """The first day that is named shortly behind the words, in the same content."""
    k = bisect_left(moments, end, key=lambda m: m.span.start if m.span else 0)
    first = moments[k] if k < len(moments) else None
    return first if first and first.span and first.span.start <= min(end + REACH, content.end) else None


def _sources(text: str, contents: Sequence[Span], before: tuple[str, Draft] | None) -> list[Pointer]:
    """ "That is the primary source": what the same speaker said just before that somebody goes by."""
    telling = [content for content in contents if "source" in content.of(text).lower()] if before else []
    found = [SOURCE.search(text, *content) for content in telling]
    if before is None or not any(found):
        return []
    statement, last = before
    means = _used(text, last.content)
    return [Pointer((Span(*match.span("what")),), statement, means=means) for match in found if match]


def _used(text: str, content: Spans) -> Spans:
    """The words for what somebody goes by; the whole content where it has none."""
    parts = (Span(c.start, min(c.end, c.start + MAX_READ)) for c in content)
    matches = (match for part in parts for match in USED.finditer(text, *part))
    found = tuple(Span(*m.span()) for m in matches if text[max(0, m.start() - 4) : m.start()] != "not ")
    return found or content
