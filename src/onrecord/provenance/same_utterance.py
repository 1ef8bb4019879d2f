"""Whether two statements report one act of saying: by the words quoted, or by the content."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from enum import IntEnum

from onrecord.people.agents import Affinity, affinity
from onrecord.provenance.same_content import MIN_COMMON, chance, weights_among
from onrecord.provenance.same_meaning import translations
from onrecord.provenance.sayings import SAME_NEWS, Saying
from onrecord.provenance.wordings import Overlap, quoted_overlap, relation
from onrecord.records import SameUtterance, WordingRelation

ZONES = 1
"""Days by which two dates of one act may differ: time zones, and "Tuesday" for Monday night."""
WEEK = 7
"""Days after which a weekday has its name again."""
LEAST = 0.05
"""A chance below this makes no edge; how much is enough to join, the groups decide."""

SURE = 0.5
"""The chance from which on an edge holds a statement so that it is no translation of another."""
TRANSLATED = 0.8
"""The chance of two translations that hardly mean the same; it grows with how alike they are in meaning."""

Pair = tuple[Saying, Saying]


class News(IntEnum):
    """Whether two reports are of the same days' news."""

    OTHER = 0
    UNKNOWN = 1
    SAME = 2


def same_utterances(pairs: Iterable[Pair], among: Sequence[Saying]) -> list[SameUtterance]:
    """The edges among these pairs of statements; `among` are all statements of the two articles, or of the one.

    A pure function of both, whatever their order; the edges are sorted.  The rules, strongest first: the same quoted
    words; fewer of them, but the same agent in the same news; other words with the same content, scored by the chance
    that they are one utterance; of two whom nothing connects both quotations would have to agree.
    """
    edges: list[SameUtterance] = []
    known: dict[tuple[str, str], Affinity] = {}
    weights: dict[str, float] = {}
    for a, b in pairs:
        meet = _times_meet(a, b)
        if a.statement == b.statement or not (meet or _stamped_before(a, b)):
            continue
        agents = (a.agent.id if a.agent else "", b.agent.id if b.agent else "")
        who = known.get(agents)
        if who is None:
            who = known.setdefault(agents, affinity(a.agent, b.agent))
        when = news(a, b)
        quote = _by_quote(a, b, who, when)
        if quote is not None:
            edges.append(_edge(a, b, *quote))
        elif meet and _may_be_told_again(who, when) and not (who is Affinity.UNRELATED and a.quoted and b.quoted):
            weights = weights or weights_among(among)
            if (score := chance(a, b, who, weights)) >= LEAST:
                edges.append(_edge(a, b, "same_content", score))
    return sorted(edges, key=lambda e: (e.first, e.second))


def same_meanings(
    first: Sequence[Saying], second: Sequence[Saying], edges: Iterable[SameUtterance], *, retold: bool
) -> list[SameUtterance]:
    """The edges between statements of one speaker in two articles that no sure edge holds and that mean the same.

    `retold`: one article tells the other's story, so that what they quote is the same too.
    """
    held = {statement for e in edges if e.score >= SURE for statement in (e.first, e.second)}
    mine, others = ([s for s in some if s.statement not in held] for some in (first, second))
    out = []
    for a, b, meaning in translations(mine, others, _may_be_one, anywhere=retold):
        kind = WordingRelation.RETRANSLATED if a.quoted and b.quoted else WordingRelation.PARAPHRASE
        score = round(TRANSLATED + (1 - TRANSLATED) * meaning, 4)
        one, other = sorted((a.statement, b.statement))
        out.append(SameUtterance(one, other, kind, "same_meaning", score))
    return out


def _may_be_one(a: Saying, b: Saying) -> bool:
    who = affinity(a.agent, b.agent)
    return who >= Affinity.ROLE and news(a, b) is News.SAME and _times_meet(a, b)


def _edge(a: Saying, b: Saying, rule: str, score: float) -> SameUtterance:
    first, second = sorted((a.statement, b.statement))
    return SameUtterance(first, second, relation(a, b), rule, round(score, 4))


def _by_quote(a: Saying, b: Saying, who: Affinity, when: News) -> tuple[str, float] | None:
    if who is Affinity.CONFLICT or len(a.quoted_stems & b.quoted_stems) < MIN_COMMON:
        return None
    found = quoted_overlap(a, b)
    if who >= Affinity.COMPATIBLE:
        if found.matched >= 4 and found.cover >= 0.5:
            return "same_quote", _score(found)
        if found.matched >= 2 and found.cover >= 0.75 and when is News.SAME:
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


def _may_be_told_again(who: Affinity, when: News) -> bool:
    """Whether reports in other words could be one: in the same news; of no known day, only by one agent."""
    if when is News.SAME:
        return who is not Affinity.CONFLICT
    return when is News.UNKNOWN and who >= Affinity.COMPATIBLE


def _times_meet(a: Saying, b: Saying) -> bool:
    """False only where both say when, and the days are apart."""
    if a.said is None or b.said is None:
        return True
    return _meet(a.said, b.said)


def _stamped_before(a: Saying, b: Saying) -> bool:
    """Whether they meet where a weekday six days before its report is the day after, which has that name too.

    A report can be stamped on the evening before: its day is that of another zone, or of a clock that is off.  Enough
    only for the same words.
    """
    return any(_meet(x, y) for x in _days(a) for y in _days(b))


def _days(saying: Saying) -> Iterator[tuple[int, int]]:
    if saying.said is not None:
        yield saying.said
        if saying.reported is not None and saying.said == (saying.reported - WEEK + 1,) * 2:
            yield saying.reported + 1, saying.reported + 1


def _meet(x: tuple[int, int], y: tuple[int, int]) -> bool:
    return x[0] <= y[1] + ZONES and y[0] <= x[1] + ZONES


def news(a: Saying, b: Saying) -> News:
    """SAME in one article, or where two were published within SAME_NEWS days of each other."""
    if a.article == b.article:
        return News.SAME
    if a.reported is None or b.reported is None:
        return News.UNKNOWN
    return News.SAME if abs(a.reported - b.reported) <= SAME_NEWS else News.OTHER
