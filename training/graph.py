"""The network as two ONNX graphs without weights: `encoder.onnx` for windows, `roles.onnx` for the cues of one window.

Written node by node, so that the fused operators of ONNX Runtime are used and every weight keeps its name.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import onnx
from onnx import TensorProto, helper

from training.network import HEADS, LAYERS

TAGGERS = {"cue": "cue", "head": "mentions.label", "time": "time"}
"""Output → the weights of its head."""
FUSED = "com.microsoft"
OPSET, FUSED_OPSET, IR = 17, 1, 10


@dataclass
class Graph:
    """A graph in the making: nodes in order, and the weights they ask for."""

    nodes: list[onnx.NodeProto] = field(default_factory=list)
    weights: dict[str, tuple[int, ...]] = field(default_factory=dict)
    shapes: dict[str, tuple[int, ...]] = field(default_factory=dict)
    """Shapes of all weights that there are, as the graph wants them."""

    def node(self, kind: str, inputs: Sequence[str], *outputs: str, domain: str = "", **attributes: object) -> str:
        """Add a node; its first output."""
        names = list(outputs) or [f"{kind}_{len(self.nodes)}"]
        for name in inputs:
            if name in self.shapes:
                self.weights[name] = self.shapes[name]
        self.nodes.append(helper.make_node(kind, list(inputs), names, domain=domain, **attributes))
        return names[0]

    def constant(self, name: str, values: Sequence[int]) -> str:
        """A list of whole numbers as an input of other nodes."""
        tensor = helper.make_tensor(name, TensorProto.INT64, [len(values)], list(values))
        return self.node("Constant", [], name, value=tensor)

    def linear(self, x: str, name: str, output: str | None = None) -> str:
        """`x` times the weight of that name, plus its bias."""
        product = self.node("MatMul", [x, f"{name}.weight"])
        return self.node("Add", [product, f"{name}.bias"], *([output] if output else []))

    def gelu(self, x: str) -> str:
        """The exact Gaussian error linear unit."""
        return self.node("Gelu", [x], domain=FUSED)

    def normalised(self, x: str, name: str, epsilon: float) -> str:
        """Layer normalisation over the last axis."""
        return self.node("LayerNormalization", [x, f"{name}.weight", f"{name}.bias"], axis=-1, epsilon=epsilon)

    def model(self, inputs: dict[str, tuple[int, list[object]]], outputs: dict[str, list[object]]) -> onnx.ModelProto:
        """The finished model; its weights are named, and given when it is loaded."""
        infos = [helper.make_tensor_value_info(n, t, s) for n, (t, s) in inputs.items()]
        results = [helper.make_tensor_value_info(n, TensorProto.FLOAT, s) for n, s in outputs.items()]
        stored = [_elsewhere(name, shape) for name, shape in self.weights.items()]
        graph = helper.make_graph(self.nodes, "onrecord", infos, results, stored)
        domains = [helper.make_opsetid("", OPSET), helper.make_opsetid(FUSED, FUSED_OPSET)]
        return helper.make_model(graph, opset_imports=domains, ir_version=IR, producer_name="onrecord")


def _elsewhere(name: str, shape: tuple[int, ...]) -> onnx.TensorProto:
    tensor = TensorProto(name=name, data_type=TensorProto.FLOAT, dims=shape, data_location=TensorProto.EXTERNAL)
    tensor.external_data.append(onnx.StringStringEntryProto(key="location", value="tensors.safetensors"))
    return tensor


def encoder(shapes: dict[str, tuple[int, ...]], tags: Sequence[str]) -> onnx.ModelProto:
    """ids, looks [windows, pieces], places [pieces] → hidden, each piece's tags, what the role head makes of it.

    `tags` names the heads whose tags are wanted: "cue", "head" and "time", those that were trained.
    """
    g = Graph(shapes=shapes)
    words = g.node("Gather", ["encoder.words.weight", "ids"])
    places = g.node("Gather", ["encoder.positions.weight", "places"])
    looks = g.node("Gather", ["encoder.looks.weight", "looks"])
    x = g.node("Add", [g.node("Add", [words, places]), looks])
    x = g.normalised(x, "encoder.embedded", 1e-12)
    for number in range(LAYERS):
        x = _layer(g, x, f"encoder.layers.{number}", "hidden" if number == LAYERS - 1 else None)
    g.linear(x, "roles.piece", "pieces")
    for name in tags:
        g.linear(x, TAGGERS[name], name)
    ids: list[object] = ["windows", "length"]
    whole = TensorProto.INT32
    return g.model(
        {"ids": (whole, ids), "looks": (whole, ids), "places": (whole, ["length"])},
        {"hidden": [*ids, "width"], "pieces": [*ids, "role_width"], **{n: [*ids, f"{n}_tags"] for n in tags}},
    )


def _layer(g: Graph, x: str, name: str, output: str | None) -> str:
    mixed = g.node(
        "Attention", [x, f"{name}.qkv.weight", f"{name}.qkv.bias"], domain=FUSED, num_heads=HEADS, unidirectional=0
    )
    out = g.node("MatMul", [mixed, f"{name}.out.weight"])
    x = _added(g, out, x, f"{name}.attended", f"{name}.out.bias", None)
    up = g.node("MatMul", [x, f"{name}.up.weight"])
    up = g.node("BiasGelu", [up, f"{name}.up.bias"], domain=FUSED)
    down = g.node("MatMul", [up, f"{name}.down.weight"])
    return _added(g, down, x, f"{name}.finished", f"{name}.down.bias", output)


def _added(g: Graph, x: str, skip: str, norm: str, bias: str, output: str | None) -> str:
    inputs = [x, skip, f"{norm}.weight", f"{norm}.bias", bias]
    outputs = [output] if output else []
    return g.node("SkipLayerNormalization", inputs, *outputs, domain=FUSED, epsilon=1e-12)


def roles(shapes: dict[str, tuple[int, ...]]) -> onnx.ModelProto:
    """pieces [pieces, 2 * role width] of a window, ends [cues, 2 * width], buckets [cues, pieces] → role scores."""
    g = Graph(shapes=shapes)
    g.node("Split", ["pieces"], "added", "scaled", axis=-1)
    cue = g.node("Unsqueeze", [g.linear("ends", "roles.cue"), g.constant("axis", [1])])
    g.node("Split", [cue], "cue_added", "cue_scaled", axis=-1)
    near = g.node(
        "Add",
        [
            g.node("Gather", ["roles.distance.weight", "distance"]),
            g.node("Gather", ["roles.paragraph.weight", "paragraph"]),
        ],
    )
    added = g.gelu(g.node("Add", [g.node("Add", [near, "cue_added"]), "added"]))
    scaled = g.node("Mul", ["cue_scaled", "scaled"])
    x = g.linear(g.node("Concat", [added, scaled], axis=-1), "roles.mix")
    x = g.normalised(x, "roles.start", 1e-5)
    for number, step in enumerate((1, 2, 4)):
        name = f"roles.around.{number}"
        turned = g.node("Transpose", [x], perm=[0, 2, 1])
        around = g.node(
            "Conv",
            [turned, f"{name}.weight", f"{name}.bias"],
            kernel_shape=[3],
            dilations=[step],
            pads=[step, step],
        )
        around = g.gelu(g.node("Transpose", [around], perm=[0, 2, 1]))
        x = g.normalised(g.node("Add", [x, around]), f"roles.settled.{number}", 1e-5)
    g.linear(x, "roles.role", "role")
    buckets: tuple[int, list[object]] = (TensorProto.INT32, ["cues", "length"])
    return g.model(
        {
            "pieces": (TensorProto.FLOAT, ["length", "role_width"]),
            "ends": (TensorProto.FLOAT, ["cues", "ends_width"]),
            "distance": buckets,
            "paragraph": buckets,
        },
        {"role": ["cues", "length", 3]},
    )
