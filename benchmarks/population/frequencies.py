"""Skewed frequencies: things of which the first are drawn far more often than the last."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate
from random import Random
from typing import Generic, TypeVar

T = TypeVar("T")


class Skewed(Generic[T]):
    """Draws from a sequence; what stands at place k has a weight of 1 / (k + 1 + flat) ** skew (Zipf, Mandelbrot)."""

    def __init__(self, things: Sequence[T], skew: float, flat: float = 0.0) -> None:
        self.things = things
        self._cumulative = list(accumulate((k + 1 + flat) ** -skew for k in range(len(things))))

    def draw(self, dice: Random) -> T:
        """One of them."""
        return self.several(dice, 1)[0]

    def several(self, dice: Random, count: int) -> list[T]:
        """So many of them; one may come twice."""
        return dice.choices(self.things, cum_weights=self._cumulative, k=count)


def weighted(weights: dict[str, float], dice: Random) -> str:
    """One of the keys, by their weights."""
    return dice.choices(list(weights), list(weights.values()))[0]
