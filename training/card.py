"""The model card: what the weights are, what they were made from, what they score and what they get wrong."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from onrecord.labelling.encoder.weights import read_weights
from training.base import BASES

if TYPE_CHECKING:
    from training.evaluate import Figures

NAME = "MODEL_CARD.md"
TEMPLATE = Path(__file__).with_name("card.md")
"""What the card says besides figures."""


def write_card(folder: Path, shipped: Figures, full: Figures | None) -> None:
    """Write the card of the export in the folder; `full` are the figures of the same weights in full precision."""
    weights = read_weights(folder)
    size = sum(p.stat().st_size for p in folder.iterdir() if p.name != NAME)
    tensors = hashlib.sha256((folder / "tensors.safetensors").read_bytes()).hexdigest()
    parts = [
        f"# Model card: onrecord's {weights.version}\n",
        f"{size / 1e6:.1f} MB in all. SHA-256 of `tensors.safetensors`:\n`{tensors}`.\n",
        TEMPLATE.read_text(encoding="utf-8").format(bases="\n".join(_bases())),
        "## Scores on the development parts\n",
        "PolNeAR dev, 84 articles, merged and outermost; 95 % intervals by bootstrap over articles.\n",
        *_table(("metric", "F1", "95 % interval", *(["full precision"] if full else [])), _scores(shipped, full)),
        *_others(shipped),
        "\n## How sure it is\n",
        "Outermost statements of PolNeAR dev by the confidence that they were given.\n",
        *_table(("confidence", "statements", "right"), _bins(shipped)),
        "\n## What it gets wrong\n",
        "Errors on PolNeAR dev by kind, the commonest first; a cue is shared where one of its words is.\n",
        *_table(("kind", "count"), ((kind, str(count)) for kind, count in shipped.errors.most_common())),
        "",
    ]
    (folder / NAME).write_text("\n".join(parts), encoding="utf-8")
    print("\n".join(parts))


def _bases() -> Iterator[str]:
    for name, base in BASES.items():
        yield f"- {name}: {', '.join(base.packages)}; SHA-256 of its tensors `{base.sha256}`"


def _scores(shipped: Figures, full: Figures | None) -> Iterator[tuple[str, ...]]:
    for name, (f1, low, high) in shipped.attribution.items():
        beside = (f"{full.attribution[name][0]:.3f}",) if full else ()
        yield name, f"{f1:.3f}", f"{low:.3f} to {high:.3f}", *beside


def _others(shipped: Figures) -> Iterator[str]:
    if shipped.others:
        yield "\nMentions and antecedents on GUM dev (30 documents), time extents on TimeBank and AQUAINT dev (64).\n"
        yield from _table(("metric", "figure"), ((name, f"{value:.3f}") for name, value in shipped.others.items()))


def _bins(figures: Figures) -> Iterator[tuple[str, ...]]:
    for low, high, count, share in figures.calibration:
        yield f"{low:.1f} to {high:.1f}", str(count), f"{share:.2f}" if count else "–"


def _table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> Iterator[str]:
    yield "| " + " | ".join(head) + " |"
    yield "|" + "---|" * len(head)
    for row in rows:
        yield "| " + " | ".join(row) + " |"
