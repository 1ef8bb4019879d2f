"""Prepared: what comparing one article with others needs, computed once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from onrecord.provenance.body_text import body_words, frames
from onrecord.provenance.sayings import Saying, Words, sayings
from onrecord.provenance.telling import Sentence, roots_of, sentences_of
from onrecord.records import Findings
from onrecord.text.content_words import root
from onrecord.text.shingles import shingles

SHINGLE = 4
"""Words in a shingle: short, because a rewrite changes a word here and there."""
REMEMBERED = 2048
"""Articles whose preparation is kept in memory."""


@dataclass(frozen=True, slots=True)
class Prepared:
    """An article's findings with its words and sayings.

    `words` is the body without headline, dateline, credits, quotations and their attributions: what a reporter tells;
    `all_words` has the quotations and attributions too.  `told` are the sentences of own words, `told_roots` the
    families of the words in them.  `by_root` has the numbers of the sayings with a word of a family.
    """

    findings: Findings
    sayings: tuple[Saying, ...]
    words: Words
    all_words: Words
    shingles: frozenset[str]
    all_shingles: frozenset[str]
    told: tuple[Sentence, ...]
    told_roots: frozenset[str]
    by_root: Mapping[str, tuple[int, ...]]

    @property
    def id(self) -> str:
        """The article's id."""
        return self.findings.article.id


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
    findings = key.findings
    said = sayings(findings)
    words = body_words(findings.article, quotes=False, without=frames(findings))
    all_words = body_words(findings.article, quotes=True)
    told = sentences_of(findings)
    return Prepared(
        findings=findings,
        sayings=said,
        words=words,
        all_words=all_words,
        shingles=frozenset(shingles(words, SHINGLE)),
        all_shingles=frozenset(shingles(all_words, SHINGLE)),
        told=told,
        told_roots=roots_of(told),
        by_root=_by_root(said),
    )
