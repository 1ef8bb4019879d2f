"""What the rules find in one stretch, in tokens, before it becomes a label in characters."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field, replace
from functools import cached_property

from onrecord.labelling.clauses import Stop, stops, without_final_marks
from onrecord.labelling.cue_matches import Cues, matches
from onrecord.labelling.tokens import Range, Stretch, Token
from onrecord.records import CueLabel, Modality, RoleLabel, Spans, disjoint

FRAMING = frozenset({"fronted", "inverted", "according_to"})


@dataclass(frozen=True, slots=True)
class Found:
    """One attribution; every range holds tokens of the stretch."""

    cue: tuple[Range, ...]
    content: tuple[Range, ...]
    source: Range | None = None
    addressee: Range | None = None
    modality: Modality = Modality.ASSERTED
    negated: bool = False
    score: float = 1.0
    rule: str = ""


@dataclass
class Scene:
    """A stretch with its cues, and what has been found in it so far."""

    stretch: Stretch
    found: list[Found] = field(default_factory=list)

    @property
    def tokens(self) -> list[Token]:
        """The tokens of the stretch."""
        return self.stretch.tokens

    @cached_property
    def cues(self) -> Cues:
        """The lexicon's matches by the number of their first token."""
        return matches(self.tokens)

    @cached_property
    def _stops(self) -> list[Stop]:
        return stops(self.tokens, self.cues)

    def content_end(self, at: int) -> int:
        """The token behind the last one of a content that starts at token `at` and stands behind its cue."""
        nearest = bisect_right(self._stops, (at, 0))
        behind = next((i for i, distance in self._stops[nearest : nearest + 8] if i - at >= distance), len(self.tokens))
        return without_final_marks(self.tokens, at, behind)


def clip(scene: Scene) -> None:
    """Keep what is nested in a content inside it: in "He hopes it rains, Ann said" his hope ends at the comma."""
    frames = [c for f in scene.found if f.rule in FRAMING for c in f.content]
    for k, found in enumerate(scene.found):
        at = found.cue[0][0] if found.cue else -1
        frame = next((c for c in frames if c[0] <= at < c[1]), None)
        if frame is not None:
            inside = tuple((a, min(b, frame[1])) for a, b in found.content if a < frame[1])
            scene.found[k] = replace(found, content=inside)
    scene.found = [found for found in scene.found if found.content]


def label_of(found: Found, stretch: Stretch) -> CueLabel:
    """The same in characters of the text."""
    return CueLabel(
        spans=_spans(found.cue, stretch),
        modality=found.modality,
        negated=found.negated,
        sources=_candidate((found.source,) if found.source else (), stretch),
        contents=_candidate(found.content, stretch),
        addressees=_candidate((found.addressee,) if found.addressee else (), stretch),
        score=round(found.score, 3),
        rule=found.rule,
    )


def _candidate(ranges: tuple[Range, ...], stretch: Stretch) -> tuple[RoleLabel, ...]:
    spans = _spans(ranges, stretch)
    return (RoleLabel(spans),) if spans else ()


def _spans(ranges: tuple[Range, ...], stretch: Stretch) -> Spans:
    if len(ranges) == 1:
        return (stretch.span(*ranges[0]),) if ranges[0][1] > ranges[0][0] else ()
    return disjoint(stretch.span(first, behind) for first, behind in ranges if behind > first)
