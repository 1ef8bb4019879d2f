"""The word vectors are those that their card names, of length one, and every word has its row."""

from __future__ import annotations

import hashlib
from importlib.resources import files

import numpy as np
import pytest

from onrecord.lexicon.word_vectors import rows, vectors


@pytest.mark.parametrize("name", ["word_vectors.npy", "word_vectors.txt"])
def test_the_files_are_those_of_the_card(name: str) -> None:
    folder = files("onrecord.lexicon")
    digest = hashlib.sha256(folder.joinpath(name).read_bytes()).hexdigest()
    assert f"`{digest}`" in folder.joinpath("WORD_VECTORS.md").read_text(encoding="utf-8")


def test_each_word_has_a_row_of_length_one() -> None:
    assert sorted(rows().values()) == list(range(len(vectors())))
    assert abs(np.linalg.norm(vectors(), axis=1) - 1).max() < 0.05
