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
    """The longest passage of a reporter's own words that both articles have, one span in each; () where there is none.

    It starts with a sentence where at least half of it is left.  Of articles that are nearly all quotations, quoted
    words count too: where two reporters write more themselves, that both quote the same sentence shows no copy.
    """
    quotes = min(len(a.words), len(b.words)) < MIN_BODY
    mine, others = _body_words(a, quotes=quotes), _body_words(b, quotes=quotes)
    run = SequenceMatcher(None, mine.folded, others.folded, autojunk=False).find_longest_match()
    if not run.size:
        return ()
    openings = (at for at in range((run.size + 1) // 2 + 1) if mine.spans[run.a + at].start in mine.openings)
    skipped = next(openings, 0)
    size = run.size - skipped
    return (mine.evidence(run.a + skipped, size), others.evidence(run.b + skipped, size))
