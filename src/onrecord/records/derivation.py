"""Derivation: an edge of the provenance graph, in the kinds of W3C PROV."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from onrecord.records.spans import Span


class DerivationKind(StrEnum):
    """PROV-O's Derivation and its three subtypes (W3C Recommendation, 30 April 2013)."""

    QUOTATION = "quotation"
    REVISION = "revision"
    PRIMARY_SOURCE = "primary_source"
    DERIVATION = "derivation"


@dataclass(frozen=True, slots=True)
class Evidence:
    """The characters that show something: a span of one article's text; None where only metadata shows it.

    Then `field` names it: "url" for the article's address, else the rule of the credit that the metadata gives.
    """

    article: str
    span: Span | None
    field: str | None = None


@dataclass(frozen=True, slots=True)
class Derivation:
    """`source` (the later record) was derived from `target` (the earlier one).

    Ends are ids of Articles or Statements, or a name such as "wire:TASS" for what is not in the archive.
    `rule` names the pure function of the two records that drew the edge; `score` is in [0, 1].
    """

    source: str
    target: str
    kind: DerivationKind
    rule: str
    score: float = 1.0
    evidence: tuple[Evidence, ...] = ()
