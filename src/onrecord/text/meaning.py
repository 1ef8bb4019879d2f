"""Meaning: how alike words are in what they mean, "frontier" and "border", beside forms of one word."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import lru_cache
from math import log
from typing import TYPE_CHECKING

from onrecord.lexicon.word_vectors import rows, vectors
from onrecord.text.content_words import root, stem

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

STRANGERS = 0.2
"""The cosine up to which two words have nothing to do with each other."""
ENDINGS = ("s", "es", "ed", "d", "ing", "ly", "'s")
"""What a word may lose before it is looked up."""
COMMONEST = 30
"""Rank up to which words tell hardly anything."""


def likeness(first: Sequence[str], second: Sequence[str]) -> NDArray[np.float32]:
    """How alike folded words are, [first, second], in [0, 1]: 1.0 for forms of one word, 0.0 for strangers.

    In between the cosine of their vectors, from STRANGERS on; a word without a vector is like itself alone.
    """
    import numpy as np

    mine, others = _placed(first), _placed(second)
    alike: NDArray[np.float32] = np.clip((mine @ others.T - STRANGERS) / (1 - STRANGERS), 0, 1)
    kin: defaultdict[str, list[int]] = defaultdict(list)
    for column, word in enumerate(second):
        kin[root(stem(word))].append(column)
    for row, word in enumerate(first):
        alike[row, kin.get(root(stem(word)), [])] = 1
    return alike


def telling(words: Sequence[str]) -> NDArray[np.float32]:
    """How much it tells that a text has each of these words, [words], at least 0.4: the log of its rank by frequency.

    A word without a vector is rarer than all that have one.
    """
    import numpy as np

    ranks = (len(rows()) if (row := _row(word)) is None else row for word in words)
    return np.array([log(COMMONEST * 1.5 + rank) - log(COMMONEST) for rank in ranks], np.float32)


def covered(first: Sequence[str], second: Sequence[str]) -> tuple[float, float]:
    """The share of what each of two passages tells that the other tells too; both in [0, 1], 0.0 for no words."""
    if not first or not second:
        return 0.0, 0.0
    alike, mine, others = likeness(first, second), telling(first), telling(second)
    shares = (alike.max(axis=1) @ mine / mine.sum(), alike.max(axis=0) @ others / others.sum())
    return float(shares[0]), float(shares[1])


def _placed(words: Sequence[str]) -> NDArray[np.float32]:
    import numpy as np

    known = vectors()
    out = np.zeros((len(words), known.shape[1]), np.float32)
    for number, word in enumerate(words):
        row = _row(word)
        if row is not None:
            out[number] = known[row]
    return out


@lru_cache(maxsize=65536)
def _row(word: str) -> int | None:
    """The row of a word or, failing that, of the word without its ending."""
    return next((rows()[form] for form in _forms(word) if form in rows()), None)


def _forms(word: str) -> Iterator[str]:
    yield word
    for ending in ENDINGS:
        if word.endswith(ending):
            yield word.removesuffix(ending)
