"""Plain text files: the file's content untouched, with its title, date line and credits as spans."""

from __future__ import annotations

from onrecord.reading.assembly import Defaults, Known, assemble
from onrecord.reading.encoding import decode
from onrecord.records import Article


def read_plain_text(data: bytes, path: str, defaults: Defaults) -> Article | None:
    """The article of one text file; None for a file of white space alone."""
    text, notes = decode(data)
    if not text.strip():
        return None
    return assemble(text, Known(path=path, notes=notes), defaults)
