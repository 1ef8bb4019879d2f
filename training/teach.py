"""Step 3: networks read the training texts, to teach.  `python -m training.teach [TEACHER …] [--device D]`

Writes CORPUS-taught.pickle: the prepared documents; where a corpus marks no cues, those that the network trained for
attributions alone finds, and where it marks no mentions, those of the one trained for mentions alone.  Without them a
head learns nothing about the texts of the other corpora, and what it says of those is noise.  Where cues are marked,
the mean chances of the teachers (checkpoints such as teacher-1) stand beside them, as a softer lesson.
"""

from __future__ import annotations

import argparse
import pickle
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from onrecord.labelling.encoder.mentions import LEFT
from onrecord.labelling.encoder.pieces import BREAK, CLS, SEP, windows
from onrecord.labelling.encoder.roles import buckets, distances, paragraph_steps
from training.network import Network
from training.places import WORK
from training.prepared import Marked, Prepared, Taught, load
from training.shapes import SHAPES
from training.train import STAGES

SIZE, OVERLAP = 350, 96
"""Pieces in a window, and how many two neighbours share."""
SURE = 0.5
"""The least chance with which a piece heads a mention, or a cue goes on."""
CORPORA = ("polnear", "gum", "timeml")


@dataclass(slots=True)
class View:
    """One window of a document: its pieces, those it decides on, and the specialist's vectors."""

    document: Prepared
    first: int
    behind: int
    owned: range
    hidden: Tensor

    def __len__(self) -> int:
        return self.behind - self.first


class Specialist:
    """A network that was trained already; its checkpoint is named by its stage, and perhaps a number."""

    def __init__(self, name: str, device: str) -> None:
        self.device = torch.device(device)
        self.network = Network(SHAPES[STAGES[name.split("-")[0]].shape])
        state = torch.load(WORK / f"{name}.checkpoint", weights_only=True, map_location=self.device)
        self.network.load_state_dict(state["average"], strict=False)  # it may know fewer heads
        self.network.to(self.device).eval()

    def views(self, document: Prepared) -> list[View]:
        """The document's windows, which together decide on every piece once."""
        ranges, pieces = windows(len(document.pieces), SIZE, OVERLAP), document.pieces
        if not ranges:
            return []
        ids = [[CLS, *pieces.ids[a:b].tolist(), SEP] for a, b in ranges]
        looks = [[0, *pieces.looks[a:b].tolist(), 0] for a, b in ranges]
        hidden = self.network.encoder(torch.tensor(ids).to(self.device), torch.tensor(looks).to(self.device))[:, 1:-1]
        out = []
        for k, (first, behind) in enumerate(ranges):
            low = (ranges[k - 1][1] + first) // 2 if k else 0
            high = (behind + ranges[k + 1][0]) // 2 if k + 1 < len(ranges) else len(pieces)
            out.append(View(document, first, behind, range(low, high), hidden[k]))
        return out

    @torch.no_grad()
    def teach_cues(self, document: Prepared) -> None:
        """Add cues, their roles, and the chances of both."""
        document.cues = list(cue_ranges(_chances(self.views(document), self.network.cue)))
        document.roles = [np.zeros(len(document.pieces), np.int8) for _ in document.cues]
        document.taught = self.lesson(document)
        document.told |= {"cues"}

    @torch.no_grad()
    def lesson(self, document: Prepared) -> Taught:
        """The chances of cue tags, and of the roles to the document's cues."""
        views = self.views(document)
        homes = [next(v for v in views if first in v.owned) for first, _ in document.cues or ()]
        roles = [(h.first, self._roles(h, cue)) for h, cue in zip(homes, document.cues or (), strict=True)]
        return Taught({"cue": _chances(views, self.network.cue)}, roles)

    def _roles(self, view: View, cue: tuple[int, int]) -> NDArray[np.float16]:
        first, last = cue[0] - view.first, min(cue[1], view.behind - 1) - view.first
        breaks = np.cumsum(view.document.pieces.ids[view.first : view.behind] == BREAK)
        far = torch.from_numpy(distances(len(view), first, last)).long().to(self.device)[None]
        steps = torch.from_numpy(paragraph_steps(breaks, first)).long().to(self.device)[None]
        ends = torch.cat((view.hidden[first], view.hidden[last]))[None]
        scores = self.network.roles(self.network.roles.piece(view.hidden)[None], ends, far, steps)
        return _half(scores[0].softmax(dim=-1))

    @torch.no_grad()
    def teach_mentions(self, document: Prepared) -> None:
        """Add mentions, with entities by their links, and the chances of heads."""
        views = self.views(document)
        tags = _chances(views, self.network.mentions.label)
        document.mentions = [m for view in views for m in self._mentions(view, tags)]
        document.taught = document.taught or Taught({})
        document.taught.tags["head"] = tags
        document.told |= {"mentions"}

    def _mentions(self, view: View, tags: NDArray[np.float16]) -> Iterator[Marked]:
        """The mentions whose head the window decides on."""
        here = tags[view.first : view.behind]
        heads = np.flatnonzero(1 - here[:, 0] >= SURE)
        if not len(heads):
            return
        vectors = view.hidden[torch.from_numpy(heads).to(self.device)]
        reach = self.network.mentions.extent(vectors)
        left, right = reach[:, :LEFT].argmax(dim=1).tolist(), reach[:, LEFT:].argmax(dim=1).tolist()
        entities = self._entities(heads, vectors)
        for k, head in enumerate(heads.tolist()):
            if view.first + head in view.owned:
                edges = max(head - left[k], 0), min(head + right[k], len(view) - 1)
                moved = (view.first + edges[0], view.first + edges[1], view.first + head)
                yield Marked(*moved, int(here[head, 1:].argmax()) + 1, f"{view.first}-{entities[k]}")

    def _entities(self, heads: NDArray[np.int64], vectors: Tensor) -> list[int]:
        """For each head the number of the first head of its entity."""
        later, earlier = np.nonzero(heads[None, :] < heads[:, None])
        pairs = torch.from_numpy(np.stack((later, earlier), axis=1)).to(self.device)
        gaps = torch.from_numpy(buckets(heads[earlier] - heads[later])).long().to(self.device)
        out: list[int] = []
        for k, answer in enumerate(self.network.mentions.links(vectors, pairs, gaps).argmax(dim=1).tolist()):
            out.append(out[answer - 1] if answer else k)
        return out


