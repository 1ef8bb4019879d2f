"""The engine that works in this process, one item after the other: for notebooks, tests and small inputs."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

from onrecord.engines.grouping import grouped

T = TypeVar("T")
U = TypeVar("U")


class InProcess:
    """Runs every item here; an exception of the function ends the map at that item."""

    def map(self, function: Callable[[T], U], items: Iterable[T]) -> Iterator[U]:
        """`function` of every item, in the order of the items, each computed when it is asked for."""
        for item in items:
            yield function(item)

    def group(self, key: Callable[[T], str], items: Iterable[T]) -> Iterator[tuple[str, list[T]]]:
        """The items by key, keys sorted, items in their order."""
        return grouped(key, items)
