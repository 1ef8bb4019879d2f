"""Span: a half-open range of Unicode code points of one text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from onrecord.errors import RecordError


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """`[start, end)` in Unicode code points of `Article.text`; never empty.

    Raises RecordError where start is negative or end is not behind start.
    """

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise RecordError(f"no span: [{self.start}, {self.end})")

    def __iter__(self) -> Iterator[int]:
        yield self.start
        yield self.end

    def __len__(self) -> int:
        return self.end - self.start

    def of(self, text: str) -> str:
        """The characters themselves."""
        return text[self.start : self.end]

    def covers(self, other: Span) -> bool:
        """Whether every character of the other span is one of this span's."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Whether the two share a character."""
        return self.start < other.end and other.start < self.end


Spans = tuple[Span, ...]
"""Fragments of one role: sorted and disjoint (see `disjoint`)."""


def disjoint(spans: Iterable[Span]) -> Spans:
    """The same characters as sorted, disjoint spans; spans that touch become one."""
    out: list[Span] = []
    for span in sorted(spans):
        if out and span.start <= out[-1].end:
            out[-1] = Span(out[-1].start, max(out[-1].end, span.end))
        else:
            out.append(span)
    return tuple(out)


def hull(spans: Iterable[Span]) -> Span | None:
    """The smallest span that covers all of them; None where there are none."""
    found = list(spans)
    if not found:
        return None
    return Span(min(s.start for s in found), max(s.end for s in found))


def covered(spans: Iterable[Span], by: Iterable[Span]) -> bool:
    """Whether each of the spans lies inside one of `by`."""
    frames = [(frame.start, frame.end) for frame in by]
    for span in spans:  # in plain loops: asked of millions of spans
        for start, end in frames:
            if start <= span.start and span.end <= end:
                break
        else:
            return False
    return True


def spans_text(text: str, spans: Iterable[Span], joint: str = " … ") -> str:
    """The characters of several fragments in order, for people to read."""
    return joint.join(span.of(text) for span in spans)
