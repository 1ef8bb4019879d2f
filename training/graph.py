"""The network as ONNX graphs without weights: `encoder.onnx` for windows, `roles.onnx` for the cues of one window.

Written node by node, so that the fused operators of ONNX Runtime are used and every weight keeps its name.
`encoder-int8.onnx` is the encoder once more, for processors that multiply whole numbers fast: the products of its
layers take int8 weights, one scale a column, and round their input to 256 steps between its extremes (`rounding.py`).
`probe.onnx`, one such product, tells whether a processor does it exactly.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import onnx
from onnx import TensorProto, helper

from onrecord.labelling.encoder.weights import INT8, PROBED, SCALE
from training.rounding import APART, CALM
from training.shapes import Shape

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
    in_int8: bool = False
    """Whether the layers multiply whole numbers."""

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

    def product(self, x: str, name: str) -> str:
        """`x` times the weight of that name, plus its bias, inside a layer."""
        if f"{name}{CALM}" in self.shapes:
            x = self.node("Mul", [x, f"{name}{CALM}"])
        if not self.in_int8:
            return self.linear(x, name)
        int8, scale = f"{name}.weight{INT8}", f"{name}.weight{SCALE}"
        self.weights |= {int8: self.shapes[f"{name}.weight"], scale: self.shapes[f"{name}.weight"][1:]}
        return self.node("DynamicQuantizeMatMul", [x, int8, scale, "", f"{name}.bias"], domain=FUSED)

    def gelu(self, x: str) -> str:
        """The exact Gaussian error linear unit."""
        return self.node("Gelu", [x], domain=FUSED)

    def normalised(self, x: str, name: str, epsilon: float, output: str | None = None) -> str:
        """Layer normalisation over the last axis; the mean is taken off by itself, which is three times as fast."""
        mean = self.node("ReduceMean", [x], axes=[-1])
        even = self.node("Sub", [x, mean])
        scaled = self.node("SimplifiedLayerNormalization", [even, f"{name}.weight"], axis=-1, epsilon=epsilon)
        return self.node("Add", [scaled, f"{name}.bias"], *([output] if output else []))

    def model(self, inputs: dict[str, tuple[int, list[object]]], outputs: dict[str, list[object]]) -> onnx.ModelProto:
        """The finished model; its weights are named, and given when it is loaded."""
        infos = [helper.make_tensor_value_info(n, t, s) for n, (t, s) in inputs.items()]
        results = [helper.make_tensor_value_info(n, TensorProto.FLOAT, s) for n, s in outputs.items()]
        stored = [_elsewhere(name, shape) for name, shape in self.weights.items()]
        graph = helper.make_graph(self.nodes, "onrecord", infos, results, stored)
        domains = [helper.make_opsetid("", OPSET), helper.make_opsetid(FUSED, FUSED_OPSET)]
        return helper.make_model(graph, opset_imports=domains, ir_version=IR, producer_name="onrecord")


def _elsewhere(name: str, shape: tuple[int, ...]) -> onnx.TensorProto:
    kind = TensorProto.INT8 if name.endswith(INT8) else TensorProto.FLOAT
    tensor = TensorProto(name=name, data_type=kind, dims=shape, data_location=TensorProto.EXTERNAL)
    tensor.external_data.append(onnx.StringStringEntryProto(key="location", value="tensors.safetensors"))
    return tensor


def encoder(shapes: dict[str, tuple[int, ...]], measures: Shape, *, in_int8: bool = False) -> onnx.ModelProto:
    """ids, looks [windows, pieces], places [pieces] → hidden, each piece's tags, what the role head makes of it.

    Of networks whose attention is not told how far apart two pieces are: those that ship.
    """
    g = Graph(shapes=shapes, in_int8=in_int8)
    words = g.node("Gather", ["encoder.words.weight", "ids"])
    places = g.node("Gather", ["encoder.positions.weight", "places"])
    looks = g.node("Gather", ["encoder.looks.weight", "looks"])
    x = g.node("Add", [g.node("Add", [words, places]), looks])
    x = g.normalised(x, "encoder.embedded", measures.epsilon)
    for number in range(measures.layers):
        output = "hidden" if number == measures.layers - 1 else None
        x = _layer(g, x, f"encoder.layers.{number}", measures, output)
    g.linear(x, "roles.piece", "pieces")
    taggers = [name for name, weights in TAGGERS.items() if f"{weights}.weight" in shapes]
    for name in taggers:
        g.linear(x, TAGGERS[name], name)
    ids: list[object] = ["windows", "length"]
    whole = TensorProto.INT32
    return g.model(
        {"ids": (whole, ids), "looks": (whole, ids), "places": (whole, ["length"])},
        {"hidden": [*ids, "width"], "pieces": [*ids, "role_width"], **{n: [*ids, f"{n}_tags"] for n in taggers}},
    )


def probe() -> onnx.ModelProto:
    """x [rows, inputs] times an int8 weight → y [rows, outputs]."""
    size: tuple[int, ...] = (PROBED, PROBED)
    g = Graph(shapes={"probe.weight": size, "probe.bias": size[1:]}, in_int8=True)
    g.node("Identity", [g.product("x", "probe")], "y")
    return g.model({"x": (TensorProto.FLOAT, ["rows", PROBED])}, {"y": ["rows", PROBED]})


def _layer(g: Graph, x: str, name: str, measures: Shape, output: str | None) -> str:
    epsilon = measures.epsilon
    asked = g.node("Split", [g.product(x, f"{name}.qkv")], *(f"{name}.{part}" for part in "qkv"), axis=-1)
    parts = [asked, f"{name}.k", f"{name}.v"]
    mixed = g.node("MultiHeadAttention", parts, domain=FUSED, num_heads=measures.heads)
    x = g.normalised(g.node("Add", [g.product(mixed, f"{name}.out"), x]), f"{name}.attended", epsilon)
    inner = g.product(g.gelu(g.product(x, f"{name}.up")), f"{name}.down")
    if f"{name}.up{APART}.weight" in g.shapes:
        few = g.gelu(g.linear(x, f"{name}.up{APART}"))
        inner = g.node("Add", [inner, g.node("MatMul", [few, f"{name}.down{APART}.weight"])])
    return g.normalised(g.node("Add", [inner, x]), f"{name}.finished", epsilon, output)


def roles(shapes: dict[str, tuple[int, ...]]) -> onnx.ModelProto:
    """pieces [cues, pieces, 2 * role width] near each cue, ends [cues, 2 * width], buckets [cues, pieces] → scores."""
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
            "pieces": (TensorProto.FLOAT, ["cues", "length", "role_width"]),
            "ends": (TensorProto.FLOAT, ["cues", "ends_width"]),
            "distance": buckets,
            "paragraph": buckets,
        },
        {"role": ["cues", "length", 3]},
    )
