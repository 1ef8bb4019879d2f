"""Step 7: figures on the dev parts, and the model card that holds them.  `python -m training.evaluate`"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

from evals.attribution import roles_of

from evals import mentions as mention_scores
from onrecord.labelling.encoder.labeller import EncoderLabeller
from onrecord.labelling.encoder.network import Network
from onrecord.labelling.encoder.weights import read_weights
from onrecord.records import Article, Findings
from onrecord.statements.find import find_statements
from training.card import write_card
from training.corpora import gum, polnear, timeml
from training.places import EXPORT, FULL
from training.scorers import scorer

ROLES = ("source", "cue", "content")
SHOWN = (
    "relation",
    "relation@direct",
    "relation@mixed",
    "relation@indirect",
    "relation_exact",
    "span_source",
    "span_cue",
    "span_content",
    "source_given_content",
)
DRAWS = 1000
BINS = (0.0, 0.3, 0.5, 0.6, 0.7, 0.8, 0.9, 1.001)


@dataclass(frozen=True, slots=True)
class Figures:
    """What is measured of one export: each metric with its 95 % interval, errors by kind, calibration by bin."""

    attribution: dict[str, tuple[float, float, float]]
    errors: Counter[str]
    calibration: list[tuple[float, float, int, float]]
    others: dict[str, float]


def figures(folder: Path) -> Figures:
    """Everything about the export in the folder."""
    score = scorer("attribution")
    labeller = EncoderLabeller(folder)
    documents = list(polnear.documents("dev"))
    found = {d.name: _findings(d.text, labeller) for d in documents}
    gold = {d.name: [{r: getattr(a, r) for r in ROLES} for a in d.attributions or ()] for d in documents}
    texts = {d.name: d.text for d in documents}
    predictions = {name: [roles_of(s) for s in f.statements] for name, f in found.items()}
    counts = score.score(gold, predictions, texts, outermost=True, merge=True)
    total = score.total(counts.values())
    between = score.bootstrap(counts, SHOWN, DRAWS)
    attribution = {m: (score.prf(total[m])[2], *between[m]) for m in SHOWN}
    errors, judged = _judged(score, gold, found, texts)
    return Figures(attribution, errors, _bins(judged), _others(labeller, Network(read_weights(folder)).taggers))


def _others(labeller: EncoderLabeller, taggers: Sequence[str]) -> dict[str, float]:
    """The figures of mentions, antecedents and times, where the weights have heads for them."""
    found: dict[str, float] = {}
    if "head" in taggers:
        found |= mention_scores.score(gum.documents("dev"), labeller).figures()
    if "time" in taggers:
        found |= _times(labeller)
    return found


def _findings(text: str, labeller: EncoderLabeller) -> Findings:
    article = Article.of(text)
    return find_statements(article, labeller.label([article])[0])


def _judged(
    score: Any, gold: dict[str, Any], found: dict[str, Findings], texts: dict[str, str]
) -> tuple[Counter[str], list[tuple[float, bool]]]:
    """Errors by kind, and for each outermost statement its confidence and whether it is right."""
    errors: Counter[str] = Counter()
    judged: list[tuple[float, bool]] = []
    for name, findings in found.items():
        text = texts[name]
        tokens, quoted = score.tokens(text), score.polnear.quoted_regions(text)
        outer = [s for s in findings.statements if s.parent is None]
        mine = score.items([roles_of(s) for s in outer], text, tokens, quoted)
        theirs = score.items(gold[name], text, tokens, quoted)
        pairs = score.match(theirs, mine)
        right = {id(p) for g, p in pairs if score.MATCHED["relation"](g, p)}
        judged += [(s.confidence, id(p) in right) for s, p in zip(outer, mine, strict=True)]
        errors["found, right content, wrong source"] += len(pairs) - len(right)
        paired = {id(x) for pair in pairs for x in pair}
        for items, others, kind in ((theirs, mine, "missed"), (mine, theirs, "found without need")):
            cues = frozenset().union(*(o.role["cue"] for o in others)) if others else frozenset()
            for item in (i for i in items if id(i) not in paired):
                where = "its cue seen, its content cut otherwise" if item.role["cue"] & cues else "its cue not shared"
                errors[f"{kind}, {item.type}, {where}"] += 1
    return errors, judged


def _bins(judged: Iterable[tuple[float, bool]]) -> list[tuple[float, float, int, float]]:
    """For each bin of confidence: its edges, how many statements it has, and which share of them is right."""
    every = list(judged)
    out = []
    for low, high in pairwise(BINS):
        inside = [right for confidence, right in every if low <= confidence < high]
        out.append((low, min(high, 1.0), len(inside), sum(inside) / (len(inside) or 1)))
    return out


def _times(labeller: EncoderLabeller) -> dict[str, float]:
    """F1 of the network's own time expressions, before the grammar is asked."""
    right = near = found = gold = 0
    for document in timeml.documents("dev"):
        mine = {(t.span.start, t.span.end) for t in labeller.read(document.text).times}
        theirs = {(s, e) for s, e, _ in document.times or ()}
        right += len(mine & theirs)
        near += sum(any(s < b and a < e for a, b in mine) for s, e in theirs)
        found, gold = found + len(mine), gold + len(theirs)
    half = (found + gold) / 2 or 1
    return {"time_strict": right / half, "time_relaxed": near / half}


def main() -> None:
    """Measure the export and the same weights in full precision; write the card."""
    write_card(EXPORT, figures(EXPORT), figures(FULL))


if __name__ == "__main__":
    main()
