"""What kind of file some bytes are: by their content first, by the file's name where the content could be anything."""

from __future__ import annotations

import json
import re
from enum import StrEnum
from pathlib import PurePath

from onrecord.errors import ReadingError
from onrecord.reading.caps import SAMPLE_BYTES
from onrecord.reading.encoding import decode


class Format(StrEnum):
    """The kinds of file that reading knows."""

    PLAIN_TEXT = "plain text"
    HTML = "html"
    JSONL = "jsonl"
    FEED = "feed"


EXTENSIONS = {
    ".txt": Format.PLAIN_TEXT,
    ".text": Format.PLAIN_TEXT,
    ".md": Format.PLAIN_TEXT,
    ".html": Format.HTML,
    ".htm": Format.HTML,
    ".xhtml": Format.HTML,
    ".jsonl": Format.JSONL,
    ".ndjson": Format.JSONL,
    ".xml": Format.FEED,
    ".rss": Format.FEED,
    ".atom": Format.FEED,
}
"""What a folder is searched for; a file of any other name is read only when it is named itself."""

_MAGIC = (
    (b"%PDF", "PDF"),
    (b"PK\x03\x04", "ZIP, or an office document"),
    (b"\x1f\x8b", "gzip"),
    (b"\x89PNG", "PNG picture"),
    (b"\xff\xd8\xff", "JPEG picture"),
    (b"GIF8", "GIF picture"),
    (b"SQLite format 3", "SQLite database"),
    (b"\xd0\xcf\x11\xe0", "old office document"),
)
_BOMS = (b"\xff\xfe", b"\xfe\xff")
_ROOT = re.compile(r"<([A-Za-z][\w.-]{0,40}:)?([A-Za-z][\w.-]{0,60})")
_PROLOGUE = re.compile(r"\s{0,2000}(?:<\?[^>]{0,2000}>|<!--|<!DOCTYPE)", re.IGNORECASE)
_FEED_ROOTS = {"rss", "feed", "rdf"}


def sniff(data: bytes, where: str) -> Format:
    """The format of a file from its first bytes (a sample is enough) and its name.

    Raises ReadingError for binary data and for XML that is neither a feed nor a page.
    """
    sample = data[:SAMPLE_BYTES]
    _refuse_binary(sample, where)
    named = EXTENSIONS.get(PurePath(where).suffix.lower())
    if named in (Format.JSONL, Format.HTML):
        return named
    head = decode(sample)[0].lstrip("\ufeff \t\r\n")
    if named is not Format.PLAIN_TEXT and head.startswith("{") and _is_json_object(head):
        return Format.JSONL
    root = root_element(head) if head.startswith("<") else None
    if root in _FEED_ROOTS:
        return Format.FEED
    if root in ("html", "head", "body", "div", "article", "p", "table", "title", "meta"):
        return Format.HTML
    if head[:9].lower().startswith("<!doctype") and head[9:40].strip().lower().startswith("html"):
        return Format.HTML
    if named is Format.FEED or head.startswith("<?xml"):
        raise ReadingError(where, f"XML of a kind that onrecord does not read (root element {root or 'missing'})")
    return Format.PLAIN_TEXT


def root_element(head: str) -> str | None:
    """The name of the first element, in lower case and without its prefix; None where there is none."""
    position = 0
    while match := _PROLOGUE.match(head, position):
        if match[0].endswith("<!--"):
            end = head.find("-->", match.end())
            position = end + 3 if end >= 0 else len(head)
        elif match[0].upper().endswith("<!DOCTYPE"):
            end = head.find(">", match.end())
            position = end + 1 if end >= 0 else len(head)
        else:
            position = match.end()
    root = _ROOT.search(head, position)
    return root[2].lower() if root else None


def _refuse_binary(sample: bytes, where: str) -> None:
    for magic, name in _MAGIC:
        if sample.startswith(magic):
            raise ReadingError(where, f"binary data ({name})")
    if sample.startswith(_BOMS):
        return
    controls = sum(sample.count(bytes([byte])) for byte in (*range(1, 9), *range(14, 27), *range(28, 32)))
    if b"\x00" in sample or controls > len(sample) // 50:
        raise ReadingError(where, "binary data")


def _is_json_object(head: str) -> bool:
    line = head.split("\n", 1)[0]
    try:
        return isinstance(json.loads(line), dict)
    except ValueError:
        return "\n" not in head and len(line) > 1000  # one long first line, cut by the sample
