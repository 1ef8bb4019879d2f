"""RSS and Atom files: one Article for each entry."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from typing import Any

from onrecord.errors import ReadingError
from onrecord.lexicon.wires import wire_named
from onrecord.reading.assembly import Defaults, Known, assemble
from onrecord.reading.byline import authors_of
from onrecord.reading.caps import MAX_DEPTH, SAMPLE_BYTES
from onrecord.reading.dates import to_iso
from onrecord.reading.page_blocks import Block, page_blocks
from onrecord.reading.page_text import joined
from onrecord.records import Article, Credit, CreditKind, Rejected

_ENTITIES = re.compile(rb"<!ENTITY", re.IGNORECASE)


def read_feed(data: bytes, where: str, defaults: Defaults) -> Iterator[Article | Rejected]:
    """The entries of a feed in its order; one without any text is a Rejected named "file#number".

    A feed with entity declarations is rejected unread (they can blow up or reach for files).  Raises ReadingError for
    one nested deeper than `MAX_DEPTH`.
    """
    if _ENTITIES.search(data[:SAMPLE_BYTES]) or _ENTITIES.search(data.replace(b"\x00", b"")):
        yield Rejected(where, "a feed with entity declarations (<!ENTITY …>)")
        return
    _refuse_deep(data, where)
    import feedparser

    feed = feedparser.parse(data, sanitize_html=False, resolve_relative_uris=False)
    if not feed.entries and feed.get("bozo"):
        yield Rejected(where, f"not a well-formed feed: {feed.get('bozo_exception')}"[:200])
        return
    for number, entry in enumerate(feed.entries, start=1):
        try:
            yield _article(entry, feed.feed, f"{where}#{number}", where, defaults)
        except ReadingError as error:
            yield Rejected(error.where, error.reason)


def _refuse_deep(data: bytes, where: str) -> None:
    """Before feedparser sees it: entries inside entries would each become one more entry without text."""
    from xml.parsers import expat

    depth = 0

    def opened(name: str, attributes: dict[str, str]) -> None:
        nonlocal depth
        depth += 1
        if depth > MAX_DEPTH:
            raise ReadingError(where, f"elements nested more than {MAX_DEPTH} deep")

    def closed(name: str) -> None:
        nonlocal depth
        depth -= 1

    parser = expat.ParserCreate()
    parser.StartElementHandler, parser.EndElementHandler = opened, closed
    with suppress(expat.ExpatError, ValueError, LookupError):  # feedparser reads on where expat does not
        parser.Parse(data, True)


def _article(entry: Any, feed: Any, place: str, path: str, defaults: Defaults) -> Article:
    title = _plain(entry.get("title"), place)
    blocks = _body(entry, place)
    if not blocks and not title:
        raise ReadingError(place, "an entry without title and text")
    parts = [Block("h1", title)] if title else []
    text, _ = joined([*parts, *(b for b in blocks if b.text != title)])
    byline, credits = authors_of([a.get("name") for a in entry.get("authors", []) if a.get("name")])
    known = Known(
        title=title or None,
        published=next((d for key in ("published", "created", "updated") if (d := to_iso(entry.get(key)))), None),
        outlet=_plain(feed.get("title"), place) or None,
        url=entry.get("link"),
        feed_id=entry.get("id"),
        byline=byline,
        language=entry.get("language") or feed.get("language"),
        credits=(*_source(entry, feed), *credits),
        path=path,
    )
    return assemble(text, known, defaults)


def _body(entry: Any, place: str) -> list[Block]:
    """The full text where the feed carries it, else the summary."""
    contents = [c.get("value") or "" for c in entry.get("content", [])] + [entry.get("summary") or ""]
    return page_blocks(max(contents, key=len), place)


def _plain(markup: str | None, place: str) -> str:
    return " ".join(" ".join(b.text for b in page_blocks(markup or "", place)).split())


def _source(entry: Any, feed: Any) -> list[Credit]:
    """RSS <source> or Atom <source>: the feed that an aggregator took the entry from."""
    source = entry.get("source") or {}
    name = " ".join((source.get("title") or source.get("value") or "").split())
    if not name or name == feed.get("title"):
        return []
    wire = wire_named(name)
    kind = CreditKind.WIRE if wire else CreditKind.REPUBLISHED
    return [Credit(kind, wire or name, url=source.get("href") or source.get("link"), rule="feed_source")]
