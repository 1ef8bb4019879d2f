"""What is minimised: one cross entropy for each head, over what the batch's corpora mark."""

from __future__ import annotations

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor
from torch.nn import functional

from onrecord.labelling.encoder.mentions import LEFT, RIGHT
from onrecord.labelling.encoder.roles import distances
from training.examples import NO_LABEL, Batch
from training.network import Network

PER_CUE = 48.0
"""Pieces around a cue that the loss of its roles is shared among: most of a window is far from the cue, and easy."""
WEIGHTS = {"cue": 4.0, "flat": 1.0, "role": 1.0, "head": 3.0, "extent": 0.5, "link": 0.5, "time": 4.0}


def losses(network: Network, batch: Batch, shift: int = 0) -> dict[str, Tensor]:
    """The loss of each head that the batch has labels for; `shift` is the position of the first piece."""
    hidden = network.encoder(batch.ids, batch.looks, shift)
    tagged = {
        "cue": (network.cue, batch.cue),
        "flat": (network.flat, batch.flat),
        "head": (network.mentions.label, batch.head),
        "time": (network.time, batch.time),
    }
    out = {
        name: functional.cross_entropy(head(hidden).flatten(0, 1), labels.flatten(), ignore_index=NO_LABEL)
        for name, (head, labels) in tagged.items()
        if bool((labels != NO_LABEL).any())
    }
    if len(batch.of_cue):
        out["role"] = _role(network, batch, hidden)
    if len(batch.of_head):
        out.update(_mentions(network, batch, hidden))
    return out


def total(found: dict[str, Tensor]) -> Tensor:
    """The weighted sum."""
    return sum((WEIGHTS[name] * loss for name, loss in found.items()), torch.zeros(()))


def _role(network: Network, batch: Batch, hidden: Tensor) -> Tensor:
    row, first, last = batch.of_cue.T
    ends = torch.cat((hidden[row, first], hidden[row, last]), dim=-1)
    scores = network.roles(network.roles.piece(hidden)[row], ends, batch.distance, batch.paragraph)
    summed = functional.cross_entropy(
        scores.flatten(0, 1), batch.role.flatten(), ignore_index=NO_LABEL, reduction="sum"
    )
    return summed / (PER_CUE * len(batch.of_cue))


def _mentions(network: Network, batch: Batch, hidden: Tensor) -> dict[str, Tensor]:
    row, head = batch.of_head.T
    heads = hidden[row, head]
    left, right = network.mentions.extent(heads).split([LEFT, RIGHT], dim=-1)
    edges = [
        functional.cross_entropy(scores, labels, ignore_index=NO_LABEL)
        for scores, labels in ((left, batch.left), (right, batch.right))
        if bool((labels != NO_LABEL).any())
    ]
    return {"extent": sum(edges, torch.zeros(())), "link": _link(network, batch, row, head, heads)}


def _link(network: Network, batch: Batch, row: Tensor, head: Tensor, heads: Tensor) -> Tensor:
    """For each head the chance of any right antecedent, or of none (Lee et al. 2017), in its own window."""
    places = head.numpy()
    gaps = torch.from_numpy(np.stack([distances_between(places, int(p)) for p in places]))
    scores = network.mentions.links(heads, gaps)
    before = (row[:, None] == row[None, :]) & (head[None, :] < head[:, None])
    names = np.array(batch.entities)
    same = torch.from_numpy(names[:, None] == names[None, :]) & before
    allowed = torch.cat((torch.ones(len(head), 1, dtype=torch.bool), before), dim=1)
    right = torch.cat((~same.any(dim=1, keepdim=True), same), dim=1)
    every = scores.masked_fill(~allowed, -1e4).logsumexp(dim=1)
    return (every - scores.masked_fill(~right, -1e4).logsumexp(dim=1)).mean()


def distances_between(places: NDArray[np.int64], place: int) -> NDArray[np.int64]:
    """The distance buckets of pieces at `places` from the one at `place`."""
    out: NDArray[np.int64] = distances(int(places.max()) + 1, place, place)[places].astype(np.int64)
    return out
