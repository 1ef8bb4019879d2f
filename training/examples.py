"""Windows of prepared documents, varied and batched for the network."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields, replace
from itertools import pairwise

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from onrecord.labelling.encoder.mentions import LEFT, RIGHT
from onrecord.labelling.encoder.pieces import BREAK, CLOSES, CLS, MASK, OPENS, SEP
from onrecord.labelling.encoder.roles import buckets, distances, paragraph_steps
from training.prepared import CONTENT, SOURCE, Marked, Prepared

WINDOW = 350
SHORTEST = 64
WITHOUT_MARKS, WITHOUT_CASE, MASKED = 0.12, 0.15, 0.03
"""Shares of windows that lose their quotation marks or their letter case, and of pieces that are masked."""
NO_LABEL = -100


@dataclass(slots=True)
class Window:
    """A stretch of a document, with the pieces CLS in front and SEP behind; None where nothing is marked.

    `taught` are the teachers' chances of tags, [pieces, tags], and `taught_roles` [cues, pieces, 3] of roles: rows of
    zeros where they say nothing.  `told` names the fields that are theirs.
    """

    ids: NDArray[np.int64]
    looks: NDArray[np.int64]
    cues: list[tuple[int, int]] | None
    roles: NDArray[np.int8]
    mentions: list[Marked] | None
    times: NDArray[np.int64] | None
    taught: dict[str, NDArray[np.float32]]
    taught_roles: NDArray[np.float32]
    told: frozenset[str]

    def __len__(self) -> int:
        return len(self.ids)


@dataclass(slots=True)
class Batch:
    """Windows as tensors, padded; what is not marked has the label NO_LABEL.

    `ids`, `looks`, `cue`, `flat`, `head` and `time` are [windows, pieces]; for each cue `of_cue` has its window, first
    and last piece, `distance`, `paragraph` and `role` are [cues, pieces]; for each mention `of_head` has its window and
    head piece, `left` and `right` the distances to its edges; `pairs` [pairs, 2] are the
    numbers of two heads of one window, the second before the first, `gap` the bucket of their distance, and `same` says
    whether they are one entity.
    `taught` and `taught_roles` are the teachers' chances, rows of zeros where they say nothing.
    """

    ids: Tensor
    looks: Tensor
    cue: Tensor
    flat: Tensor
    head: Tensor
    time: Tensor
    of_cue: Tensor
    distance: Tensor
    paragraph: Tensor
    role: Tensor
    of_head: Tensor
    left: Tensor
    right: Tensor
    pairs: Tensor
    gap: Tensor
    same: Tensor
    taught: dict[str, Tensor]
    taught_roles: Tensor

    def to(self, device: torch.device) -> Batch:
        """The same on a device."""

        def moved(value: Tensor | dict[str, Tensor]) -> Tensor | dict[str, Tensor]:
            if isinstance(value, dict):
                return {name: tensor.to(device, non_blocking=True) for name, tensor in value.items()}
            return value.to(device, non_blocking=True)

        return Batch(**{f.name: moved(getattr(self, f.name)) for f in fields(self)})


def cut(document: Prepared, first: int, behind: int) -> Window:
    """The window of the pieces from `first` to before `behind`, with the cues and heads that lie in it."""
    pieces = document.pieces
    ids = np.concatenate(([CLS], pieces.ids[first:behind], [SEP])).astype(np.int64)
    looks = np.concatenate(([0], pieces.looks[first:behind], [0])).astype(np.int64)
    inside = [k for k, (a, b) in enumerate(document.cues or ()) if first <= a and b < behind]
    roles = np.zeros((len(inside), len(ids)), np.int8)
    for row, k in enumerate(inside):
        roles[row, 1:-1] = document.roles[k][first:behind]
    cues = document.cues and [(document.cues[k][0] - first + 1, document.cues[k][1] - first + 1) for k in inside]
    mentions = None
    if document.mentions is not None:
        mentions = [_moved(m, 1 - first) for m in document.mentions if first <= m.head < behind]
    times = None
    if document.times is not None:
        times = np.concatenate(([0], document.times[first:behind], [0])).astype(np.int64)
    return Window(ids, looks, cues, roles, mentions, times, *_taught(document, first, behind, inside), document.told)


def _taught(
    document: Prepared, first: int, behind: int, cues: Sequence[int]
) -> tuple[dict[str, NDArray[np.float32]], NDArray[np.float32]]:
    """What the teachers say of the pieces from `first` to before `behind`, and of the cues of these numbers."""
    roles = np.zeros((len(cues), behind - first + 2, 3), np.float32)
    if document.taught is None:
        return {}, roles
    tags = {n: np.pad(t[first:behind].astype(np.float32), ((1, 1), (0, 0))) for n, t in document.taught.tags.items()}
    for row, k in enumerate(cues if document.taught.roles else ()):
        start, chances = document.taught.roles[k]
        low, high = max(first, start), min(behind, start + len(chances))
        roles[row, low - first + 1 : high - first + 1] = chances[low - start : high - start]
    return tags, roles


def _moved(mention: Marked, by: int) -> Marked:
    return replace(mention, first=mention.first + by, last=mention.last + by, head=mention.head + by)


def windows(document: Prepared, rng: random.Random) -> Iterator[Window]:
    """The document in windows that do not overlap, cut at other places each time."""
    count = len(document.pieces)
    edges = [0, *range(rng.randrange(WINDOW), count, WINDOW), count]
    edges = [edges[0], *(e for e in edges[1:-1] if SHORTEST <= e <= count - SHORTEST), count]
    for first, behind in pairwise(edges):
        yield cut(document, first, behind)


def varied(window: Window, rng: random.Random) -> Window:
    """The window as it might arrive from elsewhere: without quotation marks, in lower case, with words unknown."""
    if window.cues is not None and rng.random() < WITHOUT_MARKS:
        window = _without_marks(window)
    ids, looks = window.ids.copy(), window.looks.copy()
    if rng.random() < WITHOUT_CASE:
        looks -= looks % 3
    noise = np.array([rng.random() < MASKED for _ in range(len(ids))])
    ids[noise & (ids > MASK)] = MASK
    return replace(window, ids=ids, looks=looks)


def _without_marks(window: Window) -> Window:
    """The window without quotation marks; what stands on one (a mention's edge) moves to the piece before it."""
    kept = ~np.isin(window.looks // 3, (OPENS, CLOSES))
    place = np.maximum(np.cumsum(kept) - 1, 0)
    marked = window.mentions
    if marked is not None:
        ends = len(kept) - 1
        inside = ((m, max(m.first, 0), min(m.last, ends)) for m in marked if kept[m.head])
        moved = ((m, int(place[first]), int(place[last]), int(place[m.head])) for m, first, last in inside)
        marked = [replace(m, first=min(a, h), last=max(b, h), head=h) for m, a, b, h in moved]
    return replace(
        window,
        ids=window.ids[kept],
        looks=window.looks[kept] % 3,
        cues=[(int(place[a]), int(place[b])) for a, b in window.cues or ()],
        roles=window.roles[:, kept],
        mentions=marked,
        times=None if window.times is None else window.times[kept],
        taught={name: chances[kept] for name, chances in window.taught.items()},
        taught_roles=window.taught_roles[:, kept],
    )


def batches(documents: Sequence[Prepared], seed: int, pieces: int = 2048) -> list[list[Window]]:
    """One pass over the documents in batches of about so many pieces, windows of like length together, shuffled."""
    rng = random.Random(seed)
    every = [varied(w, rng) for d in documents for w in windows(d, rng)]
    every.sort(key=lambda w: len(w) + rng.random() * 16)
    out: list[list[Window]] = [[]]
    for window in every:
        if out[-1] and (len(out[-1]) + 1) * max(len(w) for w in (*out[-1], window)) > pieces * 1.15:
            out.append([])
        out[-1].append(window)
    out = [batch for batch in out if batch]
    rng.shuffle(out)
    return out


def batch_of(windows: Sequence[Window]) -> Batch:
    """The windows as tensors."""
    length = -(-max(map(len, windows)) // 8) * 8  # what the kernels of attention like
    size = (len(windows), length)
    ids, looks = np.zeros(size, np.int64), np.zeros(size, np.int64)
    cue, flat, head, time = (np.full(size, NO_LABEL, np.int64) for _ in range(4))
    for row, window in enumerate(windows):
        here = row, slice(len(window))
        ids[here], looks[here] = window.ids, window.looks
        if window.cues is not None and "cues" not in window.told:
            cue[here], flat[here] = _tags(window)
        if window.mentions is not None and "mentions" not in window.told:
            head[here] = 0
            for mention in window.mentions:
                head[row, mention.head] = mention.label
        if window.times is not None:
            time[here] = window.times
    ids, looks, cue, flat, head, time = map(torch.from_numpy, (ids, looks, cue, flat, head, time))
    taught = _taught_tags(windows, length)
    roles = np.concatenate([np.zeros((0, length, 3), np.float32), *(_padded(w.taught_roles, length) for w in windows)])
    known = (ids, looks, cue, flat, head, time)
    return Batch(*known, *_roles(windows, length), *_heads(windows), taught, torch.from_numpy(roles))


def _taught_tags(windows: Sequence[Window], length: int) -> dict[str, Tensor]:
    """The teachers' chances [windows, pieces, tags] for each tagger that they speak of."""
    out: dict[str, NDArray[np.float32]] = {}
    for row, window in enumerate(windows):
        for name, chances in window.taught.items():
            made = out.setdefault(name, np.zeros((len(windows), length, chances.shape[1]), np.float32))
            made[row, : len(chances)] = chances
    return {name: torch.from_numpy(chances) for name, chances in out.items()}


def _padded(roles: NDArray[np.float32], length: int) -> NDArray[np.float32]:
    return np.pad(roles, ((0, 0), (0, length - roles.shape[1]), (0, 0)))


def _roles(windows: Sequence[Window], length: int) -> tuple[Tensor, Tensor, Tensor, Tensor]:
    of_cue: list[tuple[int, int, int]] = []
    far, steps, roles = [], [], []
    for row, window in enumerate(windows):
        paragraph = np.cumsum(np.pad(window.ids, (0, length - len(window))) == BREAK)
        for (first, last), role in zip(window.cues or (), window.roles, strict=True):
            of_cue.append((row, first, last))
            far.append(distances(length, first, last).astype(np.int64))
            steps.append(paragraph_steps(paragraph, first).astype(np.int64))
            known = np.full(len(window), NO_LABEL, np.int64) if "cues" in window.told else role.astype(np.int64)
            roles.append(np.pad(known, (0, length - len(window)), constant_values=NO_LABEL))
    empty = [np.zeros((0, length), np.int64)]
    stacked = (torch.from_numpy(np.concatenate([*empty, np.reshape(x, (-1, length))])) for x in (far, steps, roles))
    return torch.tensor(of_cue, dtype=torch.long).reshape(-1, 3), *stacked


def _heads(windows: Sequence[Window]) -> tuple[Tensor, Tensor, Tensor, Tensor, Tensor, Tensor]:
    every = [(row, m) for row, window in enumerate(windows) for m in window.mentions or ()]
    of_head = torch.tensor([(row, m.head) for row, m in every], dtype=torch.long).reshape(-1, 2)
    left = torch.tensor([_class(m.head - m.first, LEFT) for _, m in every], dtype=torch.long)
    right = torch.tensor([_class(m.last - m.head, RIGHT) for _, m in every], dtype=torch.long)
    row, place = of_head.numpy().T
    names = np.array([m.entity for _, m in every])
    later, earlier = np.nonzero((row[:, None] == row[None, :]) & (place[None, :] < place[:, None]))
    pairs = np.stack((later, earlier), axis=1)
    gap = buckets(place[earlier] - place[later]).astype(np.int64)
    same = torch.from_numpy(names[later] == names[earlier])
    return of_head, left, right, torch.from_numpy(pairs), torch.from_numpy(gap), same


def _class(distance: int, count: int) -> int:
    return distance if 0 <= distance < count else NO_LABEL


def _tags(window: Window) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Cue tags (0 outside, 1 begins, 2 goes on), and flat tags of all roles (0, then two each: begins, goes on)."""
    cue = np.zeros(len(window), np.int64)
    flat = np.zeros(len(window), np.int64)
    for role, tag in ((SOURCE, 1), (CONTENT, 5)):
        for row in window.roles:
            hit = row == role
            begins = hit & ~np.concatenate(([False], hit[:-1]))
            flat[hit], flat[begins] = tag + 1, tag
    for first, last in window.cues or ():
        cue[first], cue[first + 1 : last + 1] = 1, 2
        flat[first], flat[first + 1 : last + 1] = 3, 4
    return cue, flat
