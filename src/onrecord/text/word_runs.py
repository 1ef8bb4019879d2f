"""Word runs: words, and runs of them, as numbers, so that what texts have in common is soon counted."""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import blake2b
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

Numbers: TypeAlias = NDArray[np.uint32]
"""One number a word or a run: 32 bits of a hash, the same on every machine; enough to compare two texts."""
Mask: TypeAlias = NDArray[np.bool_]

_FACTOR = np.uint32(0x9E3779B1)
"""Odd, so that no bit of a word is lost; what stands where in a run makes a difference."""
REMEMBERED = 1 << 17
"""Words whose numbers are kept at hand."""


class _Remembered(dict[str, int]):
    def __missing__(self, word: str) -> int:
        if len(self) >= REMEMBERED:
            self.clear()
        digest = blake2b(word.encode("utf-8", "surrogatepass"), digest_size=4).digest()
        number = self[word] = int.from_bytes(digest, "little")
        return number


_numbers = _Remembered()


def numbered(words: Sequence[str]) -> Numbers:
    """The number of each word."""
    return np.fromiter(map(_numbers.__getitem__, words), np.uint32, len(words))


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
    mask: Mask = np.zeros(len(words), np.bool_)
    if not len(others) or not len(words):
        return mask
    mine = runs(words, size)
    order = mine.argsort()  # a search for numbers in order is twice as fast
    ordered = mine[order]
    places = np.minimum(others.searchsorted(ordered), len(others) - 1)
    hit = np.empty(len(mine), np.bool_)
    hit[order] = others[places] == ordered
    for k in range(min(size, len(words))):
        mask[k : k + len(hit)] |= hit
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
