"""The network: MiniLM's six layers over word pieces and their looks, and the heads that read them."""

from __future__ import annotations

from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

from onrecord.labelling.encoder.mentions import LABELS, LEFT, LINK_WIDTH, RIGHT
from onrecord.labelling.encoder.pieces import LOOKS
from onrecord.labelling.encoder.roles import DISTANCES, PARAGRAPHS
from onrecord.labelling.encoder.times import TAGS

WIDTH, HEADS, LAYERS, INNER, VOCABULARY, POSITIONS = 384, 12, 6, 1536, 30522, 512
DROP = 0.1
ROLE_WIDTH = 128


def dropped(x: Tensor, on: bool) -> Tensor:
    """Dropout with one mask for all pieces of a window: as good a regulariser, and much less to draw."""
    if not on:
        return x
    mask = torch.rand(x.shape[0], 1, x.shape[-1], device=x.device) >= DROP
    return x * mask / (1 - DROP)


class Layer(nn.Module):
    """One transformer layer, normalised behind each half (Vaswani 2017)."""

    def __init__(self) -> None:
        super().__init__()
        self.qkv = nn.Linear(WIDTH, 3 * WIDTH)
        self.out = nn.Linear(WIDTH, WIDTH)
        self.attended = nn.LayerNorm(WIDTH, eps=1e-12)
        self.up = nn.Linear(WIDTH, INNER)
        self.down = nn.Linear(INNER, WIDTH)
        self.finished = nn.LayerNorm(WIDTH, eps=1e-12)

    def forward(self, x: Tensor, bias: Tensor) -> Tensor:
        """`x` is [windows, pieces, WIDTH]; `bias` is added to the attention scores (0, or very low for padding)."""
        n, t, _ = x.shape
        q, k, v = self.qkv(x).view(n, t, 3, HEADS, WIDTH // HEADS).permute(2, 0, 3, 1, 4)
        mixed = functional.scaled_dot_product_attention(q, k, v, attn_mask=bias).transpose(1, 2).reshape(n, t, WIDTH)
        x = self.attended(x + dropped(self.out(mixed), self.training))
        return self.finished(x + dropped(self.down(functional.gelu(self.up(x))), self.training))


class Encoder(nn.Module):
    """Word pieces, positions and looks to one vector a piece."""

    def __init__(self) -> None:
        super().__init__()
        self.words = nn.Embedding(VOCABULARY, WIDTH)
        self.positions = nn.Embedding(POSITIONS, WIDTH)
        self.looks = nn.Embedding(LOOKS, WIDTH)
        self.embedded = nn.LayerNorm(WIDTH, eps=1e-12)
        self.layers = nn.ModuleList(Layer() for _ in range(LAYERS))
        nn.init.zeros_(self.looks.weight)

    def forward(self, ids: Tensor, looks: Tensor, shift: int = 0) -> Tensor:
        """`ids` and `looks` are [windows, pieces], padded with 0; `shift` is the position of the first piece."""
        places = torch.arange(shift, shift + ids.shape[1], device=ids.device)
        x = self.embedded(self.words(ids) + self.positions(places) + self.looks(looks))
        bias = (ids == 0).to(x.dtype)[:, None, None, :] * -1e4
        for layer in self.layers:
            x = layer(x, bias)
        return x

    def start_from(self, folder: Path) -> None:
        """Take the weights of the base model (`model.safetensors` in BERT's naming) in the folder."""
        base = load_file(folder / "model.safetensors")
        own = {
            "words.weight": base["embeddings.word_embeddings.weight"],
            "positions.weight": base["embeddings.position_embeddings.weight"]
            + base["embeddings.token_type_embeddings.weight"][0],
            "looks.weight": self.looks.weight.detach(),
            "embedded.weight": base["embeddings.LayerNorm.weight"],
            "embedded.bias": base["embeddings.LayerNorm.bias"],
        }
        renamed = {
            "out": "attention.output.dense",
            "attended": "attention.output.LayerNorm",
            "up": "intermediate.dense",
            "down": "output.dense",
            "finished": "output.LayerNorm",
        }
        for number in range(LAYERS):
            old, new = f"encoder.layer.{number}", f"layers.{number}"
            for kind in ("weight", "bias"):
                parts = [base[f"{old}.attention.self.{part}.{kind}"] for part in ("query", "key", "value")]
                own[f"{new}.qkv.{kind}"] = torch.cat(parts)
                for mine, theirs in renamed.items():
                    own[f"{new}.{mine}.{kind}"] = base[f"{old}.{theirs}.{kind}"]
        self.load_state_dict(own)


class RoleHead(nn.Module):
    """For one cue at a time: what every piece of its window is to it (neither, source, content)."""

    def __init__(self) -> None:
        super().__init__()
        self.piece = nn.Linear(WIDTH, 2 * ROLE_WIDTH)
        self.cue = nn.Linear(2 * WIDTH, 2 * ROLE_WIDTH)
        self.distance = nn.Embedding(DISTANCES, ROLE_WIDTH)
        self.paragraph = nn.Embedding(PARAGRAPHS, ROLE_WIDTH)
        self.mix = nn.Linear(2 * ROLE_WIDTH, ROLE_WIDTH)
        self.start = nn.LayerNorm(ROLE_WIDTH)
        self.around = nn.ModuleList(nn.Conv1d(ROLE_WIDTH, ROLE_WIDTH, 3, padding=d, dilation=d) for d in (1, 2, 4))
        self.settled = nn.ModuleList(nn.LayerNorm(ROLE_WIDTH) for _ in self.around)
        self.role = nn.Linear(ROLE_WIDTH, 3)

    def forward(self, pieces: Tensor, cue: Tensor, distance: Tensor, paragraph: Tensor) -> Tensor:
        """Role scores [cues, pieces, 3].

        `pieces` is [cues, pieces, 2 * ROLE_WIDTH] (what `piece` makes of the window), `cue` [cues, 2 * WIDTH] (the
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

    def __init__(self) -> None:
        super().__init__()
        self.label = nn.Linear(WIDTH, len(LABELS) + 1)
        self.extent = nn.Linear(WIDTH, LEFT + RIGHT)
        self.link = nn.Linear(WIDTH, 2 * LINK_WIDTH)
        self.none = nn.Linear(WIDTH, 1)
        self.gap = nn.Embedding(DISTANCES, 1)

    def links(self, heads: Tensor, gaps: Tensor) -> Tensor:
        """Scores [heads, 1 + heads]: that a head refers to nothing before it, and that it refers to each other head.

        `heads` is [heads, WIDTH]; `gaps` [heads, heads] are distance buckets.
        """
        asks, offers = self.link(heads).chunk(2, dim=-1)
        alike = asks @ offers.T / LINK_WIDTH**0.5 + self.gap(gaps)[..., 0]
        return torch.cat((self.none(heads), alike), dim=1)


class Network(nn.Module):
    """The encoder with its heads."""

    def __init__(self) -> None:
        super().__init__()
        self.encoder = Encoder()
        self.cue = nn.Linear(WIDTH, 3)
        self.flat = nn.Linear(WIDTH, 7)
        self.roles = RoleHead()
        self.mentions = MentionHead()
        self.time = nn.Linear(WIDTH, TAGS)
