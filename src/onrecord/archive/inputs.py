"""Inputs: what a user hands over, as the pieces that an engine can spread over processes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TypeAlias

from onrecord.records import Article, Rejected

Input: TypeAlias = str | Path | Article
"""A path (of a file or a folder; "-" is standard input), or an article that was read before."""
Sources: TypeAlias = Input | Iterable[Input]

STDIN = "-"
_MANY_ARTICLES = (".jsonl", ".ndjson")


def listed(sources: Sources) -> list[Input]:
    """The inputs as a list, folders not yet opened; one path, or one article, is a list of one."""
    if isinstance(sources, str | Path | Article):
        return [sources]
    return list(sources)


def files(inputs: Iterable[Input]) -> Iterator[str | Article]:
    """Every file below the inputs, folders walked in a fixed order; what is missing is named as it was given."""
    from onrecord.reading import paths

    for source in inputs:
        if isinstance(source, Article):
            yield source
        else:
            yield from paths([source])


def streamed(source: str | Article) -> bool:
    """Whether a file holds so many articles that they are better read here, one by one, and spread afterwards."""
    return isinstance(source, str) and (source == STDIN or source.lower().endswith(_MANY_ARTICLES))


def size(source: str | Article) -> int | None:
    """How many articles a file may hold: lines of JSON Lines, else 1; None for standard input."""
    if not isinstance(source, str) or not streamed(source):
        return 1
    if source == STDIN:
        return None
    try:
        with open(source, "rb") as file:
            return sum(block.count(b"\n") for block in iter(lambda: file.read(1 << 20), b"")) or 1
    except OSError:
        return 1


def total_size(sources: Iterable[str | Article]) -> int | None:
    """How many articles there may be in all, for a progress bar; None where one of the files cannot tell."""
    total = 0
    for source in sources:
        one = size(source)
        if one is None:
            return None
        total += one
    return total


def named(item: str | Article | Rejected) -> str:
    """What to call an input in a message."""
    if isinstance(item, Rejected):
        return item.where
    if isinstance(item, Article):
        return item.path or item.url or item.doc or f"article {item.id}"
    return item
