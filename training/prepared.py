"""Prepared documents: what training reads instead of texts."""

from __future__ import annotations

import pickle
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from onrecord.labelling.encoder.pieces import Pieces
from training.places import WORK

NEITHER, SOURCE, CONTENT = 0, 1, 2


@dataclass(frozen=True, slots=True)
class Marked:
    """A mention in pieces: its first, last and head piece, the number of its label, and its entity."""

    first: int
    last: int
    head: int
    label: int
    entity: str


@dataclass(slots=True)
class Taught:
    """What the teachers say of a document, as chances.

    `tags` are [pieces, tags] for each tagger; `roles[k]` is, for cue number k, the first piece of the window that the
    teachers saw it in, and the chances [pieces of that window, 3] of neither, source and content.
    """

    tags: dict[str, NDArray[np.float16]]
    roles: list[tuple[int, NDArray[np.float16]]] = field(default_factory=list)


@dataclass(slots=True)
class Prepared:
    """A document in word pieces.

    `cues` holds the first and the last piece of each cue, `roles[k]` for each piece what it is to cue number k.
    `mentions` and `times` (a tag for each piece) are None where the corpus does not mark them, as is `cues`.
    Where teachers have read it, `taught` is what they say, and `told` names the fields that are theirs alone.
    """

    name: str
    pieces: Pieces
    cues: list[tuple[int, int]] | None = None
    roles: list[NDArray[np.int8]] = field(default_factory=list)
    mentions: list[Marked] | None = None
    times: NDArray[np.int8] | None = None
    held_out: bool = False
    taught: Taught | None = None
    told: frozenset[str] = frozenset()


def load(name: str) -> list[Prepared]:
    """A prepared part, such as "polnear-train"."""
    with (WORK / f"{name}.pickle").open("rb") as source:
        made: list[Prepared] = pickle.load(source)
    return made


def held_out(name: str) -> list[Prepared]:
    """The documents of a prepared part that are kept from training."""
    return [d for d in load(name) if d.held_out]
