"""Bylines, datelines, dates and credit lines that a page shows outside its main text, found before boilerplate goes."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.reading.byline import find_byline
from onrecord.reading.credits import find_credits
from onrecord.reading.dateline import find_dateline
from onrecord.reading.dates import to_iso
from onrecord.reading.page_blocks import Block
from onrecord.reading.page_tree import Element, words_of
from onrecord.reading.photo_credits import find_photo_credit, photo_credits_within
from onrecord.reading.sign_off import find_sign_off
from onrecord.records import Credit, CreditKind, Span

_REACH = 12  # blocks behind the main text in which credit lines are looked for
_HEAD = 8  # blocks before it
_LONGEST = 300


@dataclass(frozen=True, slots=True)
class DomCredits:
    """`dateline` and `lines` are blocks that belong into the text; the rest is metadata that the page only shows."""

    byline: tuple[str, ...] = ()
    published: str | None = None
    dateline: Block | None = None
    lines: tuple[Block, ...] = ()


def read_dom_credits(tree: Element, blocks: list[Block], body: list[Block]) -> DomCredits:
    """What stands around the main text `body`; boilerplate is left out."""
    chosen = {id(b) for b in body}
    numbers = [n for n, b in enumerate(blocks) if id(b) in chosen]
    if not numbers:
        return DomCredits(byline=_labelled_byline(tree))
    first, last = numbers[0], numbers[-1]
    around = [b for b in blocks[max(0, first - _HEAD) : last + 1 + _REACH] if not b.boilerplate and id(b) not in chosen]
    head = [b for b in blocks[max(0, first - _HEAD) : first + 3] if not b.boilerplate]
    return DomCredits(
        byline=_labelled_byline(tree) or _shown_byline(head),
        published=next((day for b in head if (day := _day(b))), None),
        dateline=next(
            (b for b in head if b not in body and len(b.text) < 80 and find_dateline(b.text, _all(b), None)), None
        ),
        lines=tuple(line for b in around if (line := _credit_line(b))),
    )


def is_date_or_byline(block: Block) -> bool:
    """Whether a block only says who wrote the report or when, and names no agency: metadata, not text."""
    if _day(block):
        return True
    credits = find_byline(block.text, _all(block))
    return bool(credits) and all(c.kind is CreditKind.AUTHOR for c in credits)


def is_site_copyright(block: Block) -> bool:
    """Whether a block is a copyright line, and no agency's: the site's own foot, no credit of this report."""
    credits = find_credits(block.text, _all(block), edge=True) if len(block.text) <= _LONGEST else []
    return bool(credits) and all(c.rule == "copyright" and c.kind is CreditKind.OUTLET for c in credits)


def _all(block: Block) -> Span:
    return Span(0, len(block.text))


def _day(block: Block) -> str | None:
    return (
        to_iso(block.text.removeprefix("Published").removeprefix("Posted").lstrip(" :"))
        if len(block.text) < 80
        else None
    )


def _credit_line(block: Block) -> Block | None:
    """The block, or the part of it, that is a credit line; None for any other block."""
    text, span = block.text, _all(block)
    if len(text) > _LONGEST:
        return None
    if find_photo_credit(text, span):
        return block
    for _, phrase in photo_credits_within(text, span):
        return block.part(*phrase)
    credits = find_credits(text, span, edge=True) or find_sign_off(text, span)
    if credits and not is_site_copyright(block):
        return block
    return block if any(c.kind is CreditKind.WIRE for c in find_byline(text, span)) else None


def _labelled_byline(tree: Element) -> tuple[str, ...]:
    """The names in the first element whose class or rel says "byline", else "author"."""
    for label in ("byline", "author"):
        for element in tree.iter():
            labels = (
                f"{element.get('class') or ''} {element.get('rel') or ''}".lower().replace("-", " ").replace("_", " ")
            )
            phrase = words_of(element) if label in labels.split() else ""
            found = find_byline(phrase, Span(0, len(phrase)), labelled=True) if phrase else []
            if names := _authors(found):
                return names
    return ()


def _authors(credits: list[Credit]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(c.name for c in credits if c.kind is CreditKind.AUTHOR))


def _shown_byline(head: list[Block]) -> tuple[str, ...]:
    for block in head:
        if names := _authors(find_byline(block.text, _all(block))):
            return names
    return ()
