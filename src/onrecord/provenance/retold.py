"""Retold: an article that tells another's story in other words, sentence by sentence; quotations aside."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.provenance.prepared import Prepared
from onrecord.provenance.telling import shared
from onrecord.records import Evidence

SHARE = 0.68
"""Share of what the shorter telling tells that the other tells too: two reporters of one event have up to .60."""
IN_COMMON = 0.3
"""Share of the shorter telling's words, by their families, that the other has at least; saves most comparisons."""
SENTENCES = 2
"""Sentences of a telling that can show anything: one fact in common may be the event's."""
FEWEST_IN_ALL = 12
"""Word families of such a telling."""


@dataclass(frozen=True, slots=True)
class Retold:
    """The share of what the shorter telling tells that the other has too, and the two likest sentences."""

    share: float
    evidence: tuple[Evidence, ...]


def retold(a: Prepared, b: Prepared) -> Retold | None:
    """Whether one of the two tells the other's story in other words; symmetric; None where it does not."""
    told = told_alike(a, b)
    return told if told is not None and told.share >= SHARE else None


def told_alike(a: Prepared, b: Prepared) -> Retold | None:
    """How much of the shorter telling the other has; None where it is too short, or has hardly a word in common."""
    short, long = sorted((a, b), key=lambda one: (len(one.told), one.id))
    mine, others = short.told, long.told
    if len(mine) < SENTENCES or len(short.told_roots) < FEWEST_IN_ALL:
        return None
    if len(short.told_roots & long.told_roots) < IN_COMMON * len(short.told_roots):
        return None
    scores = shared(mine, others)
    row, column = divmod(int(scores.argmax()), len(others))
    ends = sorted(((short.id, mine[row].span), (long.id, others[column].span)))
    share = float(scores.max(axis=1).mean())
    return Retold(round(min(share, 1.0), 4), tuple(Evidence(article, span) for article, span in ends))
