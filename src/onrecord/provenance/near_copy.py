"""Near-copies: how much of one article stands in another, and the longest run of words that both have."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import TypeAlias

from onrecord.provenance.body_text import body
from onrecord.provenance.imprint import SHINGLE, SHORT, Imprint
from onrecord.provenance.keys import MIN_BODY
from onrecord.provenance.prepared import Prepared
from onrecord.records import Evidence, Span
from onrecord.text.content_words import word_list
from onrecord.text.segments import sentences, words
from onrecord.text.word_runs import bridged, covered, in_common, share

COPY = 0.5
"""From this share of the shorter article's own words on, it is a copy."""
PARTLY = 0.2
"""From here on the two share passages: they may have one origin, or may not."""
RUNS = 0.6
"""Runs of a passage for each of its words, at least: one of ten words has seven, a phrase of four words has one."""
WHOLE = 0.8
"""From so many runs for each word on, passages are taken over as they are, and what lies between them is another's."""
SAME_TEXT = 0.9
"""Articles that hardly say anything outside quotations are copies only from this share of all their words on."""
EVIDENCE_WORDS = 4_000
"""Words of an article among which the passage is looked for that shows a copy."""


Located: TypeAlias = tuple[str, Span]
"""A folded word and where it stands."""


@dataclass(frozen=True, slots=True)
class Likeness:
    """How much of the shorter article's own words stands in the longer, in [0, 1].

    `of_quotes`: of all its words, for it has hardly any of its own.
    `rewritten`: of its own words those in shorter runs, with the changed ones between them; 0.0 where `own` tells all.
    """

    own: float
    of_quotes: bool = False
    rewritten: float = 0.0

    @property
    def is_copy(self) -> bool:
        """Whether one is a copy of the other, or both of a third."""
        return self.own >= SAME_TEXT if self.of_quotes else max(self.own, self.rewritten) >= COPY

    @property
    def is_partial(self) -> bool:
        """Whether they share passages, too few for a copy."""
        return not self.is_copy and not self.of_quotes and self.own >= PARTLY


NOTHING = Likeness(0.0)
"""What two articles have in common that do not even share passages."""


def likeness(a: Imprint, b: Imprint) -> Likeness:
    """How alike two articles are; symmetric."""
    short, long = _by_length(a, b)
    if len(short.words) < MIN_BODY:
        return NOTHING
    if short.own_count < MIN_BODY:
        return Likeness(taken_over(a, b), of_quotes=True)
    least = RUNS * PARTLY * short.own_count
    common = in_common(short.own, long.known)
    if len(common) < least:
        return NOTHING
    own = short.of_own(common)
    if own < PARTLY:
        return NOTHING
    rewritten = 0.0
    if own < COPY and len(common) < WHOLE * own * short.own_count:
        rewritten = share(bridged(covered(short.own_words, long.known_short, SHORT)))
    return Likeness(own, rewritten=rewritten)


def taken_over(a: Imprint, b: Imprint) -> float:
    """The share of all words of the shorter article that stand in the longer, in [0, 1]; symmetric."""
    short, long = _by_length(a, b)
    return share(covered(short.words, long.known, SHINGLE))


def _by_length(a: Imprint, b: Imprint) -> tuple[Imprint, Imprint]:
    return (a, b) if (len(a.words), a.id) <= (len(b.words), b.id) else (b, a)


def longest_run(a: Prepared, b: Prepared) -> tuple[Evidence, ...]:
    """The longest run of words in the bodies of both articles, one span in each; () where there is none.

    It starts with a sentence where one starts in its first half.  Quoted words count only in articles that hardly say
    anything else: that two reporters quote the same sentence shows no copy.
    """
    quotes = min(a.imprint.own_count, b.imprint.own_count) < MIN_BODY
    mine, others = _located(a, quotes=quotes), _located(b, quotes=quotes)
    run = SequenceMatcher(None, [w for w, _ in mine], [w for w, _ in others], autojunk=False).find_longest_match()
    if not run.size:
        return ()
    openings = _openings(a.findings.article.text)
    half = mine[run.a : run.a + (run.size + 1) // 2]
    cut = next((n for n, (_, span) in enumerate(half) if span.start in openings), 0)
    ends = ((a.id, mine[run.a + cut : run.a + run.size]), (b.id, others[run.b + cut : run.b + run.size]))
    return tuple(Evidence(article, Span(words[0][1].start, words[-1][1].end)) for article, words in ends)


def _located(article: Prepared, *, quotes: bool) -> list[Located]:
    """The folded words of the body with their places; the end of each part of it is a word that no other text has."""
    text, found = article.findings.article.text, []
    for part in body(article.findings.article, quotes=quotes):
        found += [(" ".join(word_list(span.of(text))), span) for span in words(text, part)]
        found.append((f"{article.id} {part.end}", part))
    return found[:EVIDENCE_WORDS]


def _openings(text: str) -> set[int]:
    """Where the first word of each sentence starts."""
    return {found[0].start for sentence in sentences(text) if (found := words(text, sentence))}
