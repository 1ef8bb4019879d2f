"""Draft: a statement in the making, before it has a speaker, a parent or an id."""

from __future__ import annotations

from dataclasses import dataclass, field

from onrecord.records.labels import Modality
from onrecord.records.spans import Span, Spans, hull
from onrecord.records.statement import StatementKind
from onrecord.text.quotation_marks import Quotation, quotations
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

    @property
    def extent(self) -> Span:
        """From the first to the last character of the attribution."""
        span = hull((*self.source, *self.cue, *self.content))
        assert span is not None  # content is never empty
        return span

    @property
    def head(self) -> Spans:
        """The attributing words: source and cue."""
        return tuple(sorted((*self.source, *self.cue)))


def kind_of(text: str, content: Spans) -> StatementKind:
    """Direct where every word stands inside quotation marks, indirect where none does, else mixed.

    Single marks count only where they are not nested in double ones.
    """
    quoted = [q for q in quotations(text) if q.outer is None]
    inside = total = 0
    for fragment in content:
        for word in words(text, fragment):
            total += 1
            inside += _is_quoted(word, quoted)
    if not inside:
        return StatementKind.INDIRECT
    return StatementKind.DIRECT if inside == total else StatementKind.MIXED


def _is_quoted(word: Span, quoted: list[Quotation]) -> bool:
    low, high = 0, len(quoted)
    while low < high:
        middle = (low + high) // 2
        if quoted[middle].span.end <= word.start:
            low = middle + 1
        else:
            high = middle
    return low < len(quoted) and quoted[low].span.covers(word)
