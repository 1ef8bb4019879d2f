"""Word runs: words, and runs of them, as numbers, so that what texts have in common is soon counted."""

from __future__ import annotations

from functools import lru_cache
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from onrecord.text.content_words import PART

Numbers: TypeAlias = NDArray[np.uint32]
"""One number a word or a run: 32 bits of a hash, the same on every machine; enough to compare two texts."""
Mask: TypeAlias = NDArray[np.bool_]

_FACTOR = np.uint32(0x9E3779B1)
"""Odd, so that no bit of a word is lost; what stands where in a run makes a difference."""
_BASE = 0x85EBCA6B
"""Odd, so that it has an inverse; the number of a word is a polynomial in it, of which it then mixes the bits."""
_MIXERS = ((16, 0x7FEB352D), (15, 0x846CA68B))
"""Shifts and odd factors by which every bit of a number changes half of the others (C. Wellons, lowbias32)."""
_SPACE, _PART = 32, ord(PART)


def numbered(words: str) -> Numbers:
    """The number of each word; white space or PART stands between two, as `spaced` has it."""
    return numbered_parts(words)[0]


def numbered_parts(words: str) -> tuple[Numbers, NDArray[np.intp]]:
    """The number of each word, and how many words each of the parts has; there is always one part."""
    codes = _codes(f" {words} ")
    inside = codes > _SPACE
    edges = np.flatnonzero(inside[1:] != inside[:-1])
    before, last = edges[::2], edges[1::2]
    powers, inverses = _powers(1 << len(codes).bit_length())
    sums = np.cumsum(codes * powers[: len(codes)], dtype=np.uint32)
    numbers = (sums[last] - sums[before]) * inverses[before]
    for shift, factor in _MIXERS:
        numbers ^= numbers >> np.uint32(shift)
        numbers *= np.uint32(factor)
    numbers ^= numbers >> np.uint32(_MIXERS[0][0])
    parts = np.flatnonzero(codes == _PART)
    ends = np.empty(len(parts) + 2, np.intp)
    ends[0], ends[1:-1], ends[-1] = 0, before.searchsorted(parts), len(before)
    return numbers, ends[1:] - ends[:-1]


def _codes(text: str) -> NDArray[np.uint8 | np.uint32]:
    """The code points of a text."""
    if text.isascii():
        return np.frombuffer(text.encode("ascii"), np.uint8)
    return np.frombuffer(text.encode("utf-32-le", "surrogatepass"), "<u4")


@lru_cache(maxsize=8)
def _powers(count: int) -> tuple[Numbers, Numbers]:
    """The first powers of _BASE and of its inverse."""
    factors = (_BASE, pow(_BASE, -1, 1 << 32))
    powers, inverses = (np.cumprod(np.full(count, factor, np.uint32), dtype=np.uint32) for factor in factors)
    return powers, inverses


def runs(words: Numbers, size: int) -> Numbers:
    """The number of every run of `size` words, in order; a shorter text is one run, an empty one none."""
    count = len(words) - size + 1
    if count < 1:
        return runs(words, len(words)) if len(words) else words
    found = words[:count].copy()
    for k in range(1, size):
        found *= _FACTOR
        found += words[k : count + k]
    return found


def distinct(numbers: Numbers) -> Numbers:
    """Each of the numbers once, ascending."""
    ordered = np.sort(numbers)
    if len(ordered) < 2:
        return ordered
    return ordered[np.concatenate(([True], ordered[1:] != ordered[:-1]))]


def in_common(some: Numbers, others: Numbers) -> Numbers:
    """The numbers that stand in both, ascending; each of the two is distinct."""
    both = np.concatenate((some, others))
    both.sort()  # faster than a search in one of them
    twice: Numbers = both[1:][both[1:] == both[:-1]]
    return twice


def covered(words: Numbers, others: Numbers, size: int) -> Mask:
    """Which words stand in a run that is also one of `others`, which are distinct."""
    if not len(others) or not len(words):
        return np.zeros(len(words), np.bool_)
    mine = runs(words, size)
    order = mine.argsort()  # a search for numbers in order is twice as fast
    ordered = mine[order]
    places = np.minimum(others.searchsorted(ordered), len(others) - 1)
    hit = np.empty(len(mine), np.bool_)
    hit[order] = others[places] == ordered
    return spread(hit, size, len(words))


def spread(starts: Mask, size: int, count: int) -> Mask:
    """Which of `count` words stand in one of the runs that start where the mask says."""
    mask: Mask = np.zeros(count, np.bool_)
    for k in range(min(size, count)):
        mask[k : k + len(starts)] |= starts
    return mask


def bridged(mask: Mask) -> Mask:
    """The mask with the gaps of one or two closed: a word or two that were changed inside a passage."""
    closed = mask.copy()
    closed[1:-1] |= mask[:-2] & mask[2:]
    two = mask[:-3] & mask[3:]
    closed[1:-2] |= two
    closed[2:-1] |= two
    return closed


def share(mask: Mask) -> float:
    """The share of the words that the mask has, in [0, 1]; 0.0 for no words."""
    return float(np.count_nonzero(mask)) / len(mask) if len(mask) else 0.0
