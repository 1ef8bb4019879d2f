"""Shingles: the runs of words by which a passage is found again, as text and as hashes."""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import blake2b

SIZE = 5
"""Words in a shingle where no other size is asked for."""


def shingles(words: Sequence[str], size: int = SIZE) -> list[str]:
    """Every run of `size` words in order, joined by a space; a shorter text is one shingle, an empty one none."""
    if len(words) <= size:
        return [" ".join(words)] if words else []
    return [" ".join(words[i : i + size]) for i in range(len(words) - size + 1)]


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
