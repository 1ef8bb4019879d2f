"""How two reports of one utterance word it: identical, truncated, altered, or only in other words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz.distance import LCSseq

from onrecord.provenance.sayings import Saying, Words, told
from onrecord.records import StatementKind, WordingRelation
from onrecord.text.content_words import is_content

MIN_RUN = 2
"""Words in a row that two quotations must share before they count as overlapping, unless one is shorter."""


@dataclass(frozen=True, slots=True)
class Overlap:
    """What two quotations share: content words that match, the share of the shorter one's, any clash, and all words.

    A clash is a word that only one of the two has inside the overlap, or other words on the same side of it.
    """

    matched: int = 0
    cover: float = 0.0
    clash: bool = False
    shared: int = 0


NONE = Overlap()


def overlap(a: Words, b: Words) -> Overlap:
    """The overlap of two quoted passages, as folded words; symmetric."""
    a, b = sorted((a, b), key=lambda words: (len(words), words))
    blocks = _blocks(a, b)
    if not blocks:
        return NONE
    matched = sum(_content(a[start : start + size]) for start, _, size in blocks)
    shorter = min(_content(a), _content(b)) or 1
    first, last = blocks[0], blocks[-1]
    inner_a = last[0] + last[2] - first[0]
    inner_b = last[1] + last[2] - first[1]
    same = sum(size for _, _, size in blocks)
    head = first[0] > 0 and first[1] > 0
    tail = last[0] + last[2] < len(a) and last[1] + last[2] < len(b)
    return Overlap(matched, min(1.0, matched / shorter), head or tail or not inner_a == inner_b == same, same)


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
    matched, clash, shared = 0, False, 0
    for mine in a.quoted:
        for other in b.quoted:
            found = overlap(mine, other)
            matched += found.matched
            clash = clash or found.clash
            shared += found.shared
    shorter = min(sum(map(_content, s.quoted)) for s in (a, b))
    return Overlap(matched, min(1.0, matched / shorter) if shorter else 0.0, clash, shared)


def relation(a: Saying, b: Saying) -> WordingRelation:
    """How two reports of one utterance relate; symmetric.

    A pair with an indirect member is a paraphrase, as are two whose quoted words do not meet.
    """
    if StatementKind.INDIRECT in (a.kind, b.kind) or not a.quoted or not b.quoted:
        return WordingRelation.PARAPHRASE
    if _letters(a.quoted) == _letters(b.quoted):
        return WordingRelation.IDENTICAL
    found = quoted_overlap(a, b)
    if not found.shared:
        return WordingRelation.PARAPHRASE
    return WordingRelation.ALTERED if found.clash else WordingRelation.TRUNCATED


def same_letters(text: str) -> str:
    """A key that two contents share if they have the same words: case, punctuation and compounds' spelling aside."""
    return _letters((tuple(told(text)),))


def _letters(fragments: Sequence[Words]) -> str:
    return "".join(map("".join, fragments)).replace("'", "")
