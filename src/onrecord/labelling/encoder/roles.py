"""Where each piece stands as seen from a cue: buckets of distance and of paragraphs between, as the role head reads."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

NEAR = 8
DISTANCES = 2 * (NEAR + 6) + 1
"""Buckets of signed distance: one for the cue itself, on each side one each up to NEAR pieces, then doubling."""
FAR = 3
PARAGRAPHS = 2 * FAR + 1
"""Buckets of signed paragraph distance, up to FAR on each side."""


def distances(count: int, first: int, last: int) -> NDArray[np.int32]:
    """The distance bucket of each of `count` pieces from a cue of the pieces `first` to `last` (inclusive)."""
    places = np.arange(count)
    return buckets(np.where(places < first, places - first, np.where(places > last, places - last, 0)))


def buckets(signed: NDArray[np.int64]) -> NDArray[np.int32]:
    """The buckets of signed distances, in pieces."""
    far = np.abs(signed)
    doubled = NEAR + np.floor(np.log2(np.maximum(far, 1) / NEAR)).astype(np.int32) + 1
    bucket = np.where(far <= NEAR, far, np.minimum(doubled, NEAR + 6))
    out: NDArray[np.int32] = (np.sign(signed) * bucket + NEAR + 6).astype(np.int32)
    return out


def paragraph_steps(numbers: NDArray[np.int64], first: int) -> NDArray[np.int32]:
    """The bucket of paragraphs between each piece and a cue at piece `first`; `numbers` counts the breaks before."""
    steps: NDArray[np.int32] = np.clip(numbers - numbers[first], -FAR, FAR).astype(np.int32)
    return steps + np.int32(FAR)
