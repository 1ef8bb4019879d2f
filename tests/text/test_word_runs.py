"""Runs of words as numbers: what is covered, bridged and held in common, against the plain way of counting it."""

from itertools import pairwise

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from onrecord.text.content_words import spaced, word_list
from onrecord.text.word_runs import (
    Numbers,
    bridged,
    covered,
    distinct,
    in_common,
    numbered,
    numbered_parts,
    runs,
    share,
)

WORDS = st.lists(st.sampled_from("sand gale pilot berth storm pier".split()), max_size=30)
SIZES = st.integers(1, 6)


def plain(words: list[str], size: int) -> list[tuple[str, ...]]:
    count = max(1, len(words) - size + 1) if words else 0
    return [tuple(words[i : i + size]) for i in range(count)]


def number(words: list[str]) -> Numbers:
    return numbered(" ".join(words))


@given(st.lists(st.text(alphabet=st.characters() | st.sampled_from("ab'’.\x1f ")), max_size=6))
def test_each_word_has_a_number_wherever_it_stands(texts: list[str]) -> None:
    words = [word_list(text) for text in texts]
    numbers, counts = numbered_parts(spaced(texts))
    assert counts.tolist() == [len(found) for found in words] or (not texts and counts.tolist() == [0])
    every = [word for found in words for word in found]
    assert numbers.tolist() == [int(numbered(word)[0]) for word in every]
    assert len(set(numbers.tolist())) == len(set(every))


@given(WORDS, WORDS, SIZES)
def test_equal_runs_have_equal_numbers_and_others_have_others(a: list[str], b: list[str], size: int) -> None:
    mine, others = plain(a, size), plain(b, size)
    numbers = dict(zip([*mine, *others], [*runs(number(a), size), *runs(number(b), size)], strict=True))
    assert len(set(numbers.values())) == len(numbers)
    some, those = distinct(runs(number(a), size)), distinct(runs(number(b), size))
    assert list(some) == sorted(set(some))
    assert in_common(some, those).tolist() == sorted(numbers[run] for run in set(mine) & set(others))


@given(WORDS, WORDS, SIZES)
def test_covered_are_the_words_of_common_runs(a: list[str], b: list[str], size: int) -> None:
    common = set(plain(b, size))
    expected = [
        any(run in common and i <= at < i + size for i, run in enumerate(plain(a, size))) for at in range(len(a))
    ]
    assert list(covered(number(a), distinct(runs(number(b), size)), size)) == expected


@given(WORDS, SIZES)
def test_a_text_is_covered_by_itself(words: list[str], size: int) -> None:
    mask = covered(number(words), distinct(runs(number(words), size)), size)
    assert share(mask) == (1.0 if words else 0.0)


@given(st.lists(st.booleans(), max_size=12))
def test_gaps_of_one_or_two_are_bridged_and_no_others(mask: list[bool]) -> None:
    expected = list(mask)
    held = [at for at, value in enumerate(mask) if value]
    for left, right in pairwise(held):
        if right - left <= 3:
            expected[left:right] = [True] * (right - left)
    assert list(bridged(np.array(mask, np.bool_))) == expected
