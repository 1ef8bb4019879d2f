"""Nouns for what carries somebody's words, and for the occasions on which people speak."""

from __future__ import annotations

from functools import cache

from onrecord.lexicon.word_lists import sections


@cache
def venue_nouns() -> dict[str, str]:
    """Noun, as it is spelled → "social", "statement", "document" or "occasion"."""
    return {noun.replace("_", " "): kind for kind, nouns in sections("venues.txt").items() for noun in nouns}
