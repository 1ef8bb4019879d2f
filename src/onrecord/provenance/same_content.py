"""Reports in other words: how alike the contents of two statements are, and which is whose counterpart."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import log

from onrecord.provenance.sayings import Saying

TWO_OF = 7
"""Two content words in common show something only where neither statement has more than so many."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """Two statements that may be one utterance in different words, and the likeness that would show it."""

    first: Saying
    second: Saying
    least: float


def counterparts(candidates: Sequence[Candidate], among: Sequence[Saying]) -> Iterator[tuple[Candidate, float]]:
    """The candidates that are alike enough, where at least one of the two has no likelier counterpart.

    `among` are all statements of the articles compared: a word counts the less, the more of them have it.
    """
    if not candidates:
        return
    weights = _weights(among)
    scores = [likeness(c.first, c.second, weights) for c in candidates]
    best: defaultdict[str, float] = defaultdict(float)
    for candidate, score in zip(candidates, scores, strict=True):
        for saying in (candidate.first, candidate.second):
            best[saying.statement] = max(best[saying.statement], score)
    for candidate, score in zip(candidates, scores, strict=True):
        if score >= candidate.least and score >= min(best[candidate.first.statement], best[candidate.second.statement]):
            yield candidate, score


def likeness(a: Saying, b: Saying, weights: Mapping[str, float]) -> float:
    """Twice the weight of the content words in common by the weight of all, in [0, 1]; 0.0 for too few in common."""
    common = a.stems & b.stems
    if len(common) < 2 or (len(common) == 2 and max(len(a.stems), len(b.stems)) > TWO_OF):
        return 0.0
    both, mine, other = (sum(sorted(weights[stem] for stem in stems)) for stems in (common, a.stems, b.stems))
    return 2 * both / (mine + other)


def _weights(among: Sequence[Saying]) -> dict[str, float]:
    """How telling each content word is: log((n + 1) / number of the n statements that have it)."""
    count = Counter(stem for saying in among for stem in saying.stems)
    return {stem: log((len(among) + 1) / n) for stem, n in count.items()}
