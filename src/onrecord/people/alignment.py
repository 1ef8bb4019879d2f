"""Which words of two names belong together, and what is left on either side."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from onrecord.people.likeness import equivalent, likeness
from onrecord.people.weights import Weights

Pair = tuple[str, str, float]
"""A word of each name, and how alike they are, in [0, 1]."""

_PAIRED = 0.5
"""Words less alike than this are not one word misspelled but two words."""
_ONE_WORD = 0.85
"""From this likeness on, words that one name joins and the other parts are the same."""


class Alignment(NamedTuple):
    """Pairs of words, and the words of either name that have no partner."""

    pairs: Sequence[Pair]
    first: Sequence[str]
    second: Sequence[str]


class Aligner:
    """Two names, word against word; `first` sorts before `second`, so that ties fall alike in either order."""

    def __init__(self, first: Sequence[str], second: Sequence[str], weights: Weights, rough: bool) -> None:
        self._weights, self._rough = weights, rough
        self._room = (sum(map(len, first)) + sum(map(len, second))) / 2
        self._settled, self._first, self._second = _without_equal(first, second)
        if self._first and self._second and len(self._first) != len(self._second):
            merged = _merged(self._first, self._second), _merged(self._second, self._first)
            equal, self._first, self._second = _without_equal(*merged)
            self._settled += equal
        if self._first and self._second:
            self._pair_equivalent()

    def _pair_equivalent(self) -> None:
        for x in list(self._first):
            y = next((y for y in self._second if equivalent(x, y)), None)
            if y is not None:
                self._first.remove(x)
                self._second.remove(y)
                self._settled.append((x, y, self._weights.equivalent))

    def by_word(self) -> Alignment:
        """Equal and equivalent words in pairs, then the most alike ones, whatever their order."""
        if not self._first or not self._second:
            return Alignment(self._settled, self._first, self._second)
        rows, columns = set[int](), set[int]()
        pairs = list(self._settled)
        for cost, _, _, i, j in self._candidates():
            if i not in rows and j not in columns:
                rows.add(i)
                columns.add(j)
                pairs.append((self._first[i], self._second[j], -cost))
        return Alignment(pairs, _others(self._first, rows), _others(self._second, columns))

    def _candidates(self) -> list[tuple[float, str, str, int, int]]:
        """Every two words that may be one, the most alike first."""
        found = []
        for i, x in enumerate(self._first):
            for j, y in enumerate(self._second):
                alike = self._likeness(x, y)
                if alike >= _PAIRED:
                    found.append((-alike, min(x, y), max(x, y), i, j))
        return sorted(found)

    def as_one_word(self) -> Alignment | None:
        """The words that are not settled taken as one, in either order of two; None where they still differ."""
        if len(self._first) == len(self._second) or not self._first or not self._second:
            return None
        best = max(
            ((x, y, self._likeness(x, y)) for x in _in_one(self._first) for y in _in_one(self._second)),
            key=lambda pair: pair[2],
        )
        return Alignment([*self._settled, best], (), ()) if best[2] >= _ONE_WORD else None

    def _likeness(self, x: str, y: str) -> float:
        return likeness(x, y, self._room, self._weights, self._rough)


def _without_equal(first: Iterable[str], second: Iterable[str]) -> tuple[list[Pair], list[str], list[str]]:
    """The words that both have, and what else either has, in order."""
    equal: list[Pair] = []
    left, others = [], list(second)
    for word in first:
        if word in others:
            others.remove(word)
            equal.append((word, word, 1.0))
        else:
            left.append(word)
    return equal, left, others


def _merged(words: list[str], others: Sequence[str]) -> list[str]:
    """The words, neighbours written as one where the other name has them so ("van der bilt", "vanderbilt")."""
    if len(words) == 1:
        return words
    merged: list[str] = []
    at = 0
    while at < len(words):
        end = next((e for e in (at + 3, at + 2) if e <= len(words) and "".join(words[at:e]) in others), at + 1)
        merged.append("".join(words[at:end]))
        at = end
    return merged


def _in_one(words: Sequence[str]) -> tuple[str, ...]:
    if len(words) == 2:
        return words[0] + words[1], words[1] + words[0]
    return ("".join(words),)


def _others(words: Sequence[str], taken: set[int]) -> list[str]:
    return [word for at, word in enumerate(words) if at not in taken]
