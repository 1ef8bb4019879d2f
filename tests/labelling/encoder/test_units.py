"""Units of decoding: whole words, and the best path of classes through them."""

from itertools import pairwise, product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from onrecord.labelling.encoder.pieces import pieces_of
from onrecord.labelling.encoder.units import best_path, runs, unit_means, unit_starts
from tests.labelling.encoder.test_pieces import TOKENS

scores = arrays(np.float32, st.tuples(st.just(1), st.integers(1, 6), st.just(3)), elements=st.floats(-9, 0, width=32))


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("Kassym-Jomart spoke.", ["Kassym-Jomart", "spoke", "."]),
        ("The U.S. isn’t", ["The", "U.S", ".", "isn’t"]),
        ("“Yes,” he said", ["“", "Yes", ",", "”", "he", "said"]),
    ],
)
def test_a_word_is_one_unit(text: str, units: list[str]) -> None:
    pieces = pieces_of(text, TOKENS)
    edges = [*unit_starts(text, pieces).tolist(), len(pieces)]
    spans = [(pieces.starts[a], pieces.ends[b - 1]) for a, b in pairwise(edges)]
    assert [text[s:e] for s, e in spans] == units


@given(scores, st.sampled_from([0.0, 0.5, 2.0]))
def test_the_best_path_is_the_best_of_all_paths(log_chances: np.ndarray, change: float) -> None:
    units = log_chances.shape[1]

    def worth(path: tuple[int, ...]) -> float:
        changes = sum(a != b for a, b in pairwise(path))
        return float(sum(log_chances[0, u, c] for u, c in enumerate(path)) - change * changes)

    found = tuple(int(c) for c in best_path(log_chances, change)[0])
    best = max(worth(path) for path in product(range(3), repeat=units))
    assert worth(found) == pytest.approx(best, abs=1e-4)


def test_many_cues_are_decoded_as_each_alone() -> None:
    random = np.random.default_rng(1).normal(size=(5, 40, 3)).astype(np.float32)
    together = best_path(random, 0.7)
    for row in range(5):
        assert np.array_equal(together[row], best_path(random[row : row + 1], 0.7)[0])


def test_a_unit_has_the_mean_of_its_pieces() -> None:
    pieces = np.array([[[0.0], [2.0], [5.0]]], np.float32)
    assert unit_means(pieces, np.array([0, 2])).tolist() == [[[1.0], [5.0]]]


@given(st.lists(st.booleans(), max_size=30))
def test_runs_are_the_true_stretches(mask: list[bool]) -> None:
    found = runs(np.array(mask, bool))
    assert [k for a, b in found for k in range(a, b)] == [k for k, on in enumerate(mask) if on]
    assert all(a == 0 or not mask[a - 1] for a, _ in found)
