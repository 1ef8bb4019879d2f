"""The network: an encoder over word pieces and their looks, and the heads that read it."""

from __future__ import annotations

import math

import torch
from torch import Tensor, nn
from torch.nn import functional

from onrecord.labelling.encoder.mentions import LABELS, LEFT, LINK_WIDTH, RIGHT
from onrecord.labelling.encoder.pieces import LOOKS
from onrecord.labelling.encoder.roles import DISTANCES, PARAGRAPHS
from onrecord.labelling.encoder.times import TAGS
from training.rounding import Product
from training.shapes import Shape
from training.starts import start_of

VOCABULARY, POSITIONS = 30522, 512
DROP = 0.1
ROLE_WIDTH = 128
IMPOSSIBLE = -1e4
APART, FARTHEST = 32, 128
"""Buckets of how far apart two pieces are, and the distance from which all share one."""


def dropped(x: Tensor, on: bool) -> Tensor:
    """Dropout with one mask for all pieces of a window: as good a regulariser, and much less to draw."""
    if not on:
        return x
    mask = torch.rand(x.shape[0], 1, x.shape[-1], device=x.device) >= DROP
    return x * mask / (1 - DROP)


class Layer(nn.Module):
    """One transformer layer, normalised behind each half (Vaswani 2017)."""

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        width = shape.width
        self.heads = shape.heads
        self.qkv = Product(width, 3 * width)
        self.out = Product(width, width)
        self.attended = nn.LayerNorm(width, eps=shape.epsilon)
        self.up = Product(width, shape.inner)
        self.down = Product(shape.inner, width)
        self.finished = nn.LayerNorm(width, eps=shape.epsilon)

    def forward(self, x: Tensor, bias: Tensor) -> Tensor:
        """`x` is [windows, pieces, width]; `bias` is added to the attention scores (0, or very low for padding)."""
        n, t, width = x.shape
        q, k, v = self.qkv(x).view(n, t, 3, self.heads, width // self.heads).permute(2, 0, 3, 1, 4)
        mixed = functional.scaled_dot_product_attention(q, k, v, attn_mask=bias).transpose(1, 2).reshape(n, t, width)
        x = self.attended(x + dropped(self.out(mixed), self.training))
        return self.finished(x + dropped(self.down(functional.gelu(self.up(x))), self.training))


class Encoder(nn.Module):
    """Word pieces, positions and looks to one vector a piece."""

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        self.shape = shape
        self.words = nn.Embedding(VOCABULARY, shape.width)
        self.positions = nn.Embedding(POSITIONS, shape.width)
        self.looks = nn.Embedding(LOOKS, shape.width)
        self.embedded = nn.LayerNorm(shape.width, eps=shape.epsilon)
        self.layers = nn.ModuleList(Layer(shape) for _ in range(shape.layers))
        if shape.relative:
            self.apart = nn.Embedding(APART, shape.heads)
        nn.init.zeros_(self.looks.weight)

    def forward(self, ids: Tensor, looks: Tensor, shift: int = 0) -> Tensor:
        """`ids` and `looks` are [windows, pieces], padded with 0; `shift` is the position of the first piece."""
        places = torch.arange(shift, shift + ids.shape[1], device=ids.device)
        x = self.embedded(self.words(ids) + self.positions(places) + self.looks(looks))
        bias = (ids == 0).to(x.dtype)[:, None, None, :] * -1e4
        if self.shape.relative:
            bias = bias + self.apart(buckets_apart(places)).permute(2, 0, 1)[None]
        for layer in self.layers:
            x = layer(x, bias)
        return x

    def start(self) -> None:
        """Take the weights of the base model."""
        self.load_state_dict({**start_of(self.shape), "looks.weight": self.looks.weight.detach()})


def buckets_apart(places: Tensor) -> Tensor:
    """For each two places the bucket of the signed distance from one to the other (Raffel 2020), [places, places]."""
    signed = places[:, None] - places[None, :]
    far, half, near = signed.abs(), APART // 2, APART // 4
    doubling = near + (far.clamp(min=1) / near).log() / math.log(FARTHEST / near) * (half - near)
    bucket = torch.where(far < near, far, doubling.long().clamp(max=half - 1))
    return bucket + (signed < 0) * half


class RoleHead(nn.Module):
    """For one cue at a time: what every piece of its window is to it (neither, source, content)."""

    def __init__(self, width: int) -> None:
        super().__init__()
        self.piece = nn.Linear(width, 2 * ROLE_WIDTH)
        self.cue = nn.Linear(2 * width, 2 * ROLE_WIDTH)
        self.distance = nn.Embedding(DISTANCES, ROLE_WIDTH)
        self.paragraph = nn.Embedding(PARAGRAPHS, ROLE_WIDTH)
        self.mix = nn.Linear(2 * ROLE_WIDTH, ROLE_WIDTH)
        self.start = nn.LayerNorm(ROLE_WIDTH)
        self.around = nn.ModuleList(nn.Conv1d(ROLE_WIDTH, ROLE_WIDTH, 3, padding=d, dilation=d) for d in (1, 2, 4))
        self.settled = nn.ModuleList(nn.LayerNorm(ROLE_WIDTH) for _ in self.around)
        self.role = nn.Linear(ROLE_WIDTH, 3)

    def forward(self, pieces: Tensor, cue: Tensor, distance: Tensor, paragraph: Tensor) -> Tensor:
        """Role scores [cues, pieces, 3].

        `pieces` is [cues, pieces, 2 * ROLE_WIDTH] (what `piece` makes of the window), `cue` [cues, 2 * width] (the
        vectors of its first and last piece), `distance` and `paragraph` [cues, pieces] are bucket numbers.
        """
        added, scaled = pieces.chunk(2, dim=-1)
        cue_added, cue_scaled = self.cue(cue)[:, None].chunk(2, dim=-1)
        near = self.distance(distance) + self.paragraph(paragraph)
        x = self.start(self.mix(torch.cat((functional.gelu(added + cue_added + near), scaled * cue_scaled), dim=-1)))
        for around, settled in zip(self.around, self.settled, strict=True):
            x = settled(x + functional.gelu(around(x.transpose(1, 2)).transpose(1, 2)))
        scores: Tensor = self.role(x)
        return scores


class MentionHead(nn.Module):
    """Which pieces head a mention, how far it reaches on both sides, and which earlier head it refers back to."""

    reach = (LEFT, RIGHT)

    def __init__(self, width: int) -> None:
        super().__init__()
        self.label = nn.Linear(width, len(LABELS) + 1)
        self.extent = nn.Linear(width, LEFT + RIGHT)
        self.link = nn.Linear(width, 4 * LINK_WIDTH)
        self.gap = nn.Embedding(DISTANCES, LINK_WIDTH)
        self.pair = nn.Linear(LINK_WIDTH, 1)
        self.none = nn.Linear(width, 1)

    def links(self, heads: Tensor, pairs: Tensor, gaps: Tensor) -> Tensor:
        """Scores [heads, 1 + heads]: that a head refers to nothing before it, and that it refers to each other head.

        `heads` is [heads, width]; `pairs` [pairs, 2] are the numbers of a head and of one before it, `gaps` [pairs] the
        buckets of their distance; what is no pair scores very low.  A pair is judged by a product, and by a small
        network over the sum of both and of their distance.
        """
        asks, offers, wants, has = self.link(heads).chunk(4, dim=-1)
        later, earlier = pairs.T
        fits = self.pair(functional.relu(wants[later] + has[earlier] + self.gap(gaps)))[:, 0]
        alike = (asks[later] * offers[earlier]).sum(dim=-1) / LINK_WIDTH**0.5
        scores = heads.new_full((len(heads), len(heads)), IMPOSSIBLE)
        scores = scores.index_put((later, earlier), alike + fits)
        return torch.cat((self.none(heads), scores), dim=1)


class Network(nn.Module):
    """The encoder with its heads."""

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        self.encoder = Encoder(shape)
        self.cue = nn.Linear(shape.width, 3)
        self.flat = nn.Linear(shape.width, 7)
        self.roles = RoleHead(shape.width)
        self.mentions = MentionHead(shape.width)
        self.time = nn.Linear(shape.width, TAGS)
