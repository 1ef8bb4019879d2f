"""The primary source: the speech, interview, document or report that the chain behind a statement ends at."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from onrecord.lexicon.wires import wire_named
from onrecord.people.names import name_parts
from onrecord.provenance.metadata import credit_evidence
from onrecord.provenance.outlets import credited, outlet_key
from onrecord.provenance.utterances import best_agent
from onrecord.records import (
    Agent,
    AgentType,
    CreditKind,
    Evidence,
    Findings,
    Graph,
    Moment,
    Spans,
    Statement,
    Utterance,
    ViaKind,
    spans_text,
)

_OCCASIONS = (
    ("interview", re.compile(r"\binterview")),
    ("news conference", re.compile(r"\b(?:news|press) conference|\bbriefing|\bpresser")),
    ("hearing", re.compile(r"\bhearing|\btestimony|\bcourt")),
    ("speech", re.compile(r"\bspeech|\baddress|\brally|\bsermon|\bceremony|\bremarks")),
    ("meeting", re.compile(r"\bmeeting|\btalks|\bsummit")),
)
_VIAS = {
    ViaKind.DOCUMENT: "document",
    ViaKind.SOCIAL: "social media post",
    ViaKind.STATEMENT: "written statement",
    ViaKind.BROADCAST: "broadcast",
}
Report: TypeAlias = tuple[Findings, Statement]
Told: TypeAlias = tuple[str, tuple[Evidence, ...]]
"""What a report tells of the primary source, and the words for it."""

OWN_WORDS, WIRE_REPORT, REPORT, UNKNOWN = "own words", "wire report", "report", "unknown"
"""What the primary source is where no report tells the occasion: only who said it is known, or not even that."""
SHOWN = 3
"""Reports whose words for the speaker are shown as evidence."""
_WIDTHS = ("minute", "hour", "part_of_day", "day", "week", "month", "quarter", "season", "year", "decade", "century")


@dataclass(frozen=True, slots=True)
class Primary:
    """What the chain ends at: what it is, whose, the first possible ISO day, and whether it is in the archive itself.

    `evidence` is the words that say so.
    """

    what: str
    who: str | None
    when: str | None
    in_archive: bool
    evidence: tuple[Evidence, ...] = ()


def primary_source(graph: Graph, utterance: Utterance) -> Primary:
    """The primary source of an utterance, as far as its reports tell; a pure function of the graph."""
    reports = [(f, s) for f in graph.findings for s in f.statements if s.id in set(utterance.statements)]
    agents = [a for f, s in reports if (a := f.agent_of(s)) is not None]
    best = best_agent(agents)
    agent = next((a for a in agents if a.id == best), None)
    when = _when(s.said for _, s in reports)
    told = _told(reports) or _told_elsewhere(reports)
    if told is not None:
        what, evidence = told
        return Primary(what, _called(agent, graph), when, _archived(agent, graph), evidence)
    if agent is not None and agent.type is AgentType.DOCUMENT:
        evidence = _named_at(reports, agent)
        return Primary("document", _called(agent, graph), when, _archived(agent, graph), evidence)
    return _speaker_or_report(graph, reports, agent, when)


def _speaker_or_report(graph: Graph, reports: Sequence[Report], agent: Agent | None, when: str | None) -> Primary:
    """Nothing tells the occasion: the speaker's own words where we know who, else the report that all goes back to."""
    if agent is not None and agent.name:
        evidence = _named_at(reports, agent)[:SHOWN]
        carried = wire_named(agent.name, in_credit=False)
        return Primary(WIRE_REPORT if carried else OWN_WORDS, agent.name, when, _archived(agent, graph), evidence)
    wires = Counter(
        (outlet_key(c.name), c.name, credit_evidence(f.article, c))
        for f, _ in reports
        for c in credited(f.article)
        if c.kind is CreditKind.WIRE
    )
    if wires:
        key, name, credit = min(wires, key=lambda w: (-wires[w], w[0], w[1], w[2].article))
        held = any(outlet_key(f.article.outlet) == key for f in graph.findings)
        return Primary(WIRE_REPORT, name, when, held, (credit,))
    first = min((f.article for f, _ in reports), key=lambda a: (a.published or "9999", a.id), default=None)
    if first is None:
        return Primary(UNKNOWN, None, when, False)
    return Primary(REPORT, first.outlet, when or first.published, True)


