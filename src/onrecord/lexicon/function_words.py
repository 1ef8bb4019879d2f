"""The closed word classes of English, from `function_words.txt`."""

from __future__ import annotations

from functools import cache
from importlib.resources import files


@cache
def function_words(section: str) -> frozenset[str]:
    """The lower-case words of one section ("determiners").  Raises KeyError for a section that does not exist."""
    return _sections()[section]


@cache
def _sections() -> dict[str, frozenset[str]]:
    data = files("onrecord.lexicon").joinpath("function_words.txt").read_text(encoding="utf-8")
    found: dict[str, set[str]] = {}
    section = ""
    for line in data.splitlines():
        if line.startswith("["):
            section = line.strip("[] ")
            found[section] = set()
        elif line.strip() and not line.startswith("#"):
            found[section].update(line.split())
    return {name: frozenset(words) for name, words in found.items()}
