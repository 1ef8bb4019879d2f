"""Trace: the chain from a statement to its primary source, and the independent origins beside it."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterator
from dataclasses import dataclass, replace

from onrecord.answers.notebook import trace_html
from onrecord.answers.sources import Origin, sources
from onrecord.answers.views import Json, Quoted, Report, Speaker, quoted, report, utterance_of
from onrecord.errors import NotFound
from onrecord.provenance.families import Families
from onrecord.provenance.pointing import UNKNOWN_SAYING
from onrecord.provenance.primary import OWN_WORDS, REPORT, UNKNOWN, WIRE_REPORT, Primary, primary_source
from onrecord.records import Derivation, DerivationKind, Graph, Utterance, Wording


@dataclass(frozen=True, slots=True)
class Step:
    """One edge of the chain, from the later to the earlier end (ids, or names such as "wire:TASS")."""

    source: str
    target: str
    kind: str
    rule: str
    evidence: tuple[Quoted, ...]
    confidence: float

    def to_json(self) -> Json:
        """The edge as the contract has it."""
        return {
            "from": self.source,
            "to": self.target,
            "kind": self.kind,
            "rule": self.rule,
            "evidence": [e.to_json() for e in self.evidence],
            "confidence": self.confidence,
        }


@dataclass(frozen=True, slots=True)
class Pointed:
    """A saying that the statement points at: whose and of which day, its report where the archive has one."""

    who: str
    when: str | None
    statement: str | None
    evidence: tuple[Quoted, ...]

    def to_json(self) -> Json:
        """The saying as the answer has it."""
        evidence = [e.to_json() for e in self.evidence]
        return {"who": self.who, "when": self.when, "statement": self.statement, "evidence": evidence}


@dataclass(frozen=True, slots=True)
class Trace:
    """Where a statement comes from.  `chain` runs from the statement's article to the primary source.

    `versions` are the edges from later versions of that article, and of those it derives from, to them.
    """

    statement: Report
    utterance: str
    agent: Speaker | None
    wordings: tuple[Wording, ...]
    outlets: int
    low: int
    high: int
    origins: tuple[Origin, ...]
    doubts: tuple[str, ...]
    chain: tuple[Step, ...]
    primary: Primary
    primary_evidence: tuple[Quoted, ...]
    points_to: tuple[Pointed, ...] = ()
    versions: tuple[Step, ...] = ()

    def _repr_html_(self) -> str:
        """What a notebook shows."""
        return trace_html(self)

    def to_json(self) -> Json:
        """The answer as `onrecord trace --json` prints it."""
        return {
            "statement": self.statement.statement,
            "utterance": self.utterance,
            "agent": self.agent.to_json() if self.agent else None,
            "text": self.statement.text,
            "wordings": [{"text": w.text, "statements": list(w.statements)} for w in self.wordings],
            "outlets": self.outlets,
            "origins": {"low": self.low, "high": self.high, "groups": [o.to_json() for o in self.origins]},
            "doubts": list(self.doubts),
            "chain": [step.to_json() for step in self.chain],
            "primary": {
                "what": self.primary.what,
                "who": self.primary.who,
                "when": self.primary.when,
                "in_archive": self.primary.in_archive,
                "evidence": [e.to_json() for e in self.primary_evidence],
            },
            "points_to": [pointed.to_json() for pointed in self.points_to],
            "versions": [step.to_json() for step in self.versions],
        }


def trace(graph: Graph, record_id: str, families: Families | None = None) -> Trace:
    """The trace of a statement; an utterance's id traces its earliest report.

    `families` are newsrooms of one owner, those of the bundled list where none are given.
    Raises NotFound where the graph has no such statement.
    """
    utterance = utterance_of(graph, record_id)
    place = graph.statement(record_id)
    if place is None:
        raise NotFound(f"no statement {record_id!r} among these records")
    findings, statement = place
    behind = sources(graph, utterance.id, families)
    primary = _under_one_name(primary_source(graph, utterance), graph, utterance, behind.agent)
    starts = [s.id for s in findings.statements if s.id in utterance.statements]
    starts = [statement.id, *(s for s in starts if s != statement.id)]
    chain = _chain(graph, starts, findings.article.id, primary)
    return Trace(
        statement=report(findings, statement),
        utterance=utterance.id,
        agent=behind.agent,
        wordings=utterance.wordings,
        outlets=behind.outlets,
        low=behind.low,
        high=behind.high,
        origins=behind.origins,
        doubts=behind.doubts,
        chain=chain,
        primary=primary,
        primary_evidence=quoted(graph, primary.evidence),
        points_to=tuple(_pointed(graph, set(utterance.statements))),
        versions=tuple(_versions(graph, findings.article.id, chain)),
    )


def _pointed(graph: Graph, statements: set[str]) -> Iterator[Pointed]:
    """What the reports of the utterance point at, each with its report in the archive, where one fits."""
    away = [d for d in graph.links.derivations if d.source in statements]
    for named in (d for d in away if d.target.startswith(UNKNOWN_SAYING)):
        who, _, when = named.target.removeprefix(UNKNOWN_SAYING).partition(", ")
        found = (d.target for d in away if d.rule == "points_to" and d.evidence == named.evidence)
        yield Pointed(who, when or None, min(found, default=None), quoted(graph, named.evidence))


def _versions(graph: Graph, article: str, chain: tuple[Step, ...]) -> Iterator[Step]:
    """Later versions of the statement's article and of those that it derives from, the surest edges first."""
    rests_on = {article, *(step.target for step in chain)}
    revisions = (d for d in graph.links.derivations if d.kind is DerivationKind.REVISION)
    found = (d for d in revisions if d.target in rests_on and d.source != article)
    for d in sorted(found, key=lambda d: (-d.score, d.source, d.target)):
        yield _step(graph, d)


