"""Agreement: the adjusted Rand index of two groupings, and F1 of two sets."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from math import comb


def adjusted_rand(truth: Sequence[Hashable], found: Sequence[Hashable]) -> float:
    """The adjusted Rand index (Hubert & Arabie 1985) of two groupings of the same items, given as labels.

    1.0 for the same grouping, about 0.0 for one by chance, below 0 for worse.  Where chance leaves no room (both all
    one, or both all apart) it is 1.0.
    """
    together = sum(comb(n, 2) for n in Counter(zip(truth, found, strict=True)).values())
    mine, others = (sum(comb(n, 2) for n in Counter(labels).values()) for labels in (truth, found))
    pairs = comb(len(truth), 2)
    expected = mine * others / pairs if pairs else 0.0
    most = (mine + others) / 2
    return 1.0 if most == expected else (together - expected) / (most - expected)


@dataclass
class Hits:
    """How many were said, how many are true, and how many are both."""

    right: int = 0
    said: int = 0
    true: int = 0

    def add(self, said: frozenset[Hashable], true: frozenset[Hashable]) -> None:
        """Count one more pair of sets."""
        self.right += len(said & true)
        self.said += len(said)
        self.true += len(true)

    @property
    def f1(self) -> float | None:
        """The harmonic mean of precision and recall; None where there was nothing to find and nothing was said."""
        both = self.said + self.true
        return 2 * self.right / both if both else None
