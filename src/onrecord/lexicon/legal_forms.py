"""Legal forms of companies, from `legal_forms.txt`."""

from __future__ import annotations

from functools import cache

from onrecord.lexicon.word_lists import entries, sections


@cache
def legal_forms() -> frozenset[tuple[str, ...]]:
    """Each legal form as its folded words: ("gmbh",), ("open", "joint", "stock", "company")."""
    lines = entries("legal_forms.txt")
    return frozenset(tuple(line.partition("#")[0].split()) for line in lines[: lines.index("[opening]")])


def opening_legal_forms() -> frozenset[str]:
    """Legal forms of one word that stand before the name: "ooo"."""
    return sections("legal_forms.txt")["opening"]


@cache
def joined_legal_forms() -> tuple[str, ...]:
    """Legal forms that are written in one word with the name, the longest first: "株式会社"."""
    return tuple(sorted(sections("legal_forms.txt")["joined"], key=lambda form: (-len(form), form)))
