"""One text out of a page's blocks: joined by a blank line, with the map from its offsets to the page's."""

from __future__ import annotations

from collections.abc import Iterable

from onrecord.reading.page_blocks import Block
from onrecord.records import OffsetRun

JOINT = "\n\n"


def joined(blocks: Iterable[Block]) -> tuple[str, tuple[OffsetRun, ...]]:
    """The text of the blocks and its offset map; every run is the page's own letters, one for one."""
    parts: list[str] = []
    runs: list[OffsetRun] = []
    length = 0
    for block in blocks:
        if parts:
            length += len(JOINT)
        parts.append(block.text)
        runs += [OffsetRun(run.start + length, run.page_start, run.length) for run in block.runs]
        length += len(block.text)
    return JOINT.join(parts), tuple(runs)
