"""Timeline: who said and did what when, on one axis; each event with the words that tell of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from onrecord.answers.notebook import timeline_html
from onrecord.answers.persons import Group, name_of, persons, said_by
from onrecord.answers.views import Json
from onrecord.records import Agent, Findings, Graph, Moment, Span, Statement, hull, spans_text
from onrecord.text.segments import sentences_in

DAYS = frozenset({"DATE", "TIME"})


class EventKind(StrEnum):
    """What an event is: words that were said, what is told of a day, a beginning or a deadline that was set."""

    SAID = "said"
    TOLD = "told"
    BEGINS = "begins"
    DUE = "due"


@dataclass(frozen=True, slots=True)
class Event:
    """One event.  `start` and `end` are ISO days or date-times, both inclusive; one may be None, for a mere bound.

    `text` are the words, in `spans` of the article; `published` is the report's day; `outlets` all that report it.
    """

    kind: EventKind
    start: str | None
    end: str | None
    granularity: str
    who: str
    text: str
    article: str
    spans: tuple[Span, ...]
    statement: str | None
    published: str | None
    outlets: tuple[str, ...]

    def to_json(self) -> Json:
        """The fields as JSON types."""
        return {
            "kind": self.kind.value,
            "start": self.start,
            "end": self.end,
            "granularity": self.granularity,
            "who": self.who,
            "text": self.text,
            "article": self.article,
            "spans": [list(span) for span in self.spans],
            "statement": self.statement,
            "published": self.published,
            "outlets": list(self.outlets),
        }

    def to_row(self) -> dict[str, str | int | float | None]:
        """The event as a row of a table."""
        plain: dict[str, str | int | float | None] = {
            "kind": self.kind.value,
            "start": self.start,
            "end": self.end,
            "granularity": self.granularity,
        }
        named = {"who": self.who, "text": self.text, "published": self.published, "outlets": "; ".join(self.outlets)}
        return {**plain, **named, "article": self.article, "statement": self.statement}


@dataclass(frozen=True, slots=True)
class Timeline:
    """The events of somebody or of something, by their first day; what has no day is left out and counted."""

    about: str
    events: tuple[Event, ...] = ()
    undated: int = 0

    def _repr_html_(self) -> str:
        """What a notebook shows."""
        return timeline_html(self)

    def to_json(self) -> Json:
        """The answer as JSON types."""
        return {"about": self.about, "events": [e.to_json() for e in self.events], "undated": self.undated}


def timeline_of(graph: Graph, about: str, agents: Iterable[tuple[Findings, Agent]]) -> Timeline:
    """What these agents, and all that are the same, said and did, and what was said of when they would."""
    groups = persons(graph, agents)
    return _made(about, [event for group in groups for event in _of_person(graph, group)])


def timeline_about(graph: Graph, about: str, statements: Iterable[str]) -> Timeline:
    """When these statements, and all reports of the same utterances, were said, and the days that they tell of."""
    wanted = set(statements)
    wanted |= {s for u in graph.utterances if wanted & set(u.statements) for s in u.statements}
    found = [(f, s) for f in graph.findings for s in f.statements if s.id in wanted]
    return _made(about, list(_of_statements(graph, found, None)))


def _of_person(graph: Graph, group: Group) -> Iterator[Event]:
    name, said = name_of(group), said_by(group)
    yield from _of_statements(graph, said, name)
    for findings, agent in group:
        yield from _done(findings, agent, name)


def _of_statements(graph: Graph, said: Sequence[tuple[Findings, Statement]], name: str | None) -> Iterator[Event]:
    """One event for each utterance, when it was said, and those for the days that it sets."""
    act = {s: u.id for u in graph.utterances for s in u.statements}
    together: dict[str, list[tuple[Findings, Statement]]] = {}
    for findings, statement in said:
        together.setdefault(act.get(statement.id, statement.id), []).append((findings, statement))
    for reports in together.values():
        reports.sort(key=lambda report: (report[0].article.published or "9999", report[1].id))
        findings, statement = next((r for r in reports if r[1].said and r[1].said.start), reports[0])
        agent = findings.agent_of(statement)
        who = name or (agent.name if agent and agent.name else spans_text(findings.article.text, statement.source))
        outlets = tuple(sorted({f.article.outlet or "" for f, _ in reports} - {""}))
        yield _event(EventKind.SAID, statement.said, who, findings, statement.content, statement.id, outlets)
        yield from _set(findings, statement, who, outlets)


def _set(findings: Findings, statement: Statement, who: str, outlets: tuple[str, ...]) -> Iterator[Event]:
    """Beginnings and deadlines that the statement sets, and other days that it tells of."""
    used: set[Span] = set()
    for one in (c for c in findings.commitments if c.statement == statement.id and c.extent):
        for kind, moment in ((EventKind.BEGINS, one.begins), (EventKind.DUE, one.due)):
            if moment is not None and one.extent is not None:
                used.update([moment.span] if moment.span else [])
                yield _event(kind, moment, who, findings, (one.extent,), statement.id, outlets)
    for moment in findings.moments:
        span = moment.span
        is_day = span is not None and moment.type in DAYS and not moment.value.endswith("_REF")
        if span and is_day and moment.start and span not in used and any(c.covers(span) for c in statement.content):
            frame = next(c for c in statement.content if c.covers(span))
            around = next(s for s in sentences_in(findings.article.text, frame) if s.overlaps(span))
            yield _event(EventKind.TOLD, moment, who, findings, (around,), statement.id, outlets)


def _done(findings: Findings, agent: Agent, name: str) -> Iterator[Event]:
    """Sentences of the reporter that name the agent and a day: what the agent did then, or what happened."""
    text = findings.article.text
    said = [span for s in findings.statements for span in (*s.content, *s.cue)]
    seen: set[Span] = set()
    for moment in findings.moments:
        if moment.span is None or not moment.start or moment.type not in DAYS or _touches(moment.span, said):
            continue
        sentence = _sentence(text, moment.span)
        named = any(sentence.covers(mention) and not _touches(mention, said) for mention in agent.mentions)
        if named and sentence not in seen and not _touches(sentence, said):
            seen.add(sentence)
            yield _event(EventKind.TOLD, moment, name, findings, (sentence,), None, ())


def _sentence(text: str, span: Span) -> Span:
    around = sentences_in(text, Span(max(0, span.start - 1000), min(len(text), span.end + 1000)))
    return next((s for s in around if s.covers(span)), span)


def _touches(span: Span, others: Sequence[Span]) -> bool:
    return any(span.overlaps(other) for other in others)


def _event(
    kind: EventKind,
    moment: Moment | None,
    who: str,
    findings: Findings,
    spans: tuple[Span, ...],
    statement: str | None,
    outlets: tuple[str, ...],
) -> Event:
    article = findings.article
    return Event(
        kind=kind,
        start=moment.start if moment else None,
        end=moment.end if moment else None,
        granularity=moment.granularity if moment else "day",
        who=who,
        text=spans_text(article.text, spans),
        article=article.id,
        spans=spans,
        statement=statement,
        published=(article.published or "")[:10] or None,
        outlets=outlets or ((article.outlet,) if article.outlet else ()),
    )


def _made(about: str, events: Sequence[Event]) -> Timeline:
    """The events in order, each once."""
    once = {(e.kind, e.start, e.end, e.who, e.text): e for e in sorted(events, key=_order, reverse=True)}
    dated = sorted((e for e in once.values() if e.start or e.end), key=_order)
    return Timeline(about, tuple(dated), sum(not (e.start or e.end) for e in once.values()))


def _order(event: Event) -> tuple[str, str, str, int, str]:
    place = hull(event.spans)
    return event.start or event.end or "9999", event.end or "", event.article, place.start if place else 0, event.kind
