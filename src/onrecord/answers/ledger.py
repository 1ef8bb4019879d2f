"""Ledger: who undertook what by when, and what became of it, each status with the words that show it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from onrecord.answers.deeds import Deed, Sign, alike, deed, signs
from onrecord.answers.notebook import ledger_html
from onrecord.answers.views import Json, Quoted, Speaker, quoted, speaker
from onrecord.lexicon.outcomes import Outcome
from onrecord.people.disjoint_sets import DisjointSets
from onrecord.records import Agent, Commitment, Evidence, Findings, Graph, Moment, content_id, spans_text

SAME = 0.5
"""Likeness (Dice, of the keys of their words) from which two undertakings of one agent are the same."""


class Status(StrEnum):
    """How an undertaking stands on a day."""

    OPEN = "open"
    DUE = "due"
    KEPT = "kept"
    BROKEN = "broken"
    OVERDUE = "overdue"
    EXTENDED = "extended"
    WITHDRAWN = "withdrawn"
    NO_EVIDENCE = "no evidence"


@dataclass(frozen=True, slots=True)
class Turn:
    """A report that tells what became of it: the day of publication, the outcome, and the words."""

    day: str | None
    outcome: str
    words: Quoted

    def to_json(self) -> Json:
        """The fields as JSON types."""
        return {"day": self.day, "outcome": self.outcome, "evidence": self.words.to_json()}


@dataclass(frozen=True, slots=True)
class Entry:
    """One undertaking, in the words of the first report.

    `begins` and `due` are moments as the words give them (ISO days, inclusive); `begun` is whether a report says that
    it was begun; `evidence` shows the status: of what is open, the words that bind; `turns` is all that reports tell.
    """

    id: str
    agent: Speaker | None
    text: str
    action: str
    strength: str
    condition: str | None
    begins: Moment | None
    due: Moment | None
    status: Status
    begun: bool
    evidence: tuple[Quoted, ...]
    turns: tuple[Turn, ...]
    told: tuple[Quoted, ...]
    statements: tuple[str, ...]

    def to_json(self) -> Json:
        """The entry as the contract has it: a line of `onrecord ledger --json`."""
        return {
            "id": self.id,
            "agent": self.agent.to_json() if self.agent else None,
            "text": self.text,
            "action": self.action,
            "strength": self.strength,
            "condition": self.condition,
            "begins": _days(self.begins),
            "due": _days(self.due),
            "status": self.status.value,
            "begun": self.begun,
            "evidence": [words.to_json() for words in self.evidence],
            "turns": [turn.to_json() for turn in self.turns],
            "told": [words.to_json() for words in self.told],
            "statements": list(self.statements),
        }


@dataclass(frozen=True, slots=True)
class Ledger:
    """Every undertaking that is known on a day (ISO; None: with all that the archive has), the next due first."""

    on: str | None
    entries: tuple[Entry, ...] = ()

    def _repr_html_(self) -> str:
        """What a notebook shows."""
        return ledger_html(self)


def ledger(graph: Graph, on: date | None = None) -> Ledger:
    """The undertakings of these articles as of a day: what was published later is not read.

    Articles without a date are read whenever.  Without a day there is no "overdue" by the calendar: the last day on
    which anything was published counts.
    """
    known = [f for f in graph.findings if on is None or (f.article.published_on or on) <= on]
    day = on or max((d for f in known if (d := f.article.published_on)), default=None)
    groups = _same(graph, [_Told.of(f, c) for f in known for c in f.commitments if c.extent is not None])
    entries = [_entry(graph, group, known, day) for group in groups]
    ordered = sorted(entries, key=lambda e: (_end(e.due) or "9999", e.evidence[0].article if e.evidence else "", e.id))
    return Ledger(on.isoformat() if on else None, tuple(ordered))


# --- which are one --------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Told:
    """One report of an undertaking."""

    findings: Findings
    commitment: Commitment
    deed: Deed

    @classmethod
    def of(cls, findings: Findings, commitment: Commitment) -> _Told:
        text = findings.article.text
        words = commitment.extent.of(text) if commitment.extent else ""
        agent = next((a for a in findings.agents if a.id == commitment.agent), None)
        *event, action = commitment.action
        named = spans_text(text, tuple(event))
        return cls(findings, commitment, deed(words, action.of(text), event=named, names=agent.names if agent else ()))

    @property
    def key(self) -> tuple[str, str, int]:
        """By publication, then place."""
        extent = self.commitment.extent
        return self.findings.article.published or "9999", self.findings.article.id, extent.start if extent else 0


def _same(graph: Graph, told: Sequence[_Told]) -> list[list[_Told]]:
    """Reports of one undertaking together: of one utterance, or of one agent and one deed; the first report first."""
    ordered = sorted(told, key=lambda t: t.key)
    home = {agent: identity.id for identity in graph.identities for agent in identity.agents}
    act = {statement: u.id for u in graph.utterances for statement in u.statements}
    sets = DisjointSets(str(k) for k in range(len(ordered)))
    having: dict[str, list[int]] = {}
    for k, one in enumerate(ordered):
        near = {other for key in one.deed.keys for other in having.get(key, ())}
        for other in sorted(near):
            if _is_one(one, ordered[other], home, act):
                sets.join(str(k), str(other))
        for key in one.deed.keys:
            having.setdefault(key, []).append(k)
    groups = [sorted(int(k) for k in group) for group in sets.groups(str(k) for k in range(len(ordered)))]
    return [[ordered[k] for k in group] for group in groups]


def _is_one(a: _Told, b: _Told, home: dict[str, str], act: dict[str, str]) -> bool:
    one, other = a.commitment, b.commitment
    score = alike(a.deed.keys, b.deed.keys)
    if a.deed.is_negative != b.deed.is_negative:
        return False
    if one.statement and other.statement and act.get(one.statement, one.statement) == act.get(other.statement):
        return score > SAME / 2
    agents = [home.get(c.agent, c.agent) if c.agent else None for c in (one, other)]
    return score >= SAME and (agents[0] == agents[1] or None in agents) and not _apart(one.due, other.due)


def _apart(a: Moment | None, b: Moment | None) -> bool:
    """Whether two deadlines have no day in common."""
    if a is None or b is None or not a.end or not b.end:
        return False
    return a.end < (b.start or b.end) or b.end < (a.start or a.end)


# --- what became of it ----------------------------------------------------------------------------


def _entry(graph: Graph, group: Sequence[_Told], known: Iterable[Findings], day: date | None) -> Entry:
    first = group[0]
    text, made = first.findings.article.text, first.commitment
    due = next((t.commitment.due for t in group if t.commitment.due), None)
    turns = _turns(graph, group, known)
    status, evidence = _status(turns, due, day)
    told = quoted(graph, (Evidence(t.findings.article.id, t.commitment.extent) for t in group))
    return Entry(
        id=content_id("commitment", first.findings.article.id, str(made.extent)),
        agent=speaker(_agent(graph, group)),
        text=made.extent.of(text) if made.extent else "",
        action=spans_text(text, made.action),
        strength=made.strength.value,
        condition=spans_text(text, made.condition) or None,
        begins=next((t.commitment.begins for t in group if t.commitment.begins), None),
        due=due,
        status=status,
        begun=any(turn.outcome == Outcome.BEGUN for turn in turns),
        evidence=evidence or told[:1],
        turns=turns,
        told=told,
        statements=tuple(t.commitment.statement for t in group if t.commitment.statement),
    )


def _agent(graph: Graph, group: Sequence[_Told]) -> Agent | None:
    found = [agent for t in group if (agent := graph.agent(t.commitment.agent)) is not None]
    return next((agent for agent in found if agent.name), found[0] if found else None)


def _turns(graph: Graph, group: Sequence[_Told], known: Iterable[Findings]) -> tuple[Turn, ...]:
    """What articles that came after the first report tell of the deed, by day."""
    said = group[0].findings.article.published or ""
    found: list[tuple[str, Sign]] = []
    for findings in known:
        published = findings.article.published or ""
        if published > said:
            found.extend((published[:10], sign) for sign in signs(group[0].deed, findings, said[:10]))
    ordered = sorted(found, key=lambda one: (one[0], one[1].article, one[1].sentence))
    words = quoted(graph, (Evidence(sign.article, sign.sentence) for _, sign in ordered))
    return tuple(Turn(day, sign.outcome.value, shown) for (day, sign), shown in zip(ordered, words, strict=True))


def _status(turns: Sequence[Turn], due: Moment | None, day: date | None) -> tuple[Status, tuple[Quoted, ...]]:
    """The last report that decides; else the calendar, which alone shows neither a breach nor a keeping."""
    end = _end(due)
    telling = [t for t in turns if t.outcome != Outcome.BEGUN and not (t.outcome == Outcome.OVERDUE and _early(t, end))]
    if telling:
        return Status(telling[-1].outcome), (telling[-1].words,)
    begun = tuple(turn.words for turn in turns if turn.outcome == Outcome.BEGUN)
    if end is None or day is None or day.isoformat() < (_day(due) or end):
        return Status.OPEN, begun
    return (Status.DUE if day.isoformat() <= end else Status.NO_EVIDENCE), begun


def _early(turn: Turn, end: str | None) -> bool:
    """Whether "still" was said before the deadline: then nothing is late yet."""
    return end is None or turn.day is None or turn.day <= end


def _day(due: Moment | None) -> str | None:
    """The first day on which it is due: of a stretch of time that it may take, the last."""
    return (
        None if due is None else (due.end or "")[:10] if due.type == "DURATION" else (due.start or due.end or "")[:10]
    )


def _end(due: Moment | None) -> str | None:
    return due.end[:10] if due and due.end else None


def _days(moment: Moment | None) -> Json | None:
    if moment is None:
        return None
    span = list(moment.span) if moment.span else None
    return {"start": moment.start, "end": moment.end, "granularity": moment.granularity, "span": span}
