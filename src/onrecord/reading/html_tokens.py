"""A page's tags and text, each with its place in the page.  Never raises; linear in the page's length."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from typing import NamedTuple


class Tag(NamedTuple):
    """An opening or closing tag: lower-case name, and the raw attributes."""

    name: str
    attributes: str
    closing: bool


class Words(NamedTuple):
    """A piece of text: as shown, and the page offset it stands at when it stands there letter by letter, else -1."""

    text: str
    page_start: int


_MARKUP = re.compile(r"<(?=[A-Za-z/!?])")
_NAME = re.compile(r"</?([A-Za-z][\w:-]{0,40})")
_RAW = {name: re.compile(rf"</{name}", re.IGNORECASE) for name in ("script", "style", "textarea", "title", "xmp")}
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});?")
_LONGEST_TAG = 4_000


def html_tokens(page: str) -> Iterator[Tag | Words]:
    """Tags and text in order.  Comments, declarations, scripts and styles are passed over."""
    position, length = 0, len(page)
    while position < length:
        markup = _MARKUP.search(page, position)
        start = markup.start() if markup else length
        if start > position:
            yield from _words(page, position, start)
        if start == length:
            return
        name = _NAME.match(page, start)
        if name is None:
            position = _past_markup(page, start)
            continue
        end = _tag_end(page, name.end())
        if end < 0:
            return
        tag = Tag(name[1].lower(), page[name.end() : end], page[start + 1] == "/")
        yield tag
        position = end + 1
        if not tag.closing and tag.name in _RAW:
            close = _RAW[tag.name].search(page, position)
            position = close.start() if close else length


def _past_markup(page: str, start: int) -> int:
    """Behind a comment, declaration or processing instruction, or whatever else opens like one."""
    mark, size = ("-->", 3) if page.startswith("<!--", start) else (">", 1)
    end = page.find(mark, start + size)
    return end + size if end >= 0 else len(page)


def _tag_end(page: str, position: int) -> int:
    """Where the tag's ">" stands, past those inside quoted attribute values; -1 where the page ends before."""
    end = page.find(">", position)
    while 0 <= end - position < _LONGEST_TAG:
        inside = page[position:end]
        if inside.count('"') % 2 == 0 and (inside.count("'") % 2 == 0 or '"' in inside):
            break
        further = page.find(">", end + 1, position + _LONGEST_TAG)
        if further < 0:
            break
        end = further
    return end


def _words(page: str, start: int, end: int) -> Iterator[Words]:
    position = start
    if page.find("&", start, end) >= 0:
        for entity in _ENTITY.finditer(page, start, end):
            if entity.start() > position:
                yield Words(page[position : entity.start()], position)
            yield Words(html.unescape(entity[0]), -1)
            position = entity.end()
    if position < end:
        yield Words(page[position:end], position)
