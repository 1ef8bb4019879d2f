"""Words beside and inside names, from `name_words.txt`."""

from __future__ import annotations

from functools import cache
from importlib.resources import files


@cache
def name_words(section: str) -> frozenset[str]:
    """The folded words of one section ("honorifics").  Raises KeyError for a section that does not exist."""
    return _sections()[section]


@cache
def _sections() -> dict[str, frozenset[str]]:
    data = files("onrecord.lexicon").joinpath("name_words.txt").read_text(encoding="utf-8")
    found: dict[str, set[str]] = {}
    section = ""
    for line in data.splitlines():
        if line.startswith("["):
            section = line[1:].partition("]")[0]
            found[section] = set()
        elif line.strip() and not line.startswith("#"):
            found[section].update(line.split())
    return {name: frozenset(words) for name, words in found.items()}
