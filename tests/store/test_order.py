"""Whatever the order and the batches in which articles come, an SQLite store ends with the same rows."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.archive import Analysis
from onrecord.engines import InProcess
from onrecord.reading import read
from onrecord.records import Article, Findings
from onrecord.store import SqliteStore, dump
from tests.store.reports import in_batches


@cache
def sample() -> tuple[Findings, ...]:
    return findings_of(Path(str(files("onrecord").joinpath("samples"))))


def findings_of(path: Path) -> tuple[Findings, ...]:
    articles = [a for a in read(path) if isinstance(a, Article)]
    results = Analysis().run(articles, InProcess())
    return tuple(one for batch in results for one in batch if isinstance(one, Findings))


def dumped(batches: Sequence[Sequence[Findings]]) -> list[str]:
    store = SqliteStore(":memory:")
    for batch in batches:
        store.add(batch)
    lines = list(dump(store))
    store.close()
    return lines


@settings(max_examples=10)
@given(data=st.data())
def test_the_sample_in_any_order_and_batches(data: st.DataObject) -> None:
    assert len(sample()) >= 12
    assert dumped(data.draw(in_batches(sample()))) == dumped([sample()])


def test_real_articles_backwards_and_one_by_one(shared: Path) -> None:
    found = findings_of(shared / "data" / "utterances" / "docs.jsonl")
    assert len(found) == 25
    assert dumped([[one] for one in reversed(found)]) == dumped([found])
