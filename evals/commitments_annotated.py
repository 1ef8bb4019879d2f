"""Commitments on sentences of PolNeAR dev and GUM dev that were annotated for onrecord.

    python -m evals.commitments_annotated [--json]

The annotations (`evals/annotations/commitments.jsonl`) hold offsets only; the texts are read from ../shared.  Of the
sentences 45 % were drawn for a strong word of intent, 15 % for a weak one, 40 % for none: figures are for that mixture.
What shares half of its words is paired one to one; predictions count on neither side, as in the scorer of the shared
set.  A row has what the `first` pass marked and what the `second`, which did not see it.  There are figures for each,
for `both` (what the second marked of the first), and for the agreement of the two.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from training.corpora import gum

from onrecord.archive import Analysis
from onrecord.engines import InProcess
from onrecord.records import Article, Findings

ROOT = Path(__file__).resolve().parents[1]
SHARED = ROOT.parent / "shared"
ANNOTATIONS = Path(__file__).parent / "annotations" / "commitments.jsonl"
WORD = re.compile(r"\w+(?:['’\-.]\w+)*")
LEAST = 0.5
DAY = re.compile(r"\d{4}-\d\d-\d\d")
Row = dict[str, Any]
Words = frozenset[int]


def articles(names: Iterable[str]) -> Iterator[tuple[str, Article]]:
    """The documents with these names, dated where their file says so."""
    for name in sorted(set(names)):
        corpus, _, stem = name.partition("/")
        if corpus == "gum":
            conllu = (SHARED / "data/gum/dep" / f"{stem}.conllu").read_text(encoding="utf-8")
            yield name, Article.of(gum.read(stem, conllu).text)
        else:
            text = (SHARED / "data/polnear/dev/text" / f"{stem.removeprefix('dev/')}.txt").read_bytes().decode("utf-8")
            day = DAY.search(stem)
            yield name, Article.of(text, published=day[0] if day else None, url=name)


def found(named: Sequence[tuple[str, Article]]) -> dict[str, Findings]:
    """What the defaults find in the documents, by their name."""
    names = {article.id: name for name, article in named}
    made = (f for batch in Analysis().run([a for _, a in named], InProcess()) for f in batch)
    return {names[f.article.id]: f for f in made if isinstance(f, Findings)}


def predicted(findings: Findings, start: int, end: int) -> list[Row]:
    """The commitments whose action begins in a sentence."""
    return [
        {"span": list(c.extent), "strength": c.strength.value, "due": [c.due.start, c.due.end] if c.due else None}
        for c in findings.commitments
        if c.extent and start <= c.action[-1].start < end
    ]


def words(text: str, span: Sequence[int], within: tuple[int, int]) -> Words:
    """Where the words of a span begin, as far as they lie in the sentence."""
    return frozenset(m.start() for m in WORD.finditer(text, max(span[0], within[0]), min(span[1], within[1])))


def paired(gold: Sequence[Words], other: Sequence[Words]) -> list[tuple[int, int]]:
    """One to one, the likest first."""
    scores = [(len(g & p) / len(g | p), -i, -j) for i, g in enumerate(gold) for j, p in enumerate(other) if g & p]
    out: list[tuple[int, int]] = []
    for score, i, j in sorted(scores, reverse=True):
        if score >= LEAST and all(-i != a and -j != b for a, b in out):
            out.append((-i, -j))
    return out


class Count:
    """Pairs found, rows of either side, and the due days that are right."""

    def __init__(self) -> None:
        self.hit = self.gold = self.other = self.dated = self.right = 0

    def add(self, text: str, within: tuple[int, int], gold: Sequence[Row], other: Sequence[Row]) -> None:
        """One sentence."""
        sides = [[words(text, row["span"], within) for row in rows] for rows in (gold, other)]
        pairs = paired(*sides)
        free = {i for i, row in enumerate(gold) if row["strength"] == "prediction"}
        self.gold += len(gold) - len(free)
        self.other += len(other) - sum(i in free for i, _ in pairs)
        for i, j in pairs:
            if i not in free:
                self.hit += 1
                due = gold[i]["due"]
                self.dated += due is not None
                self.right += due is not None and (other[j]["due"] or [None, None])[1] == due[1]

    def figures(self) -> dict[str, float]:
        """Precision, recall and F1 of detection, and the share of due days that are right."""
        p, r = (self.hit / n if n else 0.0 for n in (self.other, self.gold))
        f = 2 * p * r / (p + r) if p + r else 0.0
        return {"precision": p, "recall": r, "f1": f, "due": self.right / self.dated if self.dated else 0.0}


def measure() -> dict[str, dict[str, float]]:
    """The figures of the program against each pass, and of the passes against each other."""
    rows = [json.loads(line) for line in ANNOTATIONS.read_text(encoding="utf-8").splitlines()]
    named = list(articles(row["doc"] for row in rows))
    texts, findings = {name: article.text for name, article in named}, found(named)
    counts: defaultdict[str, Count] = defaultdict(Count)
    for row in rows:
        text, within = texts[row["doc"]], (row["start"], row["end"])
        ours = predicted(findings[row["doc"]], *within)
        first, second = row["first"], row["second"]
        counts["first"].add(text, within, first, ours)
        agreed = paired(*([words(text, one["span"], within) for one in rows_] for rows_ in (first, second)))
        counts["second"].add(text, within, second, ours)
        counts["both"].add(text, within, [first[i] for i, _ in agreed], ours)
        counts["agreement"].add(text, within, first, second)
    return {name: count.figures() for name, count in counts.items()}


def main() -> None:
    """Print the figures."""
    options = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    options.add_argument("--json", action="store_true")
    figures = measure()
    if options.parse_args().json:
        print(json.dumps({name: row["f1"] for name, row in figures.items()}))
        return
    for name, row in figures.items():
        print(f"{name:10s}", "  ".join(f"{key} {value:.3f}" for key, value in row.items()))


if __name__ == "__main__":
    main()
