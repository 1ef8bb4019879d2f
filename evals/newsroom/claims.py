"""Claims: what somebody (the product, the truth itself, a trivial predictor) says of one cascade."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from evals.newsroom.cascade import Cascade
from evals.newsroom.wordings import Relation

Place: TypeAlias = tuple[str, str]
"""A report and what is said in it: (doc, point), or (doc, a statement's id) for what no point is."""


@dataclass(frozen=True, slots=True)
class Claims:
    """Answers about the main point of a cascade.

    `groups` are reports by origin, those of other events behind those of this one; a report in none of them was not
    found, and stands alone.  `low` and `high` bound
    the independent origins.  `what`, `who` and `when` (an ISO day) are the primary source.  `relations` are those of
    each report of a point to the reference; `relays` pairs of a report and the newsroom it names; `mixed_up` the
    reports whose speaker was taken for a namesake, or a namesake for the speaker.
    """

    groups: tuple[frozenset[str], ...] = ()
    low: int = 0
    high: int = 0
    what: str | None = None
    who: str | None = None
    when: str | None = None
    relations: Mapping[Place, Relation] = field(default_factory=dict)
    relays: frozenset[tuple[str, str]] = frozenset()
    mixed_up: frozenset[str] = frozenset()


Claimant: TypeAlias = Callable[[Cascade], Claims]
"""Says something of a cascade."""


def true_claims(cascade: Cascade) -> Claims:
    """The truth itself as claims."""
    truth = cascade.truth
    references = dict(truth.references)
    return Claims(
        groups=(*truth.groups, *(e.reports for e in truth.elsewhere)),
        low=truth.origins,
        high=truth.origins,
        what=truth.primary.what[0],
        who=truth.primary.who[0],
        when=truth.primary.when,
        relations={(s.doc, s.point): s.relation for s in truth.sayings if s.doc != references[s.point]},
        relays=truth.relays | truth.hosted,
    )
