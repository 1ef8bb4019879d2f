"""How much attribution loses on texts as they arrive elsewhere: other quotation marks, none, no capitals.

Run `python -m evals.robustness [--json] [--every N]`: relation F1 on PolNeAR dev (merged, outermost) of the texts as
they are and in each disguise, with the gold moved along, and how many points each disguise costs.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable, Sequence
from typing import Any

from training.places import CORPORA
from training.scorers import scorer

from evals.attribution import roles_of
from onrecord.labelling import labeller
from onrecord.pipeline.analyse import analyse
from onrecord.records import Article
from onrecord.text.quotation_marks import quotations

ROLES = ("source", "cue", "content")
STRAIGHT = {**dict.fromkeys("“”„«»", '"'), **dict.fromkeys("‘’‚", "'")}


def straightened(text: str) -> list[str]:
    """Each character's replacement: typewriter marks for all others."""
    return [STRAIGHT.get(c, c) for c in text]


def german(text: str) -> list[str]:
    """Each character's replacement: „…“ for every quotation in double marks."""
    out = list(text)
    for quotation in quotations(text):
        if not quotation.is_single and len(quotation.mark) == 1:
            out[quotation.span.start] = "„"
            if quotation.closed:
                out[quotation.span.end - 1] = "“"
    return out


def unmarked(text: str) -> list[str]:
    """Each character's replacement: nothing for double marks, and for single ones that enclose a quotation."""
    out = ["" if c in '“”„«»"' else c for c in text]
    for quotation in quotations(text):
        for at in (
            *range(quotation.span.start, quotation.inner.start),
            *range(quotation.inner.end, quotation.span.end),
        ):
            out[at] = ""
    return out


def lowered(text: str) -> list[str]:
    """Each character's replacement: its small letter, where that is one character."""
    return [c.lower() if len(c.lower()) == 1 else c for c in text]


DISGUISES: dict[str, Callable[[str], list[str]]] = {
    "straight": straightened,
    "dropped": unmarked,
    "german": german,
    "lower": lowered,
}


def figures(every: int = 1) -> dict[str, float]:
    """Relation F1 of the plain texts and of each disguise, and what each keeps (0.97: three points are lost).

    `every` takes one article of so many, in the order of the corpus.
    """
    articles = scorer("attribution", "polnear").load(CORPORA / "polnear", "dev")[::every]
    plain = {a.doc: (a.text, [x.as_json() for x in a.attributions]) for a in articles}
    out = {"plain": relation(plain)}
    for name, disguise in DISGUISES.items():
        out[name] = relation({doc: disguised(text, gold, disguise) for doc, (text, gold) in plain.items()})
    return {**out, **{f"{name}_kept": 1 - (out["plain"] - out[name]) for name in DISGUISES}}


def disguised(
    text: str, gold: Sequence[dict[str, Any]], disguise: Callable[[str], list[str]]
) -> tuple[str, list[dict[str, Any]]]:
    """The text in disguise, and the gold on its characters."""
    pieces = disguise(text)
    places = [0]
    for piece in pieces:
        places.append(places[-1] + len(piece))
    moved = [
        {role: [[places[s], places[e]] for s, e in a[role] if places[s] < places[e]] for role in ROLES} for a in gold
    ]
    return "".join(pieces), moved


def relation(documents: dict[str, tuple[str, list[dict[str, Any]]]]) -> float:
    """Relation F1 of the default labeller's statements."""
    score = scorer("attribution")
    default = labeller()
    predictions = {}
    for doc, (text, _) in documents.items():
        (findings,) = analyse([Article.of(text)], default)
        predictions[doc] = [roles_of(s) for s in findings.statements]
    texts = {doc: text for doc, (text, _) in documents.items()}
    gold = {doc: marked for doc, (_, marked) in documents.items()}
    counts = score.total(score.score(gold, predictions, texts, outermost=True, merge=True).values())
    return float(score.prf(counts["relation"])[2])


def main() -> None:
    """Print the figures."""
    options = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    options.add_argument("--json", action="store_true")
    options.add_argument("--every", type=int, default=1, metavar="N", help="one article of so many")
    chosen = options.parse_args()
    found = figures(chosen.every)
    if chosen.json:
        print(json.dumps(found))
        return
    for name, value in found.items():
        print(f"{name:16s} {value:.4f}")


if __name__ == "__main__":
    main()
