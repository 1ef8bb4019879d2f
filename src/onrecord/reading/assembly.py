"""Text and metadata to one Article: what metadata says comes first, then the text, then the caller's defaults."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.reading.caps import MAX_LINE, MAX_TEXT
from onrecord.reading.language import language_of
from onrecord.reading.layout import Layout, read_layout
from onrecord.records import Article, Credit, CreditKind, OffsetRun

STDIN = "standard input"
"""What standard input is called where a file's path would stand; an Article from it has no path."""


@dataclass(frozen=True, slots=True)
class Known:
    """What metadata says of an article before its text is looked at; `credits` have no span."""

    title: str | None = None
    published: str | None = None
    outlet: str | None = None
    url: str | None = None
    feed_id: str | None = None
    byline: tuple[str, ...] = ()
    language: str | None = None
    credits: tuple[Credit, ...] = ()
    doc: str | None = None
    path: str | None = None
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Defaults:
    """What the caller says for texts that do not say it themselves; `published` in ISO 8601."""

    published: str | None = None
    outlet: str | None = None


def assemble(text: str, known: Known, defaults: Defaults, offset_map: tuple[OffsetRun, ...] = ()) -> Article:
    """The article; its text is cut, with a note, at the caps on lines and on length."""
    text, notes = cut(text)
    layout = read_layout(text, title=known.title, published=known.published or defaults.published)
    published = (
        known.published or layout.published or _dateline_day(text, layout) or layout.updated or defaults.published
    )
    credits = (*layout.credits, *(c for c in known.credits if not _stands_in(c, layout)))
    outlet = known.outlet or _first(credits, CreditKind.OUTLET) or defaults.outlet
    authors = tuple(dict.fromkeys(c.name for c in credits if c.kind is CreditKind.AUTHOR and c.rule == "byline"))
    return Article.of(
        text,
        title=known.title or (layout.title.of(text) if layout.title else None),
        title_span=layout.title,
        outlet=outlet,
        url=known.url,
        feed_id=known.feed_id,
        published=published,
        byline=known.byline or authors,
        dateline=layout.dateline,
        credits=credits,
        language=known.language or language_of(text),
        doc=known.doc,
        path=known.path if known.path != STDIN else None,
        offset_map=offset_map,
        notes=known.notes + notes,
    )


def cut(text: str) -> tuple[str, tuple[str, ...]]:
    """The text up to its first line over `MAX_LINE` code points, or up to `MAX_TEXT`, and a note that says so."""
    end = min(len(text), MAX_TEXT)
    reason = f"the text is {len(text):,} characters long; cut at {MAX_TEXT:,}" if len(text) > MAX_TEXT else None
    start, number = 0, 1
    while start < end:
        stop = text.find("\n", start, end)
        stop = end if stop < 0 else stop
        if stop - start > MAX_LINE:
            return text[: start + MAX_LINE], (
                f"line {number} is longer than {MAX_LINE:,} characters; the text was cut there",
            )
        start, number = stop + 1, number + 1
    return text[:end], (reason,) if reason else ()


def _dateline_day(text: str, layout: Layout) -> str | None:
    """The dateline's day where it says its own year; a day near the given date of publication says nothing new."""
    line = layout.dateline
    return line.date if line and line.date and line.date[:4] in line.span.of(text) else None


def _first(credits: tuple[Credit, ...], kind: CreditKind) -> str | None:
    return next((c.name for c in credits if c.kind is kind), None)


def _stands_in(credit: Credit, layout: Layout) -> bool:
    return any(c.kind is credit.kind and c.name.casefold() == credit.name.casefold() for c in layout.credits)
