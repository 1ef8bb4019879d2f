"""Positions: what an agent holds on a matter, each time with its words and day, so that a change shows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from onrecord.answers.stands import LONGEST, Stand, stance_of_cue, stands, unless
from onrecord.answers.views import Json
from onrecord.lexicon.stances import Stance
from onrecord.people.disjoint_sets import DisjointSets
from onrecord.records import Findings, Graph, Modality, Polarity, Span, Spans, Statement, StatementKind
from onrecord.statements.sides import side_of
from onrecord.text.content_words import content_words, word_list

LEAST = 0.5
"""Confidence from which a statement tells what somebody holds."""
SAME_MATTER = 0.5
"""Content words in common, twice, by those of both (Dice), from which two matters are one; at least two words are."""
NEAR = 40
"""Code points between a verb and what it takes a stand on, where the two are shown together."""
HELD_IN = frozenset({Modality.ASSERTED, Modality.BELIEVED, Modality.ASKED, Modality.ORDERED, Modality.DENIED})
OPPOSED = {Stance.FOR, Stance.AGAINST}


@dataclass(frozen=True, slots=True)
class Held:
    """One time that the agent took a stand: on which day, in which words, and where they stand.

    `day` is when it was said, else when it was published, as an ISO date; `text` the clause, in `span` of the article;
    `shown_by` its words for the stand; `matter` those for what it is on, empty where it takes up what was said
    before; `outlets` all that report the utterance, the article's own first.
    """

    day: str | None
    stance: str
    text: str
    article: str
    statement: str
    utterance: str | None
    span: Span
    shown_by: Span
    matter: Spans
    outlets: tuple[str, ...]

    def to_json(self) -> Json:
        """The fields as JSON types."""
        return {
            "day": self.day,
            "stance": self.stance,
            "text": self.text,
            "article": self.article,
            "statement": self.statement,
            "utterance": self.utterance,
            "span": list(self.span),
            "shown_by": list(self.shown_by),
            "matter": [list(span) for span in self.matter],
            "outlets": list(self.outlets),
        }


@dataclass(frozen=True, slots=True)
class Position:
    """All that an agent holds on one matter, the earliest first.

    `matter` is in the fullest words that any of them has for it; `changes` are the numbers of two that name it and
    follow each other, one for and one against.
    """

    matter: str
    held: tuple[Held, ...]

    @property
    def changes(self) -> tuple[tuple[int, int], ...]:
        """The pairs that contradict each other, with nothing between that is for or against."""
        told = [k for k, held in enumerate(self.held) if held.stance in OPPOSED and held.matter]
        return tuple((a, b) for a, b in pairwise(told) if self.held[a].stance != self.held[b].stance)

    def to_json(self) -> Json:
        """The fields as JSON types."""
        return {
            "matter": self.matter,
            "held": [held.to_json() for held in self.held],
            "changes": [list(pair) for pair in self.changes],
        }


def positions(graph: Graph, said: Sequence[tuple[Findings, Statement]]) -> tuple[Position, ...]:
    """What one agent's statements hold: the matters on which a change shows first, then by how often, then by day."""
    by_article: dict[str, tuple[Findings, list[Statement]]] = {}
    for findings, statement in said:
        by_article.setdefault(findings.article.id, (findings, []))[1].append(statement)
    told = _Told(graph)
    found = [held for findings, statements in by_article.values() for held in _of_article(told, findings, statements)]
    made = [_position(group) for group in _by_matter(found)]
    return tuple(sorted(made, key=lambda p: (not p.changes, -len(p.held), p.held[0].day or "9999", p.matter)))


class _Told:
    """Which utterance each statement reports, and who reports it."""

    def __init__(self, graph: Graph) -> None:
        self._utterance = {s: u for u in graph.utterances for s in u.statements}
        self._article = {s.id: f.article for f in graph.findings for s in f.statements}

    def utterance(self, statement: str) -> str | None:
        """The utterance's id."""
        found = self._utterance.get(statement)
        return found.id if found else None

    def outlets(self, statement: str) -> tuple[str, ...]:
        """All that report the utterance, this statement's first; an article without an outlet counts by its title."""
        found = self._utterance.get(statement)
        others = [self._article[s] for s in (found.statements if found else ()) if s in self._article]
        own, *rest = (a.outlet or a.title or f"article {a.id[:8]}" for a in (self._article[statement], *others))
        return (own, *sorted({*rest} - {own}))


