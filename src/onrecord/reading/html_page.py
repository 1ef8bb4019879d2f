"""A saved web page to one Article: headline, dateline, main text and credit lines, joined by blank lines."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.errors import ReadingError
from onrecord.reading.assembly import Defaults, Known, assemble
from onrecord.reading.caps import MAX_PAGE_BYTES
from onrecord.reading.dom_credits import DomCredits, is_date_or_byline, is_site_copyright, read_dom_credits
from onrecord.reading.encoding import decode
from onrecord.reading.html_metadata import PageMetadata, read_metadata
from onrecord.reading.main_text import main_blocks
from onrecord.reading.page_blocks import Block, page_blocks
from onrecord.reading.page_text import joined
from onrecord.reading.page_tree import parse_page
from onrecord.records import Article, Credit, CreditKind, OffsetRun, Rejected

_HEAD = 4  # blocks at the head of the main text that may be a headline, a byline or a date
_PAYWALL = "the page is not free to read; the text may be its beginning only"
_FROM_METADATA = "the page shows no main text; taken from its metadata (JSON-LD)"


def read_page(data: bytes, where: str, defaults: Defaults) -> Iterator[Article | Rejected]:
    """The article of one page, or a Rejected that says why there is none."""
    try:
        yield _article(data, where, defaults)
    except ReadingError as error:
        yield Rejected(error.where, error.reason)


def _article(data: bytes, where: str, defaults: Defaults) -> Article:
    if len(data) > MAX_PAGE_BYTES:
        raise ReadingError(where, f"a page larger than {MAX_PAGE_BYTES // 2**20} MB")
    page, notes = decode(data)
    blocks = page_blocks(page, where)
    tree = parse_page(page, where)
    metadata = read_metadata(tree)
    body = main_blocks(blocks, parse_page(page, where), page, where)
    if not metadata.free:
        notes += (_PAYWALL,)
    if metadata.body and len(metadata.body) > 1.5 * sum(len(b.text) for b in body):
        body = [Block("p", line) for line in _paragraphs(metadata.body)]
        notes += (_FROM_METADATA,)
    while body and is_site_copyright(body[-1]):
        body.pop()
    if not body:
        raise ReadingError(where, "no main text found in the page")
    around = read_dom_credits(tree, blocks, body)
    title = metadata.title
    text, offset_map = _compose(blocks, title, body, around)
    return assemble(text, _known(metadata, around, where, notes), defaults, offset_map)


def _paragraphs(body: str) -> list[str]:
    return [paragraph for line in body.splitlines() if (paragraph := " ".join(line.split()))]


def _compose(
    blocks: list[Block], title: str | None, body: list[Block], around: DomCredits
) -> tuple[str, tuple[OffsetRun, ...]]:
    """Headline, dateline, body, credit lines: each once, shown blocks before the bare words of the metadata."""
    parts: list[Block] = []
    if title:
        shown = (b for b in blocks if " ".join(b.text.split()) == title and not b.boilerplate)
        parts.append(body[0] if body[0].text.split("\n")[0] == title else next(shown, Block("h1", title)))
    if around.dateline and around.dateline not in body:
        parts.append(around.dateline)
    parts += [b for b in body[:_HEAD] if b not in parts and not is_date_or_byline(b)] + body[_HEAD:]
    inside = "\n".join(b.text for b in parts)
    parts += [line for line in around.lines if line.text not in inside and line not in parts]
    return joined(parts)


def _known(metadata: PageMetadata, around: DomCredits, where: str, notes: tuple[str, ...]) -> Known:
    authors = tuple(Credit(CreditKind.AUTHOR, name, rule="page_byline") for name in around.byline)
    return Known(
        title=metadata.title,
        published=metadata.published or around.published,
        outlet=metadata.outlet,
        url=metadata.url,
        byline=metadata.byline or around.byline,
        language=metadata.language,
        credits=metadata.credits if metadata.byline else metadata.credits + authors,
        path=where,
        notes=notes,
    )
