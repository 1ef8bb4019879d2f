"""Time expressions from the encoder's tags: extents and TIMEX3 types."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

TYPES = ("DATE", "TIME", "DURATION", "SET")
"""Tag 0 is outside; of type number k, tag 2k + 1 begins an expression and 2k + 2 goes on with it."""
TAGS = 2 * len(TYPES) + 1


def extents(scores: NDArray[np.float32]) -> list[tuple[int, int, str, float]]:
    """Half-open unit ranges with type and probability; `scores` [units, TAGS] are log-probabilities.

    A unit is inside where the tags of time together outweigh "outside"; a range takes its most probable type.
    """
    chances = np.exp(scores)
    begins = chances[:, 1::2].sum(axis=1)
    goes_on = chances[:, 2::2].sum(axis=1)
    inside = begins + goes_on > chances[:, 0]
    out = []
    first = None
    for unit in range(len(scores) + 1):
        ends = unit == len(scores) or not inside[unit] or begins[unit] > goes_on[unit]
        if first is not None and ends:
            kinds = chances[first:unit, 1:].sum(axis=0).reshape(-1, 2).sum(axis=1)
            chance = float((1 - chances[first:unit, 0]).mean())
            out.append((first, unit, TYPES[int(kinds.argmax())], chance))
            first = None
        if unit < len(scores) and inside[unit] and first is None:
            first = unit
    return out
