"""Content-hash ids: the same input gives the same id on any machine."""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import blake2b

from onrecord.records.spans import Span

ID_BYTES = 16


def content_id(*parts: str | None) -> str:
    """128 bits of BLAKE2b (RFC 7693) over the parts, as 32 hexadecimal digits.

    Each part is length-prefixed, so that ("ab", "c") and ("a", "bc") differ, and None differs from "".
    """
    digest = blake2b(digest_size=ID_BYTES)
    for part in parts:
        if part is None:
            digest.update(b"-;")
        else:
            data = part.encode("utf-8", "surrogatepass")
            digest.update(b"%d:" % len(data))
            digest.update(data)
    return digest.hexdigest()


def article_id(*, outlet: str | None, locator: str | None, published: str | None, text: str) -> str:
    """Id of an article; `locator` is its url, or the id that a feed gives it. A file's path is never hashed."""
    return content_id("article", outlet, locator, published, text)


def text_id(text: str) -> str:
    """Id that the same text has in every outlet and at every url."""
    return content_id("text", text)


def spans_key(spans: Iterable[Span]) -> str:
    """Spans as the words of an id: "3-9,12-14"."""
    return ",".join(f"{s.start}-{s.end}" for s in spans)


def statement_id(article: str, source: Iterable[Span], cue: Iterable[Span], content: Iterable[Span]) -> str:
    """Id of a statement: its article and its three role spans."""
    return content_id("statement", article, spans_key(source), spans_key(cue), spans_key(content))


def agent_id(article: str, mentions: Iterable[Span]) -> str:
    """Id of an agent as one article knows it: the article and the mentions that named it."""
    return content_id("agent", article, spans_key(mentions))
