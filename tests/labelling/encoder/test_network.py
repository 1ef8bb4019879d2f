"""The network in ONNX Runtime: int8 beside float32, and links that only look back."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.labelling.encoder.network import Encoded, Network, exact
from onrecord.labelling.encoder.pieces import Pieces, pieces_of, tokenizer
from onrecord.labelling.encoder.weights import Weights, in_columns, read_weights

TEXT = (
    "The ferry to Oster will sail again on Monday, transport minister Ida Holm told reporters on Friday.\n"
    "“The ice is gone and the hull is sound,” she said. According to mayor Karl Berg, the bridge stays shut until the "
    "snow melts. The harbour master denied that anybody had asked him, and a spokesman for the ferry line declined to "
    "comment on what it called a rumour.\n"
)


@pytest.fixture(scope="module")
def weights() -> Weights:
    return read_weights()


@pytest.fixture(scope="module")
def pieces(weights: Weights) -> Pieces:
    return pieces_of(TEXT, tokenizer(weights.vocabulary))


def read(network: Network, pieces: Pieces) -> Encoded:
    (found,) = network.encode([pieces.ids], [pieces.looks])
    return found


def test_int8_and_float32_say_the_same(weights: Weights, pieces: Pieces) -> None:
    whole, rounded = (read(Network(weights, in_int8=on), pieces) for on in (False, True))
    assert np.linalg.norm(whole.hidden - rounded.hidden) <= 0.08 * np.linalg.norm(whole.hidden)
    for name, chances in whole.tags.items():
        alike = chances.argmax(axis=1) == rounded.tags[name].argmax(axis=1)
        assert alike.mean() >= 0.97


def test_a_network_rounds_only_where_that_is_exact_and_not_unwanted(weights: Weights) -> None:
    assert Network(weights).in_int8 is exact(weights.graphs["probe"])
    assert not Network(weights, in_int8=False).in_int8


def test_a_mention_refers_to_nothing_or_to_an_earlier_one(weights: Weights, pieces: Pieces) -> None:
    network = Network(weights)
    heads = np.arange(0, len(pieces), 3)
    chances = np.exp(network.links(read(network, pieces), heads))
    assert chances.shape == (len(heads), 1 + len(heads))
    assert np.allclose(chances.sum(axis=1), 1, atol=1e-4)
    assert np.triu(chances[:, 1:]).max() < 1e-6


@given(st.lists(st.lists(st.floats(-8, 8, width=32), min_size=3, max_size=3), min_size=1, max_size=9))
def test_a_column_in_int8_is_off_by_half_a_step_at_most(rows: list[list[float]]) -> None:
    weight = np.array(rows, np.float32)
    whole, scale = in_columns(weight)
    assert (np.abs(whole * scale - weight) <= 0.501 * scale + 1e-9).all()
