"""Whether two statements report one act of saying: by the words quoted, or by the content."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import log

from onrecord.people.agents import Affinity, affinity
from onrecord.provenance.sayings import Saying
from onrecord.provenance.wordings import Overlap, quoted_overlap, relation
from onrecord.records import SameUtterance

ZONES = 1
"""Days by which two dates of one act may differ: time zones, and "Tuesday" for Monday night."""
SAME_NEWS = 2
"""Days between two reports that can still be of the same day's news."""
SAME_CONTENT = 0.25
"""Likeness of content (see `_likeness`) from which reports in other words are of one utterance."""
SAME_CONTENT_UNSURE = 0.45
"""The same where the agent of one is unknown, or has no name."""
TWO_OF = 7
"""Two content words in common show something only where neither statement has more than so many."""

Pair = tuple[Saying, Saying]


@dataclass(frozen=True, slots=True)
class _Found:
    pair: Pair
    rule: str
    score: float


def same_utterances(pairs: Iterable[Pair]) -> list[SameUtterance]:
    """The edges among these pairs of statements, all of two articles or of one; sorted.

    A pure function of the pairs, symmetric, in no order.  The rules, strongest first: the same quoted words; fewer of
    them, but the same agent in the same news; other words with the same content, by the same agent in the same news,
    where neither statement has a likelier counterpart.
    """
    open_pairs = [(a, b) for a, b in pairs if a.statement != b.statement and a.stems & b.stems and _times_meet(a, b)]
    found: list[_Found] = []
    unsettled: list[tuple[Saying, Saying, Affinity]] = []
    for a, b in open_pairs:
        who = affinity(a.agent, b.agent)
        quote = _by_quote(a, b, who)
        if quote is not None:
            found.append(_Found((a, b), *quote))
        elif who >= Affinity.UNKNOWN and same_news(a, b):
            unsettled.append((a, b, who))
    found += _by_content(unsettled, _weights(open_pairs))
    return sorted((_edge(f) for f in found), key=lambda e: (e.first, e.second))


def _edge(found: _Found) -> SameUtterance:
    a, b = found.pair
    first, second = sorted((a.statement, b.statement))
    return SameUtterance(first, second, relation(a, b), found.rule, round(found.score, 4))


def _by_quote(a: Saying, b: Saying, who: Affinity) -> tuple[str, float] | None:
    if who is Affinity.CONFLICT or not a.quoted or not b.quoted:
        return None
    found = quoted_overlap(a, b)
    if who >= Affinity.COMPATIBLE:
        if found.matched >= 4 and found.cover >= 0.5:
            return "same_quote", _score(found)
        if found.matched >= 2 and found.cover >= 0.75 and same_news(a, b):
            return "short_quote_same_news", 0.9 * _score(found)
        return None
    if who is Affinity.UNRELATED:
        return ("long_quote_other_agent", 0.7 * _score(found)) if found.matched >= 8 and found.cover >= 0.8 else None
    enough = 5 if who is Affinity.ROLE else 6
    if found.matched >= enough and found.cover >= 0.7:
        return "same_quote_unsure_agent", 0.8 * _score(found)
    return None


def _score(found: Overlap) -> float:
    """Near 1.0 for a long overlap that covers the shorter quotation."""
    return float(found.cover * (1 - 0.5**found.matched))


def _weights(pairs: Sequence[Pair]) -> dict[str, float]:
    """How telling each content word is: log((n + 1) / number of the n statements that have it)."""
    statements = {s.statement: s for pair in pairs for s in pair}.values()
    count = Counter(stem for s in statements for stem in s.stems)
    return {stem: log((len(statements) + 1) / n) for stem, n in count.items()}


def _by_content(pairs: Sequence[tuple[Saying, Saying, Affinity]], weights: dict[str, float]) -> list[_Found]:
    likeness = [
        (_likeness(a, b, weights), a, b, SAME_CONTENT if who >= Affinity.ROLE else SAME_CONTENT_UNSURE)
        for a, b, who in pairs
    ]
    best: defaultdict[str, float] = defaultdict(float)
    for score, a, b, _ in likeness:
        for saying in (a, b):
            best[saying.statement] = max(best[saying.statement], score)
    return [
        _Found((a, b), "same_content", 0.9 * score)
        for score, a, b, least in likeness
        if score >= least and score >= min(best[a.statement], best[b.statement])
    ]


def _likeness(a: Saying, b: Saying, weights: dict[str, float]) -> float:
    """Twice the weight of the content words in common by the weight of all, in [0, 1]; 0.0 for too few in common."""
    common = a.stems & b.stems
    if len(common) < 2 or (len(common) == 2 and max(len(a.stems), len(b.stems)) > TWO_OF):
        return 0.0
    weighed = [sum(sorted(weights[stem] for stem in stems)) for stems in (common, a.stems, b.stems)]
    both, mine, other = weighed
    return 2 * both / (mine + other) if mine + other else 0.0


def _times_meet(a: Saying, b: Saying) -> bool:
    """False only where both say when, and the days are apart."""
    if a.said is None or b.said is None:
        return True
    return a.said[0] <= b.said[1] + ZONES and b.said[0] <= a.said[1] + ZONES


def same_news(a: Saying, b: Saying) -> bool:
    """Whether both stand in one article, or were reported within SAME_NEWS days of each other; unknown days may be."""
    if a.article == b.article or a.reported is None or b.reported is None:
        return True
    return abs(a.reported - b.reported) <= SAME_NEWS
