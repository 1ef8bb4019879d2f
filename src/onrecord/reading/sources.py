"""Where articles come from: files, folders and standard input, each read as what it is."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import IO

from onrecord.errors import ReadingError
from onrecord.reading.assembly import STDIN, Defaults
from onrecord.reading.caps import MAX_FILE_BYTES, MAX_RECORD_BYTES, SAMPLE_BYTES
from onrecord.reading.dates import to_iso
from onrecord.reading.jsonl import read_lines
from onrecord.reading.plain_text import read_plain_text
from onrecord.reading.sniff import EXTENSIONS, Format, sniff
from onrecord.records import Article, Rejected


def paths(sources: Iterable[str | Path]) -> Iterator[str]:
    """The files behind the sources, so that they can be spread over processes; each yields on its own in `read`.

    A folder becomes its files with a known extension, sorted, hidden ones left out; all else is passed on as given.
    """
    for source in map(str, sources):
        if not os.path.isdir(source):
            yield source
            continue
        for folder, folders, files in os.walk(source):
            folders[:] = sorted(f for f in folders if not f.startswith("."))
            for name in sorted(files):
                if not name.startswith(".") and Path(name).suffix.lower() in EXTENSIONS:
                    yield os.path.join(folder, name)


def read(
    source: str | Path,
    *,
    published: str | None = None,
    outlet: str | None = None,
    mapping: Mapping[str, str] | None = None,
) -> Iterator[Article | Rejected]:
    """The articles of a file, of every file in a folder, or of standard input ("-").

    `published` (a date in any form `dates.to_iso` knows) and `outlet` fill in where the text does not say;
    `mapping` gives the keys of a JSON Lines file.  What cannot be read is a `Rejected`; nothing is raised for it.
    """
    defaults = Defaults(to_iso(published), outlet)
    for path in paths([source]):
        try:
            yield from _read_one(path, defaults, mapping)
        except ReadingError as error:
            yield Rejected(error.where, error.reason)
        except OSError as error:
            yield Rejected(path, error.strerror or str(error))


def read_bytes(
    data: bytes,
    where: str,
    *,
    published: str | None = None,
    outlet: str | None = None,
    mapping: Mapping[str, str] | None = None,
) -> Iterator[Article | Rejected]:
    """The articles in some bytes; `where` names them, and its extension helps to tell the format."""
    try:
        yield from _articles(data, where, Defaults(to_iso(published), outlet), mapping)
    except ReadingError as error:
        yield Rejected(error.where, error.reason)


def _read_one(path: str, defaults: Defaults, mapping: Mapping[str, str] | None) -> Iterator[Article | Rejected]:
    if path == "-":
        data = sys.stdin.buffer.read(MAX_FILE_BYTES + 1)
        yield from _articles(data, STDIN, defaults, mapping)
        return
    if path.lower().startswith(("http://", "https://")):
        raise ReadingError(path, "onrecord works offline: save the page and give its file")
    with open(path, "rb") as file:
        sample = file.read(SAMPLE_BYTES)
        if sample and sniff(sample, path) is Format.JSONL:
            file.seek(0)
            yield from read_lines(_capped(file), path, defaults, mapping)
            return
        rest = file.read(MAX_FILE_BYTES + 1 - len(sample))
    yield from _articles(sample + rest, path, defaults, mapping)


def _capped(file: IO[bytes]) -> Iterator[bytes]:
    """The lines of a file, one too long for a record cut one byte over the cap, so that it is seen and rejected."""
    while line := file.readline(MAX_RECORD_BYTES + 1):
        yield line
        while len(line) > MAX_RECORD_BYTES and not line.endswith(b"\n"):
            line = file.readline(MAX_RECORD_BYTES + 1)
            if not line:
                return


def _articles(
    data: bytes, where: str, defaults: Defaults, mapping: Mapping[str, str] | None
) -> Iterator[Article | Rejected]:
    if not data:
        return
    if len(data) > MAX_FILE_BYTES:
        raise ReadingError(where, f"larger than {MAX_FILE_BYTES // 2**20} MB")
    form = sniff(data, where)
    if form is Format.JSONL:
        yield from read_lines(data.split(b"\n"), where, defaults, mapping)
    elif form is Format.FEED:
        from onrecord.reading.feeds import read_feed

        yield from read_feed(data, where, defaults)
    elif form is Format.HTML:
        from onrecord.reading.html_page import read_page

        yield from read_page(data, where, defaults)
    elif article := read_plain_text(data, where, defaults):
        yield article
