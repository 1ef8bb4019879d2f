"""Sourced passages: what newsroom source audits count, one row for what one source says in one place.

The unit is that of the source audits of the Markkula Center for Applied Ethics: neighbouring statements of one source
are one passage, whole sentences as a rule, and only what conveys information counts, not what a source did or wants.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from onrecord.answers.informing import LEAST, informs
from onrecord.answers.source_names import SourceName, source_name, source_unknown
from onrecord.answers.source_reasons import Reasons
from onrecord.records import Agent, Findings, Span, Spans, Statement, hull
from onrecord.text.segments import paragraphs, sentences


@dataclass(frozen=True, slots=True)
class Passage:
    """One row of a source audit: where it stands, the statements in it, and its source."""

    spans: Spans
    statements: tuple[str, ...]
    source: SourceName

    def to_json(self) -> dict[str, object]:
        """The fields as JSON types."""
        return {
            "spans": [[s.start, s.end] for s in self.spans],
            "statements": list(self.statements),
            "type": self.source.type.value,
            "name": self.source.name,
            "title": self.source.title,
            "justification": self.source.justification,
        }


@dataclass(frozen=True, slots=True)
class _Part:
    span: Span
    statements: tuple[Statement, ...]
    agent: Agent | None
    informs: bool


def passages(findings: Findings) -> tuple[Passage, ...]:
    """The passages of one article, in the order of the text; none overlaps another."""
    text = findings.article.text
    parts = sorted(
        (_Part(_extent(s), (s,), findings.agent_of(s), informs(s, text)) for s in findings.statements if _stands(s)),
        key=lambda part: (part.span.start, -part.span.end),
    )
    informing = _disjoint([part for part in parts if part.informs])
    besides = _disjoint([part for part in parts if not part.informs and part.agent and _is_apart(part, informing)])
    every = sorted((*informing, *besides), key=lambda part: part.span)
    joined = [part for part in _joined(every, text) if part.informs]
    found = list(_once(_whole_sentences(joined, text), text))
    return tuple(_named(findings, found))


def _named(findings: Findings, parts: Sequence[_Part]) -> Iterator[Passage]:
    """The parts as passages, each with its source; why a source is heard is looked for around its first passage."""
    reasons = Reasons(findings.article.text, [part.span for part in parts])
    known: dict[str, SourceName] = {}
    for part in parts:
        if part.agent is None:
            source = source_unknown(findings, part.statements[0])
        elif part.agent.id in known:
            source = known[part.agent.id]
        else:
            source = source_name(findings, part.agent)
            source = source._replace(justification=source.justification or reasons.of(part.agent, part.span))
            known[part.agent.id] = source
        yield Passage((part.span,), tuple(s.id for s in part.statements), source)


def _stands(statement: Statement) -> bool:
    return statement.parent is None and statement.confidence >= LEAST


def _extent(statement: Statement) -> Span:
    extent = hull((*statement.source, *statement.cue, *statement.content))
    assert extent is not None  # a statement has a content
    return extent


def _disjoint(parts: Sequence[_Part]) -> list[_Part]:
    """Without those that stand inside another; of two that overlap, the later begins where the earlier ends."""
    out: list[_Part] = []
    for part in parts:
        behind = out[-1].span.end if out else 0
        if part.span.end <= behind:
            continue
        out.append(replace(part, span=Span(max(behind, part.span.start), part.span.end)))
    return out


def _is_apart(part: _Part, others: Sequence[_Part]) -> bool:
    """Whether the part shares no character with one of the sorted, disjoint others."""
    k = bisect_right(others, part.span.start, key=lambda other: other.span.end)
    return k == len(others) or others[k].span.start >= part.span.end


def _joined(parts: Sequence[_Part], text: str) -> list[_Part]:
    """Neighbours of one source in one paragraph as one part, with at most one sentence of nobody's between them.

    What only tells of the source ("She thanked them") joins what it says right before or behind.
    """
    blocks, starts = [p.start for p in paragraphs(text)], [s.start for s in sentences(text)]
    out: list[_Part] = []
    for part in parts:
        last = out[-1] if out else part
        apart = _place(starts, part.span.start) - _place(starts, last.span.end - 1)
        near = apart <= (last.informs and part.informs) + 1
        same_block = _place(blocks, last.span.start) == _place(blocks, part.span.start)
        if out and near and same_block and (last.informs or part.informs) and _same_source(last, part):
            span = Span(last.span.start, part.span.end)
            out[-1] = _Part(span, (*last.statements, *part.statements), last.agent, informs=True)
        else:
            out.append(part)
    return out


def _same_source(one: _Part, other: _Part) -> bool:
    return one.agent is not None and other.agent is not None and one.agent.id == other.agent.id


def _place(starts: Sequence[int], position: int) -> int:
    return bisect_right(starts, position)


def _whole_sentences(parts: Sequence[_Part], text: str) -> Iterator[_Part]:
    """Each part to the edges of its sentences, as far as no other part stands there."""
    every = sentences(text)
    starts = [s.start for s in every]
    for number, part in enumerate(parts):
        before = parts[number - 1].span.end if number else 0
        behind = parts[number + 1].span.start if number + 1 < len(parts) else len(text)
        first = every[max(0, _place(starts, part.span.start) - 1)]
        last = every[max(0, _place(starts, part.span.end - 1) - 1)]
        start = first.start if first.start >= before else part.span.start
        end = last.end if last.end <= behind else part.span.end
        yield replace(part, span=Span(min(start, part.span.start), max(end, part.span.end)))


def _once(parts: Iterable[_Part], text: str) -> Iterator[_Part]:
    """Without the parts that repeat one before them word by word, as a standfirst and the first paragraph do."""
    seen: set[str] = set()
    for part in parts:
        words = part.span.of(text)
        if words not in seen:
            yield part
        seen.add(words)
