"""What a copy does to the paragraphs it takes over: nothing, leaving most of them out, or other words and order."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from random import Random

from benchmarks.copies.pool import WORD, Paragraph, in_its_place
from onrecord.text.segments import sentences

KEPT = (0.25, 0.5)
"""Share of the words that a trimmed copy keeps, at least and at most."""
CHANGED = (0.15, 0.3)
"""Share of the words that a light rewrite replaces, at least and at most."""
LARGEST = 0.35
"""Share of a text's own words that one paragraph may have: two texts that share one paragraph are no copies."""
FEWEST = 4
"""Paragraphs of a trimmed copy."""
TRIES = 40


class Kind(StrEnum):
    """How an article came about; of two kinds in one line of copies the later in this order counts."""

    ORIGINAL = "original"
    VERBATIM = "verbatim"
    TRIMMED = "trimmed"
    LIGHT = "light"


def balanced(paragraphs: Sequence[Paragraph], largest: float = LARGEST) -> bool:
    """Whether no paragraph has more than its share of the own words (or, where it has fewer, of all)."""
    own = sum(p.own for p in paragraphs)
    return all(p.words <= largest * own for p in paragraphs)


def trimmed(paragraphs: Sequence[Paragraph], dice: Random) -> list[Paragraph] | None:
    """Half or more left out, from the end or anywhere; None where what is left would be too little."""
    total = sum(p.words for p in paragraphs)
    for _ in range(TRIES):
        wanted, order = dice.uniform(*KEPT) * total, list(range(len(paragraphs)))
        if dice.random() < 0.5:
            dice.shuffle(order)
        kept: list[int] = []
        words = 0
        for at in order:
            if words + paragraphs[at].words > KEPT[1] * total or words >= wanted:
                break
            kept.append(at)
            words += paragraphs[at].words
        left = [paragraphs[at] for at in sorted(kept)]
        if len(left) >= FEWEST and words >= KEPT[0] * total and balanced(left):
            return left
    return None


def rewritten(paragraphs: Sequence[Paragraph], words: Sequence[str], dice: Random) -> tuple[list[Paragraph], float]:
    """Other words in some places, any word alike, and the sentences of each paragraph in another order.

    With the share of the words that were replaced.
    """
    text = "\n".join(p.text for p in paragraphs)
    places = list(WORD.finditer(text))
    changed = sorted(dice.sample(range(len(places)), round(dice.uniform(*CHANGED) * len(places))))
    out, at = [], 0
    for place in (places[n] for n in changed):
        out += [text[at : place.start()], _other(place[0], words, dice)]
        at = place.end()
    parts = "".join([*out, text[at:]]).split("\n")
    done = [p._replace(text=_reordered(part, dice)) for p, part in zip(paragraphs, parts, strict=True)]
    return done, len(changed) / len(places)


def _other(word: str, words: Sequence[str], dice: Random) -> str:
    """Another word, with a capital where this one has one."""
    while (found := dice.choice(words)) == word.lower():
        pass
    return in_its_place(found, word)


def _reordered(paragraph: str, dice: Random) -> str:
    """The sentences in another order; those that one quotation spans stay together."""
    parts: list[str] = []
    for span in sentences(paragraph):
        if parts and _open(parts[-1]):
            parts[-1] += " " + span.of(paragraph)
        else:
            parts.append(span.of(paragraph))
    dice.shuffle(parts)
    return " ".join(parts)


def _open(part: str) -> bool:
    return part.count('"') % 2 == 1 or part.count("“") != part.count("”")
