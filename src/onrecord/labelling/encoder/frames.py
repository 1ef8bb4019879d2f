"""A text in windows as the network reads them, each with the middle part that it alone decides on."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from onrecord.labelling.encoder.network import Encoded, Network
from onrecord.labelling.encoder.pieces import BREAK, Pieces, windows
from onrecord.labelling.encoder.units import unit_starts
from onrecord.lexicon.cues import cue_forms
from onrecord.records import Span
from onrecord.text.segments import WORD

WINDOW, OVERLAP = 350, 48
"""Pieces in a window, and how many of them it shares with its neighbour."""


@dataclass(frozen=True, slots=True)
class Frame:
    """One window of a text after the network has read it.

    `first` is the number of its first piece in the text; everything else counts from there.  `edges` are where units
    start, and the window's end; `owned` is the half-open range of pieces that this window decides on; `paragraphs`
    numbers the paragraph of each piece.
    """

    pieces: Pieces
    first: int
    owned: tuple[int, int]
    edges: NDArray[np.intp]
    paragraphs: NDArray[np.int64]
    encoded: Encoded

    @property
    def units(self) -> NDArray[np.intp]:
        """The first piece of each unit."""
        return self.edges[:-1]

    def owns(self, piece: int) -> bool:
        """Whether this window decides on the piece."""
        return self.owned[0] <= piece < self.owned[1]

    def span(self, first: int, behind: int) -> Span | None:
        """The characters of the pieces from `first` to before `behind`; None where they have none (a break)."""
        start = int(self.pieces.starts[self.first + first])
        end = int(self.pieces.ends[self.first + behind - 1])
        return Span(start, end) if end > start else None

    def unit_span(self, units: tuple[int, int]) -> Span | None:
        """The characters of a half-open range of units."""
        return self.span(int(self.edges[units[0]]), int(self.edges[units[1]]))


def cue_places(text: str) -> list[int]:
    """Where words stand that open a cue of the lexicon, in code points, sorted."""
    known = cue_forms()
    return [m.start() for m in WORD.finditer(text) if m[0].lower() in known]


def _may_attribute(cues: Sequence[int], start: int, end: int) -> bool:
    """The cheap pass: where no word of the cue lexicon stands, the network need not look."""
    place = bisect_left(cues, start)
    return place < len(cues) and cues[place] < end


def frames(text: str, pieces: Pieces, network: Network) -> Iterator[Frame]:
    """The windows of a text that may attribute something, in order; with the others they own every piece once."""
    cues = cue_places(text)
    starts = unit_starts(text, pieces)
    paragraphs = np.cumsum(pieces.ids == BREAK)
    ranges = windows(len(pieces), WINDOW, OVERLAP)
    for number, (first, behind) in enumerate(ranges):
        low = (ranges[number - 1][1] + first) // 2 if number else 0
        high = (behind + ranges[number + 1][0]) // 2 if number + 1 < len(ranges) else len(pieces)
        units = starts[np.searchsorted(starts, first) : np.searchsorted(starts, behind)] - first
        if len(units) and _may_attribute(cues, int(pieces.starts[first]), int(pieces.ends[behind - 1])):
            (encoded,) = network.encode([pieces.ids[first:behind]], [pieces.looks[first:behind]])
            edges = np.concatenate(([0], units[1:], [behind - first]))
            yield Frame(pieces, first, (low - first, high - first), edges, paragraphs[first:behind], encoded)
