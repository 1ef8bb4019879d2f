"""Reading of word lists: text files with comment lines and sections in brackets."""

from __future__ import annotations

from functools import cache
from importlib.resources import files


@cache
def sections(name: str) -> dict[str, frozenset[str]]:
    """The words of each section of the list called `name`; words are parted by white space."""
    found: dict[str, set[str]] = {}
    section = ""
    for line in entries(name):
        if line.startswith("["):
            section = line.strip("[]")
        else:
            found.setdefault(section, set()).update(line.split())
    return {title: frozenset(words) for title, words in found.items()}


def entries(name: str) -> list[str]:
    """The lines of the list called `name`, without comments and empty lines."""
    text = files("onrecord.lexicon").joinpath(name).read_text(encoding="utf-8")
    return [line.strip() for line in text.splitlines() if line.strip() and not line.startswith("#")]


def pairs(words: frozenset[str]) -> dict[str, str]:
    """What stands for what, of a section whose words have the form left=right."""
    return {left: right for left, _, right in (word.partition("=") for word in words)}
