"""Where something was said: "in a letter sent to parliament", "at a briefing", "issued a statement", "tweeted"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from onrecord.lexicon.venues import venue_nouns
from onrecord.records.spans import Span
from onrecord.records.statement import ViaKind
from onrecord.statements.draft import Draft

CLAUSE = r"(?:that|who|which|and|but|or|when|while|where|saying|as)\b"
DATE = (
    rf"(?:{CLAUSE}|(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August|"
    r"September|October|November|December|yesterday|today|last|late|early|earlier)\b)"
)
"""What ends the words for a venue: the next clause, or when it was."""
DETERMINER = r"(?:an?|the|his|her|their|its|one|another|this|that|these|some|several|two|three)\s"
FILLED = rf"(?:(?!{CLAUSE})[\w’'.&-]{{1,20}}\s){{0,4}}?"
WHOSE = r"(?:with|to|of|from|for|by|after|before|in|at)"
HOW = (
    r"(?:published|sent|addressed|issued|released|carried|posted|broadcast|delivered|filed|given|written|aired|"
    r"obtained)"
)
TAIL = (
    rf"(?:\s(?:{HOW}\s)?{WHOSE}\s(?!{DATE})(?:(?:an?|the|his|her|their|its)\s)?(?!{DATE})[\w’'&-]{{2,25}}"
    rf"(?:\s(?:of\s|the\s)?(?!{DATE})[A-Z][\w’'&-]{{0,30}}){{0,4}}){{0,2}}"
)


def _nouns(*kinds: str) -> str:
    """The nouns of these kinds as alternatives, the longest first."""
    found = sorted((n for n, kind in venue_nouns().items() if kind in kinds), key=lambda n: (-len(n), n))
    return "|".join(re.escape(n).replace(r"\ ", r"\s") for n in found)


NOUN = _nouns("social", "statement", "document", "occasion")
LEAD = rf"\s(?:{DETERMINER})?{FILLED}"
IN = re.compile(rf"\b[Ii]n{LEAD}(?P<noun>{NOUN})\b(?:\s(?:post|account|page|channel|thread))?{TAIL}")
AT = re.compile(rf"\b(?:[Aa]t|[Dd]uring|[Ff]ollowing){LEAD}(?P<noun>{_nouns('occasion')})\b{TAIL}")
ON = re.compile(
    rf"\b(?:[Oo]n|[Vv]ia|[Tt]hrough)\s(?:(?:his|her|their|its)\s)?{FILLED}"
    rf"(?P<noun>{'|'.join(n for n in _nouns('social').split('|') if n[0].isupper())}|social\smedia|blog)\b"
    r"(?:\s(?:post|account|page|channel|thread))?"
)
GIVEN_OUT = re.compile(
    rf"\b(?:issued|issuing|released|releasing|published|publishing|sent|wrote|filed|gave|posted|signed)\s"
    rf"(?:{DETERMINER}){FILLED}(?P<noun>{NOUN})\b"
)
TO_A = re.compile(
    rf"\b(?:told|to)\s(?:an?|the)\s{FILLED}(?P<noun>(?:news|press)\sconference|briefing|hearing|rally)\b{TAIL}"
)
POSTED = re.compile(
    r"\b(?P<noun>(?:re)?tweet(?:ed|s|ing)|live-tweeted)\b|\bpost(?:ed|s)\s(?=on\s(?:Twitter|Facebook|X)\b)"
)
ON_AIR = re.compile(
    r"\b(?:on|in\san\sappearance\son)\s(?:(?:ABC|CBS|NBC|CNN|MSNBC|Fox\sNews|PBS|NPR|BBC|Sky\sNews)(?:['’]s)?"
    r"(?:\s[A-Z][\w’'-]{1,20}){0,4}|state\s(?:television|TV|radio)|(?:the\s)?(?:radio|television))"
)
ON_X = re.compile(r"\bon\sX\b(?=[\s,.;:]|$)")
OPENS = re.compile(
    rf"(?:{DETERMINER})?{FILLED}(?P<noun>{_nouns('social', 'statement', 'document')})"
    r"(?=$|,|\s(?:from|by|of|to|in|that|which)\b)",
    re.IGNORECASE,
)
KINDS = {"social": ViaKind.SOCIAL, "statement": ViaKind.STATEMENT, "document": ViaKind.DOCUMENT, "occasion": None}


@dataclass(frozen=True, slots=True)
class Place:
    """The words for a venue, and what it is as a go-between; None for an occasion, where the speaker is heard."""

    span: Span
    kind: ViaKind | None


@lru_cache(maxsize=256)
def places_in(text: str, sentence: Span) -> tuple[Place, ...]:
    """The venues that a sentence names, sorted; of two that overlap the first, then the longer."""
    found = sorted(_found(text, sentence), key=lambda p: (p.span.start, -p.span.end))
    out: list[Place] = []
    for place in found:
        if not out or out[-1].span.end <= place.span.start:
            out.append(place)
    return tuple(out)


def venues_of(text: str, draft: Draft, sentence: Span, outer: Draft | None = None) -> list[Place]:
    """Those of a sentence that may be where a statement was made: outside what is said, inside what `outer` says."""
    free = [p for p in places_in(text, sentence) if not any(p.span.overlaps(c) for c in draft.content)]
    return [p for p in free if outer is None or any(c.covers(p.span) for c in outer.content)]


def named_by(text: str, source: Span) -> Place | None:
    """The venue that a source phrase itself opens with: "a joint statement from three ministers", "the lawsuit"."""
    opens = OPENS.match(source.of(text))
    if opens is None:
        return None
    kind = _kind(opens["noun"])
    return Place(Span(source.start, source.start + opens.end()), kind) if kind else None


def _found(text: str, sentence: Span) -> Iterator[Place]:
    for pattern in (IN, AT, ON, GIVEN_OUT, TO_A):
        for match in pattern.finditer(text, *sentence):
            yield Place(Span(*match.span()), _kind(match["noun"]))
    for pattern in (POSTED, ON_X):
        for match in pattern.finditer(text, *sentence):
            yield Place(Span(*match.span()), ViaKind.SOCIAL)
    for match in ON_AIR.finditer(text, *sentence):
        yield Place(Span(*match.span()), ViaKind.BROADCAST)


def _kind(noun: str) -> ViaKind | None:
    known = venue_nouns()
    noun = " ".join(noun.split())
    return KINDS[known.get(noun) or known.get(noun.lower(), "occasion")]
