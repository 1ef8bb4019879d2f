"""How two reports of one utterance word it: identical, cut, spliced, altered, translated anew, or in other words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from rapidfuzz.distance import LCSseq

from onrecord.provenance.sayings import Saying, Words, told
from onrecord.records import StatementKind, WordingRelation
from onrecord.text.content_words import is_content, root

MIN_RUN = 2
"""Words in a row that two quotations must share before they count as overlapping, unless one is shorter."""


CLAUSE = 4
"""Words that somebody leaves out as a whole: what lacks between two pieces of a spliced quotation."""
KEPT = 0.6
"""Share of the words of both, where they overlap, below which no editor but a translator changed them."""
TOLD_AGAIN = 0.2
"""Likeness of the content words of two translations that share no words in a row."""
WHOLE = 5
"""Content words that a quotation needs to be known in another translation."""


@dataclass(frozen=True, slots=True)
class Overlap:
    """What two quotations share: content words that match, the share of the shorter one's, any clash, and all words.

    A clash is a word that only one of the two has inside the overlap, or other words on the same side of it.
    `spliced`: all that clashes is a clause or more that one of them leaves out without a sign.  `kept` is the share
    of the words from the first common one to the last that both have.
    """

    matched: int = 0
    cover: float = 0.0
    clash: bool = False
    shared: int = 0
    spliced: bool = False
    kept: float = 1.0


NONE = Overlap()


def overlap(a: Words, b: Words, breaks: tuple[int, ...] = ()) -> Overlap:
    """The overlap of two quoted passages, as folded words; symmetric but for `breaks`.

    `breaks` are the words of the shorter one, by number, in front of which its reporter breaks in: what lacks there is
    cut, and clashes with nothing.
    """
    a, b = sorted((a, b), key=lambda words: (len(words), words))
    blocks = _blocks(a, b)
    if not blocks:
        return NONE
    matched = sum(_content(a[start : start + size]) for start, _, size in blocks)
    shorter = min(_content(a), _content(b)) or 1
    first, last = blocks[0], blocks[-1]
    gaps = _gaps(blocks)
    cut = [gap for gap in gaps if not (gap.mine == 0 and gap.at in breaks)]
    head = first[0] > 0 and first[1] > 0
    tail = last[0] + last[2] < len(a) and last[1] + last[2] < len(b)
    same = sum(size for _, _, size in blocks)
    spliced = bool(cut) and not (head or tail) and all(min(g.mine, g.other) == 0 and g.size >= CLAUSE for g in cut)
    kept = same / (same + sum(max(g.mine, g.other) for g in cut))
    return Overlap(matched, min(1.0, matched / shorter), head or tail or bool(cut), same, spliced, kept)


@dataclass(frozen=True, slots=True)
class _Gap:
    """Between two common runs: how many words each has there, and where it is in the first."""

    at: int
    mine: int
    other: int

    @property
    def size(self) -> int:
        return max(self.mine, self.other)


def _gaps(blocks: Sequence[tuple[int, int, int]]) -> list[_Gap]:
    out = []
    for (a, b, size), (c, d, _) in pairwise(blocks):
        if c > a + size or d > b + size:
            out.append(_Gap(a + size, c - a - size, d - b - size))
    return out


def _blocks(a: Words, b: Words) -> list[tuple[int, int, int]]:
    """Runs of at least MIN_RUN common words in order: (start in a, start in b, words); `a` is the shorter."""
    for at in range(len(b) - len(a) + 1 if a else 0):
        if b[at] == a[0] and b[at : at + len(a)] == a:
            return [(0, at, len(a))]
    least = min(MIN_RUN, len(a))
    runs = LCSseq.opcodes(a, b).as_matching_blocks() if a else []
    return [(r.a, r.b, r.size) for r in runs if r.size >= least]


@lru_cache(maxsize=65536)
def _content(words: Words) -> int:
    """How many of the words carry content; every quotation is asked about once for each that it is compared with."""
    return sum(map(is_content, words))


def quoted_overlap(a: Saying, b: Saying) -> Overlap:
    """The overlap of the quoted passages of two statements, taken together over their fragments."""
    found = [
        overlap(mine, other, _breaks(a, mine) if (len(mine), mine) <= (len(other), other) else _breaks(b, other))
        for mine in a.quoted
        for other in b.quoted
    ]
    matched, shared = sum(f.matched for f in found), sum(f.shared for f in found)
    shorter = min(sum(map(_content, s.quoted)) for s in (a, b))
    clashing = [f for f in found if f.clash]
    weight = sum(f.shared for f in clashing) or 1
    return Overlap(
        matched,
        min(1.0, matched / shorter) if shorter else 0.0,
        bool(clashing),
        shared,
        bool(clashing) and all(f.spliced for f in clashing),
        sum(f.kept * f.shared for f in clashing) / weight if clashing else 1.0,
    )


def _breaks(saying: Saying, fragment: Words) -> tuple[int, ...]:
    """Where the reporter breaks into the fragment; a direct quotation has one fragment alone."""
    return saying.breaks if len(saying.quoted) == 1 and fragment == saying.quoted[0] else ()


def relation(a: Saying, b: Saying) -> WordingRelation:
    """How two reports of one utterance relate; symmetric.

    A pair with an indirect member is a paraphrase, as are two whose quoted words do not meet.
    """
    if StatementKind.INDIRECT in (a.kind, b.kind) or not a.quoted or not b.quoted:
        return WordingRelation.PARAPHRASE
    if _letters(a.quoted) == _letters(b.quoted):
        return WordingRelation.IDENTICAL
    found = quoted_overlap(a, b)
    if found.shared and not found.clash:
        return WordingRelation.TRUNCATED
    if found.spliced:
        return WordingRelation.SPLICED
    if _translated_anew(a, b, found):
        return WordingRelation.RETRANSLATED
    return WordingRelation.ALTERED if found.shared else WordingRelation.PARAPHRASE


def _translated_anew(a: Saying, b: Saying, found: Overlap) -> bool:
    """Whether two whole quotations say one thing with hardly a phrase in common."""
    if min(len(a.quoted_stems), len(b.quoted_stems)) < WHOLE or (found.shared and found.kept >= KEPT):
        return False
    mine, other = (frozenset(map(root, s.quoted_stems)) for s in (a, b))
    alike = 2 * len(mine & other) / (len(mine) + len(other))
    return alike >= TOLD_AGAIN


def same_letters(text: str) -> str:
    """A key that two contents share if they have the same words: case, punctuation and compounds' spelling aside."""
    return _letters((tuple(told(text)),))


def _letters(fragments: Sequence[Words]) -> str:
    return "".join(map("".join, fragments)).replace("'", "")


def differences(a: Saying, b: Saying) -> tuple[tuple[str, str], ...]:
    """What was changed inside the marks, word by word: (words of a, words of b), "" where one has none there.

    Only between the first and the last words that both have: what one of them cuts off is no change.
    """
    if len(a.quoted) != 1 or len(b.quoted) != 1 or not quoted_overlap(a, b).clash:
        return ()
    mine, other = a.quoted[0], b.quoted[0]
    blocks = [r for r in LCSseq.opcodes(mine, other).as_matching_blocks() if r.size]
    changed = []
    for here, there in pairwise(blocks):
        was, now = mine[here.a + here.size : there.a], other[here.b + here.size : there.b]
        if was or now:
            changed.append((" ".join(was), " ".join(now)))
    return tuple(changed)
