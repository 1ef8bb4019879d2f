"""Which drafts overlap a stretch of text, found without looking at all of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from onrecord.records.spans import Span
from onrecord.statements.draft import Draft

BLOCK = 500
"""Code points a block: long enough that most drafts lie in one, short enough that few lie in each."""


class Overlaps:
    """Drafts by the blocks of text that their extents touch."""

    def __init__(self, drafts: Iterable[Draft] = ()) -> None:
        self._blocks: dict[int, list[tuple[int, int, Draft]]] = {}
        for draft in drafts:
            self.add(draft)

    def add(self, draft: Draft) -> None:
        """Remember one more draft."""
        start, end = draft.extent
        for block in _blocks(start, end):
            self._blocks.setdefault(block, []).append((start, end, draft))

    def of(self, span: Span) -> Iterator[Draft]:
        """Each draft whose extent overlaps the span, once, in the order of adding within a block."""
        start, end = span
        for block in _blocks(start, end):
            new = block * BLOCK if block > start // BLOCK else 0  # what starts earlier was met in an earlier block
            for low, high, draft in self._blocks.get(block, ()):
                if low < end and start < high and low >= new:
                    yield draft


def _blocks(start: int, end: int) -> range:
    return range(start // BLOCK, (end - 1) // BLOCK + 1)
