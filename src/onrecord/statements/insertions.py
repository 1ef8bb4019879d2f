"""Names that an editor completed inside a quotation: "the president [of Ruritania Jan] Novak"."""

from __future__ import annotations

import re

from onrecord.lexicon.name_words import places
from onrecord.lexicon.roles import role_words
from onrecord.records.spans import Span

REACH = 80
"""Code points in front of a name in which its insertion must open."""
_BRACKET = re.compile(r"\[(?P<inside>[^\[\]\n]{1,60})\]\s?$")
_FORENAMES = re.compile(r"(?:(?<=\s)|^)[A-Z][\w'’.-]*(?:\s[A-Z][\w'’.-]*)*$")
_OFFICE = re.compile(r"([\w-]+)\s$")


def completed(text: str, name: Span) -> Span:
    """The span of a name with the forenames that a bracket in front of it adds; the name's own where there is none."""
    bracket = _BRACKET.search(text, max(0, name.start - REACH), name.start)
    if bracket is None:
        return name
    forenames = _FORENAMES.search(bracket["inside"])
    if forenames is None:
        return name
    words = forenames[0].split()
    while words and words[0] in places():
        words.pop(0)
    if not words:
        return name
    return Span(bracket.end("inside") - len(" ".join(words)), name.end)


def inserted_title(text: str, name: Span) -> Span | None:
    """The title that stands around a completed name's bracket ("president [of Ruritania"); None where there is none.

    `name` is a span that `completed` gave.
    """
    opening = text.rfind("[", max(0, name.start - REACH), name.start)
    office = _OFFICE.search(text, max(0, opening - REACH), opening) if opening >= 0 else None
    if office is None or office[1].lower() not in role_words() or "]" in text[opening : name.start]:
        return None
    end = len(text[: name.start].rstrip())
    return Span(office.start(1), end)


def bare(words: str) -> str:
    """The words without an editor's brackets."""
    return " ".join(words.replace("[", " ").replace("]", " ").split())
