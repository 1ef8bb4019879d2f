"""Why: everything that stands behind one record: the characters, the rules, the scores, the edges."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from onrecord.answers.links import Edge, edges_at
from onrecord.answers.views import Json, Quoted, Report, quoted, reports
from onrecord.errors import NotFound
from onrecord.provenance.keys import link_keys
from onrecord.provenance.metadata import credit_evidence
from onrecord.provenance.shared_keys import in_words
from onrecord.records import (
    Agent,
    Article,
    Evidence,
    Findings,
    Graph,
    Moment,
    Span,
    Statement,
    Utterance,
)


@dataclass(frozen=True, slots=True)
class Part:
    """A named part of the record and the words it rests on ("cue": "told")."""

    name: str
    words: tuple[Quoted, ...]

    def to_json(self) -> Json:
        """The part as JSON types."""
        return {"name": self.name, "words": [w.to_json() for w in self.words]}


@dataclass(frozen=True, slots=True)
class Why:
    """A record explained; `record` is "statement", "utterance", "article" or "agent"; `facts` are plain values."""

    id: str
    record: str
    facts: tuple[tuple[str, str], ...]
    parts: tuple[Part, ...]
    edges: tuple[Edge, ...]
    reports: tuple[Report, ...] = ()

    def to_json(self) -> Json:
        """The answer as JSON types."""
        return {
            "id": self.id,
            "record": self.record,
            "facts": dict(self.facts),
            "parts": [p.to_json() for p in self.parts],
            "edges": [e.to_json() for e in self.edges],
            "reports": [r.to_json() for r in self.reports],
        }


def why(graph: Graph, record_id: str) -> Why:
    """What stands behind a statement, article, agent or utterance; an id that is both explains the statement,
    with the edges of its utterance.  Raises NotFound where the graph has no such record.
    """
    place = graph.statement(record_id)
    if place is not None:
        return _why_statement(graph, *place)
    findings = graph.article(record_id)
    if findings is not None:
        return _why_article(graph, findings)
    agent = graph.agent(record_id)
    if agent is not None:
        return _why_agent(graph, agent)
    utterance = next((u for u in graph.utterances if u.id == record_id), None)
    if utterance is not None:
        return _why_utterance(graph, utterance)
    raise NotFound(f"no record {record_id!r} among these")


def _why_statement(graph: Graph, findings: Findings, statement: Statement) -> Why:
    agent = findings.agent_of(statement)
    said = statement.said
    facts = {
        "article": statement.article,
        "kind": statement.kind.value,
        "agent": (agent.name or agent.type.value) if agent else "unknown",
        "agent id": statement.agent,
        "modality": statement.modality.value,
        "polarity": statement.polarity.value,
        "hand": statement.hand.value,
        "said": f"{said.start} to {said.end} ({said.granularity})" if said else None,
        "said, other readings": _other_readings(said),
        "parent": statement.parent,
        "confidence": f"{statement.confidence:.2f}",
        "made by": statement.made_by or findings.made_by,
        "rule": statement.rule.replace("_", " ") or None,
        "utterance": next((u.id for u in graph.utterances if statement.id in u.statements), None),
    }
    spans = {
        "content": statement.content,
        "source": statement.source,
        "cue": statement.cue,
        "addressee": statement.addressee,
        "question": statement.question,
        "venue": statement.venue,
        "said": (said.span,) if said and said.span else (),
        "said, counted from": (said.anchor.span,) if said and said.anchor and said.anchor.span else (),
        "via": [span for via in statement.via for span in via.spans],
        "points to": [span for pointer in statement.points_to for span in pointer.spans],
        "mentions of the agent": agent.mentions if agent else (),
    }
    parts = _parts(graph, statement.article, spans)
    return Why(statement.id, "statement", _facts(facts), parts, tuple(edges_at(graph, {statement.id})))


def _why_article(graph: Graph, findings: Findings) -> Why:
    article = findings.article
    facts = {
        "title": article.title,
        "outlet": article.outlet,
        "published": article.published,
        "url": article.url,
        "language": article.language,
        "byline": ", ".join(article.byline) or None,
        "statements": str(len(findings.statements)),
        "made by": findings.made_by or None,
        "text id": article.text_id,
        "notes": "; ".join(article.notes) or None,
        "not compared with all": _too_common(graph, findings),
    }
    credits = _credits(graph, article)
    title = _parts(graph, article.id, {"title": (article.title_span,) if article.title_span else ()})
    inside = reports(graph, (s.id for s in findings.statements))
    return Why(article.id, "article", _facts(facts), (*title, *credits), tuple(edges_at(graph, {article.id})), inside)


def _credits(graph: Graph, article: Article) -> tuple[Part, ...]:
    return tuple(
        Part(
            f"{c.kind.value} credit: {c.name}, by {c.rule or 'the article'}",
            quoted(graph, [credit_evidence(article, c)]),
        )
        for c in article.credits
    )


def _why_agent(graph: Graph, agent: Agent) -> Why:
    facts = {
        "type": agent.type.value,
        "names": "; ".join(agent.names) or None,
        "roles": "; ".join(r.title for r in agent.roles) or None,
        "affiliations": "; ".join(agent.affiliations) or None,
        "article": agent.article,
    }
    spans = {
        "mentions": agent.mentions,
        "roles": [r.span for r in agent.roles if r.span],
        "justification": agent.justification,
    }
    said = reports(graph, (s.id for f in graph.findings for s in f.statements if s.agent == agent.id))
    parts = _parts(graph, agent.article, spans)
    return Why(agent.id, "agent", _facts(facts), parts, tuple(edges_at(graph, {agent.id})), said)


def _why_utterance(graph: Graph, utterance: Utterance) -> Why:
    facts = {"agent id": utterance.agent, "reports": str(len(utterance.statements))}
    members = reports(graph, utterance.statements)
    return Why(utterance.id, "utterance", _facts(facts), (), tuple(edges_at(graph, set(utterance.statements))), members)


def _too_common(graph: Graph, findings: Findings) -> str | None:
    """What the article shares with more articles than are compared: links with some of them can be missing."""
    full = {bucket.key: bucket for bucket in graph.full_buckets}
    mine = (full[key] for key in (link_keys(findings) if full else ()) if key in full)
    shared = (f"{in_words(b.key)}, with {b.articles} articles of which {b.compared} are compared" for b in mine)
    return "; ".join(shared) or None


def _other_readings(said: Moment | None) -> str | None:
    """What the words for the time could mean besides, each with its weight."""
    readings = (
        f"{c.start or c.value} to {c.end or c.value} ({c.weight:.0%})" for c in (said.candidates[1:] if said else ())
    )
    return "; ".join(readings) or None


def _facts(values: dict[str, str | None]) -> tuple[tuple[str, str], ...]:
    return tuple((name, value) for name, value in values.items() if value)


def _parts(graph: Graph, article: str, spans: Mapping[str, Iterable[Span]]) -> tuple[Part, ...]:
    found = ((name, quoted(graph, (Evidence(article, span) for span in some))) for name, some in spans.items())
    return tuple(Part(name, words) for name, words in found if words)
