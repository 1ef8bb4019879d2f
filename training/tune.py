"""Step 6: choose how scores are decoded, on the held-out training articles.  `python -m training.tune`

Writes the settings into the exported manifest: thresholds by the sum of relation F1
and exact relation F1, confidence by logistic regression.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict, replace
from itertools import product
from pathlib import Path
from typing import Any

import numpy as np
from evals.attribution import roles_of
from numpy.typing import NDArray

from onrecord.labelling.encoder.decoding import Found, Settings, features
from onrecord.labelling.encoder.frame_labels import attributed, cue_labels
from onrecord.labelling.encoder.frames import Frame, frames
from onrecord.labelling.encoder.manifest import MANIFEST
from onrecord.labelling.encoder.network import Network
from onrecord.labelling.encoder.pieces import pieces_of, tokenizer
from onrecord.labelling.encoder.weights import read_weights
from onrecord.records import Article, Labels, to_json
from onrecord.statements.find import find_statements
from training.corpora import polnear
from training.documents import Document
from training.places import EXPORT, FULL
from training.scorers import scorer

CUES = (0.45, 0.5, 0.55, 0.6, 0.65)
CHANGES = (0.0, 0.3, 0.6)
RIDGE = 1e-2


class Tuning:
    """The held-out articles, read once by the network, to be decoded many times."""

    def __init__(self, folder: Path, documents: Sequence[Document]) -> None:
        self.scorer = scorer("attribution")
        weights = read_weights(folder)
        self.network = Network(weights)
        tokens = tokenizer(weights.vocabulary)
        self.documents = documents
        self.frames = [list(frames(d.text, pieces_of(d.text, tokens), self.network)) for d in documents]

    def worth(self, settings: Settings) -> tuple[float, float]:
        """Relation F1, and exact relation F1, of the statements that these settings give."""
        counts = []
        for document, read in zip(self.documents, self.frames, strict=True):
            cues = tuple(c for frame in read for c in cue_labels(frame, self.network, settings))
            found = find_statements(Article.of(document.text), Labels("tuning", cues)).statements
            made = [roles_of(s) for s in found]
            counts.append(self._counts(document, made))
        total = self.scorer.total(counts)
        return float(self.scorer.prf(total["relation"])[2]), float(self.scorer.prf(total["relation_exact"])[2])

    def _counts(self, document: Document, found: list[dict[str, Any]]) -> Any:
        gold = [{r: getattr(a, r) for r in ("source", "cue", "content")} for a in document.attributions or ()]
        scored = self.scorer.score({"": gold}, {"": found}, {"": document.text}, merge=True, outermost=True)
        return scored[""]

    def judged(self, settings: Settings) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        """For every attribution found: what the calibration weighs, and 1 where source and content are right."""
        rows, right = [], []
        for document, read in zip(self.documents, self.frames, strict=True):
            for frame in read:
                for found, made in self._found(frame, settings):
                    rows.append(features(found))
                    right.append(float(self._counts(document, [made])["relation"][0] > 0))
        return np.array(rows), np.array(right)

    def _found(self, frame: Frame, settings: Settings) -> list[tuple[Found, dict[str, Any]]]:
        out = []
        for one in attributed(frame, self.network, settings):
            roles = {"source": [one.source] if one.source else [], "cue": [one.cue], "content": one.content}
            spans = {r: to_json(tuple(filter(None, map(frame.unit_span, ranges)))) for r, ranges in roles.items()}
            out.append((one, spans))
        return out


def logistic(rows: NDArray[np.float64], right: NDArray[np.float64]) -> tuple[float, ...]:
    """Weights of a logistic regression with a small ridge, by Newton's method."""
    weights = np.zeros(rows.shape[1])
    for _ in range(30):
        chance = 1 / (1 + np.exp(-rows @ weights))
        slope = rows.T @ (right - chance) - RIDGE * weights
        bend = (rows * (chance * (1 - chance))[:, None]).T @ rows + RIDGE * np.eye(rows.shape[1])
        weights += np.linalg.solve(bend, slope)
    return tuple(round(float(w), 4) for w in weights)


def main() -> None:
    """Tune, and write the settings into the manifests of both exports."""
    tuning = Tuning(EXPORT, [d for d in polnear.documents("train") if d.is_held_out])
    tried = {(cue, change): tuning.worth(Settings(cue=cue, change=change)) for cue, change in product(CUES, CHANGES)}
    for (cue, change), (relation, exact) in tried.items():
        print(f"cue {cue:.2f}  change {change:.1f}  relation F1 {relation:.4f}  exact {exact:.4f}")
    cue, change = max(tried, key=lambda k: sum(tried[k]))
    chosen = Settings(cue=cue, change=change)
    chosen = replace(chosen, calibration=logistic(*tuning.judged(chosen)))
    for folder in (EXPORT, FULL):
        manifest = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
        manifest["settings"] = asdict(chosen)
        (folder / MANIFEST).write_text(json.dumps(manifest, indent=1) + "\n", encoding="utf-8")
    print(chosen)


if __name__ == "__main__":
    main()
