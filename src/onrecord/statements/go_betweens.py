"""Through whom or what a statement reached the report: "in a tweet", "told Fox News", "AFP reported", "citing TASS"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from onrecord.lexicon.outlets import is_outlet
from onrecord.lexicon.wires import wire_named
from onrecord.records.spans import Span, Spans
from onrecord.records.statement import Hand, Via, ViaKind
from onrecord.statements.draft import Draft
from onrecord.statements.handed_over import handed_over
from onrecord.statements.venues import Place, named_by

WORD = r"[A-Z](?:[\w&’'-]|\.(?=\w)){0,30}"
NAME = rf"(?:the\s)?{WORD}(?:\s(?:of\s|the\s)?{WORD}){{0,4}}"
DATE = r"(?:\w+day|January|February|March|April|May|June|July|August|September|October|November|December)\b"
INTERVIEW = re.compile(
    rf"\bin\s(?:an?|the)\s(?:\w{{1,20}}\s){{0,3}}?interview\s(?:with|to|on|for)\s(?!{DATE})({NAME})"
    rf"|\bin\s(?:an?|the)\s({NAME})\sinterview\b"
)
TOLD = re.compile(rf"\b(?:told|tells|telling)\s({NAME})")
ACCORDING = re.compile(
    rf"\b(?:[Aa]ccording\sto|reported\sby|as\sreported\s(?:in|by)|citing|quoted\sby|as\ssaying\sby|as\stold\sto)\s({NAME})"
)
REPORTED = re.compile(rf"[,”\"’]\s({NAME})\s(?:reported|reports|has\sreported|said|says|wrote|writes|noted)\b")
"""A newsroom's own attribution behind that of the speaker: "…, he said, AFP reported"."""
UNNAMED = re.compile(
    r"\b(?:state|local|foreign|domestic)\smedia\b|\bmedia\sreports\b|\bstate-run\s(?:media|television)\b"
)
PASSED_ON = frozenset({ViaKind.WIRE, ViaKind.OUTLET, ViaKind.BROADCAST, ViaKind.PERSON})


def vias_of(
    text: str, draft: Draft, sentence: Span, venues: Sequence[Place], above: Iterable[Draft]
) -> tuple[Via, ...]:
    """The go-betweens of a statement: sorted, and no two share a character.

    `venues` are those of its sentence, `above` the drafts that it is nested in.  What the attribution names stands
    outside what is said; within it only whom the speaker has the information from.
    """
    found = [
        *_newsrooms(text, draft, sentence),
        *_media(text, draft, venues),
        *(v for span in draft.carriers if (v := carrier(text, span))),
        *(v for outer in above for v in _passed_on(text, outer)),
    ]
    said = (*draft.content, *draft.source)
    free = [v for v in found if not any(s.overlaps(c) for s in v.spans for c in said)]
    free += _media_in_source(text, draft.source)
    free += [Via((span,), ViaKind.PERSON) for span in handed_over(text, draft.content)]
    out: list[Via] = []
    reached = 0
    for via in sorted(free, key=lambda v: (v.spans[0].start, -v.spans[-1].end, v.kind)):
        if via.spans[0].start >= reached:
            reached = via.spans[-1].end
            out.append(via)
    return tuple(out)


def hand_of(vias: tuple[Via, ...], has_parent: bool) -> Hand:
    """Relayed where somebody else passed it on; first-hand is never guessed."""
    return Hand.RELAYED if has_parent or any(v.kind in PASSED_ON for v in vias) else Hand.UNKNOWN


def carrier(text: str, span: Span) -> Via:
    """The go-between that the words at a span name: a newsroom by what it is called, else somebody who tells.

    What is said of it behind a comma is no part of it.
    """
    span = Span(span.start, span.start + (len(span.of(text).partition(",")[0]) or len(span)))
    name = re.sub(r"^the\s", "", span.of(text), flags=re.IGNORECASE)
    kind = newsroom_kind(name)
    return Via((span,), kind or ViaKind.PERSON, name if kind else None)


@lru_cache(maxsize=4096)
def newsroom_kind(name: str) -> ViaKind | None:
    """Whether a name is a wire's or another newsroom's; None for no newsroom."""
    if wire_named(name, in_credit=False):
        return ViaKind.WIRE
    return ViaKind.OUTLET if is_outlet(name) or UNNAMED.search(name) else None


def _newsrooms(text: str, draft: Draft, sentence: Span) -> Iterable[Via]:
    for pattern in (INTERVIEW, TOLD, ACCORDING, REPORTED):
        for match in pattern.finditer(text, *sentence):
            number = 1 if match[1] else 2
            name = re.sub(r"^the\s|['’]s$", "", match[number])
            kind = newsroom_kind(name)
            if pattern is INTERVIEW and kind is None:
                kind = ViaKind.OUTLET
            if kind is not None:
                yield Via((Span(*match.span(number)),), kind, name)
    for span in draft.addressee:
        name = re.sub(r"^the\s", "", span.of(text), flags=re.IGNORECASE)
        if (kind := newsroom_kind(name)) is not None:
            yield Via((Span(span.end - len(name), span.end),), kind, name)


def _media(text: str, draft: Draft, venues: Sequence[Place]) -> Iterable[Via]:
    return (Via((p.span,), p.kind) for p in venues if p.kind is not None)


def _media_in_source(text: str, source: Spans) -> Iterable[Via]:
    """What the source phrase opens with, where somebody's words stand in it: "a statement from the ministry"."""
    for span in source:
        place = named_by(text, span)
        if place is not None and place.kind is not None and place.span != span:
            yield Via((place.span,), place.kind)


def _passed_on(text: str, outer: Draft) -> Iterable[Via]:
    """Who reports it, in whose words it stands: "TASS said that Vale had …"."""
    for span in (*outer.source, *outer.carriers):
        yield carrier(text, span)
