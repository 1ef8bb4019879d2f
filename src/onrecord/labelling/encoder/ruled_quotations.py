"""Quotations that somebody "was quoted as saying": what the rules read, which the encoder mostly breaks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from onrecord.labelling.encoder.cues_by_place import ByPlace, content_of
from onrecord.labelling.passives import QUOTED
from onrecord.records import CueLabel


def with_ruled_quotations(learned: Sequence[CueLabel], ruled: Sequence[CueLabel]) -> list[CueLabel]:
    """The encoder's cues without those quotations, and the rules' cues for them."""
    quoted = [cue for cue in ruled if cue.rule == QUOTED]
    return [*_without(learned, quoted), *quoted] if quoted else list(learned)


def _without(cues: Sequence[CueLabel], quoted: Sequence[CueLabel]) -> Iterator[CueLabel]:
    verbs, contents = ByPlace(quoted), ByPlace(quoted, whole=True)
    for cue in cues:
        if any(verbs.touching(cue.spans)):
            continue
        taken = [s for other in contents.touching(content_of(cue)) for s in content_of(other)]
        left = tuple(s for s in content_of(cue) if not any(s.overlaps(t) for t in taken))
        if not taken:
            yield cue
        elif left:
            yield replace(cue, contents=(replace(cue.contents[0], spans=left), *cue.contents[1:]))
