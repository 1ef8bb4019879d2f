"""Plans: what is to become of each copy of a cascade, so that the shares are those that the knobs ask for."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import TypeVar

from evals.newsroom.chance import Chance
from evals.newsroom.drafts import Treatment
from evals.newsroom.knobs import Knobs
from evals.newsroom.wordings import Wording, altered, beheaded, curtailed, paraphrased, retranslated, spliced

T = TypeVar("T")
HEADLESS = 0.4
"""Share of the truncated quotations that lack their first clause; the others lack their last."""
CHANGES: Mapping[str, Callable[[Wording], Wording]] = MappingProxyType(
    {
        "altered": altered,
        "beheaded": beheaded,
        "curtailed": curtailed,
        "spliced": spliced,
        "retranslated": retranslated,
        "paraphrased": paraphrased,
    }
)
"""What can happen to the main quotation of a copy."""
ONE_LINE = frozenset({"altered", "spliced", "retranslated", "paraphrased"})
"""Changes that only one line of a cascade sees: the same odd words in two lines would show one descent."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What is to become of one copy; `change` is a name of `CHANGES`, None where the quotation is taken as it is."""

    treatment: Treatment
    credited: bool
    respelled: bool
    unplaced: bool
    short_named: bool
    change: str | None


def plans(knobs: Knobs, count: int, chance: Chance) -> list[Plan]:
    """A plan for each of so many copies, in the order in which they are made."""
    ways = (Treatment.VERBATIM, Treatment.TRIMMED, Treatment.LIGHT, Treatment.REWRITTEN, Treatment.MERGED)
    shares = [knobs.verbatim, knobs.trimmed, knobs.light, knobs.rewritten, knobs.merged, knobs.relayed]
    treatments = chance.shuffled(shared_out((*ways, Treatment.RELAYED), shares, count, chance))
    could = chance.shuffled([n for n, treatment in enumerate(treatments) if treatment is not Treatment.RELAYED])
    bare = could[: chance.rounded(knobs.no_credit * count)]
    changes = chance.shuffled(_changes(knobs, count, chance))
    return [
        Plan(
            treatment=treatment,
            credited=n not in bare,
            respelled=chance.happens(knobs.respelled),
            unplaced=chance.happens(knobs.unplaced),
            short_named=chance.happens(knobs.short_named),
            change=changes[n],
        )
        for n, treatment in enumerate(treatments)
    ]


def _changes(knobs: Knobs, count: int, chance: Chance) -> list[str | None]:
    headless = HEADLESS * knobs.truncated
    cut = [headless, knobs.truncated - headless]
    shares = [knobs.altered, *cut, knobs.spliced, knobs.retranslated, knobs.paraphrased]
    return shared_out((*CHANGES, None), [*shares, 1 - sum(shares)], count, chance)


def shared_out(items: tuple[T, ...], shares: list[float], count: int, chance: Chance) -> list[T]:
    """`count` items by their shares, which leave 1: systematic sampling, so that none is off by more than one item."""
    out: list[T] = []
    reached, start = 0.0, chance.between(0, 1)
    for item, share in zip(items, shares, strict=True):
        before = int(reached * count + start)
        reached += share
        out += [item] * (int(reached * count + start + 1e-9) - before)
    return [*out, *[items[0]] * count][:count]
