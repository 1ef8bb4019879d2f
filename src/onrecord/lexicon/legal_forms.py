"""Legal forms of companies, from `legal_forms.txt`."""

from __future__ import annotations

from functools import cache

from onrecord.lexicon.word_lists import entries


@cache
def legal_forms() -> frozenset[tuple[str, ...]]:
    """Each legal form as its folded words: ("gmbh",), ("open", "joint", "stock", "company")."""
    return frozenset(tuple(line.partition("#")[0].split()) for line in entries("legal_forms.txt"))
