"""Near-copies: how much of one article stands in another, and the longest run of words that both have."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import SequenceMatcher

from onrecord.provenance.keys import MIN_BODY
from onrecord.provenance.prepared import SHINGLE, Prepared
from onrecord.records import Evidence, Span
from onrecord.text.content_words import word_list
from onrecord.text.segments import words
from onrecord.text.shingles import contained

COPY = 0.5
"""From this share of the shorter article's own words on, it is a copy."""
PARTLY = 0.2
"""From here on the two share passages: they may have one origin, or may not."""
SAME_TEXT = 0.9
"""Articles that hardly say anything outside quotations are copies only from this share of all their words on."""
EVIDENCE_WORDS = 4_000


@dataclass(frozen=True, slots=True)
class Likeness:
    """How much of the shorter article stands in the longer: of its own words, and of all words; in [0, 1]."""

    own: float
    all: float
    of_quotes: bool = False

    @property
    def is_copy(self) -> bool:
        """Whether one is a copy of the other, or both of a third."""
        return self.all >= SAME_TEXT if self.of_quotes else self.own >= COPY

    @property
    def is_partial(self) -> bool:
        """Whether they share passages, too few for a copy."""
        return not self.is_copy and not self.of_quotes and self.own >= PARTLY


def likeness(a: Prepared, b: Prepared) -> Likeness:
    """How alike two articles are; symmetric."""
    short, long = sorted((a, b), key=lambda p: (len(p.all_words), p.id))
    if len(short.all_words) < MIN_BODY:
        return Likeness(0.0, 0.0)
    if len(short.all_shingles & long.all_shingles) * SHINGLE < PARTLY * len(short.words):
        return Likeness(0.0, 0.0)
    everything = contained(short.all_words, long.all_shingles, SHINGLE)
    if len(short.words) < MIN_BODY:
        return Likeness(everything, everything, of_quotes=True)
    return Likeness(contained(short.words, long.all_shingles, SHINGLE), everything)


def longest_run(a: Prepared, b: Prepared) -> tuple[Evidence, ...]:
    """The longest run of words that both articles have, as one span in each; () where they share none."""
    (text_a, spans_a), (text_b, spans_b) = (_located(p) for p in (a, b))
    run = SequenceMatcher(None, text_a, text_b, autojunk=False).find_longest_match()
    if not run.size:
        return ()
    return (
        Evidence(a.id, Span(spans_a[run.a].start, spans_a[run.a + run.size - 1].end)),
        Evidence(b.id, Span(spans_b[run.b].start, spans_b[run.b + run.size - 1].end)),
    )


def _located(article: Prepared) -> tuple[list[str], list[Span]]:
    text = article.findings.article.text
    spans = words(text)[:EVIDENCE_WORDS]
    return [" ".join(word_list(span.of(text))) for span in spans], spans
