"""What a corpus says of one text: attributions, mentions, time expressions, whichever of them it marks."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TypeAlias

Spans: TypeAlias = tuple[tuple[int, int], ...]

HELD_OUT = 20
"""One training document in so many is kept from training, to choose decoding and calibration on."""


@dataclass(frozen=True, slots=True)
class Attributed:
    """Source, cue and content of one attribution, in code points, half-open, sorted."""

    source: Spans
    cue: Spans
    content: Spans


@dataclass(frozen=True, slots=True)
class Mentioned:
    """One mention: its span and the span of its head word, in code points, what it is, and the entity it refers to.

    `kind` and `form` are the values of MentionKind and MentionForm.
    """

    span: tuple[int, int]
    head: tuple[int, int]
    kind: str
    form: str
    entity: str


@dataclass(frozen=True, slots=True)
class Document:
    """One text with what its corpus marks; None where the corpus does not mark it at all."""

    name: str
    text: str
    attributions: tuple[Attributed, ...] | None = None
    mentions: tuple[Mentioned, ...] | None = None
    times: tuple[tuple[int, int, str], ...] | None = None

    @property
    def is_held_out(self) -> bool:
        """Whether its name's hash puts it among those that nothing is trained on."""
        return int(hashlib.sha256(self.name.encode()).hexdigest(), 16) % HELD_OUT == 0
