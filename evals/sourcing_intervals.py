"""How sure the figures of sourced passages are: 95 % bootstrap intervals over the articles that the scorer scored.

python -m evals.sourcing_intervals SCORES.json      (what score_sourcing.py --json wrote)
"""

from __future__ import annotations

import json
import random
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

Article = Mapping[str, float | None]
RESAMPLES, SEED = 4000, 1
POOLED = {
    "one_f1": ("one_hit", "one_gold", "one_pred"),
    "one_attr_f1": ("one_attr_hit", "one_gold", "one_pred"),
    "iou_f1": ("iou_hit", "iou_gold", "iou_pred"),
}
"""F1 of counts that are summed over the articles: found, wanted, given."""
MEANS = ("mk_name", "mk_type4", "mk_title", "mk_justification", "mk_justification_when_present")


def figures(articles: Sequence[Article]) -> dict[str, float]:
    """The scorer's totals of these articles, as far as each has any."""
    out = {}
    for name, keys in POOLED.items():
        found, wanted, given = (sum(article.get(key) or 0 for article in articles) for key in keys)
        out[name] = 2 * found / (wanted + given) if wanted + given else 0.0
    for name in MEANS:
        known = [value for article in articles if (value := article.get(name)) is not None]
        if known:
            out[name] = sum(known) / len(known)
    return out


def intervals(articles: Sequence[Article]) -> dict[str, tuple[float, float]]:
    """The middle 95 % of each figure over resampled sets of as many articles."""
    chance = random.Random(SEED)
    drawn = [figures(chance.choices(articles, k=len(articles))) for _ in range(RESAMPLES)]
    out = {}
    for name in figures(articles):
        values = sorted(values[name] for values in drawn if name in values)
        out[name] = values[int(0.025 * len(values))], values[int(0.975 * len(values))]
    return out


def main(path: str) -> None:
    """Print each figure of each system with its interval."""
    for system, scored in json.loads(Path(path).read_text(encoding="utf-8")).items():
        articles = list(scored["per_article"].values())
        print(f"{system}: {len(articles)} articles")
        sure = intervals(articles)
        for name, value in figures(articles).items():
            print(f"{name:32s} {value:.3f}   {sure[name][0]:.3f} – {sure[name][1]:.3f}")


if __name__ == "__main__":
    main(sys.argv[1])
