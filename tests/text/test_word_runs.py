"""Runs of words as numbers: what is covered, bridged and held in common, against the plain way of counting it."""

from itertools import pairwise

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from onrecord.text.word_runs import bridged, covered, distinct, in_common, numbered, runs, share

WORDS = st.lists(st.sampled_from("sand gale pilot berth storm pier".split()), max_size=30)
SIZES = st.integers(1, 6)


def plain(words: list[str], size: int) -> list[tuple[str, ...]]:
    count = max(1, len(words) - size + 1) if words else 0
    return [tuple(words[i : i + size]) for i in range(count)]


@given(WORDS, WORDS, SIZES)
def test_equal_runs_have_equal_numbers_and_others_have_others(a: list[str], b: list[str], size: int) -> None:
    mine, others = plain(a, size), plain(b, size)
    numbers = dict(zip([*mine, *others], [*runs(numbered(a), size), *runs(numbered(b), size)], strict=True))
    assert len(set(numbers.values())) == len(numbers)
    some, those = distinct(runs(numbered(a), size)), distinct(runs(numbered(b), size))
    assert list(some) == sorted(set(some))
    assert in_common(some, those).tolist() == sorted(numbers[run] for run in set(mine) & set(others))


@given(WORDS, WORDS, SIZES)
def test_covered_are_the_words_of_common_runs(a: list[str], b: list[str], size: int) -> None:
    common = set(plain(b, size))
    expected = [
        any(run in common and i <= at < i + size for i, run in enumerate(plain(a, size))) for at in range(len(a))
    ]
    assert list(covered(numbered(a), distinct(runs(numbered(b), size)), size)) == expected


@given(WORDS, SIZES)
def test_a_text_is_covered_by_itself(words: list[str], size: int) -> None:
    mask = covered(numbered(words), distinct(runs(numbered(words), size)), size)
    assert share(mask) == (1.0 if words else 0.0)


@given(st.lists(st.booleans(), max_size=12))
def test_gaps_of_one_or_two_are_bridged_and_no_others(mask: list[bool]) -> None:
    expected = list(mask)
    held = [at for at, value in enumerate(mask) if value]
    for left, right in pairwise(held):
        if right - left <= 3:
            expected[left:right] = [True] * (right - left)
    assert list(bridged(np.array(mask, np.bool_))) == expected
