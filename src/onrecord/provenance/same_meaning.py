"""In other words altogether: two statements of one speaker that share hardly a word, and mean the same."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from onrecord.provenance.sayings import Saying
from onrecord.text.content_words import is_content
from onrecord.text.meaning import covered

LEAST, AHEAD = 0.12, 0.02
"""Likeness in meaning from which on two quotations of one occasion are one, and how much likelier the pair is than any
other that one of the two could be in."""
LEAST_TOLD, AHEAD_TOLD = 0.16, 0.08
"""The same where one of the two is in indirect speech, which may tell any part."""
SAME_OCCASION = 0.5
"""Share of the words for one occasion that the other has, the shorter by its own."""
WHOLE, WHOLE_TOLD = 5, 4
"""Content words that a quotation, or indirect speech, needs to be known in other words."""
MOST = 30
"""Statements of one article that are compared so."""

Scores = dict[tuple[str, str], float]


def translations(
    first: Sequence[Saying], second: Sequence[Saying], together: Callable[[Saying, Saying], bool], *, anywhere: bool
) -> Iterator[tuple[Saying, Saying, float]]:
    """Pairs of statements of two articles, each plainly the likest that the other has, with their likeness in meaning.

    Unless they may stand `anywhere`, both name one occasion: two things that one speaker says on one matter are alike
    in meaning too, and only where both reports tell of the same hour is it likelier that they translated it
    differently.  `together` says whether two may be one utterance by speaker and time.  Symmetric; given are only
    statements that nothing else connects.
    """
    mine, others = _whole(first), _whole(second)
    scores = {(a.statement, b.statement): _meaning(a, b) for a in mine for b in others if together(a, b)}
    for a in mine:
        for b in others:
            pair = (a.statement, b.statement)
            score = scores.get(pair, 0.0)
            least, ahead = (LEAST, AHEAD) if a.quoted and b.quoted else (LEAST_TOLD, AHEAD_TOLD)
            if score >= least and score - _next_best(scores, pair) >= ahead and (anywhere or same_occasion(a, b)):
                yield a, b, score


def same_occasion(a: Saying, b: Saying) -> bool:
    """Whether both reports name an occasion or a medium, and in the same words, more or less."""
    common = len(a.occasion & b.occasion)
    return common > 0 and common >= SAME_OCCASION * min(len(a.occasion), len(b.occasion))


def _next_best(scores: Scores, pair: tuple[str, str]) -> float:
    others = (score for other, score in scores.items() if (other[0] == pair[0]) is not (other[1] == pair[1]))
    return max(others, default=0.0)


def _whole(sayings: Iterable[Saying]) -> list[Saying]:
    return [s for s in sayings if len(_words(s)) >= (WHOLE if s.quoted else WHOLE_TOLD)][:MOST]


def _meaning(a: Saying, b: Saying) -> float:
    """The mean share of what each tells that the other tells too, in [0, 1]."""
    return round(sum(covered(_words(a), _words(b))) / 2, 6)


def _words(saying: Saying) -> list[str]:
    """The content words of what is quoted, or of all where nothing is, each once."""
    parts = saying.quoted or (saying.words,)
    return list(dict.fromkeys(word for part in parts for word in part if is_content(word)))
