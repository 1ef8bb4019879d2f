"""Meeting: which articles share a bucket, from the keys of all of them, without a table of buckets on the disk."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from benchmarks.copies.shelves import WIDE
from onrecord.store.buckets import BUCKET_CAP

Column = NDArray[np.uint64]

MODULUS = (1 << 61) - 1
"""A prime: a copy key is more than 64 bits, and what is left of it is enough to tell some millions of them apart."""
_HALF = np.uint64(32)


def numbers(keys: Iterable[str]) -> list[int]:
    """The keys by which copies meet, each as a number below MODULUS."""
    return [int(key[5:], 16) % MODULUS for key in keys if key.startswith("copy:")]


def meetings(articles: Column, keys: Column, ids: Sequence[str] | NDArray[np.str_], cap: int = BUCKET_CAP) -> Column:
    """Every two articles that some bucket keeps both of, as `paired` numbers, in the order of tiles.

    `articles` and `keys` are parallel: an article and one of its keys.  Like `onrecord.store.buckets.pairs` over
    buckets that keep the smallest ids, of which this is the arithmetic for millions of keys; a test holds them
    together.
    """
    rank = np.empty(len(ids), np.uint64)
    rank[np.argsort(np.array(ids))] = np.arange(len(ids), dtype=np.uint64)
    order = keys.argsort()
    ordered, whose = keys[order], articles[order]
    starts = np.flatnonzero(np.concatenate(([True], ordered[1:] != ordered[:-1])))
    sizes = np.diff(np.append(starts, len(ordered)))
    found = [np.empty(0, np.uint64)]
    for size in np.unique(sizes[sizes > 1]).tolist():
        members = whose[starts[sizes == size][:, None] + np.arange(size)]
        if size > cap:
            members = np.take_along_axis(members, rank[members].argsort(axis=1)[:, :cap], axis=1)
        first, second = np.triu_indices(members.shape[1], 1)
        found.append(paired(members[:, first].ravel(), members[:, second].ravel()))
    return _in_tiles(np.unique(np.concatenate(found)), len(ids))


def paired(some: Column, others: Column) -> Column:
    """Two articles as one number, whichever comes first."""
    return (np.minimum(some, others) << _HALF) | np.maximum(some, others)


def parted(pairs: Column) -> tuple[Column, Column]:
    """The two articles, the smaller first."""
    return pairs >> _HALF, pairs & np.uint64(0xFFFFFFFF)


def _in_tiles(pairs: Column, count: int) -> Column:
    """First by tile, so that a worker comes back to the same articles soon."""
    low, high = parted(pairs)
    side, wide = np.uint64(count // WIDE + 1), np.uint64(WIDE)
    tile = (low // wide) * side + high // wide
    return pairs[np.argsort(tile, kind="stable")]
