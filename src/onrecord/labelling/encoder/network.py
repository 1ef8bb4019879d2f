"""The encoder and its heads in ONNX Runtime, on one thread: arrays in, scores out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from onrecord.errors import LabellingError
from onrecord.labelling.encoder.mentions import LEFT, LINK_WIDTH
from onrecord.labelling.encoder.pieces import CLS, SEP
from onrecord.labelling.encoder.roles import (
    buckets,
    distances,
    paragraph_steps,
    reaches_out,
    spread,
    surroundings,
)
from onrecord.labelling.encoder.weights import INT8, PROBED, SCALE, Graph, Weights, in_columns

Floats = NDArray[np.float32]
Places = NDArray[np.intp]
Array = NDArray[Any]

ONE_THREAD = 1 << 18
"""Multiplications in a product of matrices up to which OpenBLAS keeps to one thread."""


@dataclass(frozen=True, slots=True)
class Encoded:
    """One window.

    `tags` are the log-probabilities [pieces, tags] of each tagger that the weights have: "cue", and perhaps "head" (of
    mentions) and "time".
    `hidden` [2 + pieces, width] and `pieces` [2 + pieces, role width] are what the other heads read, edges and all.
    """

    hidden: Floats
    pieces: Floats
    tags: dict[str, Floats]


class Network:
    """The graphs with their weights.  Threads: one network per thread or process.

    The encoder's layers multiply in int8 where the processor does so exactly (see `exact`), elsewhere and without
    `in_int8` in float32; which says nearly the same.  Raises LabellingError where ONNX Runtime cannot load them.
    """

    def __init__(self, weights: Weights, *, in_int8: bool = True) -> None:
        self._mentions = {n: t for n, t in weights.tensors.items() if n.startswith("mentions.")}
        self.in_int8 = in_int8 and "probe" in weights.graphs and exact(weights.graphs["probe"])
        self._encoder = _session(weights, "encoder-int8" if self.in_int8 else "encoder")
        self._roles = _session(weights, "roles")

    def encode(self, ids: Sequence[NDArray[np.int32]], looks: Sequence[NDArray[np.int8]]) -> list[Encoded]:
        """Windows of one length, each as the numbers and looks of its pieces."""
        count, length = len(ids), len(ids[0]) + 2
        framed = np.zeros((2, count, length), np.int32)
        framed[0, :, 0], framed[0, :, -1] = CLS, SEP
        framed[0, :, 1:-1], framed[1, :, 1:-1] = np.stack(ids), np.stack(looks)
        given = {"ids": framed[0], "looks": framed[1], "places": np.arange(length, dtype=np.int32)}
        names = ["hidden", "pieces", *self.taggers]
        hidden, pieces, *tags = self._encoder.run(names, given)
        chances = [log_softmax(t[:, 1:-1]) for t in tags]
        return [
            Encoded(hidden[k], pieces[k], {name: c[k] for name, c in zip(self.taggers, chances, strict=True)})
            for k in range(count)
        ]

    @property
    def taggers(self) -> list[str]:
        """The taggers that the weights have."""
        return [name for name in self._encoder.outputs if name not in ("hidden", "pieces")]

    def roles(self, window: Encoded, ends: Sequence[tuple[int, int]], paragraphs: NDArray[np.int64]) -> Floats:
        """Log-probabilities [cues, pieces, 3] that a piece is neither, source or content of a cue in the window.

        `ends` holds the first and the last piece of each cue, `paragraphs` for each piece the number of its paragraph.
        """
        framed = np.pad(paragraphs, 1, mode="edge")
        places = np.array(ends, np.intp).reshape(-1, 2) + 1
        starts, size = surroundings(places, len(framed))
        near = self._role_scores(window, places, framed, starts, size)
        scores = spread(near, starts, len(framed))
        far = reaches_out(near, starts, len(framed))
        if far.any():
            nowhere = np.zeros(int(far.sum()), np.intp)
            scores[far] = self._role_scores(window, places[far], framed, nowhere, len(framed))
        return scores[:, 1:-1]

    def _role_scores(self, window: Encoded, places: Places, paragraphs: Places, starts: Places, size: int) -> Floats:
        """Log-probabilities [cues, size, 3] of the `size` pieces from each cue's start on."""
        count = len(paragraphs)
        here = starts[:, None] + np.arange(size)
        given = {
            "pieces": window.pieces[here],
            "ends": window.hidden[places].reshape(len(places), -1),
            "distance": np.stack([distances(count, *cue)[at] for cue, at in zip(places, here, strict=True)]),
            "paragraph": np.stack(
                [paragraph_steps(paragraphs, c)[at] for c, at in zip(places[:, 0], here, strict=True)]
            ),
        }
        (found,) = self._roles.run(["role"], given)
        return log_softmax(found)

    def extents(self, window: Encoded, heads: NDArray[np.intp]) -> NDArray[np.int64]:
        """How many pieces each head's mention reaches to the left and to the right of it, [heads, 2]."""
        scores = self._linear(window.hidden[heads + 1], "mentions.extent")
        return np.stack([scores[:, :LEFT].argmax(axis=1), scores[:, LEFT:].argmax(axis=1)], axis=1)

    def links(self, window: Encoded, heads: NDArray[np.intp]) -> Floats:
        """Log-probabilities [heads, 1 + heads] that a head refers to nothing before it, or to each earlier head."""
        hidden = window.hidden[heads + 1]
        asks, offers, wants, has = np.split(self._linear(hidden, "mentions.link"), 4, axis=1)
        scores = np.full((len(heads), 1 + len(heads)), np.float32(-1e4))
        scores[:, :1] = self._linear(hidden, "mentions.none")
        later, earlier = np.nonzero(heads[None, :] < heads[:, None])
        gaps = self._mentions["mentions.gap.weight"][buckets(heads[earlier] - heads[later])]
        pairs = np.maximum(wants[later] + has[earlier] + gaps, 0)
        fits = (
            np.einsum("ij,jk->i", pairs, self._mentions["mentions.pair.weight"]) + self._mentions["mentions.pair.bias"]
        )
        likes = product(asks, offers.T)[later, earlier] / np.sqrt(np.float32(LINK_WIDTH))
        scores[later, earlier + 1] = likes + fits
        return log_softmax(scores)

    def _linear(self, x: Floats, name: str) -> Floats:
        return product(x, self._mentions[f"{name}.weight"]) + self._mentions[f"{name}.bias"]


