"""Given names that tell a woman from a man, from `given_names.txt`."""

from __future__ import annotations

from functools import cache

from onrecord.lexicon.word_lists import sections


@cache
def given_names() -> dict[str, str]:
    """Given name as written ("Marta") → "f" or "m"; names that both bear are left out."""
    return {name: gender for gender, names in sections("given_names.txt").items() for name in names}
