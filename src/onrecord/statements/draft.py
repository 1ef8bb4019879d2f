"""Draft: a statement in the making, before it has a speaker, a parent or an id."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field

from onrecord.records.labels import Modality
from onrecord.records.spans import Span, Spans, hull
from onrecord.records.statement import StatementKind
from onrecord.statements.quotations import outermost
from onrecord.text.segments import words


@dataclass(frozen=True, slots=True)
class Draft:
    """Source, cue and content of one attribution; spans are sorted and disjoint, content is never empty."""

    content: Spans
    source: Spans = ()
    cue: Spans = ()
    addressee: Spans = ()
    modality: Modality = Modality.ASSERTED
    negated: bool = False
    score: float = 1.0
    rule: str = ""
    joined: tuple[str, ...] = field(default=())
    extent: Span = field(init=False, compare=False)
    """From the first to the last character of the attribution."""

    def __post_init__(self) -> None:
        span = hull((*self.source, *self.cue, *self.content))
        assert span is not None  # content is never empty
        object.__setattr__(self, "extent", span)

    @property
    def head(self) -> Spans:
        """The attributing words: source and cue."""
        return tuple(sorted((*self.source, *self.cue)))


def kind_of(text: str, content: Spans) -> StatementKind:
    """Direct where every word stands inside quotation marks, indirect where none does, else mixed.

    Single marks count only where they are not nested in double ones.
    """
    quoted = outermost(text)
    inside = total = 0
    for fragment in content:
        for word in words(text, fragment):
            total += 1
            k = bisect_right(quoted, word.start, key=lambda q: q.span.start) - 1
            inside += k >= 0 and quoted[k].span.covers(word)
    if not inside:
        return StatementKind.INDIRECT
    return StatementKind.DIRECT if inside == total else StatementKind.MIXED