class Session:
    """A graph in ONNX Runtime with its weights, on one thread.

    Raises LabellingError where ONNX Runtime cannot load it.
    """

    def __init__(self, name: str, graph: Graph, given: Mapping[str, Array]) -> None:
        import onnxruntime as ort

        self._values = [ort.OrtValue.ortvalue_from_numpy(given[w]) for w in graph.asks_for]  # read where they are
        options = ort.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        options.log_severity_level = 3
        options.add_external_initializers(list(graph.asks_for), self._values)
        try:
            self._made = ort.InferenceSession(graph.model, options, providers=["CPUExecutionProvider"])
        except Exception as error:  # ONNX Runtime's errors share no base class
            raise LabellingError(f"the encoder's graph {name!r} cannot be loaded: {error}") from error
        self.outputs = [output.name for output in self._made.get_outputs()]

    def run(self, outputs: Sequence[str], given: Mapping[str, Array]) -> list[Floats]:
        """The outputs of these names."""
        found: list[Floats] = self._made.run(list(outputs), dict(given))
        return found


def _session(weights: Weights, name: str) -> Session:
    """The graph of that name with its weights; those it wants in int8 are made of the others, column by column."""
    graph = weights.graphs[name]
    given: dict[str, Array] = {}
    for asked in graph.asks_for:
        if asked.endswith(INT8):
            weight = asked.removesuffix(INT8)
            given[asked], given[weight + SCALE] = in_columns(weights.tensors[weight])
        elif asked not in given:
            given[asked] = weights.tensors[asked]
    return Session(name, graph, given)


def exact(probe: Graph) -> bool:
    """Whether this processor multiplies int8 exactly: older ones cut the sum of two large products short."""
    weight, scale = in_columns(np.ones((PROBED, PROBED), np.float32))
    given: dict[str, Array] = {"probe.weight" + INT8: weight, "probe.weight" + SCALE: scale}
    given["probe.bias"] = np.zeros(PROBED, np.float32)
    (found,) = Session("probe", probe, given).run(["y"], {"x": np.ones((2, PROBED), np.float32)})
    return bool(np.allclose(found, PROBED, rtol=1e-3))


def product(x: Floats, y: Floats) -> Floats:
    """The matrix product, in blocks of rows so small that OpenBLAS multiplies them on this thread.

    The threads that it wakes for larger ones wait in a loop for more, and other processes go without the cores.
    """
    rows = max(2, ONE_THREAD // y.size)
    blocks = np.pad(x, ((0, -len(x) % rows), (0, 0))).reshape(-1, rows, x.shape[1])
    out: Floats = (blocks @ y).reshape(-1, y.shape[1])[: len(x)]
    return out


def log_softmax(scores: Floats) -> Floats:
    """Log-probabilities over the last axis."""
    shifted = scores - scores.max(axis=-1, keepdims=True)
    out: Floats = shifted - np.log(np.exp(shifted).sum(axis=-1, keepdims=True))
    return out
