"""Word pieces: their characters, what the page shows of them, and the windows they are read in."""

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.labelling.encoder.manifest import FOLDER
from onrecord.labelling.encoder.pieces import (
    BREAK,
    CAPITAL,
    CAPITALS,
    CLOSES,
    INSIDE,
    LOOKS,
    OPENS,
    Pieces,
    pieces_of,
    tokenizer,
    windows,
)
from onrecord.labelling.encoder.prose import LONGEST_PARAGRAPH

TOKENS = tokenizer((FOLDER / "vocabulary.txt").read_text(encoding="utf-8").splitlines())
TEXT = "“The ferry is LATE,” Ida Holm said.\nNobody waited."


def pieces(text: str) -> Pieces:
    return pieces_of(text, TOKENS)


def looks_of(text: str, word: str) -> tuple[int, int]:
    """State of quotation and letter case of the piece that starts where the word does."""
    found = pieces(text)
    look = int(found.looks[found.starts.tolist().index(text.index(word))])
    return look // 3, look % 3


ODD = st.lists(st.sampled_from(["“a", "”", "\n", " ", "’s", "\ud800", "é", "日"])).map("".join)


@given(st.text(max_size=200) | ODD)
def test_pieces_stand_in_order_in_the_text(text: str) -> None:
    found = pieces(text)
    assert len(found.ids) == len(found.looks) == len(found.starts) == len(found.ends)
    assert all(0 <= s <= e <= len(text) for s, e in zip(found.starts, found.ends, strict=True))
    assert all(a <= b for a, b in pairwise(found.starts.tolist()))
    assert all(0 <= look < LOOKS for look in found.looks.tolist())
    assert all(s == e for s, e, i in zip(found.starts, found.ends, found.ids, strict=True) if i == BREAK)


def test_looks_tell_quotation_and_case() -> None:
    assert looks_of(TEXT, "“") == (OPENS, 0)
    assert looks_of(TEXT, "The") == (INSIDE, CAPITAL)
    assert looks_of(TEXT, "LATE") == (INSIDE, CAPITALS)
    assert looks_of(TEXT, "”") == (CLOSES, 0)
    assert looks_of(TEXT, "said") == (0, 0)


@pytest.mark.parametrize("marks", ['""', "„“", "«»"])
def test_all_styles_of_marks_look_the_same(marks: str) -> None:
    other = TEXT.replace("“", marks[0]).replace("”", marks[1])
    assert np.array_equal(pieces(other).ids, pieces(TEXT).ids)
    assert np.array_equal(pieces(other).looks, pieces(TEXT).looks)


def test_letter_case_stands_in_the_looks_alone() -> None:
    assert np.array_equal(pieces(TEXT.lower()).ids, pieces(TEXT).ids)
    assert not np.array_equal(pieces(TEXT.lower()).looks, pieces(TEXT).looks)


def test_a_paragraph_that_is_no_prose_is_left_out() -> None:
    found = pieces("Ann.\n" + "word " * (LONGEST_PARAGRAPH // 4) + "\nBo.")
    assert [start < 4 or start > LONGEST_PARAGRAPH for start in found.starts.tolist()] == [True] * 5


@given(st.integers(0, 3000), st.integers(8, 400), st.integers(0, 7))
def test_windows_cover_everything_and_overlap(count: int, size: int, overlap: int) -> None:
    found = windows(count, size, overlap)
    assert bool(found) == bool(count)
    assert all(0 <= first < behind <= count and behind - first <= size for first, behind in found)
    if found:
        assert (found[0][0], found[-1][1]) == (0, count)
    assert all(a[1] - b[0] >= overlap - 1 for a, b in pairwise(found))
    assert len({behind - first for first, behind in found}) <= 1
