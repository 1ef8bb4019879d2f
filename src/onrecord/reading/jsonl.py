"""JSON Lines: one article a line, its fields under the usual names or the caller's."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from onrecord.reading.assembly import Defaults, Known, assemble
from onrecord.reading.byline import authors_of
from onrecord.reading.caps import MAX_RECORD_BYTES
from onrecord.reading.dates import to_iso
from onrecord.reading.encoding import decode
from onrecord.records import Article, Rejected

KEYS: Mapping[str, tuple[str, ...]] = {
    "doc": ("doc", "id", "doc_id", "article_id", "uuid"),
    "text": ("text", "body", "content", "maintext", "article", "articleBody"),
    "title": ("title", "headline"),
    "published": (
        "published",
        "date",
        "publish_date",
        "date_publish",
        "published_at",
        "publication_date",
        "datePublished",
        "pubDate",
    ),
    "outlet": ("outlet", "publisher", "source", "source_domain", "domain", "site"),
    "url": ("url", "link", "canonical_url"),
    "byline": ("byline", "author", "authors"),
    "language": ("language", "lang"),
}
"""Article fields and the keys they are looked for under, the first present one counts."""


def read_lines(
    lines: Iterable[bytes], where: str, defaults: Defaults, mapping: Mapping[str, str] | None = None
) -> Iterator[Article | Rejected]:
    """An Article for each line, a Rejected named "file:N" for each that is none; empty lines are passed over.

    `mapping` gives the key of an article field ("text", "title" …) where it is not one of `KEYS`.
    """
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        place = f"{where}:{number}"
        try:
            yield _article(line, where, defaults, mapping or {})
        except (ValueError, RecursionError) as error:
            yield Rejected(place, f"{error}" if isinstance(error, _Unfit) else f"not JSON: {error}"[:200])


class _Unfit(ValueError):
    """A line that is JSON but holds no article."""


def _article(line: bytes, where: str, defaults: Defaults, mapping: Mapping[str, str]) -> Article:
    if len(line) > MAX_RECORD_BYTES:
        raise _Unfit(f"a line of {len(line):,} bytes; the limit is {MAX_RECORD_BYTES:,}")
    source, notes = decode(line)
    record = _whole(json.loads(source))
    if not isinstance(record, dict):
        raise _Unfit("not a JSON object")
    text = _value(record, "text", mapping)
    if not isinstance(text, str) or not text.strip():
        raise _Unfit(f"no text under any of the keys {', '.join(_keys('text', mapping))}")
    strings = {name: _string(_value(record, name, mapping)) for name in KEYS if name not in ("text", "byline")}
    byline, credits = authors_of(_value(record, "byline", mapping))
    known = Known(
        title=strings["title"],
        published=to_iso(strings["published"]),
        outlet=strings["outlet"],
        url=strings["url"],
        byline=byline,
        language=strings["language"],
        credits=credits,
        doc=strings["doc"],
        path=where,
        notes=notes,
    )
    return assemble(text, known, defaults)


def _whole(value: Any) -> Any:
    """The same JSON value; half a surrogate pair, which no file can hold, becomes "?"."""
    if isinstance(value, str):
        return value if value.isascii() else value.encode("utf-8", "replace").decode("utf-8")
    if isinstance(value, list):
        return [_whole(item) for item in value]
    if isinstance(value, dict):
        return {_whole(key): _whole(item) for key, item in value.items()}
    return value


def _keys(name: str, mapping: Mapping[str, str]) -> tuple[str, ...]:
    return (mapping[name],) if name in mapping else KEYS[name]


def _value(record: dict[str, Any], name: str, mapping: Mapping[str, str]) -> Any:
    return next((record[key] for key in _keys(name, mapping) if record.get(key) not in (None, "")), None)


def _string(value: Any) -> str | None:
    if isinstance(value, dict):
        value = value.get("name") or value.get("title")
    if isinstance(value, int | float) and not isinstance(value, bool):
        value = str(value)
    return value.strip() or None if isinstance(value, str) else None
