"""Shingles: the runs of words by which copies of a text are known."""

from __future__ import annotations

from collections.abc import Sequence, Set
from hashlib import blake2b

SIZE = 5
"""Words in a shingle where no other size is asked for."""


def shingles(words: Sequence[str], size: int = SIZE) -> list[str]:
    """Every run of `size` words in order, joined by a space; a shorter text is one shingle, an empty one none."""
    if len(words) <= size:
        return [" ".join(words)] if words else []
    return [" ".join(words[i : i + size]) for i in range(len(words) - size + 1)]


def contained(words: Sequence[str], others: Set[str], size: int = SIZE) -> float:
    """The share of words, in [0, 1], that stand in a shingle which is also one of `others`; 0.0 for no words."""
    if not words:
        return 0.0
    mine = shingles(words, size)
    covered = bytearray(len(words))
    for i, shingle in enumerate(mine):
        if shingle in others:
            width = min(size, len(words) - i)
            covered[i : i + width] = b"\x01" * width
    return sum(covered) / len(words)


def short_hash(text: str) -> str:
    """64 bits of BLAKE2b over the text as 16 hexadecimal digits: the same on every machine."""
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()


def winnow(items: Sequence[str], window: int) -> set[str]:
    """A sample of hashes that two sequences share wherever they share `window` items in a row.

    From every window the smallest hash (Schleimer, Wilkerson and Aiken, "Winnowing", SIGMOD 2003); fewer items
    than a window are one window.
    """
    hashes = [short_hash(item) for item in items]
    if not hashes:
        return set()
    return {min(hashes[i : i + window]) for i in range(max(1, len(hashes) - window + 1))}