def _step(graph: Graph, d: Derivation) -> Step:
    return Step(d.source, d.target, d.kind.value, d.rule, quoted(graph, d.evidence), d.score)


def _under_one_name(primary: Primary, graph: Graph, utterance: Utterance, agent: Speaker | None) -> Primary:
    """The primary source under the name that the whole answer uses for the speaker."""
    best = graph.agent(utterance.agent)
    renamed = agent is not None and agent.name is not None and best is not None and primary.who in best.names
    return replace(primary, who=agent.name) if renamed and agent else primary


def _chain(graph: Graph, statements: list[str], article: str, primary: Primary) -> tuple[Step, ...]:
    """Every edge that leads away from the statements and their article, nearest first, and the last to the primary."""
    found = [d for d in _walk(graph, [*statements, article]) if not d.target.startswith(UNKNOWN_SAYING)]
    steps = [_step(graph, d) for d in found]
    sources_seen = {d.source for d in found}
    ends = [d.target for d in found if d.target not in sources_seen and d.target.startswith(("wire:", "outlet:"))]
    if primary.what in (UNKNOWN, REPORT) or (primary.what == WIRE_REPORT and ends):
        return tuple(steps)
    start = ends[-1] if ends else statements[0]
    goal = f"{primary.what}: {primary.who or 'unknown'}"
    named = primary.what in (OWN_WORDS, WIRE_REPORT)
    rule = "whom the reports name" if named else "what the reports say of the occasion"
    shown = quoted(graph, primary.evidence)
    return (*steps, Step(start, goal, DerivationKind.PRIMARY_SOURCE.value, rule, shown, 1.0))


def _walk(graph: Graph, starts: list[str]) -> Iterator[Derivation]:
    """Derivations by breadth first from the starts; from a statement the walk goes on to its article too."""
    home = {s.id: f.article.id for f in graph.findings for s in f.statements}
    away: defaultdict[str, list[Derivation]] = defaultdict(list)
    for derivation in graph.links.derivations:
        away[derivation.source].append(derivation)
    seen, queue = set(starts), deque(starts)
    while queue:
        for derivation in away[queue.popleft()]:
            yield derivation
            for further in (derivation.target, home.get(derivation.target)):
                if further is not None and further not in seen:
                    seen.add(further)
                    queue.append(further)
