"""The command: `python -m evals.newsroom [--level medium] [--cascades 200] [--seed 1] [--labeller NAME] [--json]`."""

from __future__ import annotations

import argparse
import json
from collections.abc import Mapping

from evals.newsroom.baselines import TRIVIAL
from evals.newsroom.cascade import cascades
from evals.newsroom.claims import Claimant
from evals.newsroom.knobs import PRESETS, Knobs
from evals.newsroom.product import asked
from evals.newsroom.scorecard import Scorecard
from onrecord.labelling import DEFAULT, LABELLERS

Figures = dict[str, float | None]


def figures(knobs: Knobs, claimants: Mapping[str, Claimant], *, count: int, seed: int) -> dict[str, Figures]:
    """Every figure of every claimant on so many cascades."""
    cards = {name: Scorecard() for name in claimants}
    for cascade in cascades(knobs, count=count, seed=seed):
        for name, claimant in claimants.items():
            cards[name].add(cascade, claimant(cascade))
    return {name: card.figures() for name, card in cards.items()}


def main() -> None:
    """Print the figures, the product's beside those of the trivial predictors."""
    options = argparse.ArgumentParser(prog="python -m evals.newsroom", description=__doc__)
    options.add_argument("--level", choices=sorted(PRESETS), default="medium")
    options.add_argument("--cascades", type=int, default=200, metavar="N")
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--labeller", choices=sorted(LABELLERS), default=DEFAULT)
    options.add_argument("--json", action="store_true")
    chosen = options.parse_args()
    product: dict[str, Claimant] = {"product": lambda cascade: asked(cascade, chosen.labeller)}
    found = figures(PRESETS[chosen.level], {**product, **TRIVIAL}, count=chosen.cascades, seed=chosen.seed)
    print(json.dumps(found) if chosen.json else table(found))


def table(found: Mapping[str, Figures]) -> str:
    """A row a figure, a column a claimant."""
    names = list(found)
    rows = [" " * 24 + "".join(f"{name:>16}" for name in names)]
    for figure in found[names[0]]:
        values = (found[name][figure] for name in names)
        rows.append(f"{figure:24}" + "".join(f"{'–' if v is None else f'{v:.3f}':>16}" for v in values))
    return "\n".join(rows)


if __name__ == "__main__":
    main()
