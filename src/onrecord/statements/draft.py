"""Draft: a statement in the making, before it has a speaker, a parent or an id."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field

from onrecord.records.labels import Modality
from onrecord.records.spans import Span, Spans, hull
from onrecord.records.statement import StatementKind
from onrecord.statements.quotations import outermost
from onrecord.text.segments import WORD


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
    carriers: Spans = ()
    """Who handed the words on, or is cited for them."""
    head: Spans = field(init=False, compare=False)
    """The attributing words: source and cue, sorted."""
    extent: Span = field(init=False, compare=False)
    """From the first to the last character of the attribution."""
    size: int = field(init=False, compare=False)
    """How many code points the content has."""

    def __post_init__(self) -> None:
        span = hull((*self.source, *self.cue, *self.content))
        assert span is not None  # content is never empty
        object.__setattr__(self, "head", tuple(sorted((*self.source, *self.cue))))
        object.__setattr__(self, "extent", span)
        object.__setattr__(self, "size", sum(map(len, self.content)))


def kind_of(text: str, content: Spans) -> StatementKind:
    """Direct where every word stands inside quotation marks, indirect where none does, else mixed.

    Single marks count only where they are not nested in double ones.
    """
    quoted = outermost(text)
    k = bisect_right(quoted, content[0].start, key=lambda q: q.span.end)
    if k == len(quoted) or quoted[k].span.start >= content[-1].end:
        return StatementKind.INDIRECT  # no quotation is near: found without a look at the words
    inside = outside = False
    for fragment in content:
        for word in WORD.finditer(text, *fragment):
            start, end = word.span()
            while k < len(quoted) and quoted[k].span.end <= start:
                k += 1
            if k < len(quoted) and quoted[k].span.start <= start and end <= quoted[k].span.end:
                inside = True
            else:
                outside = True
            if inside and outside:
                return StatementKind.MIXED
    return StatementKind.DIRECT if inside else StatementKind.INDIRECT
