"""Letters and characters of other scripts with their Latin spelling, from `letters.txt` and `han.txt`."""

from __future__ import annotations

from functools import cache

from onrecord.lexicon.word_lists import entries, pairs, sections


@cache
def letters() -> dict[str, str]:
    """A lower-case letter, or two that are one sound, → Latin letters; "" for a sign that is not written."""
    return {letter: latin for words in sections("letters.txt").values() for letter, latin in pairs(words).items()}


@cache
def han_readings() -> dict[str, str]:
    """A Chinese character → its reading in Pinyin, in lower case without the tone."""
    lines = (line.split() for line in entries("han.txt"))
    return {character: reading for reading, *characters in lines for character in characters}
