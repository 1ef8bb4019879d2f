"""Outlets and wires by name: one key for the spellings of each, and what articles credit."""

from __future__ import annotations

import re

from onrecord.lexicon.wires import wire_at, wire_named
from onrecord.records import Article, Credit, CreditKind, Statement, Via, ViaKind, spans_text
from onrecord.text.folding import fold

SOURCES = (CreditKind.WIRE, CreditKind.OUTLET, CreditKind.HAT_TIP, CreditKind.REPUBLISHED)
"""Credits that say where the words come from; an author's or a photo's do not."""
CARRIERS = (ViaKind.WIRE, ViaKind.OUTLET, ViaKind.BROADCAST)
"""Go-betweens that are newsrooms."""

_SITE = re.compile(r"^(?:https?://)?(?:www\.)?(?P<host>[^/\s]{1,100})\.[a-z]{2,6}(?:/.*)?$")
_SECOND = re.compile(r"\.(?:com|co|org|net|gov|go|edu|ac)$")
"""What stands before a country's ending, "smh.com.au", and the shared "go.com" of "abcnews.go.com"."""
_NOISE = re.compile(r"\b(?:the|news|newspaper|agency|online)\b|[^\w]")
_THE = re.compile(r"^the(?=\w{3})")
_NEWS = re.compile(r"(?<=\w{3})news$")
"""Words that sites write together with a name ("thehill.com", "foxnews.com"); "inews" is a name of its own."""


def outlet_key(name: str | None) -> str:
    """A key for a newsroom: "The Fox News", "foxnews.com" → "fox"; of a wire its canonical name; "" for none."""
    if not name or not name.strip():
        return ""
    folded = fold(name.strip())
    site = _SITE.match(folded)
    bare = _site_name(site["host"]) if site else folded
    wire = wire_at(bare) if site else wire_named(name)
    if wire:
        return "wire " + fold(wire)
    return _NOISE.sub("", _NEWS.sub("", bare)) or _NOISE.sub("", bare) or bare


def _site_name(host: str) -> str:
    """The name within a host without its ending: "thehill" and "edition.thehill" → "hill"; of dots alone, the dots."""
    return _THE.sub("", _SECOND.sub("", host.strip(".")).rpartition(".")[2]) or host


def credited(article: Article) -> tuple[Credit, ...]:
    """The credits that name another newsroom than the article's own outlet, wires included."""
    own = outlet_key(article.outlet)
    return tuple(c for c in article.credits if c.kind in SOURCES and outlet_key(c.name) not in ("", own))


def via_name(article: Article, via: Via) -> str:
    """What a go-between is called: a wire's canonical name, its name, or the words of the text."""
    name = " ".join((via.name or spans_text(article.text, via.spans, " ")).split()).strip(" .,;:")
    return wire_named(name) or name


def carriers(article: Article, statement: Statement) -> tuple[tuple[Via, str], ...]:
    """The newsrooms through which the article has a statement, by its own account, with their keys."""
    own = outlet_key(article.outlet)
    found = ((via, outlet_key(via_name(article, via))) for via in statement.via if via.kind in CARRIERS)
    return tuple((via, key) for via, key in found if key not in ("", own))
