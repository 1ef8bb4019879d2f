"""Step 5: from a checkpoint to what ships: graphs, int8 tensors, vocabulary, manifest.  `python -m training.export`"""

from __future__ import annotations

import argparse
import hashlib
import json
import shutil
from collections.abc import Collection
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from safetensors.numpy import save

from onrecord.labelling.encoder.manifest import MANIFEST, version_of
from onrecord.labelling.encoder.network import Network as Runtime
from onrecord.labelling.encoder.pieces import CLS, LOOKS, SEP
from onrecord.labelling.encoder.weights import SCALE, is_table, read_weights
from training import graph
from training.network import Network
from training.places import EXPORT, FULL, VOCABULARY, WORK
from training.rounding import APART, parted
from training.shapes import SHAPES
from training.train import STAGES, start_of

SHIPPED = "rounded"
"""The stage whose network ships."""
GROUP = 32
"""Numbers that share a scale: the fewer, the closer to full precision, and the larger the file."""
HEADS = ("encoder.", "cue.", "roles.", "mentions.")
"""What ships; the flat tags only help training, and times are left to the grammar, which finds more of them."""


def packed(tensors: dict[str, NDArray[np.float32]], columns: Collection[str]) -> dict[str, NDArray[np.generic]]:
    """Matrices as int8, with the scale that makes the largest of GROUP numbers of a row 127, or for those named in
    `columns` the largest of the row; vectors, and neurons that stay in float32, as they are."""
    out: dict[str, NDArray[np.generic]] = {}
    for name, tensor in tensors.items():
        if tensor.ndim < 2 or APART in name:
            out[name] = tensor
            continue
        groups = tensor.reshape(len(tensor), -1, tensor.shape[1] if name in columns else GROUP)
        scale = np.maximum(np.abs(groups).max(axis=-1), 1e-12) / 127
        out[name] = np.round(groups / scale[..., None]).astype(np.int8).reshape(tensor.shape)
        out[name + SCALE] = scale.astype(np.float32)
    return out


def trained(stage: str, *, full: bool) -> Network:
    """A stage's network with the averaged weights of its checkpoint; `full` leaves rounding out."""
    network = Network(SHAPES[STAGES[stage].shape]) if full else start_of(STAGES[stage])
    network.load_state_dict(torch.load(WORK / f"{stage}.checkpoint", weights_only=True, map_location="cpu")["average"])
    return network.eval()


def export(stage: str, folder: Path, settings: dict[str, object], *, full: bool = False) -> None:
    """Write the folder that the labeller loads, of a stage's checkpoint; `full` keeps float32 all through."""
    shape = SHAPES[STAGES[stage].shape]
    network = trained(stage, full=full)
    made = {n: t for n, t in network.state_dict().items() if n.startswith(HEADS)}
    products = {f"encoder.{n}": t for n, t in parted(network.encoder).items()}
    tensors = {n: t.numpy() for n, t in (made | products).items()}
    shapes = {n: t.shape if is_table(n) or t.ndim != 2 else t.shape[::-1] for n, t in tensors.items()}
    folder.mkdir(parents=True, exist_ok=True)
    graphs = {"encoder": graph.encoder(shapes, shape), "roles": graph.roles(shapes)}
    if products:
        graphs |= {"encoder-int8": graph.encoder(shapes, shape, in_int8=True), "probe": graph.probe()}
    for name, model in graphs.items():
        (folder / f"{name}.onnx").write_bytes(model.SerializeToString())
    (folder / "tensors.safetensors").write_bytes(save(tensors if full else packed(tensors, products)))
    shutil.copy(VOCABULARY, folder / "vocabulary.txt")
    files = (*(f"{name}.onnx" for name in graphs), "tensors.safetensors", "vocabulary.txt")
    hashes = {name: hashlib.sha256((folder / name).read_bytes()).hexdigest() for name in files}
    asked = {name: [i.name for i in model.graph.initializer] for name, model in graphs.items()}
    manifest = {"sha256": hashes, "graphs": asked, "settings": settings}
    (folder / MANIFEST).write_text(json.dumps(manifest, indent=1) + "\n", encoding="utf-8")
    print(f"largest difference from PyTorch: {disagreement(network, folder):.1e}")
    print(f"{folder}: {version_of(hashes, settings)}, {sum((folder / f).stat().st_size for f in files) / 1e6:.1f} MB")


def disagreement(network: Network, folder: Path) -> float:
    """The largest difference between the vectors of PyTorch and of the exported graph, over one window of all sorts."""
    ids = np.random.default_rng(0).integers(1000, 30000, 200).astype(np.int32)
    looks = (np.arange(200) % LOOKS).astype(np.int8)
    (found,) = Runtime(read_weights(folder)).encode([ids], [looks])
    framed = torch.tensor([[CLS, *ids, SEP]]), torch.tensor([[0, *looks, 0]])
    with torch.no_grad():
        wanted = network.encoder(*framed)[0].numpy()
    return float(np.abs(wanted - found.hidden).max())


def main() -> None:
    """Export a checkpoint, as it ships and in full precision."""
    options = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    options.add_argument("--stage", choices=sorted(STAGES), default=SHIPPED)
    stage = options.parse_args().stage
    export(stage, EXPORT, {})
    export(stage, FULL, {}, full=True)


if __name__ == "__main__":
    main()
