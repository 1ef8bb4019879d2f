"""The intervals of the sourcing figures: the totals of the scorer, and a range of sets of articles around them."""

from __future__ import annotations

from evals.sourcing_intervals import figures, intervals

GOOD = {"one_hit": 4.0, "one_gold": 4.0, "one_pred": 4.0, "mk_name": 1.0, "mk_justification_when_present": None}
POOR = {"one_hit": 0.0, "one_gold": 4.0, "one_pred": 4.0, "mk_name": 0.5, "mk_justification_when_present": 0.0}


def test_counts_are_summed_and_shares_are_means_of_the_articles_that_have_one() -> None:
    found = figures([GOOD, GOOD, POOR, POOR])
    assert found["one_f1"] == 0.5
    assert found["mk_name"] == 0.75
    assert found["mk_justification_when_present"] == 0.0


def test_the_interval_lies_around_the_figure_and_is_the_same_each_time() -> None:
    articles = [GOOD, POOR] * 5
    low, high = intervals(articles)["one_f1"]
    assert 0.0 <= low < 0.5 < high <= 1.0
    assert intervals(articles) == intervals(articles)
    assert intervals([GOOD] * 3)["one_f1"] == (1.0, 1.0)
