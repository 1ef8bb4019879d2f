"""The pool of paragraphs that made-up articles are put together from, in columns by where they stood in their text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from pathlib import Path
from random import Random
from typing import NamedTuple

from onrecord.text.content_words import COMMON_WORDS, word_list
from onrecord.text.quotation_marks import quotations
from onrecord.text.segments import paragraphs
from onrecord.text.shingles import shingles

POLNEAR = Path(__file__).parents[2] / "../shared/data/polnear"
PARTS = ("train", "dev")
"""The parts that are open to measuring; there is no other that this may read."""

SHORTEST, LONGEST = 8, 60
"""Words of a paragraph that is taken: no lone heading, and none that could be a third of an article."""
RUN = 4
KNOWN = 0.2
"""Share of its runs of RUN words that a paragraph may share with those before it: wire copy stands in many texts."""

OTHERS = 0.9
"""Share of the vocabulary, function words aside, that a wording has other words for."""

WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")


class Paragraph(NamedTuple):
    """A paragraph, its words, and those of them outside quotation marks."""

    text: str
    words: int
    own: int


def polnear(folder: Path = POLNEAR) -> list[str]:
    """The texts of train and dev in a fixed order."""
    files = (path for part in PARTS for path in sorted((folder / part / "text").glob("*.txt")))
    return [path.read_bytes().decode("utf-8") for path in files]


def columns(texts: Iterable[str], count: int) -> list[list[Paragraph]]:
    """So many columns, each with the same prime number of paragraphs: first those that open texts, last their ends.

    No two paragraphs of the pool are copies of one another, so that articles without a common paragraph are none.
    """
    placed: list[tuple[float, int, Paragraph]] = []
    seen: set[str] = set()
    for text in texts:
        parts = [" ".join(span.of(text).split()) for span in paragraphs(text)]
        for at, part in enumerate(parts):
            words = word_list(part)
            runs = set(shingles(words, RUN))
            if not SHORTEST <= len(words) <= LONGEST or len(runs & seen) > KNOWN * len(runs):
                continue
            seen |= runs
            placed.append((at / len(parts), len(placed), Paragraph(part, len(words), _own(part))))
    placed.sort()
    height = _prime(len(placed) // count)
    return [[p for _, _, p in placed[k * height : (k + 1) * height]] for k in range(count)]


class Wording:
    """The same paragraphs of other people and things: some of the words, always the same, are others throughout.

    Function words stay, so that a text reads like one.  Number 0 changes nothing.
    """

    def __init__(self, words: Sequence[str], number: int) -> None:
        dice = Random(number)
        free = [word for word in words if word not in COMMON_WORDS]
        some = sorted(dice.sample(free, round(OTHERS * len(free)))) if number else []
        self._instead = dict(zip(some, dice.sample(some, len(some)), strict=True))
        self._known: dict[str, Paragraph] = {}

    def of(self, paragraph: Paragraph) -> Paragraph:
        """A paragraph in this wording; it has as many words."""
        if paragraph.text not in self._known:
            self._known[paragraph.text] = paragraph._replace(text=WORD.sub(self._other, paragraph.text))
        return self._known[paragraph.text]

    def _other(self, word: re.Match[str]) -> str:
        return in_its_place(self._instead.get(word[0].lower(), word[0]), word[0])


def in_its_place(word: str, before: str) -> str:
    """The word with a capital where the one before had one."""
    return word.capitalize() if before[0].isupper() and word != before else word


def vocabulary(pool: Sequence[Sequence[Paragraph]]) -> list[str]:
    """The different words of the pool, sorted; figures and lone letters left out."""
    words = {word for column in pool for paragraph in column for word in word_list(paragraph.text)}
    return sorted(word for word in words if word.isalpha() and len(word) > 1)


def _own(part: str) -> int:
    quoted = sum(len(word_list(q.span.of(part))) for q in quotations(part) if q.outer is None)
    return max(0, len(word_list(part)) - quoted)


def _prime(most: int) -> int:
    """The largest prime up to this number; 2 at least."""
    return next((n for n in range(most, 2, -1) if all(n % k for k in range(2, int(n**0.5) + 1))), 2)
