"""The network in ONNX Runtime: int8 beside float32, links that only look back, products on one thread."""

from __future__ import annotations

import time

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.labelling.encoder.network import Encoded, Network, exact, product
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


@pytest.mark.parametrize("rows", [0, 1, 2, 3, 101])
def test_a_product_in_blocks_is_the_product(rows: int) -> None:
    drawn = np.random.default_rng(7)
    x, y = drawn.normal(size=(rows, 384)).astype(np.float32), drawn.normal(size=(384, 256)).astype(np.float32)
    assert product(x, y) == pytest.approx(x @ y, abs=1e-3)


def test_a_product_keeps_to_its_thread() -> None:
    x, y = np.ones((200, 384), np.float32), np.ones((384, 256), np.float32)
    start, used = time.perf_counter(), time.process_time()
    for _ in range(50):
        product(x, y)
    assert time.process_time() - used < 1.3 * (time.perf_counter() - start) + 0.05
