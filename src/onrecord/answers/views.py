"""Views: a record with the words behind it, as every answer shows it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from onrecord.errors import NotFound
from onrecord.people.names import SAME, name_parts, same_name
from onrecord.provenance.metadata import value_of
from onrecord.provenance.outlets import outlet_key
from onrecord.records import (
    Agent,
    Article,
    Evidence,
    Findings,
    Graph,
    Span,
    Spans,
    Statement,
    Utterance,
    hull,
    spans_text,
)
from onrecord.text.segments import sentences

Json = dict[str, Any]
SHORT = 40
"""Evidence of at most so many code points is shown with what stands beside it."""
BESIDE = 60
"""Code points on either side that are enough for that."""


@dataclass(frozen=True, slots=True)
class Speaker:
    """An agent as an answer names it; `title` is its fullest role."""

    id: str
    type: str
    name: str | None
    title: str | None

    def to_json(self) -> Json:
        """The fields as JSON types."""
        return {"id": self.id, "type": self.type, "name": self.name, "title": self.title}

    def __str__(self) -> str:
        return self.name or self.title or self.type.replace("_", " ")


@dataclass(frozen=True, slots=True)
class Quoted:
    """Evidence with its words; `span` is None where only metadata shows it: then `field` names it, `text` is its value.

    `before` and `after` are what stands beside a short span in its sentence, for people to understand it.
    """

    article: str
    span: Span | None
    text: str | None
    before: str = ""
    after: str = ""
    field: str | None = None

    def to_json(self) -> Json:
        """The fields as JSON types."""
        span = list(self.span) if self.span else None
        return {"article": self.article, "span": span, "text": self.text, "field": self.field}


@dataclass(frozen=True, slots=True)
class Report:
    """One statement with where it stands: `text` is its content, `source` the words for the speaker."""

    statement: str
    article: str
    outlet: str | None
    title: str | None
    published: str | None
    kind: str
    text: str
    source: str
    content: Spans

    def to_json(self) -> Json:
        """The fields as JSON types."""
        return {
            "statement": self.statement,
            "article": self.article,
            "outlet": self.outlet,
            "title": self.title,
            "published": self.published,
            "kind": self.kind,
            "text": self.text,
            "source": self.source,
            "content": [list(span) for span in self.content],
        }


def speaker(agent: Agent | None, names: Sequence[str] = ()) -> Speaker | None:
    """The view of an agent, under the best of its own and these names; None for an unknown one."""
    if agent is None:
        return None
    title = agent.role.title if agent.role else None
    return Speaker(agent.id, agent.type.value, best_name((*agent.names, *names)), title)


def best_name(names: Iterable[str]) -> str | None:
    """The name with the most parts (initials aside), of these the commonest, then the longest; None without any."""
    seen = Counter(names)

    def rank(name: str) -> tuple[int, int, int, str]:
        return -sum(len(part) > 1 for part in name_parts(name)), -seen[name], -len(name), name

    return min(seen, key=rank, default=None)


def quoted(graph: Graph, evidence: Iterable[Evidence]) -> tuple[Quoted, ...]:
    """The evidence with its words; evidence in an article that is not in the graph has none."""
    return tuple(_quoted(graph.article(e.article), e) for e in evidence)


def quoted_in(findings: Findings, spans: Iterable[Span]) -> tuple[Quoted, ...]:
    """These spans of one article with their words."""
    return tuple(_quoted(findings, Evidence(findings.article.id, span)) for span in spans)


def _quoted(findings: Findings | None, evidence: Evidence) -> Quoted:
    span = evidence.span
    if findings is None:
        return Quoted(evidence.article, span, None, field=evidence.field)
    if span is None:
        value = value_of(findings.article, evidence.field) if evidence.field else None
        return Quoted(evidence.article, None, value, field=evidence.field)
    text = findings.article.text
    if len(span) > SHORT:
        return Quoted(evidence.article, span, span.of(text))
    return Quoted(evidence.article, span, span.of(text), *_beside(text, span))


def _beside(text: str, span: Span) -> tuple[str, str]:
    """What stands before and behind a span in its sentence; cut between words, with an ellipsis, where it is long."""
    around = hull(s for s in sentences(text) if s.overlaps(span)) or span
    before, after = text[around.start : span.start], text[span.end : around.end]
    if len(before) > BESIDE:
        before = "…" + before[-BESIDE:].partition(" ")[2]
    if len(after) > BESIDE:
        after = after[:BESIDE].rpartition(" ")[0] + "…"
    return before, after


def report(findings: Findings, statement: Statement) -> Report:
    """The view of one statement."""
    article = findings.article
    return Report(
        statement=statement.id,
        article=article.id,
        outlet=article.outlet,
        title=article.title,
        published=article.published,
        kind=statement.kind.value,
        text=spans_text(article.text, statement.content),
        source=spans_text(article.text, statement.source),
        content=statement.content,
    )


def reports(graph: Graph, statements: Iterable[str]) -> tuple[Report, ...]:
    """The views of these statements, by publication, then article and place in the text."""
    wanted = set(statements)
    found = [report(f, s) for f in graph.findings for s in f.statements if s.id in wanted]
    return tuple(sorted(found, key=lambda r: (r.published or "9999", r.article, r.content)))


def outlets(articles: Iterable[Article]) -> int:
    """How many newsrooms; an article that does not say its outlet counts as one of its own."""
    return len({outlet_key(a.outlet) or a.id for a in articles})


def utterance_of(graph: Graph, record_id: str) -> Utterance:
    """The utterance with this id, or that this statement is a member of.  Raises NotFound where there is none."""
    for utterance in graph.utterances:
        if utterance.id == record_id or record_id in utterance.statements:
            return utterance
    raise NotFound(f"no utterance or statement {record_id!r} among these records")


def speaker_of(graph: Graph, utterance: Utterance) -> Speaker | None:
    """Who said it, under the best name that any article gives."""
    members = [(f, s) for f in graph.findings for s in f.statements if s.id in utterance.statements]
    best = next((f.agent_of(s) for f, s in members if s.agent == utterance.agent), None)
    called = best.name or "" if best else ""
    agents = [a for f, s in members if (a := f.agent_of(s)) is not None]
    return speaker(best, [n for a in agents for n in a.names if same_name(n, called) >= SAME])
