"""Roles are looked for near the cue first, and in the whole window only where they may go on behind that."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.labelling.encoder import roles
from onrecord.labelling.encoder.network import Network
from onrecord.labelling.encoder.pieces import pieces_of, tokenizer
from onrecord.labelling.encoder.roles import EDGE, NEITHER, REACH, reaches_out, spread, surroundings
from onrecord.labelling.encoder.weights import read_weights

LONG = "The council met in the old town hall, and the clerk read the minutes of the spring session aloud. " * 12
SAID = "Mayor Ida Holm said that the ferry would sail again on Monday. "


@st.composite
def cues(draw: st.DrawFn) -> tuple[np.ndarray, int]:
    count = draw(st.integers(3, 400))
    first = draw(st.lists(st.integers(0, count - 1), min_size=1, max_size=5))
    return np.array([(f, min(count - 1, f + draw(st.integers(0, 4)))) for f in first], np.intp), count


@given(cues())
def test_what_is_looked_at_holds_each_cue_and_lies_in_the_window(given_cues: tuple[np.ndarray, int]) -> None:
    places, count = given_cues
    starts, size = surroundings(places, count)
    assert ((starts >= 0) & (starts + size <= count)).all()
    assert ((starts <= places[:, 0]) & (places[:, 1] < starts + size)).all()
    near = np.maximum(places[:, 0] - REACH, 0) >= starts
    assert near.all()


def scores_with(role_at: int, size: int) -> np.ndarray:
    scores = np.zeros((1, size, 3), np.float32)
    scores[:, :, NEITHER] = 1.0
    scores[0, role_at, 2] = 2.0
    return scores


@pytest.mark.parametrize(
    ("role_at", "start", "reaches"),
    [(EDGE - 1, 10, True), (EDGE - 1, 0, False), (EDGE, 10, False), (-EDGE, 10, True), (-EDGE, 60, False)],
    ids=["in front", "at the window's start", "well inside", "behind", "at the window's end"],
)
def test_a_role_at_the_edge_of_what_was_looked_at_reaches_out(role_at: int, start: int, reaches: bool) -> None:
    assert reaches_out(scores_with(role_at, 40), np.array([start]), 100).tolist() == [reaches]


def test_where_nothing_was_looked_at_there_is_neither_source_nor_content() -> None:
    whole = spread(scores_with(5, 20), np.array([30]), 60)
    assert whole.argmax(axis=-1)[0, 35] == 2
    assert np.delete(whole.argmax(axis=-1)[0], 35).sum() == 0


def test_roles_near_a_cue_are_those_that_the_whole_window_gives(monkeypatch: pytest.MonkeyPatch) -> None:
    weights = read_weights()
    network = Network(weights, in_int8=False)
    pieces = pieces_of(LONG + SAID + LONG, tokenizer(weights.vocabulary))
    middle = int(np.searchsorted(pieces.starts, len(LONG))) - 160
    ids, looks = pieces.ids[middle : middle + 340], pieces.looks[middle : middle + 340]
    (window,) = network.encode([ids], [looks])
    said = int(np.flatnonzero(window.tags["cue"][:, 1] > np.log(0.5))[-1])
    paragraphs = np.zeros(len(ids), np.int64)
    near = network.roles(window, [(said, said)], paragraphs)
    monkeypatch.setattr(roles, "REACH", len(ids))
    whole = network.roles(window, [(said, said)], paragraphs)
    assert whole.argmax(axis=-1).any()
    assert (near.argmax(axis=-1) == whole.argmax(axis=-1)).all()
    inside = slice(said - REACH + EDGE, said + REACH - EDGE)
    assert np.abs(np.exp(near) - np.exp(whole))[:, inside].max() < 1e-4
