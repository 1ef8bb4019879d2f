"""Bootstrap intervals of time expressions: what they say of perfect, of missing and of mixed predictions."""

from __future__ import annotations

from pathlib import Path

import pytest
from evals.time_intervals import METRICS, Expression, counts, f1, intervals

WANTED: list[Expression] = [(0, 7, "DATE", "2022-01-11"), (20, 27, "DURATION", "P10D")]


@pytest.fixture(autouse=True)
def _corpora(shared: Path) -> None:
    """The scorer is read from the corpora."""


def test_what_is_as_wanted_is_right_by_every_metric() -> None:
    one = counts(WANTED, WANTED)
    assert [f1([one], metric) for metric in METRICS] == [1.0] * len(METRICS)


def test_a_wider_extent_is_right_by_the_relaxed_ones_alone() -> None:
    one = counts(WANTED, [(0, 9, "DATE", "2022-01-11"), (20, 27, "SET", "P1D")])
    assert [one[metric] for metric in METRICS] == [1, 2, 1, 1]


def test_an_interval_holds_the_figure_and_is_a_point_where_documents_agree() -> None:
    good, bad = counts(WANTED, WANTED), counts(WANTED, [])
    assert intervals([good] * 5)["value"] == (1.0, 1.0, 1.0)
    value, low, high = intervals([good, bad] * 10)["value"]
    assert low < value < high
