"""A text in windows as the network reads them, each with the middle part that it alone decides on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from onrecord.labelling.encoder.network import Encoded, Network
from onrecord.labelling.encoder.pieces import BREAK, Pieces, windows
from onrecord.labelling.encoder.units import unit_starts
from onrecord.records import Span

WINDOW, OVERLAP = 318, 64
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


def frames(text: str, pieces: Pieces, network: Network) -> Iterator[Frame]:
    """The windows of a text, in order; together they own every piece once."""
    starts = unit_starts(text, pieces)
    paragraphs = np.cumsum(pieces.ids == BREAK)
    ranges = windows(len(pieces), WINDOW, OVERLAP)
    for number, (first, behind) in enumerate(ranges):
        low = (ranges[number - 1][1] + first) // 2 if number else 0
        high = (behind + ranges[number + 1][0]) // 2 if number + 1 < len(ranges) else len(pieces)
        units = starts[np.searchsorted(starts, first) : np.searchsorted(starts, behind)] - first
        if len(units):
            (encoded,) = network.encode([pieces.ids[first:behind]], [pieces.looks[first:behind]])
            edges = np.concatenate(([0], units[1:], [behind - first]))
            yield Frame(pieces, first, (low - first, high - first), edges, paragraphs[first:behind], encoded)
