"""Reports in other words: how likely two statements are one utterance, by what they say, who says it, and where."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from math import exp, log

from onrecord.people.agents import Affinity
from onrecord.provenance.sayings import Saying

NONE_ALIKE = -5.0
"""Log-odds where nothing is alike."""
ALIKE, ALIKE_OF_ONE = 10.0, 5.0
"""What full likeness of content adds, and what it adds besides where the agent is the same or of the same role."""
IN_THE_LEAD = 1.4
"""What it adds that both stand where an article tells its news."""
SAME_MEDIUM, OTHER_MEDIUM = 2.0, -2.0
"""Both were made in tweets, or statements, or documents; or each in something else."""
OF_ANOTHER = -1.5
"""The agents have names that nothing connects."""
OTHER_MODALITY = -0.5
MIN_COMMON = 2
"""Content words in common without which no two statements are one utterance."""
ALL_SHARED = 0.9
"""Share of the weight of the shorter content from which on a "not" that only one has turns it round."""
NEGATIONS = frozenset("not no never nothing nobody none without neither nor cannot".split())


def chance(a: Saying, b: Saying, who: Affinity, weights: Mapping[str, float]) -> float:
    """The probability that two statements of the same days' news are one utterance, in [0, 1]; symmetric.

    A logistic function whose numbers were fitted to 25 articles, leaving each event out in turn, and rounded; the
    plans page on utterances has the figures.  0.0 where numbers differ, or a negation.
    """
    alike, shared = likeness(a, b, weights)
    if not alike or _numbers_differ(a, b) or (shared >= ALL_SHARED and _is_negated(a) is not _is_negated(b)):
        return 0.0
    odds = NONE_ALIKE + ALIKE * alike
    odds += ALIKE_OF_ONE * alike if who >= Affinity.ROLE else 0.0
    odds += OF_ANOTHER if who is Affinity.UNRELATED else 0.0
    odds += IN_THE_LEAD if a.leads and b.leads else 0.0
    odds += OTHER_MODALITY if a.modality is not b.modality else 0.0
    if a.media and b.media:
        odds += SAME_MEDIUM if a.media & b.media else OTHER_MEDIUM
    return 1 / (1 + exp(-odds))


def likeness(a: Saying, b: Saying, weights: Mapping[str, float]) -> tuple[float, float]:
    """Twice the weight of the words in common by the weight of all, and by that of the shorter; 0.0 for too few.

    Words count by their families (`Saying.roots`).
    """
    common = a.roots & b.roots
    if len(common) < MIN_COMMON:
        return 0.0, 0.0
    both, mine, other = (sum(sorted(weights[root] for root in roots)) for roots in (common, a.roots, b.roots))
    return 2 * both / (mine + other), both / min(mine, other)


def weights_among(sayings: Sequence[Saying]) -> dict[str, float]:
    """How telling each family of words is: log((n + 1) / number of the n statements that have one of it)."""
    count = Counter(root for saying in sayings for root in saying.roots)
    return {root: log((len(sayings) + 1) / n) for root, n in count.items()}


def _numbers_differ(a: Saying, b: Saying) -> bool:
    """Whether both give numbers, and none that the other gives."""
    mine, other = ({root for root in s.roots if root.isdigit()} for s in (a, b))
    return bool(mine and other) and not mine & other


def _is_negated(saying: Saying) -> bool:
    denied = any(word in NEGATIONS or word.endswith("n't") for word in saying.words)
    return denied is not saying.denied
