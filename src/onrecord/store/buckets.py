"""Buckets: which pairs of articles are compared, whatever the order in which the articles came.

Articles that share a bucket are compared.  A bucket that is full keeps the smallest article ids, never the first come:
ids are hashes, so these are a random sample that each article is in or out of for good reason of its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence, Set
from itertools import combinations

BUCKET_CAP = 500
"""Articles that one bucket compares with each other: 499 comparisons each, for a name that is in all the news too."""

TILE = 128
"""Articles on one side of a tile of pairs: two sides fit into what the linker and the store keep at hand."""

Kept = Sequence[str]
"""The ids of the articles that a bucket keeps, ascending."""
Pair = tuple[str, str]
"""The ids of two articles, the smaller first."""


def pairs(buckets: Iterable[Kept]) -> set[Pair]:
    """Every two articles that some bucket keeps both of."""
    return {pair for kept in buckets for pair in combinations(kept, 2)}


def gained(before: Mapping[str, Kept], after: Mapping[str, Kept], fresh: Set[str]) -> set[Pair]:
    """The pairs to compare now: one of them is new in a bucket, or (`fresh`) new in the store."""
    found: set[Pair] = set()
    for key, kept in after.items():
        came = (set(kept) - set(before[key])) | (fresh & set(kept))
        found.update((min(a, b), max(a, b)) for a in came for b in kept if a != b)
    return found


def evicted(before: Mapping[str, Kept], after: Mapping[str, Kept]) -> set[str]:
    """The articles that some bucket kept and keeps no longer."""
    return {article for key, kept in before.items() for article in set(kept) - set(after[key])}


def in_tiles(compared: Set[Pair], fresh: Set[str]) -> list[Pair]:
    """The pairs in an order that comes back to the same articles soon: square by square, the fresh articles' first.

    In plain order every article would be loaded and prepared again for almost every pair that it is in.
    """
    articles = {article for pair in compared for article in pair}
    order = sorted(articles, key=lambda article: (article not in fresh, article))
    tile = {article: place // TILE for place, article in enumerate(order)}
    return sorted(compared, key=lambda pair: (*sorted((tile[pair[0]], tile[pair[1]])), pair))
