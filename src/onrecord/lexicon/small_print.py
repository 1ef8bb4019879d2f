"""Small print: what newsrooms put around every report, "Sign up for our newsletter"."""

from __future__ import annotations

import re
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
    text = paragraph.lower()
    if _opening().match(text):
        return True
    return any(map(text.__contains__, _phrases("holds"))) and _holding().search(text) is not None


@cache
def _opening() -> re.Pattern[str]:
    return re.compile(f"[{re.escape(MARKS)}]*{_any_of('opens')}")


@cache
def _holding() -> re.Pattern[str]:
    return re.compile(rf"(?<![^\W_]){_any_of('holds')}")


def _any_of(section: str) -> str:
    """A pattern for any of the phrases; each ends with a word."""
    phrases = (re.escape(phrase).replace(r"\ ", r"\s+") for phrase in _phrases(section))
    return rf"(?:{'|'.join(phrases)})(?![^\W_])"


@cache
def _phrases(section: str) -> tuple[str, ...]:
    return tuple(sorted(phrase.replace("_", " ") for phrase in sections("small_print.txt")[section]))
