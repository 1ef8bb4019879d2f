"""Mentions from the encoder: heads by tag, extents by distance, antecedents by likeness of two heads."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from onrecord.records import MentionForm, MentionKind

LABELS = tuple((kind.value, form.value) for kind in MentionKind for form in MentionForm)
"""What a mention may be; tag 0 is "no head of a mention", tag k + 1 is label k."""
LEFT, RIGHT = 16, 24
"""How many distances (pieces) from a head to the first and to the last piece of its mention are told apart."""
LINK_WIDTH = 64
"""Numbers of which the likeness of two heads is the product."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A mention in pieces of the text: head word, extent (all half-open), and the head piece that it refers back to."""

    head: tuple[int, int]
    extent: tuple[int, int]
    kind: MentionKind
    form: MentionForm
    score: float
    antecedent: int | None = None
    link_score: float = 0.0


def head_units(scores: NDArray[np.float32], units: NDArray[np.intp], least: float) -> list[tuple[int, int, float]]:
    """Units that head a mention with a chance of at least `least`: unit, label number, and that chance.

    `scores` [pieces, 1 + labels] are log-probabilities; a unit is judged by its first piece.
    """
    here = scores[units]
    chances = 1 - np.exp(here[:, 0])
    labels = here[:, 1:].argmax(axis=1)
    return [(int(u), int(labels[u]), float(chances[u])) for u in np.flatnonzero(chances >= least)]


def antecedents(scores: NDArray[np.float32]) -> list[tuple[int | None, float]]:
    """For each head the number of the head it refers to (None: to none before it), and how probable that is.

    Heads that refer to one another are one entity, and an entity is as probable as all its heads together; of the
    likeliest one the likeliest head is named.  `scores` [heads, 1 + heads] are log-probabilities, of none first.
    """
    chances = np.exp(scores)
    entities = np.zeros(len(scores), np.intp)
    out: list[tuple[int | None, float]] = []
    for head, (none, *_) in enumerate(chances):
        earlier = chances[head, 1 : head + 1]
        together = np.bincount(entities[:head], weights=earlier, minlength=1)
        entity = int(together.argmax())
        if together[entity] > none:
            entities[head] = entity
            out.append((int(np.where(entities[:head] == entity, earlier, -1).argmax()), float(together[entity])))
        else:
            entities[head] = head
            out.append((None, float(none)))
    return out


def widened(extent: tuple[int, int], edges: Sequence[int] | NDArray[np.intp]) -> tuple[int, int]:
    """The extent (half-open, in pieces) out to the edges of whole units; `edges` are sorted and cover it."""
    first = int(np.searchsorted(edges, extent[0], side="right")) - 1
    behind = int(np.searchsorted(edges, extent[1], side="left"))
    return int(edges[max(first, 0)]), int(edges[min(behind, len(edges) - 1)])
