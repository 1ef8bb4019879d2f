"""Article: one report as published, with the credits that say where it comes from."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from onrecord.records.ids import article_id, text_id
from onrecord.records.notebook import article_html
from onrecord.records.spans import Span


class CreditKind(StrEnum):
    """What a credit says about where a text (or its picture) comes from."""

    WIRE = "wire"
    OUTLET = "outlet"
    AUTHOR = "author"
    PHOTO = "photo"
    HAT_TIP = "hat_tip"
    REPUBLISHED = "republished"


@dataclass(frozen=True, slots=True)
class Credit:
    """One credited name.  `span` is where the credit stands in the text; None where only metadata says it.

    `rule` names the pattern or field that found it ("dateline_agency", "json_ld_author" …).
    """

    kind: CreditKind
    name: str
    span: Span | None = None
    url: str | None = None
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Dateline:
    """The place, agency and day at the head of a report: "WASHINGTON (AP) —"."""

    span: Span
    place: str | None = None
    agency: str | None = None
    date: str | None = None


@dataclass(frozen=True, slots=True)
class OffsetRun:
    """One run of an offset map: `length` code points of the text from `start` come from the page's `page_start`.

    Page offsets are code points of the decoded page as it was read.
    """

    start: int
    page_start: int
    length: int


@dataclass(frozen=True, slots=True)
class Article:
    """One report as published.  Its text never changes; a new version is a new Article.

    `published` is an ISO 8601 date, or a date-time with its UTC offset: as precise as the source.
    `id`, `text_id`: content hashes (see `onrecord.records.ids`); make an Article with `Article.of`.
    `doc`, `path` say where this copy was found and are no part of the identity.
    `language` is a BCP 47 code ("und" where unknown).  `notes` say what reading had to cut or assume.
    """

    id: str
    text_id: str
    text: str
    title: str | None = None
    title_span: Span | None = None
    outlet: str | None = None
    url: str | None = None
    feed_id: str | None = None
    published: str | None = None
    byline: tuple[str, ...] = ()
    dateline: Dateline | None = None
    credits: tuple[Credit, ...] = ()
    language: str = "und"
    doc: str | None = None
    path: str | None = None
    offset_map: tuple[OffsetRun, ...] = ()
    notes: tuple[str, ...] = ()

    @classmethod
    def of(
        cls,
        text: str,
        *,
        title: str | None = None,
        title_span: Span | None = None,
        outlet: str | None = None,
        url: str | None = None,
        feed_id: str | None = None,
        published: str | None = None,
        byline: tuple[str, ...] = (),
        dateline: Dateline | None = None,
        credits: tuple[Credit, ...] = (),
        language: str = "und",
        doc: str | None = None,
        path: str | None = None,
        offset_map: tuple[OffsetRun, ...] = (),
        notes: tuple[str, ...] = (),
    ) -> Article:
        """An article with its ids computed from outlet, url (or the feed's id), published and text."""
        return cls(
            id=article_id(outlet=outlet, locator=url or feed_id, published=published, text=text),
            text_id=text_id(text),
            text=text,
            title=title,
            title_span=title_span,
            outlet=outlet,
            url=url,
            feed_id=feed_id,
            published=published,
            byline=byline,
            dateline=dateline,
            credits=credits,
            language=language,
            doc=doc,
            path=path,
            offset_map=offset_map,
            notes=notes,
        )

    def _repr_html_(self) -> str:
        """What a notebook shows."""
        return article_html(self)

    @property
    def published_on(self) -> date | None:
        """The calendar day of publication in the article's own time zone; None where unknown."""
        return datetime.fromisoformat(self.published).date() if self.published else None

    @property
    def wires(self) -> tuple[Credit, ...]:
        """The wire credits: the agencies whose copy this is, by its own account."""
        return tuple(c for c in self.credits if c.kind is CreditKind.WIRE)
