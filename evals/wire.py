"""Wire detection on PolNeAR: does the text alone say which agency it comes from?

Run `python -m evals.wire`; it reads `../shared/data/polnear` (or the folder given as the only argument), each
article as plain text without its metadata, and compares its first wire credit with the column `wire` of
`metadata.tsv`, case-folded.  Rows `NA` (nobody looked) are left out.
"""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from onrecord.reading import read
from onrecord.records import Article

POLNEAR = Path(__file__).parents[1] / "../shared/data/polnear"
PARTS = ("train", "dev")


@dataclass
class Score:
    """Articles by outcome: the agency found, missed, or found where the gold has none or another."""

    right: int = 0
    false: list[str] = field(default_factory=list)
    missed: list[str] = field(default_factory=list)

    @property
    def precision(self) -> float:
        """Share of the agencies found that the gold has."""
        return self.right / ((self.right + len(self.false)) or 1)

    @property
    def recall(self) -> float:
        """Share of the gold's agencies that were found."""
        return self.right / ((self.right + len(self.missed)) or 1)


def labelled_texts(folder: Path) -> Iterator[tuple[Path, str | None]]:
    """Every text of train and dev whose `wire` is known, with the agency in lower case, None for no agency."""
    with (folder / "metadata.tsv").open(encoding="utf-8", newline="") as table:
        for row in csv.DictReader(table, delimiter="\t", quoting=csv.QUOTE_NONE):
            wire = row["wire"].casefold()
            path = folder / row["compartment"] / "text" / f"{row['filename'].removesuffix('.txt')}.txt"
            if wire != "na" and row["compartment"] in PARTS and path.exists():
                yield path, None if wire == "none" else wire


def score(folder: Path = POLNEAR) -> Score:
    """Precision and recall of the first wire credit over the labelled texts."""
    total = Score()
    for path, gold in labelled_texts(folder):
        found = next((a.wires for a in read(path) if isinstance(a, Article)), ())
        name = found[0].name.casefold() if found else None
        if name and name == gold:
            total.right += 1
            continue
        if name:
            total.false.append(f"{path.name}: {name}, gold {gold}")
        if gold:
            total.missed.append(f"{path.name}: {gold}")
    return total


def main() -> None:
    """Print the figures and every error."""
    arguments = [a for a in sys.argv[1:] if a != "--json"]
    total = score(Path(arguments[0]) if arguments else POLNEAR)
    if "--json" in sys.argv:
        print(json.dumps({"precision": total.precision, "recall": total.recall}))
        return
    print(f"precision {total.precision:.3f}  recall {total.recall:.3f}  ({total.right} right)")
    for label, errors in (("false", total.false), ("missed", total.missed)):
        for error in errors:
            print(f"{label}: {error}")


if __name__ == "__main__":
    main()
