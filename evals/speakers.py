"""Speakers on GUM dev: whom a pronoun or a description means that something is attributed to.

Run `python -m evals.speakers [--json] [--train]`.  Asked are the sources of GUM's attribution relations that are
third-person pronouns with an antecedent, or describe people, bodies or documents without a name ("the spokesman").
The resolver of `statements/` is given each as the source of a statement, beside the statements that the encoder finds;
mentions and links are the encoder's, from the raw text.

- *covered*: it answers: by the agent's mentions before the source, or, for a description, that it is somebody new.
- *accuracy*: of what is covered; right where most of those mentions are of the gold entity, or it is new in gold too.
- *nearest*, a baseline that answers always: the last mention before the source that its word allows.  "He" allows a
  person, "they" a group or a body, "it" a body or a document, a description its own head word (else it is new).
- *end_to_end*: right of all the cases, where ours must find the statement too.

Add `--train` for the part that the encoder learned mentions and links from: there are more cases, and it knows them.
"""

from __future__ import annotations

import json
import random
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from training.corpora import gum_sources
from training.corpora.gum_sources import Sourced
from training.documents import Document, Mentioned

from evals.mentions import PLURAL, SINGULAR, THING
from onrecord.labelling.encoder.labeller import EncoderLabeller
from onrecord.records import Agent, Article, Labels, MentionLabel, Span, Spans
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
FIRST_AND_SECOND = frozenset({"you", "we", "us"})
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
        word, opening = (document.text[slice(*part)].lower().split()[0] for part in (source.head, source.source))
        if opening in FIRST_AND_SECOND:
            continue
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
    """The last mention before the source that its word allows; none, which says "new", where there is none."""
    word = text[slice(*mention.head)].lower()
    kinds = next((kinds for words, kinds in ALLOWED if word in words), None)

    def allowed(other: MentionLabel) -> bool:
        return other.kind in kinds if kinds else (other.head or other.span).of(text).lower() == word

    before = [m.span for m in learned.mentions if m.span.end <= mention.span[0] and allowed(m)]
    return (max(before, key=lambda s: s.end),) if before else ()


def figures(found: Sequence[Case]) -> dict[str, float]:
    """Coverage, accuracy of what is covered, and its gain over the nearest (0.15: 15 points), which covers all."""
    ours = [case.answers["ours"] for case in found]
    covered = sum(answer.covered for answer in ours)
    right = {name: _share(found, name) for name in ("nearest", "end_to_end")}
    accuracy = sum(answer.right for answer in ours) / (covered or 1)
    counts = {"cases": float(len(found)), "coverage": covered / (len(found) or 1)}
    return {**counts, "accuracy": accuracy, **right, "gain": accuracy - right["nearest"]}


def _share(found: Sequence[Case], name: str) -> float:
    """Right answers of all that this way gives or should give."""
    given = [case.answers[name] for case in found if name in case.answers]
    return sum(answer.right for answer in given) / (len(given) or 1)


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


def all_cases(part: str) -> list[Case]:
    """The cases of the `train` or `dev` part, labelled by the encoder that ships."""
    used, out = EncoderLabeller(), []
    for document, sources in gum_sources.documents(part):
        article = Article.of(document.text)
        (labels,), (learned,) = used.label([article]), used.mentions([article])
        out += cases(document, sources, labels, learned)
    return out


def table(found: Sequence[Case]) -> Iterator[str]:
    """The figures as a person reads them: of all cases, by form, and by kind of text."""
    parts = {"all": list(found)}
    parts |= {form: [c for c in found if c.form == form] for form in ("pronoun", "nominal")}
    parts |= {genre: [c for c in found if c.genre == genre] for genre in sorted({c.genre for c in found})}
    yield f"{'':14s} cases  none  covered  accuracy  nearest   gain  end to end"
    for name, part in parts.items():
        f, silent = figures(part), sum(not c.answers["ours"].covered for c in part)
        yield (
            f"{name:14s}{len(part):6d}{silent:6d}{f['coverage']:9.3f}{f['accuracy']:10.3f}{f['nearest']:9.3f}"
            f"{100 * f['gain']:+7.1f}{f['end_to_end']:12.3f}"
        )
    for name in ("accuracy", "coverage", "gain"):
        low, high = interval(found, name)
        yield f"{name}: 95 % of samples of the documents between {low:.3f} and {high:.3f}"


def main() -> None:
    """Print the figures."""
    found = all_cases("train" if "--train" in sys.argv else "dev")
    if "--json" in sys.argv:
        print(json.dumps(figures(found)))
        return
    for line in table(found):
        print(line)


if __name__ == "__main__":
    main()
