"""Speakers on GUM dev: whom a pronoun or a description means that something is attributed to.

Run `python -m evals.speakers [--json]`.  Asked are the sources of GUM's attribution relations that are third-person
pronouns with an antecedent, or descriptions of people, bodies and documents without a name in them ("the spokesman").
The resolver of `statements/` is given each as the source of a statement, beside the statements that the encoder finds;
mentions and links are the encoder's, from the raw text.

- *covered*: it answers: by the agent's mentions before the source, or, for a description, that it is somebody new.
- *right*: most of those mentions belong to the gold entity; or it is new in gold too.
- *nearest*: the last mention before the source that the word allows (he: a person; they: a group or a body; it: a body or
  a document; a description: its own kind).  *same_head*: for a description, the last with its head word, else new.
- *end_to_end*: right of all gold sources, where the statement must be found too.
"""

from __future__ import annotations

import json
import random
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import partial

from evals.mentions import PLURAL, SINGULAR, THING
from training.corpora import gum_sources
from training.corpora.gum_sources import Sourced
from training.documents import Document, Mentioned

from onrecord.labelling.encoder.labeller import EncoderLabeller
from onrecord.records import Agent, Article, Labels, MentionKind, Span, Spans
from onrecord.statements.attributions import drafts
from onrecord.statements.draft import Draft
from onrecord.statements.find import find_statements
from onrecord.statements.nesting import parents
from onrecord.statements.speakers import Speakers

KINDS = frozenset({"person", "group", "organization", "document"})
PRONOUNS = SINGULAR | PLURAL | THING
ALLOWED = (
    (SINGULAR, {"person"}),
    (PLURAL, {"group", "organization"}),
    (THING, {"organization", "document"}),
)
SAMPLES, SEED = 2000, 20261126


@dataclass(frozen=True, slots=True)
class Answer:
    """What is said of one source: whether anything is, and whether that is right."""

    covered: bool
    right: bool


@dataclass(frozen=True, slots=True)
class Case:
    """One source with all answers to it."""

    document: str
    form: str
    answers: dict[str, Answer]

    @property
    def genre(self) -> str:
        """The kind of text: "news", "interview"."""
        return self.document.split("_")[1]


class Gold:
    """The mentions of one document, by place."""

    def __init__(self, document: Document) -> None:
        self._mentions = sorted(document.mentions or (), key=lambda m: m.head)
        self.at_head = {m.head: m for m in self._mentions}

    def is_new(self, mention: Mentioned) -> bool:
        """Whether the entity is not mentioned before."""
        return not any(m.entity == mention.entity and m.head < mention.head for m in self._mentions)

    def is_named(self, entity: str, within: tuple[int, int]) -> bool:
        """Whether a name of the entity stands in a phrase."""
        inside = (m for m in self._mentions if within[0] <= m.span[0] and m.span[1] <= within[1])
        return any(m.form == "name" and m.entity == entity for m in inside)

    def entity_of(self, span: Span) -> str | None:
        """The entity of the mention that shares most with a span and has its head in it."""
        inside = [m for m in self._mentions if span.start <= m.head[0] and m.head[1] <= span.end]
        best = max(inside, key=lambda m: _likeness(span, Span(*m.span)), default=None)
        return best.entity if best else None


def _likeness(one: Span, other: Span) -> float:
    shared = max(0, min(one.end, other.end) - max(one.start, other.start))
    return shared / (len(one) + len(other) - shared)


def asked(document: Document, sources: Iterable[Sourced], gold: Gold) -> list[tuple[Sourced, Mentioned]]:
    """The sources that are asked for, each with its gold mention."""
    out = []
    for source in sources:
        mention = gold.at_head.get(source.head)
        if mention is None or mention.kind not in KINDS or gold.is_named(mention.entity, source.source):
            continue
        word = document.text[slice(*source.head)].lower()
        is_pronoun = mention.form == "pronoun" and word in PRONOUNS and not gold.is_new(mention)
        if is_pronoun or mention.form == "nominal":
            out.append((source, mention))
    return out


def cases(document: Document, sources: Iterable[Sourced], labels: Labels, learned: Labels) -> list[Case]:
    """Every source that is asked for with the answers to it; `learned` are the encoder's own mentions."""
    gold, article = Gold(document), Article.of(document.text)
    wanted = asked(document, sources, gold)
    resolved = _resolved(article, labels, [s for s, _ in wanted])
    findings = find_statements(article, labels)
    out = []
    for source, mention in wanted:
        judge = partial(judged, gold=gold, mention=mention)
        of_head = [s for s in findings.statements if any(p.covers(Span(*source.head)) for p in s.source)]
        found = next((a for s in of_head if (a := findings.agent_of(s)) is not None), None)
        answers = {
            "ours": judge(_before(resolved.get(source), source)),
            "end_to_end": judge(_before(found, source)),
            "nearest": judge(nearest(document.text, learned, mention)),
        }
        if mention.form == "nominal":
            answers["same_head"] = judge(same_head(document.text, learned, mention))
        out.append(Case(document.name, mention.form, answers))
    return out


