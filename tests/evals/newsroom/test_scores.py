"""The scores: everything for the truth, less for trivial predictors, and the index as its authors define it."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from evals.newsroom.__main__ import figures, table
from evals.newsroom.agreement import Hits, adjusted_rand
from evals.newsroom.baselines import TRIVIAL
from evals.newsroom.cascade import Cascade, cascade
from evals.newsroom.claims import Claims, true_claims
from evals.newsroom.knobs import EASY, HARD, MEDIUM
from evals.newsroom.product import asked
from evals.newsroom.scorecard import Scorecard, labels

ROOT = Path(__file__).resolve().parents[3]
ONE = cascade(MEDIUM, seed=3, number=0)


def scored(one: Cascade, claims: Claims) -> dict[str, float | None]:
    card = Scorecard()
    card.add(one, claims)
    return card.figures()


def test_the_truth_scores_one_everywhere_and_trivial_predictors_less() -> None:
    found = figures(HARD, {"truth": true_claims, **TRIVIAL}, count=20, seed=6)
    assert set(found["truth"].values()) == {1.0}
    for name in TRIVIAL:
        for figure in ("adjusted rand", "primary all", "origins exact", "relation, nearest", "relay via"):
            value = found[name][figure]
            assert value is not None
            assert value < 0.95, (name, figure)


def test_a_report_in_the_wrong_group_costs() -> None:
    truth = true_claims(ONE)
    first, second, *rest = truth.groups
    moved = min(first - ONE.truth.undecided)
    worse = replace(truth, groups=(first - {moved}, second | {moved}, *rest))
    value = scored(ONE, worse)["adjusted rand"]
    assert value is not None
    assert 0 < value < 1


def test_a_report_of_two_origins_belongs_with_either() -> None:
    one = next(c for c in (cascade(HARD, seed=3, number=n) for n in range(20)) if c.truth.undecided)
    truth = true_claims(one)
    moved = min(one.truth.undecided)
    groups = [group - {moved} for group in truth.groups]
    for place, group in enumerate(groups):
        claims = replace(truth, groups=(*groups[:place], group | {moved}, *groups[place + 1 :]))
        assert scored(one, claims)["adjusted rand"] == 1.0


def test_a_report_that_was_not_found_stands_alone() -> None:
    claims = Claims(groups=())
    _, found = labels(ONE.truth, claims)
    assert len(set(found)) == len(found)


def test_origins_may_be_one_above_the_truth_but_not_two() -> None:
    truth = true_claims(ONE)
    for more, allowed in ((1, 1.0), (2, 0.0)):
        claims = replace(truth, high=ONE.truth.origins + more)
        assert scored(ONE, claims)["origins not above +1"] == allowed
        assert scored(ONE, claims)["origins exact"] == 0.0
        assert scored(ONE, claims)["origins within bounds"] == 1.0


@pytest.mark.parametrize(
    ("truth", "found", "index"),
    [
        ("aabb", "xxyy", 1.0),
        ("aabb", "xyxy", -0.5),
        ("aaab", "xxxx", 0.0),
        ("aaabbb", "xxyyzz", 0.2424),
        ("aaaa", "xxxx", 1.0),
        ("abcd", "wxyz", 1.0),
    ],
)
def test_adjusted_rand_by_hand(truth: str, found: str, index: float) -> None:
    assert adjusted_rand(truth, found) == pytest.approx(index, abs=1e-4)
    assert adjusted_rand(found, truth) == pytest.approx(index, abs=1e-4)


def test_f1_of_nothing_is_nothing() -> None:
    hits = Hits()
    assert hits.f1 is None
    hits.add(frozenset({"a", "b"}), frozenset({"b", "c", "d"}))
    assert hits.f1 == pytest.approx(0.4)


def test_the_product_is_asked_through_its_public_answers() -> None:
    one = cascade(EASY, seed=1, number=1)
    claims = asked(one, "rules")
    docs = {d.doc for d in one.documents}
    assert claims.groups
    assert frozenset().union(*claims.groups) <= docs
    assert claims.who in one.truth.primary.who
    value = scored(one, claims)["adjusted rand"]
    assert value is not None
    assert value > 0.3


def test_the_command_prints_every_figure() -> None:
    command = [sys.executable, "-m", "evals.newsroom", "--level", "easy", "--cascades", "1", "--labeller", "rules"]
    done = subprocess.run([*command, "--json"], cwd=ROOT, capture_output=True, check=True)
    found = json.loads(done.stdout)
    assert list(found) == ["product", *TRIVIAL]
    assert list(found["product"]) == list(Scorecard().figures())
    assert "adjusted rand" in table(found)
