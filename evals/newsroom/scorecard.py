"""Scorecard: claims on many cascades against their truth."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from statistics import fmean

from evals.newsroom.agreement import Hits, adjusted_rand
from evals.newsroom.cascade import Cascade
from evals.newsroom.claims import Claims, Place
from evals.newsroom.truth import Primary, Truth
from evals.newsroom.wordings import Relation

NEAREST = {Relation.SPLICED: Relation.TRUNCATED, Relation.RETRANSLATED: Relation.ALTERED}
"""Relations that many do not tell from others, with those others."""
SLACK = 1
"""Origins above the truth that do not yet count as seeing too many."""


@dataclass
class Scorecard:
    """Scores of each cascade in lists, and counts over all of them."""

    rand: list[float] = field(default_factory=list)
    primary: dict[str, list[bool]] = field(default_factory=lambda: {k: [] for k in ("all", "what", "who", "when")})
    exact: list[bool] = field(default_factory=list)
    within: list[bool] = field(default_factory=list)
    not_above: list[bool] = field(default_factory=list)
    apart: list[bool] = field(default_factory=list)
    relations: dict[Relation, Hits] = field(default_factory=lambda: {r: Hits() for r in Relation})
    nearest: Hits = field(default_factory=Hits)
    relays: Hits = field(default_factory=Hits)
    hosts: Hits = field(default_factory=Hits)

    def add(self, cascade: Cascade, claims: Claims) -> None:
        """One more cascade."""
        truth = cascade.truth
        self.rand.append(adjusted_rand(*labels(truth, claims)))
        self._add_primary(truth.primary, claims)
        self.exact.append(claims.high == truth.origins)
        self.within.append(claims.low <= truth.origins <= claims.high)
        self.not_above.append(claims.high <= truth.origins + SLACK)
        self._add_relations(truth, claims)
        self.relays.add(_named(claims.relays - (truth.hosted - truth.relays)), _named(truth.relays))
        self.hosts.add(_named(claims.relays & truth.hosted), _named(truth.hosted))
        if truth.namesakes:
            self.apart.append(not claims.mixed_up)

    def figures(self) -> dict[str, float | None]:
        """Every figure by name, in [0, 1] (the Rand index from -0.5); None where nothing was to be found."""
        by_kind = {f"relation {kind.value}": hits.f1 for kind, hits in self.relations.items()}
        return {
            "adjusted rand": _mean(self.rand),
            **{f"primary {part}": _mean(right) for part, right in self.primary.items()},
            "origins exact": _mean(self.exact),
            "origins within bounds": _mean(self.within),
            "origins not above +1": _mean(self.not_above),
            **by_kind,
            "relation, nearest": self.nearest.f1,
            "relay via": self.relays.f1,
            "interview host": self.hosts.f1,
            "namesakes apart": _mean(self.apart),
        }

    def _add_primary(self, truth: Primary, claims: Claims) -> None:
        right = {
            "what": (claims.what or "").casefold() in {what.casefold() for what in truth.what},
            "who": claims.who in truth.who,
            "when": (claims.when or "")[:10] == truth.when,
        }
        for part, is_right in {**right, "all": all(right.values())}.items():
            self.primary[part].append(is_right)

    def _add_relations(self, truth: Truth, claims: Claims) -> None:
        references = {(doc, point) for point, doc in truth.references}
        gold = {(s.doc, s.point): s.relation for s in truth.sayings if (s.doc, s.point) not in references}
        for kind, hits in self.relations.items():
            hits.add(_of_kind(claims.relations, kind), _of_kind(gold, kind))
        mine, others = (
            frozenset((place, NEAREST.get(r, r)) for place, r in some.items()) for some in (claims.relations, gold)
        )
        self.nearest.add(mine, others)


def labels(truth: Truth, claims: Claims) -> tuple[list[str], list[str]]:
    """The true and the claimed group of each report.

    All reports of the archive count that quote somebody, those of other events by event; so the index has something to
    tell apart where the cascade has one origin.  A report that goes back to two origins is left out; one that no group
    has stands alone; of two groups the first counts.
    """
    group_of = {doc: f"group {n}" for n, group in reversed(list(enumerate(claims.groups))) for doc in group}
    line_of = {r.doc: r.lines[0] for r in truth.reports if r.doc not in truth.undecided}
    line_of |= {doc: f"event {n}" for n, event in enumerate(truth.elsewhere) for doc in sorted(event.reports)}
    return list(line_of.values()), [group_of.get(doc, doc) for doc in line_of]


def _of_kind(relations: Mapping[Place, Relation], kind: Relation) -> frozenset[Place]:
    return frozenset(place for place, relation in relations.items() if relation is kind)


def _named(relays: Iterable[tuple[str, str]]) -> frozenset[tuple[str, str]]:
    """Newsrooms without case and article."""
    return frozenset((doc, name.casefold().removeprefix("the ").strip()) for doc, name in relays)


def _mean(values: list[float] | list[bool]) -> float | None:
    return fmean(values) if values else None
