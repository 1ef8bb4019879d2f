"""Word vectors: where common English words stand in a space in which words of like meaning are near each other.

Made from the encoder's own table by `training/word_vectors.py`; WORD_VECTORS.md is their card.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


@cache
def rows() -> Mapping[str, int]:
    """The row of each word, in lower case."""
    text = files("onrecord.lexicon").joinpath("word_vectors.txt").read_text(encoding="utf-8")
    return {word: row for row, word in enumerate(text.split())}


@cache
def vectors() -> NDArray[np.float32]:
    """One row a word, [words, 64], each of length 1 but for rounding."""
    import numpy as np

    with files("onrecord.lexicon").joinpath("word_vectors.npy").open("rb") as packed:
        stored: NDArray[np.float32] = np.lib.format.read_array(packed, allow_pickle=False).astype(np.float32)
    return stored / np.float32(127)
