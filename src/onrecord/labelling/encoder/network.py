"""The encoder and its heads in ONNX Runtime, on one thread: arrays in, scores out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from onrecord.errors import LabellingError
from onrecord.labelling.encoder.mentions import LEFT, LINK_WIDTH
from onrecord.labelling.encoder.pieces import CLS, SEP
from onrecord.labelling.encoder.roles import distances, paragraph_steps
from onrecord.labelling.encoder.weights import Weights

Floats = NDArray[np.float32]


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
    """The two graphs with their weights.  Threads: one network per thread or process.

    Raises LabellingError where ONNX Runtime cannot load them.
    """

    def __init__(self, weights: Weights) -> None:
        import onnxruntime as ort

        self._mentions = {n: t for n, t in weights.tensors.items() if n.startswith("mentions.")}
        self._values: list[ort.OrtValue] = []  # ONNX Runtime reads them where they are
        self._sessions: dict[str, ort.InferenceSession] = {}
        for name, graph in weights.graphs.items():
            values = [ort.OrtValue.ortvalue_from_numpy(weights.tensors[w]) for w in graph.asks_for]
            self._values.extend(values)
            options = ort.SessionOptions()
            options.intra_op_num_threads = options.inter_op_num_threads = 1
            options.log_severity_level = 3
            options.add_external_initializers(list(graph.asks_for), values)
            try:
                made = ort.InferenceSession(graph.model, options, providers=["CPUExecutionProvider"])
            except Exception as error:  # ONNX Runtime's errors share no base class
                raise LabellingError(f"the encoder's graph {name!r} cannot be loaded: {error}") from error
            self._sessions[name] = made

    def encode(self, ids: Sequence[NDArray[np.int32]], looks: Sequence[NDArray[np.int8]]) -> list[Encoded]:
        """Windows of one length, each as the numbers and looks of its pieces."""
        count, length = len(ids), len(ids[0]) + 2
        framed = np.zeros((2, count, length), np.int32)
        framed[0, :, 0], framed[0, :, -1] = CLS, SEP
        framed[0, :, 1:-1], framed[1, :, 1:-1] = np.stack(ids), np.stack(looks)
        given = {"ids": framed[0], "looks": framed[1], "places": np.arange(length, dtype=np.int32)}
        names = ["hidden", "pieces", *self.taggers]
        hidden, pieces, *tags = self._sessions["encoder"].run(names, given)
        chances = [log_softmax(t[:, 1:-1]) for t in tags]
        return [
            Encoded(hidden[k], pieces[k], {name: c[k] for name, c in zip(self.taggers, chances, strict=True)})
            for k in range(count)
        ]

    @property
    def taggers(self) -> list[str]:
        """The taggers that the weights have."""
        return [o.name for o in self._sessions["encoder"].get_outputs() if o.name not in ("hidden", "pieces")]

    def roles(self, window: Encoded, ends: Sequence[tuple[int, int]], paragraphs: NDArray[np.int64]) -> Floats:
        """Log-probabilities [cues, pieces, 3] that a piece is neither, source or content of a cue in the window.

        `ends` holds the first and the last piece of each cue, `paragraphs` for each piece the number of its paragraph.
        """
        framed = np.pad(paragraphs, 1, mode="edge")
        places = np.array(ends, np.intp).reshape(-1, 2) + 1
        given = {
            "pieces": window.pieces,
            "ends": window.hidden[places].reshape(len(places), -1),
            "distance": np.stack([distances(len(framed), first, last) for first, last in places]),
            "paragraph": np.stack([paragraph_steps(framed, first) for first, _ in places]),
        }
        (found,) = self._sessions["roles"].run(["role"], given)
        return log_softmax(found[:, 1:-1])

    def extents(self, window: Encoded, heads: NDArray[np.intp]) -> NDArray[np.int64]:
        """How many pieces each head's mention reaches to the left and to the right of it, [heads, 2]."""
        scores = self._linear(window.hidden[heads + 1], "mentions.extent")
        return np.stack([scores[:, :LEFT].argmax(axis=1), scores[:, LEFT:].argmax(axis=1)], axis=1)

    def links(self, window: Encoded, heads: NDArray[np.intp]) -> Floats:
        """Log-probabilities [heads, 1 + heads] that a head refers to nothing before it, or to each earlier head."""
        hidden = window.hidden[heads + 1]
        asks, offers = np.split(self._linear(hidden, "mentions.link"), 2, axis=1)
        gaps = np.stack([distances(int(heads.max()) + 1, at, at)[heads] for at in heads])
        alike = asks @ offers.T / np.sqrt(np.float32(LINK_WIDTH)) + self._mentions["mentions.gap.weight"][gaps, 0]
        alike = np.where(heads[None, :] < heads[:, None], alike, np.float32(-1e4))
        return log_softmax(np.concatenate((self._linear(hidden, "mentions.none"), alike), axis=1))

    def _linear(self, x: Floats, name: str) -> Floats:
        out: Floats = x @ self._mentions[f"{name}.weight"] + self._mentions[f"{name}.bias"]
        return out


def log_softmax(scores: Floats) -> Floats:
    """Log-probabilities over the last axis."""
    shifted = scores - scores.max(axis=-1, keepdims=True)
    out: Floats = shifted - np.log(np.exp(shifted).sum(axis=-1, keepdims=True))
    return out
