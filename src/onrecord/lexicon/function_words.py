"""The closed word classes of English, from `function_words.txt`."""

from __future__ import annotations

from functools import cache

from onrecord.lexicon.word_lists import sections


@cache
def function_words(*names: str) -> frozenset[str]:
    """The lower-case words of these sections ("determiners").  Raises KeyError for a section that does not exist."""
    found = sections("function_words.txt")
    return frozenset().union(*(found[name] for name in names))
