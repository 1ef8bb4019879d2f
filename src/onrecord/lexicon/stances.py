"""Words that take a stand for or against something, from `stances.txt`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import StrEnum
from functools import cache

from onrecord.lexicon.cues import verb_forms
from onrecord.lexicon.word_lists import sections


class Stance(StrEnum):
    """For or against a matter, or leaving it open or to others."""

    FOR = "for"
    AGAINST = "against"
    OPEN = "open"


class Kind(StrEnum):
    """How a phrase takes a stand; see the head of `stances.txt`."""

    VERB = "verbs"
    STATE = "states"
    JUDGEMENT = "judgements"
    DUTY = "duties"


Phrase = tuple[str, ...]


@cache
def stances() -> dict[str, tuple[tuple[Phrase, Kind, Stance], ...]]:
    """First word in lower case → the phrases that it opens, the longest first, each with its kind and stance."""
    index: dict[str, set[tuple[Phrase, Kind, Stance]]] = {}
    for title, listed in sections("stances.txt").items():
        kind, _, stance = title.partition(" ")
        if kind == "nouns":
            continue
        for phrase in _phrases(listed, Kind(kind)):
            index.setdefault(phrase[0], set()).add((phrase, Kind(kind), Stance(stance or "for")))
    return {word: tuple(sorted(found, key=lambda f: (-len(f[0]), f))) for word, found in index.items()}


@cache
def plain_nouns() -> frozenset[str]:
    """Nouns that add nothing to the judgement in front of them: "step" in "a dangerous step"."""
    return sections("stances.txt")["nouns"]


def _phrases(listed: Iterable[str], kind: Kind) -> Iterator[Phrase]:
    for entry in listed:
        spelled, _, past = entry.partition("=")
        first, *rest = spelled.split("-")
        if kind is Kind.VERB:
            yield from ((form, *rest) for form in verb_forms(first, (past,) if past else ()).values())
        else:
            yield (first, *rest)
