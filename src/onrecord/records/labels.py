"""Labels: what a labeller says of one text, without decisions."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from onrecord.records.spans import Span, Spans


class Modality(StrEnum):
    """How the cue presents the content."""

    ASSERTED = "asserted"
    BELIEVED = "believed"
    PERCEIVED = "perceived"
    INTENDED = "intended"
    ASKED = "asked"
    PROMISED = "promised"
    ORDERED = "ordered"
    THREATENED = "threatened"
    PREDICTED = "predicted"
    DENIED = "denied"
    DISCLAIMED = "disclaimed"


class MentionKind(StrEnum):
    """What a mention refers to."""

    PERSON = "person"
    GROUP = "group"
    ORGANIZATION = "organization"
    PLACE = "place"
    DOCUMENT = "document"
    EVENT = "event"


class MentionForm(StrEnum):
    """How a mention refers: by name, by a description, by a pronoun."""

    NAME = "name"
    NOMINAL = "nominal"
    PRONOUN = "pronoun"


@dataclass(frozen=True, slots=True)
class RoleLabel:
    """A candidate for one role of one cue; several fragments are one candidate.  `score` is in [0, 1]."""

    spans: Spans
    score: float = 1.0


@dataclass(frozen=True, slots=True)
class CueLabel:
    """One place where something is attributed.

    `spans` are the cue's words ("told", "according to"); empty where only layout attributes, as in
    "Peskov: Russia will not …".  `sources` and `contents` are candidates, best first; either may be empty.
    `addressees` are the people told ("reporters").  `rule` names what found it.
    """

    spans: Spans
    modality: Modality = Modality.ASSERTED
    negated: bool = False
    sources: tuple[RoleLabel, ...] = ()
    contents: tuple[RoleLabel, ...] = ()
    addressees: tuple[RoleLabel, ...] = ()
    score: float = 1.0
    rule: str = ""


@dataclass(frozen=True, slots=True)
class MentionLabel:
    """A phrase that refers to somebody or something.  `head` is the word that carries number and gender.

    A name's span is the name alone, without title or honorific ("Dmitry Peskov"); a nominal's is the whole phrase
    ("the Kremlin spokesman"), a pronoun's the word.
    """

    span: Span
    kind: MentionKind
    form: MentionForm
    head: Span | None = None
    score: float = 1.0


@dataclass(frozen=True, slots=True)
class LinkLabel:
    """Mention number `mention` refers to what mention number `antecedent` refers to (indices into `mentions`)."""

    mention: int
    antecedent: int
    score: float = 1.0


@dataclass(frozen=True, slots=True)
class TimeLabel:
    """The extent of a time expression and its TIMEX3 type: DATE, TIME, DURATION or SET."""

    span: Span
    type: str
    score: float = 1.0


@dataclass(frozen=True, slots=True)
class Labels:
    """Everything one labeller says of one text.  `version` is stamped on all that is made from it ("rules 1")."""

    version: str
    cues: tuple[CueLabel, ...] = ()
    mentions: tuple[MentionLabel, ...] = ()
    links: tuple[LinkLabel, ...] = ()
    times: tuple[TimeLabel, ...] = ()
