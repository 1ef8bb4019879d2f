"""Pairs of names decided per second on one core, and precision and recall on the labelled pairs.

    python -m benchmarks.names [--pairs N] [--cases CSV]

The pairs are made up for this: people and companies, one in five in Cyrillic or Greek, half of them one name in two
spellings, half two names, some of which share a word.  No name occurs twice, so that every name is taken apart for the
first time; words recur as they do in real lists.  Machines differ and are noisy: the figure is the best of three runs.
"""

from __future__ import annotations

import argparse
import random
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from evals.names import figures, groups, read_pairs, scored

from onrecord.lexicon.given_names import given_names
from onrecord.people.matching import NameKind, match_names

CASES = Path(__file__).parents[1] / "../shared/data/names/cases.csv"
REPEATS = 3
"""Runs, each on pairs of its own; the fastest counts."""
STARTS = (
    "ba ber bo cra da del do fa fer ga gol ha hen jo ka kor la lin lo ma mer mo na nor o pa per ra ros sa sel ta tor"
)
MIDDLES = "ba den di fi ga go ke la len li lo ma mi na ne no ra ri ro sa ti to va"
ENDS = "berg cek den din enko ero ev eva in ina ini man mann ov ova ski son ston tan ton vic wright"
TRADES = "Shipping Steel Mining Bank Energy Foods Textiles Insurance Airlines Cement Logistics Timber"
FORMS = "Ltd|LLC|GmbH|S.A.|Inc.|PLC|OOO|A.S.|Limited|Group"
CYRILLIC = dict(zip("abvgdezijklmnoprstufhcywq", "абвгдезийклмнопрстуфхцывк", strict=True))
GREEK = dict(zip("abgdezihklmnxoprstufcvwyjq", "αβγδεζιχκλμνξοπρστυφκβωιιθ", strict=True))


class Names:
    """Made-up names that never repeat, and other spellings of them."""

    def __init__(self, seed: int) -> None:
        self._dice = random.Random(seed)
        self._given, self._seen = sorted(given_names()), set[str]()

    def pairs(self, count: int) -> Iterator[tuple[str, str, NameKind]]:
        """So many pairs; one in four is of companies."""
        for at in range(count):
            kind = NameKind.ORGANISATION if at % 4 == 0 else NameKind.PERSON
            name = self._name(kind)
            yield name, self._respelled(name) if at % 2 else self._other(name, kind), kind

    def _name(self, kind: NameKind) -> str:
        while True:
            family = "".join(self._dice.choice(part.split()) for part in (STARTS, MIDDLES, MIDDLES, ENDS)).capitalize()
            given = [self._dice.choice(self._given) for _ in range(self._dice.choice((1, 1, 2)))]
            rest = [self._dice.choice(TRADES.split()), self._dice.choice(FORMS.split("|"))]
            name = " ".join([family, *rest] if kind is NameKind.ORGANISATION else [*given, family])
            if name not in self._seen:
                self._seen.add(name)
                return name

    def _other(self, name: str, kind: NameKind) -> str:
        other = self._name(kind)
        return f"{name.split()[0]} {other.split(maxsplit=1)[1]}" if self._dice.random() < 0.5 else other

    def _respelled(self, name: str) -> str:
        way = self._dice.randrange(5)
        if way == 0:
            table = self._dice.choice((CYRILLIC, GREEK))
            return "".join(table.get(letter, letter) for letter in name.lower()).title()
        if way == 1:
            first, _, rest = name.partition(" ")
            return f"{rest.upper()}, {first}"
        if way == 2:
            return f"{name[0]}.{name[name.index(' ') :]}"
        at = self._dice.randrange(1, len(name) - 1)
        return name[:at] + self._dice.choice("aeinrst") + name[at + (way == 3) :]


def per_second(pairs: Sequence[tuple[str, str, NameKind]]) -> float:
    """Decisions per second of CPU time; each name is new to the matcher."""
    start = time.process_time()
    for pair in pairs:
        match_names(*pair)
    return len(pairs) / (time.process_time() - start)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--pairs", type=int, default=20_000, help="how many made-up pairs")
    parser.add_argument("--cases", type=Path, default=CASES, help="labelled pairs")
    options = parser.parse_args()
    match_names("Marta Oslington", "Марта Ослингтон")  # loads the word lists
    fastest = max(per_second(list(Names(seed).pairs(options.pairs))) for seed in range(REPEATS))
    print(f"{options.pairs:,} made-up pairs: {fastest:,.0f} a second")
    if options.cases.exists():
        with options.cases.open(encoding="utf-8", newline="") as lines:
            rows = list(scored(read_pairs(lines)))
        for name, group in groups(rows).items():
            precision, recall, f1 = figures(group)
            print(f"{name:8s} precision {precision:.3f}  recall {recall:.3f}  F1 {f1:.3f}")


if __name__ == "__main__":
    main()
