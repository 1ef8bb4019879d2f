"""Whether two statements report one act of saying."""

from __future__ import annotations

from onrecord.people.agents import Affinity, affinity
from onrecord.provenance.sayings import Saying
from onrecord.provenance.wordings import Overlap, quoted_overlap, relation
from onrecord.records import SameUtterance

ZONES = 1
"""Days by which two dates of one act may differ: time zones, and "Tuesday" for Monday night."""
SAME_NEWS = 2
"""Days between two reports that can still be of the same day's news."""


def same_utterance(a: Saying, b: Saying) -> SameUtterance | None:
    """The edge between two reports of one utterance; None where they are not, or where nothing shows it.

    Symmetric.  The rules, strongest first: the same quoted words; fewer of them, but the same agent in the same news;
    other words with the same content, by the same agent in the same news.
    """
    if a.statement == b.statement or not a.stems & b.stems:
        return None
    who = affinity(a.agent, b.agent)
    if who is Affinity.CONFLICT or not _times_meet(a, b):
        return None
    found = _by_quote(a, b, who) or _by_content(a, b, who)
    if found is None:
        return None
    rule, score = found
    first, second = sorted((a.statement, b.statement))
    return SameUtterance(first=first, second=second, relation=relation(a, b), rule=rule, score=round(score, 4))


def _by_quote(a: Saying, b: Saying, who: Affinity) -> tuple[str, float] | None:
    if not a.quoted or not b.quoted:
        return None
    found = quoted_overlap(a, b)
    if who >= Affinity.COMPATIBLE:
        if found.matched >= 4 and found.cover >= 0.5:
            return "same_quote", _score(found)
        if found.matched >= 2 and found.cover >= 0.75 and same_news(a, b):
            return "short_quote_same_news", 0.9 * _score(found)
        return None
    enough = 5 if who is Affinity.ROLE else 6
    if found.matched >= enough and found.cover >= 0.7 and who is not Affinity.UNRELATED:
        return "same_quote_unsure_agent", 0.8 * _score(found)
    if found.matched >= 8 and found.cover >= 0.8:
        return "long_quote_other_agent", 0.7 * _score(found)
    return None


def _score(found: Overlap) -> float:
    """Near 1.0 for a long overlap that covers the shorter quotation."""
    return found.cover * (1 - 0.5**found.matched)


def _by_content(a: Saying, b: Saying, who: Affinity) -> tuple[str, float] | None:
    """Reports in other words: only of the same agent and the same news."""
    if who < Affinity.ROLE or not same_news(a, b):
        return None
    common = len(a.stems & b.stems)
    share = common / min(len(a.stems), len(b.stems))
    if common >= 3 and share >= 0.5:
        return "same_content", 0.9 * share * (1 - 0.5**common)
    return None


def _times_meet(a: Saying, b: Saying) -> bool:
    """False only where both say when, and the days are apart."""
    if a.said is None or b.said is None:
        return True
    return a.said[0] <= b.said[1] + ZONES and b.said[0] <= a.said[1] + ZONES


def same_news(a: Saying, b: Saying) -> bool:
    """Whether both were said on about one day, or were reported within SAME_NEWS days of each other."""
    if a.article == b.article:
        return True
    if a.reported is None or b.reported is None:
        return a.said is not None and b.said is not None
    return abs(a.reported - b.reported) <= SAME_NEWS
