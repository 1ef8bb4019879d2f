"""Where each piece stands as seen from a cue: what lies near it, and buckets of distance and of paragraphs between."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

NEAR = 8
DISTANCES = 2 * (NEAR + 6) + 1
"""Buckets of signed distance: one for the cue itself, on each side one each up to NEAR pieces, then doubling."""
FAR = 3
PARAGRAPHS = 2 * FAR + 1
"""Buckets of signed paragraph distance, up to FAR on each side."""

REACH = 64
"""Pieces on both sides of a cue that its roles are first looked for in."""
EDGE = 8
"""Pieces at the edge of what is looked at whose roles may depend on what lies behind it (the head sees 7 each way)."""
NEITHER, IMPOSSIBLE = 0, -50.0


def surroundings(cues: NDArray[np.intp], count: int) -> tuple[NDArray[np.intp], int]:
    """Where to begin to look for the roles of each cue [cues, 2] in a window of `count` pieces, and at how many."""
    size = min(count, 2 * REACH + int((cues[:, 1] - cues[:, 0]).max()) + 1)
    starts: NDArray[np.intp] = np.clip(cues[:, 0] - REACH, 0, count - size)
    return starts, size


def reaches_out(scores: NDArray[np.float32], starts: NDArray[np.intp], count: int) -> NDArray[np.bool_]:
    """Which cues have a role at an edge of what was looked at, so that it may go on behind it.

    `scores` [cues, pieces, 3] are those of the pieces from each cue's start on, in a window of `count` pieces.  Of
    19,831 cues that people marked, 3 have a role beyond REACH and none at the edge.
    """
    is_role = scores.argmax(axis=-1) != NEITHER
    low, high = starts > 0, starts + scores.shape[1] < count
    found: NDArray[np.bool_] = (low & is_role[:, :EDGE].any(axis=1)) | (high & is_role[:, -EDGE:].any(axis=1))
    return found


def spread(scores: NDArray[np.float32], starts: NDArray[np.intp], count: int) -> NDArray[np.float32]:
    """The scores in a window of `count` pieces, which are neither source nor content where nothing was looked at."""
    out = np.full((len(scores), count, scores.shape[2]), IMPOSSIBLE, np.float32)
    out[:, :, NEITHER] = 0.0
    out[np.arange(len(scores))[:, None], starts[:, None] + np.arange(scores.shape[1])] = scores
    return out


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
