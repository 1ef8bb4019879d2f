"""Nested cues: where one cue attributes what another attributes, "a clerk confirmed that she had said that …"."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.labelling.encoder.cues_by_place import ByPlace, content_of
from onrecord.lexicon.cues import CONFIRMING
from onrecord.records import CueLabel, Span, covered

LEAST = 0.45
"""The least score with which a rule's cue inside a content counts."""
SURE = 0.75
"""The score from which on a rule knows the source better than an encoder that sees none."""


def with_nested(text: str, kept: list[CueLabel], ruled: Sequence[CueLabel]) -> list[CueLabel]:
    """The cues with both of the rules' own where one attributes the other ("confirmed that she had said that …") and
    the encoder's for the outer one leaves the inner one out; or where somebody confirms it, of whom the encoder has
    nothing.
    """
    mine, frames = ByPlace(kept), ByPlace(ruled, whole=True)
    gone: set[int] = set()
    more: dict[int, CueLabel] = {}
    for inner in ruled:
        if not inner.spans or not inner.sources or inner.score < LEAST:
            continue
        whole = tuple(sorted((*inner.spans, *inner.sources[0].spans, *content_of(inner))))
        for outer in frames.touching(inner.spans):
            if outer is inner or outer.score < LEAST or not outer.sources or not covered(whole, content_of(outer)):
                continue
            theirs = list(mine.touching(outer.spans))
            told = [cue for cue in mine.touching(inner.spans) if cue not in theirs]
            confirmed = not theirs and _confirms(outer, text)
            left_out = theirs and not told and _broken(theirs, outer, inner)
            cut = confirmed and all(_breaks_off(cue, inner) for cue in told)  # or nothing is told at all
            if left_out or cut or any(_begins_before(cue, outer, text) for cue in told):
                gone.update(id(cue) for cue in (*theirs, *told))
                more.update({id(outer): outer, id(inner): inner})
            elif told and _broken(theirs, outer, inner) and (theirs or confirmed or outer.rule == "fronted"):
                gone.update(map(id, theirs))
                more[id(outer)] = outer
    return [*(cue for cue in kept if id(cue) not in gone), *more.values()] if more else kept


def _confirms(cue: CueLabel, text: str) -> bool:
    return bool(cue.spans) and cue.spans[0].of(text).lower().startswith(CONFIRMING)


def _breaks_off(cue: CueLabel, inner: CueLabel) -> bool:
    """Whether its content is the beginning of what the inner cue attributes, and no more."""
    mine, whole = content_of(cue), content_of(inner)
    return bool(mine and whole) and mine[0].start == whole[0].start and mine[-1].end < whole[-1].end


def _begins_before(cue: CueLabel, outer: CueLabel, text: str) -> bool:
    """Whether the cue's source has the "that" in front of it, or whom the outer cue attributes all to."""
    if not cue.sources:
        return False
    source = cue.sources[0].spans
    both = any(span.overlaps(theirs) for span in source for theirs in outer.sources[0].spans)
    return both or source[0].of(text).lower().startswith("that ")


def _broken(theirs: Sequence[CueLabel], outer: CueLabel, inner: CueLabel) -> bool:
    """Whether each outer cue was given just what the inner one attributes, or its "that" and speaker, and a piece; or
    no source, where the rules are sure of one.
    """
    said, speaker = content_of(inner), inner.sources[0].spans
    before = 0 if outer.rule == "according_to" else len("that ")
    whole = Span(max(0, speaker[0].start - before), speaker[-1].end)
    for cue in theirs:
        content = content_of(cue)
        begun = bool(content) and content[0].start == whole.start and (len(content) > 1 or whole.covers(content[0]))
        sourceless = not cue.sources and outer.score >= SURE
        if not sourceless and (not content or not (begun or covered(content, said))):
            return False
    return True