Worded = tuple[Held, frozenset[str], str]
"""A stand with the content words of its matter, and the matter as it is written."""


def _of_article(told: _Told, findings: Findings, said: Sequence[Statement]) -> Iterator[Worded]:
    """The stands of one article; "this" takes up the matter of the stand before, in this statement or the last."""
    text, own = findings.article.text, {s.id for s in said}
    words, matter = frozenset[str](), ""
    for statement in sorted(said, key=lambda s: s.extent):
        if statement.parent in own:
            continue  # it repeats what is read in the statement around it
        taken = _stands(findings, statement)
        for stand in taken:
            named = " … ".join(span.of(text) for span in stand.matter)
            telling = frozenset(content_words(word_list(named)))
            if telling:
                words, matter = telling, " ".join(named.split())
            if words:
                yield _held(told, findings, statement, stand), words, matter
        if not taken:
            words = frozenset()


def _stands(findings: Findings, statement: Statement) -> list[Stand]:
    if statement.confidence < LEAST or statement.modality not in HELD_IN:
        return []
    text, content = findings.article.text, statement.content
    cued = stance_of_cue(text, statement.cue) if statement.kind is not StatementKind.DIRECT else None
    if cued is not None:
        shown_by, stance = cued
        if statement.polarity is Polarity.NEGATIVE:
            stance = unless(stance)
        start = shown_by.start if 0 <= content[0].start - shown_by.end <= NEAR else content[0].start
        return [Stand(Span(start, content[-1].end), content, shown_by, stance)]
    if statement.polarity is Polarity.NEGATIVE:
        return []
    others = (s for s in findings.statements if s.parent == statement.id and s.agent != statement.agent)
    nested = [other.extent for other in others if other.confidence >= LEAST]
    found = stands(text, content, side_of(findings.agent_of(statement), statement.kind))
    return [stand for stand in found if not any(stand.shown_by.overlaps(span) for span in nested)]


def _held(told: _Told, findings: Findings, statement: Statement, stand: Stand) -> Held:
    article = findings.article
    said = statement.said.start if statement.said else None
    return Held(
        day=(said or article.published or "")[:10] or None,
        stance=stand.stance.value,
        text=stand.clause.of(article.text),
        article=article.id,
        statement=statement.id,
        utterance=told.utterance(statement.id),
        span=stand.clause,
        shown_by=stand.shown_by,
        matter=stand.matter,
        outlets=told.outlets(statement.id),
    )


def _by_matter(found: Sequence[Worded]) -> list[list[Worded]]:
    """Together what is on one matter, by the words in common; a lone word ("the deal") only within its article."""
    sets = DisjointSets(str(k) for k in range(len(found)))
    having: dict[str, list[int]] = {}
    for k, (held, words, _) in enumerate(found):
        common = Counter(other for word in words for other in having.get(word, ()))
        for other, count in common.items():
            theirs, is_near = found[other][1], found[other][0].article == held.article
            if 2 * count >= SAME_MATTER * (len(words) + len(theirs)) and (count > 1 or (is_near and words == theirs)):
                sets.join(str(k), str(other))
        for word in words:
            having.setdefault(word, []).append(k)
    return [[found[int(k)] for k in group] for group in sets.groups(str(k) for k in range(len(found)))]


def _position(group: Sequence[Worded]) -> Position:
    """One position; a stand that several articles report of one utterance is held once, in the words of the first."""
    ordered = sorted((held for held, _, _ in group), key=lambda h: (h.day or "9999", h.article, h.span))
    first: dict[tuple[str, str], str] = {}
    for held in ordered:
        first.setdefault((held.utterance or held.statement, held.stance), held.statement)
    once = tuple(h for h in ordered if h.statement == first[h.utterance or h.statement, h.stance])
    named = sorted({matter for _, _, matter in group})
    return Position(max(named, key=lambda m: (len(m.split()) <= LONGEST, len(m), m)), once)
