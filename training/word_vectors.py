"""Word vectors from the encoder that ships: `python -m training.word_vectors`, after `training.ship`.

The rows of its table of word pieces that are whole words of letters, centred, without the strongest directions (which
tell how common a word is: Mu & Viswanath 2018), in the DIMENSIONS next strongest, each of length 1, as int8.  No seed:
the same weights give the same vectors, up to the sign of a direction, which no product of two vectors depends on.
"""

from __future__ import annotations

import re
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from onrecord.labelling.encoder.weights import read_weights

TABLE = "encoder.words.weight"
WHOLE = re.compile(r"[a-z]{3,}")
COMMON, DIMENSIONS = 3, 64
PLACE = Path(__file__).resolve().parents[1] / "src/onrecord/lexicon"


def reduced(table: NDArray[np.float32]) -> NDArray[np.int8]:
    """The rows [words, width] as directions [words, DIMENSIONS], 127 times their length."""
    centred = table - table.mean(0)
    _, directions = np.linalg.eigh(centred.T @ centred)  # the weakest first
    kept = directions[:, ::-1][:, COMMON : COMMON + DIMENSIONS]
    vectors = centred @ kept
    return np.round(127 * vectors / np.linalg.norm(vectors, axis=1, keepdims=True)).astype(np.int8)


def main() -> None:
    """Write the vectors and their words."""
    weights = read_weights()
    rows = [n for n, word in enumerate(weights.vocabulary) if WHOLE.fullmatch(word)]
    vectors = reduced(weights.tensors[TABLE][rows].astype(np.float64))
    np.save(PLACE / "word_vectors.npy", vectors)
    words = "\n".join(weights.vocabulary[n] for n in rows)
    (PLACE / "word_vectors.txt").write_text(words + "\n", encoding="utf-8")
    print(f"{len(rows)} words from encoder {weights.version}, {vectors.nbytes / 1e6:.2f} MB")


if __name__ == "__main__":
    main()
