"""The weights on disk: compact, checked by their hash, and restored to what the graphs compute with.

`tensors.safetensors` (the format of Hugging Face's safetensors: eight bytes of header length, a JSON header, raw
numbers) holds matrices as int8, with one float32 scale for every few numbers of a row, under the names of the graphs'
weights.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from onrecord.errors import LabellingError
from onrecord.labelling.encoder.manifest import FOLDER, MANIFEST, file_bytes, read_manifest

SCALE, INT8 = ".scale", ".int8"
"""What is added to the name of a weight for its scales, and for its columns in int8."""
PROBED = 64
"""Rows and columns of the weight that the probe multiplies by."""
TYPES = {"I8": np.int8, "F32": np.float32}


class Graph(NamedTuple):
    """An ONNX model that holds no weights, and the names of those it asks for."""

    model: bytes
    asks_for: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Weights:
    """What one release of the encoder consists of.

    `tensors` are float32, matrices as [in, out]; `settings` are the numbers that decoding was tuned to.
    """

    version: str
    graphs: Mapping[str, Graph]
    tensors: Mapping[str, NDArray[np.float32]]
    vocabulary: tuple[str, ...]
    settings: Mapping[str, Any]


def read_weights(folder: Path = FOLDER) -> Weights:
    """The weights in the folder, each file checked against the manifest.

    Raises LabellingError, which names the file, where one is missing, damaged, or does not belong to the others.
    """
    manifest = read_manifest(folder)
    files = {name: file_bytes(folder / name) for name in manifest.sha256}
    try:
        return Weights(
            version=manifest.version,
            graphs={name: Graph(files[f"{name}.onnx"], asked) for name, asked in manifest.graphs.items()},
            tensors=restored(files["tensors.safetensors"]),
            vocabulary=tuple(files["vocabulary.txt"].decode("utf-8").splitlines()),
            settings=manifest.settings,
        )
    except (ValueError, KeyError) as error:
        raise LabellingError(f"{folder / MANIFEST}: does not describe these weights ({error})") from error


def restored(packed: bytes) -> dict[str, NDArray[np.float32]]:
    """The tensors as float32; what is stored as int8 is multiplied by its scales, [rows, groups of a row].

    Embeddings keep their rows; every other matrix is turned to [in, out], as a matrix product wants it.
    """
    raw = _tensors(packed)
    out = {}
    for name, tensor in raw.items():
        if name.endswith(SCALE):
            continue
        whole = tensor.astype(np.float32)
        if tensor.dtype == np.int8:
            scales = raw[name + SCALE]
            whole = (whole.reshape(*scales.shape, -1) * scales[..., None]).reshape(tensor.shape)
        turned = whole.ndim == 2 and not is_table(name)
        out[name] = np.ascontiguousarray(whole.T) if turned else whole
    return out


def in_columns(weight: NDArray[np.float32]) -> tuple[NDArray[np.int8], NDArray[np.float32]]:
    """A weight [in, out] as int8, and the scale of each column, [out]: exact where it was stored with one scale a
    column."""
    scale = (np.maximum(np.abs(weight).max(axis=0), 1e-12) / 127).astype(np.float32)
    return np.round(weight / scale).astype(np.int8), scale


def is_table(name: str) -> bool:
    """Whether a weight is looked up by row, rather than multiplied."""
    return name.split(".")[-2] in ("words", "positions", "looks", "distance", "paragraph", "gap")


def _tensors(packed: bytes) -> dict[str, NDArray[Any]]:
    size = int.from_bytes(packed[:8], "little")
    header = json.loads(packed[8 : 8 + size])
    body = memoryview(packed)[8 + size :]
    out = {}
    for name, entry in header.items():
        if name != "__metadata__":
            first, behind = entry["data_offsets"]
            out[name] = np.frombuffer(body[first:behind], TYPES[entry["dtype"]]).reshape(entry["shape"])
    return out
