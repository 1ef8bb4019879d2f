"""Tellings: what all the reports of an utterance tell beside it, and how much of one report's telling others have."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from math import log, sqrt

from onrecord.provenance.prepared import prepared
from onrecord.provenance.telling import Sentence, shared
from onrecord.records import Evidence, Findings, Statement
from onrecord.text.meaning import telling

LEAST_REPORTS, MOST_REPORTS = 3, 200
"""Reports whose tellings are compared; of more none are, and two alone are compared as copies are."""
MOST_SENTENCES = 1_500
"""Sentences that are compared in all; each report has its share of them, from its start, FEWEST_EACH at least."""
FEWEST_EACH = 3
VERBATIM = 0.9
"""How much two sentences share where one is the other's copy."""
OWN = 0.5
"""A sentence of which no other has so much is its report's own."""

Reports = Mapping[str, tuple[Findings, list[Statement]]]
"""By article, its findings and its statements that report the utterance."""


class Tellings:
    """The sentences of some reports, each with each; a word counts the more, the rarer it is, in them and at all.

    Left out are quotations, attributions, and what states the utterance itself.
    """

    def __init__(self, reports: Reports) -> None:
        self._sentences: list[Sentence] = []
        self._homes: list[str] = []
        self._of: defaultdict[str, list[int]] = defaultdict(list)
        if LEAST_REPORTS <= len(reports) <= MOST_REPORTS:
            most = max(FEWEST_EACH, MOST_SENTENCES // max(1, len(reports)))
            for article, (findings, statements) in sorted(reports.items()):
                self._add(article, _told(findings, statements)[:most])
        counted = Counter(word for rows in self._of.values() for word in {w for r in rows for w in self._words(r)})
        told = tuple(self._sentences)
        self._shared = shared(told, told, _weights(counted, len(reports))) if told else None

    def _add(self, article: str, sentences: Sequence[Sentence]) -> None:
        for sentence in sentences:
            self._of[article].append(len(self._sentences))
            self._sentences.append(sentence)
            self._homes.append(article)

    def _words(self, row: int) -> tuple[str, ...]:
        return self._sentences[row].words

    def size(self, articles: Iterable[str]) -> int:
        """How many sentences these articles tell."""
        return len(self._rows(articles))

    def cover(self, first: Iterable[str], second: Iterable[str]) -> float:
        """The mean share of a sentence of the first articles that the likest sentence of the second has, in [0, 1]."""
        mine, others = self._rows(first), self._rows(second)
        if self._shared is None or not mine or not others:
            return 0.0
        return float(self._shared[mine][:, others].max(axis=1).mean())

    def copied(self, article: str, others: Iterable[str]) -> frozenset[int]:
        """The sentences of an article, by number, that stand in one of the others word for word, more or less."""
        columns = self._rows(others)
        if self._shared is None or not columns:
            return frozenset()
        return frozenset(row for row in self._of[article] if self._shared[row, columns].max() >= VERBATIM)

    def lacks(self, article: str, other: str) -> int:
        """How many sentences of `other` the article has nothing like."""
        mine, rows = self._of[article], self._of[other]
        if self._shared is None or not mine:
            return len(rows)
        return sum(self._shared[row, mine].max() < OWN for row in rows)

    def likest(self, first: Iterable[str], second: Iterable[str]) -> tuple[Evidence, Evidence]:
        """The two sentences that are most alike, one of the first articles and one of the second."""
        mine, others = self._rows(first), self._rows(second)
        assert self._shared is not None  # asked only where `cover` is above 0
        scores = self._shared[mine][:, others]
        row, column = divmod(int(scores.argmax()), len(others))
        one, other = (Evidence(self._homes[n], self._sentences[n].span) for n in (mine[row], others[column]))
        return one, other

    def _rows(self, articles: Iterable[str]) -> list[int]:
        return [row for article in articles for row in self._of.get(article, ())]


def _weights(counted: Mapping[str, int], reports: int) -> dict[str, float]:
    """What each word tells, by how many of the reports have it and how rare it is: the geometric mean of both."""
    words = sorted(counted)
    among = (log((reports + 1) / counted[word]) + 0.1 for word in words)
    return {word: sqrt(here * float(rare)) for word, here, rare in zip(words, among, telling(words), strict=True)}


def _told(findings: Findings, statements: Iterable[Statement]) -> list[Sentence]:
    said = [span for statement in statements for span in statement.content]
    return [s for s in prepared(findings).told if not any(s.span.overlaps(span) for span in said)]
