"""Meeting: which articles share a bucket, from the keys of all of them, without a table of buckets on the disk."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from onrecord.store.buckets import BUCKET_CAP, TILE

Column = NDArray[np.uint64]

MODULUS = (1 << 61) - 1
"""A prime: a copy key is more than 64 bits, and what is left of it is enough to tell some millions of them apart."""
WIDE = 64 * TILE
"""Articles on one side of a tile of pairs: two sides are what a worker keeps at hand."""


def numbers(keys: Iterable[str]) -> list[int]:
    """The keys by which copies meet, each as a number below MODULUS."""
    return [int(key[5:], 16) % MODULUS for key in keys if key.startswith("copy:")]


def meetings(articles: Column, keys: Column, ids: Sequence[str], cap: int = BUCKET_CAP) -> Column:
    """Every two articles that some bucket keeps both of, as `paired` numbers, in the order of tiles.

    `articles` and `keys` are parallel: an article and one of its keys.  Like `onrecord.store.buckets.pairs` over
    buckets that keep the smallest ids, of which this is the arithmetic for millions of keys; a test holds them
    together.
    """
    rank = np.empty(len(ids), np.uint64)
    rank[np.argsort(np.array(ids))] = np.arange(len(ids), dtype=np.uint64)
    order = np.lexsort((rank[articles], keys))
    ordered, whose = keys[order], articles[order]
    starts = np.flatnonzero(np.concatenate(([True], ordered[1:] != ordered[:-1])))
    sizes = np.minimum(np.diff(np.append(starts, len(ordered))), cap)
    found = [np.empty(0, np.uint64)]
    for size in np.unique(sizes[sizes > 1]):
        members = whose[starts[sizes == size][:, None] + np.arange(size)]
        first, second = np.triu_indices(int(size), 1)
        found.append(np.unique(paired(members[:, first].ravel(), members[:, second].ravel())))
    return _in_tiles(np.unique(np.concatenate(found)))


def paired(some: Column, others: Column) -> Column:
    """Two articles as one number, whichever comes first."""
    return (np.minimum(some, others) << np.uint64(32)) | np.maximum(some, others)


def parted(pairs: Column) -> tuple[Column, Column]:
    """The two articles, the smaller first."""
    return pairs >> np.uint64(32), pairs & np.uint64(0xFFFFFFFF)


def _in_tiles(pairs: Column) -> Column:
    low, high = parted(pairs)
    return pairs[np.lexsort((pairs, high // np.uint64(WIDE), low // np.uint64(WIDE)))]
