"""What is minimised: for each head a cross entropy, with what the corpora mark and with what teachers say."""

from __future__ import annotations

import torch
from torch import Tensor
from torch.nn import functional

from training.examples import NO_LABEL, Batch
from training.network import IMPOSSIBLE, Network

PER_CUE = 48.0
"""Pieces around a cue that the loss of its roles is shared among: most of a window is far from the cue, and easy."""
WEIGHTS = {"cue": 4.0, "flat": 1.0, "role": 1.0, "head": 3.0, "extent": 0.5, "link": 0.5, "time": 4.0}
TEACHERS = 0.6
"""The share of the loss that is the teachers' where corpus and teachers both say something."""


def losses(network: Network, batch: Batch, shift: int = 0) -> dict[str, Tensor]:
    """The loss of each head that the batch has labels for; `shift` is the position of the first piece."""
    hidden = network.encoder(batch.ids, batch.looks, shift)
    tagged = {
        "cue": (network.cue, batch.cue),
        "flat": (network.flat, batch.flat),
        "head": (network.mentions.label, batch.head),
        "time": (network.time, batch.time),
    }
    out = {}
    for name, (head, labels) in tagged.items():
        taught = batch.taught.get(name)
        is_marked = bool((labels != NO_LABEL).any())
        if is_marked or taught is not None:
            loss, pieces, said = _cross_entropies(head(hidden), labels, taught)
            out[name] = _blended(loss / pieces.clamp(min=1), said, pieces > 0)
    if len(batch.of_cue):
        out["role"] = _role(network, batch, hidden)
    if len(batch.of_head):
        out.update(_mentions(network, batch, hidden))
    return out


def total(found: dict[str, Tensor]) -> Tensor:
    """The weighted sum."""
    return torch.stack([WEIGHTS[name] * loss for name, loss in found.items()]).sum()


def _cross_entropies(scores: Tensor, labels: Tensor, taught: Tensor | None) -> tuple[Tensor, Tensor, Tensor | None]:
    """The sum over what is marked, how much that is, and the mean over what teachers say (None: nothing)."""
    flat, marked = scores.flatten(0, 1), labels.flatten()
    summed = functional.cross_entropy(flat, marked, ignore_index=NO_LABEL, reduction="sum")
    said = None
    if taught is not None:
        chances = taught.flatten(0, 1)
        said = -(chances * flat.log_softmax(dim=-1)).sum() / chances.sum().clamp(min=1)
    return summed, (marked != NO_LABEL).sum(), said


def _blended(marked: Tensor, said: Tensor | None, is_marked: Tensor) -> Tensor:
    if said is None:
        return marked
    share = torch.where(is_marked, TEACHERS, 1.0)
    return (1 - share) * marked + share * said


def _role(network: Network, batch: Batch, hidden: Tensor) -> Tensor:
    row, first, last = batch.of_cue.T
    ends = torch.cat((hidden[row, first], hidden[row, last]), dim=-1)
    scores = network.roles(network.roles.piece(hidden)[row], ends, batch.distance, batch.paragraph)
    taught = batch.taught_roles if "cue" in batch.taught else None
    loss, pieces, said = _cross_entropies(scores, batch.role, taught)
    if said is not None:
        said = said * batch.taught_roles.sum() / (PER_CUE * len(batch.of_cue))
    return _blended(loss / (PER_CUE * len(batch.of_cue)), said, pieces > 0)


def _mentions(network: Network, batch: Batch, hidden: Tensor) -> dict[str, Tensor]:
    row, head = batch.of_head.T
    heads = hidden[row, head]
    left, right = network.mentions.extent(heads).split(network.mentions.reach, dim=-1)
    edges = [_mean(scores, labels) for scores, labels in ((left, batch.left), (right, batch.right))]
    return {"extent": edges[0] + edges[1], "link": _link(network, batch, heads)}


def _mean(scores: Tensor, labels: Tensor) -> Tensor:
    summed = functional.cross_entropy(scores, labels, ignore_index=NO_LABEL, reduction="sum")
    return summed / (labels != NO_LABEL).sum().clamp(min=1)


def _link(network: Network, batch: Batch, heads: Tensor) -> Tensor:
    """For each head the chance of any right antecedent, or of none (Lee et al. 2017), in its own window."""
    scores = network.mentions.links(heads, batch.pairs, batch.gap)
    same = torch.zeros(len(heads), len(heads), dtype=torch.bool, device=scores.device)
    same[batch.pairs[:, 0], batch.pairs[:, 1]] = batch.same
    right = torch.cat((~same.any(dim=1, keepdim=True), same), dim=1)
    return (scores.logsumexp(dim=1) - scores.masked_fill(~right, IMPOSSIBLE).logsumexp(dim=1)).mean()
