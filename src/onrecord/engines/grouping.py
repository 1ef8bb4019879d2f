"""Grouping: items by their key, the same for every engine that has all items at hand."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

T = TypeVar("T")


def grouped(key: Callable[[T], str], items: Iterable[T]) -> Iterator[tuple[str, list[T]]]:
    """The items by key: keys sorted by code point, items of one key in their order."""
    groups: defaultdict[str, list[T]] = defaultdict(list)
    for item in items:
        groups[key(item)].append(item)
    yield from sorted(groups.items())
