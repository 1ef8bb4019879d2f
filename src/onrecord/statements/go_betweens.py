"""Through whom or what a statement reached the report: "in a tweet", "told Fox News", "in an interview with …"."""

from __future__ import annotations

import re

from onrecord.lexicon.outlets import is_outlet
from onrecord.lexicon.wires import wire_named
from onrecord.records.spans import Span
from onrecord.records.statement import Hand, Via, ViaKind
from onrecord.statements.draft import Draft

WORD = r"[A-Z](?:[\w&’'-]|\.(?=\w)){0,30}"
NAME = rf"(?:the\s)?{WORD}(?:\s(?:of\s|the\s)?{WORD}){{0,4}}"
DATE = r"(?:\w+day|January|February|March|April|May|June|July|August|September|October|November|December)\b"
SOCIAL = re.compile(
    r"\b(?:[Ii]n|[Oo]n|via|through)\s(?:an?\s|his\s|her\s|their\s|its\s|the\s)?(?:\w{1,20}\s){0,3}?"
    r"(?:tweets?|Twitter|Facebook|Instagram|Telegram|X|social\smedia|Truth\sSocial|blog)\b(?:\s(?:post|account|page|channel))?"
    r"|\btweeted\b|\bposted\son\s(?:Twitter|Facebook|Instagram|Telegram|X)\b",
)
WRITTEN = re.compile(
    r"\b(?:[Ii]n|issued|released)\s(?:an?|the|his|her|their|its)\s(?:\w{1,20}\s){0,3}?(statement|press\srelease|"
    r"letter|memo|report|lawsuit|complaint|filing|op-ed|column|essay|e-?mail|book|memoir|article|editorial|communiqu[eé])\b"
)
BROADCAST = re.compile(
    rf"\b(?:on|in\san\sappearance\son)\s(?:(?:ABC|CBS|NBC|CNN|MSNBC|Fox\sNews|PBS|NPR|BBC|Sky\sNews)(?:['’]s)?\s?(?:{NAME})?"
    r"|state\s(?:television|TV|radio)|(?:the\s)?(?:radio|television))"
)
INTERVIEW = re.compile(rf"\bin\san?\s(?:\w{{1,20}}\s){{0,3}}?interview\s(?:with|to|on|for)\s(?!{DATE})({NAME})")
TOLD = re.compile(rf"\btold\s({NAME})")
ACCORDING = re.compile(rf"\b(?:according\sto|reported\sby|as\sreported\sin|citing|quoted\sby)\s({NAME})")


def vias_of(text: str, draft: Draft, sentence: Span) -> tuple[Via, ...]:
    """The go-betweens named in the attribution's sentence, outside what is said; sorted, none twice."""
    found = [*_spoken_to(text, draft, sentence), *_written_in(text, draft, sentence)]
    free = [v for v in found if not any(s.overlaps(c) for s in v.spans for c in draft.content)]
    out: list[Via] = []
    reached = 0
    for via in sorted(free, key=lambda v: (v.spans[0].start, -v.spans[-1].end)):
        if via.spans[-1].end > reached:
            reached = via.spans[-1].end
            out.append(via)
    return tuple(out)


def hand_of(vias: tuple[Via, ...], has_parent: bool) -> Hand:
    """Relayed where somebody else passed it on; first-hand is never guessed."""
    passed_on = {ViaKind.WIRE, ViaKind.OUTLET, ViaKind.BROADCAST, ViaKind.PERSON}
    return Hand.RELAYED if has_parent or any(v.kind in passed_on for v in vias) else Hand.UNKNOWN


def _spoken_to(text: str, draft: Draft, sentence: Span) -> list[Via]:
    out = []
    for pattern in (INTERVIEW, TOLD, ACCORDING):
        for match in pattern.finditer(text, *sentence):
            kind = _media_kind(match[1])
            if pattern is INTERVIEW and kind is None:
                kind = ViaKind.OUTLET
            span = Span(match.start(1), match.end(1))
            if kind is not None and not any(span.overlaps(s) for s in draft.source):
                out.append(Via((span,), kind, re.sub(r"^the\s", "", match[1])))
    return out


def _media_kind(name: str) -> ViaKind | None:
    if wire_named(name, in_credit=False):
        return ViaKind.WIRE
    return ViaKind.OUTLET if is_outlet(name) else None


def _written_in(text: str, draft: Draft, sentence: Span) -> list[Via]:
    out = []
    for pattern, kind in ((SOCIAL, ViaKind.SOCIAL), (WRITTEN, ViaKind.STATEMENT), (BROADCAST, ViaKind.BROADCAST)):
        for match in pattern.finditer(text, *sentence):
            is_document = kind is ViaKind.STATEMENT and match[1] not in ("statement", "press release")
            span = Span(match.start(), match.start() + len(match[0].rstrip()))
            out.append(Via((span,), ViaKind.DOCUMENT if is_document else kind))
    return out
