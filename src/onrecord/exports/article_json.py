"""The JSON object of one article and what is said in it: the contract that `onrecord statements --json` prints.

Keys are only ever added.  Offsets are Unicode code points into "text", half-open; spans are sorted and disjoint.
"""

from __future__ import annotations

from typing import Any

from onrecord.records import Agent, Anchor, Commitment, Findings, Moment, Pointer, Span, Statement, to_json
from onrecord.records.spans import spans_text

Json = dict[str, Any]


def article_json(findings: Findings) -> Json:
    """One article: what it says of itself, its statements, moments and commitments."""
    article = findings.article
    return {
        "article": article.id,
        "doc": article.doc,
        "path": article.path,
        "url": article.url,
        "title": article.title,
        "title_span": _span(article.title_span),
        "outlet": article.outlet,
        "published": article.published,
        "language": article.language,
        "made_by": findings.made_by,
        "text": article.text,
        "credits": [{"kind": c.kind.value, "name": c.name, "span": _span(c.span)} for c in article.credits],
        "statements": [statement_json(findings, statement) for statement in findings.statements],
        "moments": [_moment(moment) for moment in findings.moments],
        "commitments": [_commitment(commitment) for commitment in findings.commitments],
        "notes": list(article.notes),
    }


def statement_json(findings: Findings, statement: Statement) -> Json:
    """One statement; spans hold against the text of the findings' article."""
    return {
        "id": statement.id,
        "kind": statement.kind.value,
        "source": to_json(statement.source),
        "cue": to_json(statement.cue),
        "content": to_json(statement.content),
        "agent": _agent(findings.agent_of(statement)),
        "addressee": to_json(statement.addressee),
        "question": to_json(statement.question),
        "answers": spans_text(findings.article.text, statement.question) or None,
        "venue": to_json(statement.venue),
        "parent": statement.parent,
        "via": [to_json(via) for via in statement.via],
        "points_to": [_pointer(pointer) for pointer in statement.points_to],
        "said": _said(statement.said),
        "hand": statement.hand.value,
        "polarity": statement.polarity.value,
        "modality": statement.modality.value,
        "confidence": statement.confidence,
    }


def match_json(findings: Findings, statement: Statement) -> Json:
    """One statement by itself: with the words its offsets point at, and the article it stands in."""
    article = findings.article
    return {
        **statement_json(findings, statement),
        "text": spans_text(article.text, statement.content),
        "article": article.id,
        "title": article.title,
        "outlet": article.outlet,
        "published": article.published,
        "url": article.url,
        "path": article.path,
    }


def _agent(agent: Agent | None) -> Json | None:
    if agent is None:
        return None
    return {
        "id": agent.id,
        "type": agent.type.value,
        "name": agent.name,
        "title": agent.role.title if agent.role else None,
        "title_span": _span(agent.role.span if agent.role else None),
        "justification": to_json(agent.justification),
    }


def _pointer(pointer: Pointer) -> Json:
    return {
        "spans": to_json(pointer.spans),
        "statement": pointer.statement,
        "agent": pointer.agent,
        "said": _said(pointer.said),
        "means": to_json(pointer.means),
    }


def _said(moment: Moment | None) -> Json | None:
    if moment is None:
        return None
    return {
        "start": moment.start,
        "end": moment.end,
        "granularity": moment.granularity,
        "span": _span(moment.span),
    }


def _moment(moment: Moment) -> Json:
    return {
        "span": _span(moment.span),
        "type": moment.type,
        "value": moment.value,
        "mod": moment.mod,
        "start": moment.start,
        "end": moment.end,
        "granularity": moment.granularity,
        "anchor": _anchor(moment.anchor),
        "candidates": to_json(moment.candidates),
    }


def _anchor(anchor: Anchor | None) -> Json | None:
    return {"kind": anchor.kind.value, "span": _span(anchor.span)} if anchor else None


def _commitment(commitment: Commitment) -> Json:
    return {
        "statement": commitment.statement,
        "action": to_json(commitment.action),
        "strength": commitment.strength.value,
        "condition": to_json(commitment.condition),
        "begins": _said(commitment.begins),
        "due": _said(commitment.due),
        "agent": commitment.agent,
        "span": _span(commitment.extent),
    }


def _span(span: Span | None) -> list[int] | None:
    return [span.start, span.end] if span else None
