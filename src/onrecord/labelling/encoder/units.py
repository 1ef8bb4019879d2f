"""Units of decoding: word pieces that make up one word are decided together, so that no span ends inside a word."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from onrecord.labelling.encoder.pieces import Pieces
from onrecord.text.segments import WORD


def unit_starts(text: str, pieces: Pieces) -> NDArray[np.intp]:
    """The first piece of each unit: a word, or a piece that belongs to no word (a mark, a paragraph break)."""
    if not len(pieces):
        return np.zeros(0, np.intp)
    places = [m.span() for m in WORD.finditer(text)]
    spans = np.array([*places, (len(text), len(text) + 1)], np.int64)
    word = np.searchsorted(spans[:, 0], pieces.starts, side="right") - 1
    inside = (word >= 0) & (pieces.starts < spans[word, 1]) & (pieces.ends > pieces.starts)
    same = inside & np.concatenate(([False], inside[:-1] & (word[1:] == word[:-1])))
    return np.flatnonzero(~same)


def unit_means(scores: NDArray[np.float32], starts: NDArray[np.intp]) -> NDArray[np.float32]:
    """The mean score of each unit's pieces; `scores` is [cues, pieces, classes], `starts` begins with 0."""
    sizes = np.diff(np.append(starts, scores.shape[1]))
    sums = np.add.reduceat(scores, starts, axis=1)
    return (sums / sizes[None, :, None]).astype(np.float32)


def best_path(scores: NDArray[np.float32], change: float) -> NDArray[np.int8]:
    """The best class of each unit, [cues, units], where every change of class costs `change` (Viterbi 1967).

    `scores` is [cues, units, classes], log-probabilities.
    """
    cues, units, classes = scores.shape
    total = scores[:, 0].copy()
    stays = np.empty((units, cues, classes), bool)
    jumps = np.empty((units, cues), np.int8)
    for unit in range(1, units):
        jumps[unit] = total.argmax(axis=1)
        jumped = total.max(axis=1, keepdims=True) - change
        stays[unit] = total >= jumped
        total = np.maximum(total, jumped) + scores[:, unit]
    path = np.empty((cues, units), np.int8)
    path[:, -1] = total.argmax(axis=1)
    rows = np.arange(cues)
    for unit in range(units - 1, 0, -1):
        here = path[:, unit]
        path[:, unit - 1] = np.where(stays[unit, rows, here], here, jumps[unit])
    return path


def runs(mask: NDArray[np.bool_]) -> list[tuple[int, int]]:
    """Half-open ranges of the true stretches."""
    edges = np.flatnonzero(np.diff(np.concatenate(([False], mask, [False])).astype(np.int8)))
    return [(int(a), int(b)) for a, b in edges.reshape(-1, 2)]
