"""Statement: one attribution in one article."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from onrecord.records.labels import Modality
from onrecord.records.moment import Moment
from onrecord.records.spans import Span, Spans, hull


class StatementKind(StrEnum):
    """Every, no, or some of the content's words stand inside quotation marks."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"


class Polarity(StrEnum):
    """Whether the source affirms or denies the content."""

    POSITIVE = "positive"
    NEGATIVE = "negative"


class Hand(StrEnum):
    """Whether the article had it from the source itself, or through somebody."""

    FIRST = "first"
    RELAYED = "relayed"
    UNKNOWN = "unknown"


class ViaKind(StrEnum):
    """What kind of go-between passed a statement on."""

    WIRE = "wire"
    OUTLET = "outlet"
    DOCUMENT = "document"
    SOCIAL = "social"
    BROADCAST = "broadcast"
    STATEMENT = "statement"
    PERSON = "person"


@dataclass(frozen=True, slots=True)
class Via:
    """A go-between named in the text: "according to TASS", "in a tweet"."""

    spans: Spans
    kind: ViaKind
    name: str | None = None


@dataclass(frozen=True, slots=True)
class Pointer:
    """Words that point at another saying ("spoke about this yesterday"); `statement` is its id once it is found.

    `agent` (an Agent's id) and `said` are whose it is and of when; `means` the words that it stands for in that
    statement ("the primary source").
    """

    spans: Spans
    statement: str | None = None
    agent: str | None = None
    said: Moment | None = None
    means: Spans = ()


@dataclass(frozen=True, slots=True)
class Statement:
    """One attribution: spans are sorted and disjoint, and hold against the article's text.

    `source` and `cue` may be empty, `content` never is.  `agent` is an Agent's id, None for "unknown".
    `parent` is the statement whose content holds this one; `question` the words of the question answered.
    `made_by` is the labeller's version, `rule` names what in it found the statement ("verb_cue + interrupted").
    """

    id: str
    article: str
    kind: StatementKind
    content: Spans
    source: Spans = ()
    cue: Spans = ()
    agent: str | None = None
    addressee: Spans = ()
    question: Spans = ()
    venue: Spans = ()
    parent: str | None = None
    via: tuple[Via, ...] = ()
    points_to: tuple[Pointer, ...] = ()
    said: Moment | None = None
    hand: Hand = Hand.UNKNOWN
    polarity: Polarity = Polarity.POSITIVE
    modality: Modality = Modality.ASSERTED
    confidence: float = 1.0
    made_by: str = ""
    rule: str = ""

    @property
    def extent(self) -> Span:
        """From the first to the last character that belongs to the statement."""
        span = hull((*self.source, *self.cue, *self.content))
        assert span is not None  # content is never empty
        return span