def _chances(views: Sequence[View], head: torch.nn.Linear) -> NDArray[np.float16]:
    """The chances of a tagger [pieces, tags], of each piece by the window that decides on it."""
    parts = [_half(head(v.hidden).softmax(dim=-1))[v.owned.start - v.first : v.owned.stop - v.first] for v in views]
    return np.concatenate([np.zeros((0, head.out_features), np.float16), *parts])


def mean(lessons: Sequence[Taught]) -> Taught:
    """The mean of lessons about the same document."""
    tags = {name: _middle([one.tags[name] for one in lessons]) for name in lessons[0].tags}
    roles = [
        (same[0][0], _middle([chances for _, chances in same]))
        for same in zip(*(o.roles for o in lessons), strict=True)
    ]
    return Taught(tags, roles)


def _middle(chances: Sequence[NDArray[np.float16]]) -> NDArray[np.float16]:
    made: NDArray[np.float16] = np.stack(chances).mean(axis=0, dtype=np.float32).astype(np.float16)
    return made


def _half(chances: Tensor) -> NDArray[np.float16]:
    made: NDArray[np.float16] = chances.half().cpu().numpy()
    return made


def cue_ranges(chances: NDArray[np.float16]) -> Iterator[tuple[int, int]]:
    """First and last piece of each stretch that is rather a cue than not; `chances` of outside, begins, goes on."""
    first = None
    for k, (outside, begins, goes_on) in enumerate([*chances.tolist(), [1.0, 0.0, 0.0]]):
        if first is not None and (outside >= SURE or begins > goes_on):
            yield first, k - 1
            first = None
        if outside < SURE and first is None:
            first = k


def main() -> None:
    """Teach every corpus what it does not mark."""
    options = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    options.add_argument("teachers", nargs="*")
    options.add_argument("--device", default="cpu", help="cpu or cuda")
    chosen = options.parse_args()
    attributions, mentions, *teachers = (
        Specialist(name, chosen.device) for name in ("attributions", "mentions", *chosen.teachers)
    )
    for corpus in CORPORA:
        documents = load(f"{corpus}-train")
        for document in documents:
            if document.cues is None:
                attributions.teach_cues(document)
            elif teachers:
                document.taught = mean([teacher.lesson(document) for teacher in teachers])
            if document.mentions is None:
                mentions.teach_mentions(document)
        with (WORK / f"{corpus}-taught.pickle").open("wb") as out:
            pickle.dump(documents, out)
        found = sum(len(d.mentions or ()) for d in documents), sum(len(d.cues or ()) for d in documents)
        print(f"{corpus}: {len(documents)} documents, {found[0]} mentions, {found[1]} cues", flush=True)


if __name__ == "__main__":
    main()
