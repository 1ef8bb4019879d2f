"""Prepared: what comparing one article with others needs, computed once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from onrecord.provenance.body_text import frames
from onrecord.provenance.imprint import Imprint
from onrecord.provenance.sayings import Saying, sayings
from onrecord.provenance.telling import Sentence, roots_of, sentences_of
from onrecord.records import Findings
from onrecord.text.content_words import root

REMEMBERED = 2048
"""Articles whose preparation is kept in memory."""


@dataclass(frozen=True, slots=True)
class Prepared:
    """An article's findings with its sayings and its body's imprint.

    `by_root` has the numbers of the sayings with a word of a family.
    """

    findings: Findings
    sayings: tuple[Saying, ...]
    imprint: Imprint
    by_root: Mapping[str, tuple[int, ...]]

    @property
    def id(self) -> str:
        """The article's id."""
        return self.findings.article.id

    @property
    def told(self) -> tuple[Sentence, ...]:
        """The sentences of what it tells outside quotations; most articles are never asked for them."""
        return _told(_Identical(self.findings))[0]

    @property
    def told_roots(self) -> frozenset[str]:
        """The families of the words in the sentences `told`."""
        return _told(_Identical(self.findings))[1]


class _Identical:
    """Findings as a key that is compared by identity: cheap, and never wrong."""

    __slots__ = ("findings",)

    def __init__(self, findings: Findings) -> None:
        self.findings = findings

    def __hash__(self) -> int:
        return hash(self.findings.article.id)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Identical) and self.findings is other.findings


def prepared(findings: Findings) -> Prepared:
    """The preparation of these findings; the last few are remembered.  Threads: safe."""
    return _prepared(_Identical(findings))


def _by_root(said: Sequence[Saying]) -> dict[str, tuple[int, ...]]:
    found: defaultdict[str, list[int]] = defaultdict(list)
    for number, saying in enumerate(said):
        for word in saying.roots | set(map(root, saying.quoted_stems)):
            found[word].append(number)
    return {word: tuple(numbers) for word, numbers in found.items()}


@lru_cache(maxsize=REMEMBERED)
def _prepared(key: _Identical) -> Prepared:
    findings, said = key.findings, sayings(key.findings)
    return Prepared(findings, said, Imprint.of(findings.article, frames(findings)), _by_root(said))


@lru_cache(maxsize=REMEMBERED)
def _told(key: _Identical) -> tuple[tuple[Sentence, ...], frozenset[str]]:
    sentences = sentences_of(key.findings)
    return sentences, roots_of(sentences)
