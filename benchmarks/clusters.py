"""How well mentions are grouped by who is meant: wrong and missed merges, over pairs and for each way of spelling.

Everything is counted exactly, from how many mentions of whom stand in which group, never pair by pair.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Sequence
from math import comb
from typing import NamedTuple, TypeVar

from benchmarks.population.spellings import Spelling
from onrecord.text.folding import fold

Key = TypeVar("Key", bound=Hashable)


class Grouped(NamedTuple):
    """A mention as it is scored: who is meant, the name as spelled, what was done to it, and the group it is put in."""

    truth: int
    name: str
    spelling: Spelling
    group: Hashable


class Share(NamedTuple):
    """Some of so many; None as a share of nothing."""

    some: int
    of: int

    @property
    def share(self) -> float | None:
        """In [0, 1]."""
        return self.some / self.of if self.of else None


class Bcubed(NamedTuple):
    """Precision and recall of Bagga & Baldwin (1998): the mean over mentions, in [0, 1]."""

    precision: float
    recall: float


class Scores(NamedTuple):
    """All mentions with a full name, those with the family name alone left out.

    `wrong`: pairs joined that are two agents, of the pairs joined.  `missed`: pairs of one agent that are not joined,
    of the pairs of one agent.  `namesakes`: pairs joined of those that are two agents spelled alike.  `unlike`: those
    of the wrong pairs that are spelled differently.  `whole`: agents whose mentions are one group, with nobody else's.
    """

    wrong: Share
    missed: Share
    namesakes: Share
    unlike: Share
    whole: Share
    bcubed: Bcubed


class OneSpelling(NamedTuple):
    """What becomes of one way of spelling.

    `wrong`: of the plain mentions in one group with such a mention, those of another agent.  `missed`: of the plain
    mentions of its agent, those in other groups.  Both counted as pairs.
    """

    mentions: int
    wrong: Share
    missed: Share
    bcubed: Bcubed


class Alone(NamedTuple):
    """Family names alone.  `joined`: those in one group with a full name; `wrong`: pairs of one with a full name in its
    group that are two agents, of all such pairs.
    """

    joined: Share
    wrong: Share


def scores(mentions: Iterable[Grouped]) -> Scores:
    """The figures of all full names."""
    full = _full(mentions)
    of_both, of_truth, of_group = _counts(full)
    right, joined, one = _pairs(of_both), _pairs(of_group), _pairs(of_truth)
    named = [(m, fold(m.name)) for m in full]
    alike = _pairs(Counter(name for _, name in named)) - _pairs(Counter((name, m.truth) for m, name in named))
    alike_joined = _pairs(Counter((name, m.group) for m, name in named))
    alike_joined -= _pairs(Counter((name, m.group, m.truth) for m, name in named))
    whole = sum(n == of_truth[truth] == of_group[group] for (truth, group), n in of_both.items())
    return Scores(
        wrong=Share(joined - right, joined),
        missed=Share(one - right, one),
        namesakes=Share(alike_joined, alike),
        unlike=Share(joined - right - alike_joined, joined - right),
        whole=Share(whole, len(of_truth)),
        bcubed=_bcubed(full, (of_both, of_truth, of_group)),
    )


def by_spelling(mentions: Iterable[Grouped]) -> dict[Spelling, OneSpelling]:
    """Each way of spelling against the plain one; of the plain one, against itself.  Most frequent first."""
    full = _full(mentions)
    counts = _counts(full)
    plain = [m for m in full if m.spelling is Spelling.PLAIN]
    plain_both, plain_truth, plain_group = _counts(plain)
    found: dict[Spelling, OneSpelling] = {}
    for spelling, _ in Counter(m.spelling for m in full).most_common():
        these = [m for m in full if m.spelling is spelling]
        itself = int(spelling is Spelling.PLAIN)
        right = sum(plain_both[_both(m)] - itself for m in these)
        joined = sum(plain_group[m.group] - itself for m in these)
        one = sum(plain_truth[m.truth] - itself for m in these)
        wrong, missed = Share(joined - right, joined), Share(one - right, one)
        found[spelling] = OneSpelling(len(these), wrong, missed, _bcubed(these, counts))
    return found


def alone(mentions: Sequence[Grouped]) -> Alone:
    """The figures of family names alone, which say too little: a registry should leave most of them apart."""
    full = _full(mentions)
    of_both, _, of_group = _counts(full)
    these = [m for m in mentions if m.spelling is Spelling.ALONE]
    joined = sum(of_group[m.group] for m in these)
    right = sum(of_both[_both(m)] for m in these)
    return Alone(Share(sum(of_group[m.group] > 0 for m in these), len(these)), Share(joined - right, joined))


Counts = tuple[Counter[tuple[int, Hashable]], Counter[int], Counter[Hashable]]
"""Mentions of whom in which group, of whom, and in which group."""


def _full(mentions: Iterable[Grouped]) -> list[Grouped]:
    return [m for m in mentions if m.spelling is not Spelling.ALONE]


def _truth(mention: Grouped) -> int:
    return mention.truth


def _group(mention: Grouped) -> Hashable:
    return mention.group


def _both(mention: Grouped) -> tuple[int, Hashable]:
    return mention.truth, mention.group


def _count(mentions: Iterable[Grouped], key: Callable[[Grouped], Key]) -> Counter[Key]:
    return Counter(map(key, mentions))


def _counts(mentions: Sequence[Grouped]) -> Counts:
    return _count(mentions, _both), _count(mentions, _truth), _count(mentions, _group)


def _pairs(counts: Counter[Key]) -> int:
    """Pairs within each."""
    return sum(comb(n, 2) for n in counts.values())


def _bcubed(mentions: Sequence[Grouped], counts: Counts) -> Bcubed:
    if not mentions:
        return Bcubed(1.0, 1.0)
    of_both, of_truth, of_group = counts
    together = [of_both[_both(m)] for m in mentions]
    precision = sum(n / of_group[m.group] for n, m in zip(together, mentions, strict=True))
    recall = sum(n / of_truth[m.truth] for n, m in zip(together, mentions, strict=True))
    return Bcubed(precision / len(mentions), recall / len(mentions))
