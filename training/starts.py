"""What an encoder starts from: the tensors of its base model, under the names and in the sizes of our own network."""

from __future__ import annotations

import torch
from safetensors.torch import load_file
from torch import Tensor

from onrecord.labelling.encoder.pieces import CLS, MASK, PAD, SEP
from training.places import WORK
from training.shapes import Shape

KINDS = ("weight", "bias")
FIRST_POSITION, PIECES_AHEAD = 2, 4
"""In MPNet's tables the first position is number 2, and BERT's pieces stand behind four special ones."""
SPECIAL = {PAD: 1, CLS: 0, SEP: 2, MASK: 30526}
"""BERT's number of a special piece → MPNet's."""


def start_of(shape: Shape) -> dict[str, Tensor]:
    """The state of an encoder of that shape, but for what no base model has (its looks)."""
    base = load_file(WORK / shape.base / "model.safetensors")
    own, layers = MAKERS[shape.base](base)
    for number, taken in enumerate(shape.taken):
        for name, tensor in _narrowed(layers[taken], shape.inner).items():
            own[f"layers.{number}.{name}"] = tensor
    return own


def _minilm(base: dict[str, Tensor]) -> tuple[dict[str, Tensor], list[dict[str, Tensor]]]:
    renamed = {
        "out": "attention.output.dense",
        "attended": "attention.output.LayerNorm",
        "up": "intermediate.dense",
        "down": "output.dense",
        "finished": "output.LayerNorm",
    }
    asked = ("attention.self.query", "attention.self.key", "attention.self.value")
    own = {
        "words.weight": base["embeddings.word_embeddings.weight"],
        "positions.weight": base["embeddings.position_embeddings.weight"]
        + base["embeddings.token_type_embeddings.weight"][0],
        "embedded.weight": base["embeddings.LayerNorm.weight"],
        "embedded.bias": base["embeddings.LayerNorm.bias"],
    }
    return own, [_layer(base, f"encoder.layer.{k}.", renamed, asked) for k in range(6)]


def _mpnet(base: dict[str, Tensor]) -> tuple[dict[str, Tensor], list[dict[str, Tensor]]]:
    renamed = {
        "out": "attention.attn.o",
        "attended": "attention.LayerNorm",
        "up": "intermediate.dense",
        "down": "output.dense",
        "finished": "output.LayerNorm",
    }
    asked = ("attention.attn.q", "attention.attn.k", "attention.attn.v")
    words = base["embeddings.word_embeddings.weight"]
    turned = words[PIECES_AHEAD:-1].clone()
    for ours, theirs in SPECIAL.items():
        turned[ours] = words[theirs]
    own = {
        "words.weight": turned,
        "positions.weight": base["embeddings.position_embeddings.weight"][FIRST_POSITION:],
        "apart.weight": base["encoder.relative_attention_bias.weight"],
        "embedded.weight": base["embeddings.LayerNorm.weight"],
        "embedded.bias": base["embeddings.LayerNorm.bias"],
    }
    return own, [_layer(base, f"encoder.layer.{k}.", renamed, asked) for k in range(12)]


MAKERS = {"minilm": _minilm, "mpnet": _mpnet}


def _layer(base: dict[str, Tensor], old: str, renamed: dict[str, str], asked: tuple[str, ...]) -> dict[str, Tensor]:
    made = {f"qkv.{kind}": torch.cat([base[f"{old}{part}.{kind}"] for part in asked]) for kind in KINDS}
    for mine, theirs in renamed.items():
        made |= {f"{mine}.{kind}": base[f"{old}{theirs}.{kind}"] for kind in KINDS}
    return made


def _narrowed(layer: dict[str, Tensor], inner: int) -> dict[str, Tensor]:
    """The layer with the `inner` neurons that weigh most: what feeds a neuron and what leaves it, by length."""
    weigh = layer["up.weight"].norm(dim=1) * layer["down.weight"].norm(dim=0)
    kept = weigh.topk(inner).indices.sort().values
    cut = {
        "up.weight": layer["up.weight"][kept],
        "up.bias": layer["up.bias"][kept],
        "down.weight": layer["down.weight"][:, kept],
    }
    return layer | cut
