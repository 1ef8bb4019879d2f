"""What every Engine must do: subclass `EngineConformance` with a `make` and pytest runs the suite on your engine."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord.records import Engine


class EngineConformance:
    """The suite; `make` gives an engine, and may give the same one every time."""

    def make(self) -> Engine:
        raise NotImplementedError

    def test_results_come_in_the_order_of_the_items(self) -> None:
        assert list(self.make().map(squared, range(60))) == [n * n for n in range(60)]

    def test_no_items_no_results(self) -> None:
        assert list(self.make().map(squared, [])) == []
        assert list(self.make().group(last_letter, [])) == []

    def test_an_exception_comes_at_its_items_turn_and_as_itself(self) -> None:
        results = self.make().map(picky, range(20))
        assert [next(results) for _ in range(7)] == list(range(7))
        with pytest.raises(ValueError, match="seven"):
            next(results)

    def test_items_are_taken_as_they_are_needed(self) -> None:
        seen: list[int] = []
        results = self.make().map(squared, counted(100_000, seen))
        assert next(results) == 0
        assert len(seen) < 1_000
        assert next(results) == 1

    def test_an_abandoned_map_ends_quietly(self) -> None:
        engine = self.make()
        results = engine.map(squared, range(1_000))
        next(results)
        del results
        assert list(engine.map(squared, [3])) == [9]

    @settings(suppress_health_check=[HealthCheck.differing_executors])
    @given(words=st.lists(st.text(max_size=3)))
    def test_groups_hold_every_item_once_keys_sorted_items_in_order(self, words: list[str]) -> None:
        groups = list(self.make().group(last_letter, words))
        keys = [key for key, _ in groups]
        assert keys == sorted(set(keys))
        assert dict(groups) == {key: [word for word in words if last_letter(word) == key] for key in keys}
        assert sum(len(items) for _, items in groups) == len(words)


def squared(number: int) -> int:
    return number * number


def picky(number: int) -> int:
    if number == 7:
        raise ValueError("seven")
    return number


def last_letter(word: str) -> str:
    return word[-1:]


def counted(upto: int, seen: list[int]) -> Iterator[int]:
    for number in range(upto):
        seen.append(number)
        yield number
