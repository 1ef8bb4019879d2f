"""Small print: what newsrooms put around every report, "Sign up for our newsletter"."""

from __future__ import annotations

from functools import cache

from onrecord.lexicon.word_lists import sections

LONGEST = 220
"""Code points of a paragraph that can be small print."""
MARKS = " \t\n\r\"'“‘*•·|–—>-"
"""What may stand in front of it."""


def is_small_print(paragraph: str) -> bool:
    """Whether a paragraph is a newsroom's standing matter rather than its report."""
    if len(paragraph) > LONGEST:
        return False
    text = paragraph.lower().lstrip(MARKS)
    if not (text.startswith(_phrases("opens")) or any(map(text.__contains__, _phrases("holds")))):
        return False
    words = " ".join(text.split())  # a phrase ends with a word
    return any(_ends_well(words, phrase, 0) for phrase in _phrases("opens") if words.startswith(phrase)) or any(
        _ends_well(words, phrase, words.find(phrase)) for phrase in _phrases("holds") if phrase in words
    )


def _ends_well(text: str, phrase: str, at: int) -> bool:
    behind = text[at + len(phrase) : at + len(phrase) + 1]
    return not behind.isalnum() and not (at and text[at - 1].isalnum())


@cache
def _phrases(section: str) -> tuple[str, ...]:
    return tuple(sorted(phrase.replace("_", " ") for phrase in sections("small_print.txt")[section]))
