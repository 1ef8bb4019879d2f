"""Measures of one report against another: how many words changed, how much was trimmed, what came in another order."""

from __future__ import annotations

from collections.abc import Sequence

from rapidfuzz.distance import LCSseq

Words = Sequence[str]


def changed(before: Sequence[Words], after: Sequence[Words]) -> float:
    """The share of the words of `after` that changed, in [0, 1]; both are texts as sentences of words.

    Each later sentence is laid beside the earlier one with which it has the longest common subsequence of words
    (Hirschberg 1975); what stands outside it has changed.  So sentences that only moved have not changed.
    """
    total = sum(map(len, after))
    kept = sum(max((LCSseq.similarity(old, new) for old in before), default=0) for new in after)
    return 1 - kept / total if total else 0.0


def kept_size(before: Sequence[Words], after: Sequence[Words]) -> float:
    """The words of `after` per word of `before`."""
    return sum(map(len, after)) / (sum(map(len, before)) or 1)


def moved(before: Sequence[str], after: Sequence[str]) -> bool:
    """Whether the keys that both have come in another order."""
    both = set(before) & set(after)
    return [k for k in before if k in both] != [k for k in after if k in both]
