"""Chance: the only source of randomness, the same on every machine for the same seed."""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import blake2b
from random import Random
from typing import TypeVar

T = TypeVar("T")


class Chance:
    """A stream of choices.  It rests on `Random.random` alone, which Python keeps the same across its versions."""

    def __init__(self, *seed: int | str) -> None:
        """A stream of its own for each sequence of words and numbers."""
        digest = blake2b("/".join(map(str, seed)).encode(), digest_size=8).digest()
        self._random = Random(int.from_bytes(digest, "big"))

    def between(self, low: float, high: float) -> float:
        """A number in [low, high)."""
        return low + (high - low) * self._random.random()

    def whole(self, low: int, high: int) -> int:
        """A whole number in [low, high], both ends included."""
        return low + int(self._random.random() * (high - low + 1))

    def happens(self, share: float) -> bool:
        """True in this share of all cases."""
        return self._random.random() < share

    def pick(self, items: Sequence[T]) -> T:
        """One of the items."""
        return items[self.whole(0, len(items) - 1)]

    def shuffled(self, items: Sequence[T]) -> list[T]:
        """The items in another order (Fisher and Yates)."""
        out = list(items)
        for last in range(len(out) - 1, 0, -1):
            other = self.whole(0, last)
            out[last], out[other] = out[other], out[last]
        return out

    def some(self, items: Sequence[T], count: int) -> list[T]:
        """So many of the items, none twice."""
        return self.shuffled(items)[:count]

    def rounded(self, number: float) -> int:
        """One of the two whole numbers beside it, so that the mean over many cases is the number itself."""
        return int(number) + self.happens(number - int(number))
