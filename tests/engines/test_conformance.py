"""What every engine must do; a new engine is one more line in ENGINES."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.engines import AllCores, InProcess
from onrecord.records import Engine

ENGINES = {
    "in process": InProcess(),
    "all cores": AllCores(2, patience=0.0),
    "all cores, small inputs here": AllCores(2),
}


@pytest.fixture(scope="module", params=ENGINES.values(), ids=ENGINES.keys())
def engine(request: pytest.FixtureRequest) -> Engine:
    made: Engine = request.param
    return made


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


def test_results_come_in_the_order_of_the_items(engine: Engine) -> None:
    assert list(engine.map(squared, range(60))) == [n * n for n in range(60)]


def test_no_items_no_results(engine: Engine) -> None:
    assert list(engine.map(squared, [])) == []
    assert list(engine.group(last_letter, [])) == []


def test_an_exception_comes_at_its_items_turn_and_as_itself(engine: Engine) -> None:
    results = engine.map(picky, range(20))
    assert [next(results) for _ in range(7)] == list(range(7))
    with pytest.raises(ValueError, match="seven"):
        next(results)


def test_items_are_taken_as_they_are_needed(engine: Engine) -> None:
    seen: list[int] = []
    results = engine.map(squared, counted(100_000, seen))
    assert next(results) == 0
    assert len(seen) < 1_000
    assert next(results) == 1


def test_an_abandoned_map_ends_quietly(engine: Engine) -> None:
    results = engine.map(squared, range(1_000))
    next(results)
    del results


@given(words=st.lists(st.text(max_size=3)))
def test_groups_hold_every_item_once_keys_sorted_items_in_order(engine: Engine, words: list[str]) -> None:
    groups = list(engine.group(last_letter, words))
    keys = [key for key, _ in groups]
    assert keys == sorted(set(keys))
    assert dict(groups) == {key: [word for word in words if last_letter(word) == key] for key in keys}
    assert sum(len(items) for _, items in groups) == len(words)
