"""Sourced passages: what newsroom source audits count, one row for what one source says in one place.

The unit is that of the source audits of the Markkula Center for Applied Ethics: neighbouring statements of one source
are one passage, whole sentences as a rule, and only what conveys information counts, not what a source did or wants.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from onrecord.answers.source_names import SourceName, source_name
from onrecord.records import Agent, Findings, Modality, Polarity, Span, Spans, Statement, StatementKind, hull
from onrecord.statements.pronouns import FIRST_PERSON
from onrecord.statements.quotations import VERB
from onrecord.text.segments import paragraphs, sentences

LEAST = 0.5
"""Confidence from which a statement counts; a passage is a row that people read."""
NO_ANSWER = re.compile(
    r"\b(?:respond|reply|return|answer|comment|available|reached)\b|\brequests?\sfor\b|\binterview\b", re.IGNORECASE
)
"""In a negated statement: that a source gave no answer, which is no information from it."""
PAST = re.compile(r"\w{2}ed\b")
OPENS_CLAUSE = re.compile(r"\A(?:that|whether|if|how|why|what|who|when|where)\b", re.IGNORECASE)
DEMANDS = frozenset({Modality.ASKED, Modality.ORDERED})


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


def passages(findings: Findings) -> tuple[Passage, ...]:
    """The passages of one article, in the order of the text; none overlaps another."""
    text = findings.article.text
    parts = [_Part(_extent(s), (s,), findings.agent_of(s)) for s in findings.statements if _counts(s, text)]
    parts.sort(key=lambda part: (part.span.start, -part.span.end))
    joined = _joined(_disjoint(parts), text)
    return tuple(
        Passage((part.span,), tuple(s.id for s in part.statements), source_name(findings, part.agent))
        for part in _whole_sentences(joined, text)
    )


def _extent(statement: Statement) -> Span:
    extent = hull((*statement.source, *statement.cue, *statement.content))
    assert extent is not None  # a statement has a content
    return extent


def _counts(statement: Statement, text: str) -> bool:
    """Whether the statement conveys information from its source, rather than tells what the source did or wants."""
    if statement.parent is not None or statement.confidence < LEAST:
        return False
    if statement.agent is None and any(s.of(text).lower() in FIRST_PERSON for s in statement.source):
        return False  # words from inside a quotation whose speaker was not found
    if statement.kind is not StatementKind.INDIRECT:
        return True
    content = " ".join(s.of(text) for s in statement.content)
    if statement.agent is None or statement.modality is Modality.INTENDED:
        return False
    if statement.polarity is Polarity.NEGATIVE and NO_ANSWER.search(content):
        return False
    demands = statement.modality in DEMANDS and content.lower().startswith("to ")
    return demands or any(form.search(content) for form in (OPENS_CLAUSE, VERB, PAST))


def _disjoint(parts: Sequence[_Part]) -> list[_Part]:
    """Without those that stand inside another; of two that overlap, the later begins where the earlier ends."""
    out: list[_Part] = []
    for part in parts:
        behind = out[-1].span.end if out else 0
        if part.span.end <= behind:
            continue
        out.append(replace(part, span=Span(max(behind, part.span.start), part.span.end)))
    return out


def _joined(parts: Sequence[_Part], text: str) -> list[_Part]:
    """Neighbours of one source in one paragraph as one part, where they share a sentence or it follows at once."""
    starts = [p.start for p in paragraphs(text)]
    ends = [s.start for s in sentences(text)]
    out: list[_Part] = []
    for part in parts:
        last = out[-1] if out else None
        near = last and _place(ends, part.span.start) - _place(ends, last.span.end - 1) <= 1
        if (
            last
            and near
            and _same_source(last, part)
            and _place(starts, last.span.start) == _place(starts, part.span.start)
        ):
            span = Span(last.span.start, part.span.end)
            out[-1] = _Part(span, (*last.statements, *part.statements), last.agent)
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
