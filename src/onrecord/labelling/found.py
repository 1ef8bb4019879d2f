"""What the rules find in one stretch, in tokens, before it becomes a label in characters."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import cached_property

from onrecord.labelling.cue_matches import Match, matches
from onrecord.labelling.noun_phrases import Range
from onrecord.labelling.tokens import Stretch, Token
from onrecord.records import CueLabel, Modality, RoleLabel, Spans, disjoint


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
    """A stretch with its cues by first token, and what has been found in it so far."""

    stretch: Stretch
    found: list[Found] = field(default_factory=list)

    @property
    def tokens(self) -> list[Token]:
        """The tokens of the stretch."""
        return self.stretch.tokens

    @cached_property
    def cues(self) -> dict[int, list[Match]]:
        """The lexicon's matches by the number of their first token."""
        out: dict[int, list[Match]] = {}
        for match in matches(self.tokens):
            out.setdefault(match.first, []).append(match)
        return out


def label_of(found: Found, stretch: Stretch) -> CueLabel:
    """The same in characters of the text."""
    return CueLabel(
        spans=_spans(found.cue, stretch),
        modality=found.modality,
        negated=found.negated,
        sources=_candidate((found.source,) if found.source else (), stretch),
        contents=_candidate(found.content, stretch),
        addressees=_candidate((found.addressee,) if found.addressee else (), stretch),
        score=found.score,
        rule=found.rule,
    )


def _candidate(ranges: tuple[Range, ...], stretch: Stretch) -> tuple[RoleLabel, ...]:
    spans = _spans(ranges, stretch)
    return (RoleLabel(spans),) if spans else ()


def _spans(ranges: tuple[Range, ...], stretch: Stretch) -> Spans:
    return disjoint(stretch.span(first, behind) for first, behind in ranges if behind > first)


def clip(scene: Scene) -> None:
    """Keep what is nested in a fronted content inside it: in "He hopes it rains, Ann said" his hope ends at the comma."""
    frames = [c for f in scene.found if f.rule in ("fronted", "inverted", "according_to") for c in f.content]
    for k, found in enumerate(scene.found):
        if not found.cue:
            continue
        at = found.cue[0][0]
        frame = next((c for c in frames if c[0] <= at < c[1]), None)
        if frame is not None and any(c[1] > frame[1] for c in found.content):
            inside = tuple((a, min(b, frame[1])) for a, b in found.content if a < frame[1])
            scene.found[k] = replace(found, content=inside)
