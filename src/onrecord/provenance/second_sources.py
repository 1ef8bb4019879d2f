"""Second sources: who confirms to a newsroom what somebody said elsewhere, which makes its report an origin."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from onrecord.lexicon.cues import CONFIRMING
from onrecord.provenance.outlets import outlet_key
from onrecord.records import AgentType, Evidence, Findings, Statement, spans_text


@dataclass(frozen=True, slots=True)
class Confirmation:
    """That a statement is confirmed: the key of the other newsroom that it was confirmed to, with the words for it.

    `to` is "" where it is the article's own newsroom, or none is named.
    """

    to: str
    evidence: tuple[Evidence, ...]


def confirmation(findings: Findings, statement: Statement) -> Confirmation | None:
    """Whether the statement around this one says that somebody, no newsroom, confirms it; None where it does not."""
    teller = next((s for s in findings.statements if s.id == statement.parent), None)
    text = findings.article.text
    if teller is None or not any(c.of(text).lower().startswith(CONFIRMING) for c in teller.cue):
        return None
    agent = findings.agent_of(teller)
    if agent is None or agent.type is AgentType.NAMED_ORGANIZATION:
        return None
    key = outlet_key(spans_text(text, teller.addressee))
    evidence = tuple(Evidence(findings.article.id, span) for span in teller.cue)
    return Confirmation("" if key == outlet_key(findings.article.outlet) else key, evidence)


def second_sources(reports: Mapping[str, tuple[Findings, list[Statement]]]) -> frozenset[str]:
    """The articles whose newsroom has one of these statements confirmed by a source of its own."""
    found = ((article, confirmation(f, s)) for article, (f, statements) in reports.items() for s in statements)
    return frozenset(article for article, told in found if told is not None and not told.to)
