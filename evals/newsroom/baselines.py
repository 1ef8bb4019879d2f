"""Trivial predictors: all reports one origin, each its own, or as many as there are texts."""

from __future__ import annotations

from collections import defaultdict
from types import MappingProxyType

from evals.newsroom.cascade import Cascade
from evals.newsroom.claims import Claimant, Claims, Place
from evals.newsroom.page import words_of
from evals.newsroom.truth import Saying
from evals.newsroom.wordings import Relation


def one_origin(cascade: Cascade) -> Claims:
    """Every report of an event has the same origin and the same words; whoever has the family name is the speaker."""
    reports = frozenset(r.doc for r in cascade.truth.reports)
    relations = dict.fromkeys(_compared(cascade), Relation.IDENTICAL)
    mixed_up = frozenset(cascade.truth.namesakes)
    groups = (reports, *(e.reports for e in cascade.truth.elsewhere))
    return Claims(groups, 1, 1, relations=relations, mixed_up=mixed_up, who=cascade.speaker)


def all_apart(cascade: Cascade) -> Claims:
    """Every report is an origin, and no two say the same."""
    groups = tuple(frozenset({r.doc}) for r in cascade.truth.reports)
    return Claims(groups, len(groups), len(groups), who=cascade.speaker)


def exact_text(cascade: Cascade) -> Claims:
    """Reports with the same body, but for marks and capitals, have one origin; the same words are identical."""
    texts = {d.doc: d.text for d in cascade.documents}
    bodies: defaultdict[str, set[str]] = defaultdict(set)
    for report in cascade.truth.reports:
        bodies[" ".join(words_of(report.body.of(texts[report.doc])))].add(report.doc)
    groups = tuple(frozenset(group) for group in bodies.values())
    beside = tuple(e.reports for e in cascade.truth.elsewhere)  # copied to the letter, all of them
    said = {(s.doc, s.point): _words(s, texts) for s in cascade.truth.sayings}
    references = {point: said[doc, point] for point, doc in cascade.truth.references}
    same = {place: Relation.IDENTICAL for place in _compared(cascade) if said[place] == references[place[1]]}
    return Claims((*groups, *beside), len(groups), len(groups), relations=same, who=cascade.speaker)


TRIVIAL = MappingProxyType[str, Claimant](
    {"all one origin": one_origin, "all apart": all_apart, "exact text": exact_text}
)


def _compared(cascade: Cascade) -> list[Place]:
    """Every saying but the references."""
    references = set(cascade.truth.references)
    return [(s.doc, s.point) for s in cascade.truth.sayings if (s.point, s.doc) not in references]


def _words(saying: Saying, texts: dict[str, str]) -> str:
    return " ".join(words_of(" ".join(span.of(texts[saying.doc]) for span in saying.spans)))