def _named_at(reports: Iterable[Report], wanted: Agent) -> tuple[Evidence, ...]:
    """The words for the source in each report, or where the article names it; those by the names wanted come first."""
    names = _name_parts(wanted)
    known = [(f.article.text, s, agent) for f, s in reports if (agent := f.agent_of(s)) is not None]
    known.sort(key=lambda report: names.isdisjoint(_name_parts(report[2])))
    return tuple(Evidence(s.article, span) for text, s, agent in known for span in _naming(text, s, agent))


def _naming(text: str, statement: Statement, agent: Agent) -> Spans:
    """The words for the source; where they do not name it ("he"), the first mention that does, if any."""
    names = _name_parts(agent)
    for spans in (statement.source, *((mention,) for mention in agent.mentions)):
        if not names.isdisjoint(name_parts(spans_text(text, spans, " "))):
            return spans
    return statement.source or agent.mentions[:1]


def _name_parts(agent: Agent) -> set[str]:
    return {part for name in agent.names for part in name_parts(name)}


def _told(reports: Sequence[Report]) -> Told | None:
    """The occasion or medium that one of these reports names."""
    return _occasion(reports) or _via(reports) or _addressed(reports)


def _told_elsewhere(reports: Sequence[Report]) -> Told | None:
    """The occasion of what else the speaker says in the same articles, where they name only one for those days."""
    mine = {s.id for _, s in reports}
    others = [
        (findings, other)
        for findings, statement in reports
        for other in findings.statements
        if other.id not in mine and other.agent and other.agent == statement.agent and _one_day(statement, other)
    ]
    found = {told[0]: told for other in others if (told := _told([other])) is not None}
    return next(iter(found.values())) if len(found) == 1 else None


def _one_day(a: Statement, b: Statement) -> bool:
    days = [m.start[:10] for m in (a.said, b.said) if m is not None and m.start]
    return len(set(days)) <= 1


def _occasion(reports: Iterable[Report]) -> Told | None:
    for findings, statement in reports:
        written = {span for via in statement.via if via.kind in _VIAS for span in via.spans}
        venue = tuple(span for span in statement.venue if span not in written)  # "a court filing" is no hearing
        words = spans_text(findings.article.text, venue).lower()
        for what, pattern in _OCCASIONS:
            if pattern.search(words):
                return what, tuple(Evidence(statement.article, span) for span in venue)
    return None


def _via(reports: Iterable[Report]) -> Told | None:
    for _, statement in reports:
        for via in statement.via:
            if via.kind in _VIAS:
                return _VIAS[via.kind], tuple(Evidence(statement.article, span) for span in via.spans)
    return None


def _addressed(reports: Iterable[Report]) -> Told | None:
    for findings, statement in reports:
        if statement.addressee:
            whom = " ".join(spans_text(findings.article.text, statement.addressee).split())
            return f"remarks to {whom}", tuple(Evidence(statement.article, span) for span in statement.addressee)
    return None


def _called(agent: Agent | None, graph: Graph) -> str | None:
    """The agent's name, else its role, else the words used for it."""
    if agent is None:
        return None
    if agent.name or agent.role:
        return agent.name or (agent.role.title if agent.role else None)
    findings = graph.article(agent.article)
    return agent.mentions[0].of(findings.article.text) if findings and agent.mentions else None


def _archived(agent: Agent | None, graph: Graph) -> bool:
    """Whether an article of the agent's own is in the archive: it is the outlet, or the author."""
    key = outlet_key(agent.name) if agent else ""
    return bool(key) and any(
        key in {outlet_key(name) for name in (f.article.outlet, *f.article.byline)} for f in graph.findings
    )


def _when(moments: Iterable[Moment | None]) -> str | None:
    """The narrowest moment's start; among equals the commonest, then the earliest."""
    counted = Counter((m.granularity, m.start) for m in moments if m is not None and m.start)

    def rank(item: tuple[str, str]) -> tuple[int, int, str]:
        granularity, start = item
        width = _WIDTHS.index(granularity) if granularity in _WIDTHS else len(_WIDTHS)
        return width, -counted[item], start

    return min(counted, key=rank)[1] if counted else None