def judged(mentions: Spans | None, *, gold: Gold, mention: Mentioned) -> Answer:
    """An answer by its mentions before the source: None is none, no mentions say that the source is new."""
    if mentions is None or (mention.form == "pronoun" and not mentions):
        return Answer(covered=False, right=False)
    if not mentions:
        return Answer(covered=True, right=gold.is_new(mention))
    of = [gold.entity_of(m) for m in mentions]
    return Answer(covered=True, right=2 * of.count(mention.entity) > len(of))


def _before(agent: Agent | None, source: Sourced) -> Spans | None:
    """The agent's mentions that end before the source begins."""
    return tuple(m for m in agent.mentions if m.end <= source.source[0]) if agent else None


def _resolved(article: Article, labels: Labels, sources: Sequence[Sourced]) -> dict[Sourced, Agent | None]:
    """The agents of the sources, resolved among the statements that are found."""
    given = {source: _draft(source) for source in sources}
    taken = [Span(*source.head) for source in sources]
    others = [d for d in drafts(article.text, labels) if not any(s.covers(t) for s in d.source for t in taken)]
    every = [*given.values(), *others]
    found = Speakers(article, labels).resolve(every, parents(every))
    return {source: resolved.agent if resolved else None for source, resolved in zip(given, found, strict=False)}


def _draft(source: Sourced) -> Draft:
    cue = Span(*source.cue)
    return Draft(tuple(Span(*s) for s in source.content) or (cue,), source=(Span(*source.source),), cue=(cue,))


def nearest(text: str, learned: Labels, mention: Mentioned) -> Spans:
    """The last mention before the source that its word allows."""
    word = text[slice(*mention.head)].lower()
    kinds = next((kinds for words, kinds in ALLOWED if word in words), {mention.kind})
    before = [m.span for m in learned.mentions if m.kind in kinds and m.span.end <= mention.span[0]]
    return (max(before, key=lambda s: s.end),) if before else ()


def same_head(text: str, learned: Labels, mention: Mentioned) -> Spans:
    """The last mention before the source whose head is the same word; none, which says "new", without one."""
    word = text[slice(*mention.head)].lower()
    heads = ((m.span, m.head or m.span) for m in learned.mentions if m.kind is not MentionKind.EVENT)
    before = [s for s, head in heads if s.end <= mention.span[0] and head.of(text).lower() == word]
    return (max(before, key=lambda s: s.end),) if before else ()


def figures(found: Sequence[Case]) -> dict[str, float]:
    """Accuracy of what is answered, coverage, and the gain in accuracy over the nearest (0.15: 15 points)."""
    out: dict[str, float] = {"cases": len(found)}
    for name in ("ours", "nearest", "same_head", "end_to_end"):
        given = [case.answers[name] for case in found if name in case.answers]
        covered = sum(a.covered for a in given)
        out[f"{name}_accuracy"] = sum(a.right for a in given) / (covered or 1)
        out[f"{name}_coverage"] = covered / (len(given) or 1)
        out[f"{name}_right"] = sum(a.right for a in given) / (len(given) or 1)
    out["gain"] = out["ours_accuracy"] - out["nearest_accuracy"]
    return out


def interval(found: Sequence[Case], name: str) -> tuple[float, float]:
    """Where 95 % of the figures lie over samples of the documents with replacement."""
    by_document: dict[str, list[Case]] = {}
    for case in found:
        by_document.setdefault(case.document, []).append(case)
    draw, groups = random.Random(SEED), list(by_document.values())
    values = sorted(
        figures([case for group in draw.choices(groups, k=len(groups)) for case in group])[name] for _ in range(SAMPLES)
    )
    return values[int(0.025 * SAMPLES)], values[int(0.975 * SAMPLES)]


def all_cases() -> list[Case]:
    """The cases of the dev part, labelled by the encoder that ships."""
    used, out = EncoderLabeller(), []
    for document, sources in gum_sources.documents("dev"):
        article = Article.of(document.text)
        (labels,), (learned,) = used.label([article]), used.mentions([article])
        out += cases(document, sources, labels, learned)
    return out
