"""The main text of a page: which of its blocks are the report, by trafilatura, with resiliparse to fall back on."""

from __future__ import annotations

import re

from onrecord.errors import ReadingError
from onrecord.reading.caps import MAX_CAREFUL_ELEMENTS
from onrecord.reading.page_blocks import Block
from onrecord.reading.page_tree import Element
from onrecord.reading.photo_credits import find_photo_credit
from onrecord.records import Span

_ENOUGH = 0.75  # of the extractor's letters must be found again in the page's blocks
_KEPT = 0.8  # of the page's letters must have survived the parser
_PROSE = 60
_HEADINGS = frozenset({"h2", "h3", "h4"})


def main_blocks(blocks: list[Block], tree: Element, page: str, where: str) -> list[Block]:
    """The blocks of the report, in the order of the page; empty where the page has no main text.

    Raises ReadingError, naming `where`, where the parser lost text and the fallback found none: never a quiet cut.
    """
    shown = sum(len(b.text) for b in blocks)
    whole = sum(len(t) for t in tree.itertext()) >= _KEPT * shown
    if whole and sum(1 for _ in tree.iter()) <= MAX_CAREFUL_ELEMENTS:
        chosen = _choose(blocks, _by_trafilatura(tree))
        if chosen:
            return chosen
    chosen = _choose(blocks, _by_resiliparse(page))
    if not chosen and not whole:
        raise ReadingError(where, "the page's text could not be extracted whole")
    return chosen


def _by_trafilatura(tree: Element) -> list[str]:
    import trafilatura

    try:
        document = trafilatura.bare_extraction(tree, fast=True, include_comments=False, with_metadata=False)
    except Exception:  # whatever it trips over, the fallback shall try
        return []
    body = getattr(document, "body", None)
    if body is None:
        return []
    for line_break in body.iter("lb"):
        line_break.tail = " " + (line_break.tail or "")
    return [" ".join(" ".join(e.itertext()).split()) for e in body if e is not None]


def _by_resiliparse(page: str) -> list[str]:
    from resiliparse.extract.html2text import extract_plain_text

    text = extract_plain_text(page, main_content=True, list_bullets=False, alt_texts=False, comments=False)
    return [line for line in (" ".join(line.split()) for line in text.splitlines()) if line]


def _choose(blocks: list[Block], parts: list[str]) -> list[Block]:
    """The blocks that the extractor's parts consist of; empty where they are too few of its letters."""
    extracted = _squeezed(" ".join(parts))
    if not extracted:
        return []
    numbers: list[int] = []
    cursor = 0
    for number, block in enumerate(blocks):
        letters = _squeezed(block.text)
        at = (
            extracted.find(letters, cursor, cursor + len(letters) + (400 if len(letters) < _PROSE else 4_000))
            if letters
            else -1
        )
        if at < 0 and len(letters) >= _PROSE:
            at = extracted.find(letters)
        if at >= 0 and not block.boilerplate:
            numbers.append(number)
            cursor = at + len(letters)
    if sum(len(_squeezed(blocks[n].text)) for n in numbers) < _ENOUGH * len(extracted):
        return []
    return _with_headings(blocks, _core(blocks, numbers))


def _squeezed(text: str) -> str:
    return re.sub(r"\s+", "", text)


def _core(blocks: list[Block], numbers: list[int]) -> list[int]:
    """Without what stands before the headline, and without links and crumbs at the ends."""
    prose = [n for n in numbers if len(blocks[n].text) >= _PROSE and not blocks[n].is_link]
    if not prose:
        return numbers
    heading = max((n for n, b in enumerate(blocks[: prose[0]]) if b.tag in ("h1", "h2")), default=-1)
    return [n for n in numbers if n > heading and not (blocks[n].is_link and (n < prose[0] or n > prose[-1]))]


def _with_headings(blocks: list[Block], numbers: list[int]) -> list[Block]:
    """With the headings between chosen blocks, which extractors tend to lose, and without photo credits among them."""
    chosen = set(numbers)
    for number in numbers:
        before = blocks[number - 1] if number else None
        if before and number > numbers[0] and before.tag in _HEADINGS and not before.boilerplate:
            chosen.add(number - 1)
    return [blocks[n] for n in sorted(chosen) if not find_photo_credit(blocks[n].text, Span(0, len(blocks[n].text)))]
