"""From scores to cue labels: which pieces are cues, and what source and content each of them has."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any

import numpy as np
from numpy.typing import NDArray

from onrecord.labelling.encoder.roles import IMPOSSIBLE, NEITHER
from onrecord.labelling.encoder.units import best_path, runs, unit_means

SOURCE, CONTENT = 1, 2
OUTSIDE, BEGINS, GOES_ON = 0, 1, 2


@dataclass(frozen=True, slots=True)
class Settings:
    """The numbers of decoding, tuned on training articles that were held out.

    `cue` is the least probability that a cue begins at a unit, `mention` that a unit heads a mention; `change` is what
    a change of role costs along the text (in nats).  `calibration` are the weights of a logistic regression: of 1, the
    log-odds of cue, content and source, and of having no source.
    """

    cue: float = 0.35
    mention: float = 0.5
    change: float = 0.5
    calibration: tuple[float, ...] = (-1.0, 0.5, 0.5, 0.5, 0.0)

    @classmethod
    def of(cls, stored: Mapping[str, Any]) -> Settings:
        """The settings that a manifest holds; what it does not name stays at its default."""
        known = {f.name: stored[f.name] for f in fields(cls) if f.name in stored}
        values: dict[str, Any] = {n: tuple(v) if isinstance(v, list) else float(v) for n, v in known.items()}
        return cls(**values)


@dataclass(frozen=True, slots=True)
class Found:
    """One attribution in units of a window, half-open; `source` may be None, `content` is never empty.

    The scores are probabilities: that the cue begins here, and the geometric mean over the units of each role (1 for a
    source that is None).
    """

    cue: tuple[int, int]
    source: tuple[int, int] | None
    content: tuple[tuple[int, int], ...]
    cue_score: float
    source_score: float
    content_score: float


def features(found: Found) -> tuple[float, ...]:
    """What the calibration weighs."""
    source = log_odds(found.source_score) if found.source else 0.0
    return 1.0, log_odds(found.cue_score), log_odds(found.content_score), source, float(found.source is None)


def log_odds(chance: float) -> float:
    """The log-odds of a probability, within what float32 scores can tell apart."""
    held = min(max(chance, 1e-4), 1 - 1e-4)
    return math.log(held / (1 - held))


def confidence(found: Found, settings: Settings) -> float:
    """How probable it is that source and content are right, as calibrated on held-out articles."""
    weighed = sum(w * x for w, x in zip(settings.calibration, features(found), strict=True))
    return 1 / (1 + math.exp(-weighed))


def cue_units(
    scores: NDArray[np.float32], starts: NDArray[np.intp], least: float
) -> list[tuple[tuple[int, int], float]]:
    """The cues of a window as half-open unit ranges, each with its probability; `scores` are log-probabilities."""
    begins = np.exp(scores[starts, BEGINS])
    means = unit_means(scores[None], starts)[0]
    goes_on = (means[:, GOES_ON] > means[:, OUTSIDE]) & (means[:, GOES_ON] > means[:, BEGINS])
    out: list[tuple[tuple[int, int], float]] = []
    behind = 0
    for unit in np.flatnonzero(begins >= least):
        if unit < behind:
            continue
        behind = int(unit) + 1
        while behind < len(starts) and goes_on[behind] and begins[behind] < 0.5:
            behind += 1
        out.append(((int(unit), behind), float(begins[unit])))
    return out


def attributions(
    cues: list[tuple[tuple[int, int], float]],
    scores: NDArray[np.float32],
    starts: NDArray[np.intp],
    settings: Settings,
) -> list[Found]:
    """One Found for each cue that has a content; `scores` [cues, pieces, 3] are the role head's log-probabilities."""
    means = unit_means(scores, starts)
    for row, ((first, behind), _) in enumerate(cues):
        means[row, first:behind, NEITHER] = 0.0
        means[row, first:behind, SOURCE:] = IMPOSSIBLE
    path = _paths(means, settings.change)
    out = []
    for row, (cue, score) in enumerate(cues):
        source = _source(means[row], path[row])
        content = runs(path[row] == CONTENT)
        if content:
            out.append(
                Found(
                    cue,
                    source,
                    tuple(content),
                    score,
                    _mean(means[row], SOURCE, [source]) if source else 1.0,
                    _mean(means[row], CONTENT, content),
                )
            )
    return out


def _paths(means: NDArray[np.float32], change: float) -> NDArray[np.int8]:
    """The best role of each unit, [cues, units]; only the stretch that was looked at round each cue can have one."""
    looked = means[:, :, SOURCE] > IMPOSSIBLE
    units = means.shape[1]
    first, behind = looked.argmax(axis=1), units - looked[:, ::-1].argmax(axis=1)
    width = int((behind - first).max())
    here = np.minimum(first, units - width)[:, None] + np.arange(width)
    rows = np.arange(len(means))[:, None]
    path = np.full(means.shape[:2], NEITHER, np.int8)
    path[rows, here] = best_path(means[rows, here], change)
    return path


def _source(scores: NDArray[np.float32], path: NDArray[np.int8]) -> tuple[int, int] | None:
    """The run of units that is most surely the source; a cue has one at most."""
    found = runs(path == SOURCE)
    gains = scores[:, SOURCE] - scores[:, NEITHER]
    return max(found, key=lambda r: float(gains[r[0] : r[1]].sum()), default=None)


def _mean(scores: NDArray[np.float32], role: int, ranges: list[tuple[int, int]]) -> float:
    picked = np.concatenate([scores[a:b, role] for a, b in ranges])
    return float(np.exp(picked.mean()))
