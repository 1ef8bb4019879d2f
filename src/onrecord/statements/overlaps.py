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
        self._blocks: dict[int, list[Draft]] = {}
        for draft in drafts:
            self.add(draft)

    def add(self, draft: Draft) -> None:
        """Remember one more draft."""
        for block in _blocks(draft.extent):
            self._blocks.setdefault(block, []).append(draft)

    def of(self, span: Span) -> Iterator[Draft]:
        """Each draft whose extent overlaps the span, once, in the order of adding within a block."""
        seen: set[int] = set()
        for block in _blocks(span):
            for draft in self._blocks.get(block, ()):
                if id(draft) not in seen and draft.extent.overlaps(span):
                    seen.add(id(draft))
                    yield draft


def _blocks(span: Span) -> range:
    return range(span.start // BLOCK, (span.end - 1) // BLOCK + 1)
