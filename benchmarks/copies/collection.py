"""The collection: made-up articles, most of them by themselves, the others in clusters of one original and its copies.

An original takes one paragraph from each of some columns of the pool.  Of p paragraphs a column, original (a, b) takes
number a + jb (mod p) from column j: for two originals that is the same in one column at most, p being prime.  As the
pool has no two paragraphs alike, and no paragraph more than LARGEST of an article's own words, no two articles of
different clusters are copies by accident, trimmed or not.  That agencies' background stands in many articles is so in
real archives too; it is what makes telling copies hard.

Copies have another headline, dateline and small print.  One in four is a copy of a copy: a copy of any kind may have
verbatim ones, and a verbatim one may have any, so that nothing is trimmed twice and nothing rewritten twice.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from random import Random
from typing import NamedTuple

from benchmarks.copies.pool import Paragraph, Wording, columns, vocabulary
from benchmarks.copies.rewriting import Kind, balanced, rewritten, trimmed

COPIES = 0.3
"""Share of the articles that are copies."""
SIZES = range(2, 21)
"""Articles of a cluster; small ones are more frequent, by the 3/2-th power."""
OF_A_COPY = 0.25
COLUMNS = 24
PARAGRAPHS = (10, 22)
"""Paragraphs of an original, at least and at most."""

WORDINGS = 4
"""Wordings of the pool, so that unrelated articles meet about as often as those that it is made from do."""

PLACES = "Lisbon Oslo Quito Accra Lima Hanoi Dakar Turin Bergen Cork Galway Porto Leeds Bergamo Tartu Split".split()
HEADLINE = (5, 9)
"""Words, at least and at most."""
OUTLETS = 300
"""Each with its own small print, of so many words, at least and at most."""
SMALL_PRINT = (6, 14)


class Report(NamedTuple):
    """An article: its number and its cluster's, how it came about, and what it is a copy of.

    `headline` and `dateline` are where these end in the text; the former starts it, the latter follows a blank line.
    `changed` is the share of the words of what it was made from that are no longer there.
    """

    number: int
    cluster: int
    kind: Kind
    parent: int | None
    text: str
    headline: int
    dateline: int
    changed: float = 0.0


@dataclass(frozen=True, slots=True)
class Collection:
    """The articles in random order, numbered by it."""

    reports: tuple[Report, ...]

    def related(self) -> dict[tuple[int, int], Kind]:
        """Every copy with everything that it comes from, by number, the smaller first: the pairs that must be found.

        With the kind that the steps between them make.  Copies of one original are no such pairs: two that were
        trimmed may share nothing.
        """
        kinds, found = list(Kind), dict[tuple[int, int], Kind]()
        for report in self.reports:
            at, worst = report, Kind.ORIGINAL
            while at.parent is not None:
                worst = max(worst, at.kind, key=kinds.index)
                found[min(report.number, at.parent), max(report.number, at.parent)] = worst
                at = self.reports[at.parent]
        return found


class _Draft(NamedTuple):
    """What a text is made from, before it has a frame and a number."""

    kind: Kind
    parent: int | None
    paragraphs: Sequence[Paragraph]
    changed: float


def collection(texts: Sequence[str], articles: int, seed: int, width: int = COLUMNS) -> Collection:
    """So many articles, made from these texts; the same for a seed."""
    dice, pool = Random(seed), columns(texts, width)
    words = vocabulary(pool)
    openings = _originals(pool, [Wording(words, number) for number in range(WORDINGS)], dice)
    outlets = [_line(words, SMALL_PRINT, dice) + "." for _ in range(OUTLETS)]
    copies, reports = round(COPIES * articles), list[Report]()
    while len(reports) < articles:
        size = min(_size(dice), copies + 1) if copies else 1
        cluster = _cluster(next(openings), size, words, dice)
        copies -= len(cluster) - 1
        first = len(reports)
        for draft in cluster:
            parent = None if draft.parent is None else first + draft.parent
            framed = _framed(draft.paragraphs, _line(words, HEADLINE, dice), outlets, dice)
            reports.append(Report(len(reports), first, draft.kind, parent, *framed, draft.changed))
    return Collection(_shuffled(reports[:articles], dice))


def _size(dice: Random) -> int:
    return dice.choices(SIZES, [n**-1.5 for n in SIZES])[0]


def _originals(
    pool: Sequence[Sequence[Paragraph]], wordings: Sequence[Wording], dice: Random
) -> Iterator[list[Paragraph]]:
    """One after the other, each from a pair (a, b) of its own, until there are no more."""
    height, width = len(pool[0]), len(pool)
    for number in dice.sample(range(height * height), height * height):
        a, b = divmod(number, height)
        order, wording = dice.sample(range(width), width), dice.choice(wordings)
        for count in range(min(dice.randint(*PARAGRAPHS), width), width + 1):
            made = [pool[j][(a + j * b) % height] for j in sorted(order[:count])]
            if balanced(made):
                yield [wording.of(paragraph) for paragraph in made]
                break


def _cluster(original: list[Paragraph], size: int, words: Sequence[str], dice: Random) -> list[_Draft]:
    drafts = [_Draft(Kind.ORIGINAL, None, original, 0.0)]
    while len(drafts) < size:
        parent = dice.randrange(1, len(drafts)) if len(drafts) > 1 and dice.random() < OF_A_COPY else 0
        before = drafts[parent]
        kind = dice.choice((Kind.VERBATIM, Kind.TRIMMED, Kind.LIGHT))
        if not _unchanged(drafts, parent):
            kind = Kind.VERBATIM
        made: list[Paragraph] | None = list(before.paragraphs)
        changed = 0.0
        if kind is Kind.TRIMMED:
            made = trimmed(before.paragraphs, dice)
        elif kind is Kind.LIGHT:
            made, changed = rewritten(before.paragraphs, words, dice)
        if made is None:  # too short to be trimmed: another throw
            continue
        if kind is Kind.TRIMMED:
            changed = 1 - sum(p.words for p in made) / sum(p.words for p in before.paragraphs)
        drafts.append(_Draft(kind, parent, made, changed))
    return drafts


def _unchanged(drafts: Sequence[_Draft], at: int | None) -> bool:
    while at is not None:
        if drafts[at].kind not in (Kind.ORIGINAL, Kind.VERBATIM):
            return False
        at = drafts[at].parent
    return True


def _line(words: Sequence[str], length: tuple[int, int], dice: Random) -> str:
    return " ".join(dice.choices(words, k=dice.randint(*length))).capitalize()


def _framed(
    paragraphs: Sequence[Paragraph], headline: str, outlets: Sequence[str], dice: Random
) -> tuple[str, int, int]:
    """The text with a headline, a dateline and small print, and where the first two end."""
    start = f"{headline}\n\n{dice.choice(PLACES).upper()} — "
    text = start + "\n\n".join([*(p.text for p in paragraphs), dice.choice(outlets)])
    return text, len(headline), len(start) - 1


def _shuffled(reports: list[Report], dice: Random) -> tuple[Report, ...]:
    order = dice.sample(range(len(reports)), len(reports))
    place = {number: at for at, number in enumerate(order)}
    moved = (reports[number] for number in order)
    return tuple(
        r._replace(
            number=place[r.number],
            cluster=place[r.cluster],
            parent=None if r.parent is None else place[r.parent],
        )
        for r in moved
    )
