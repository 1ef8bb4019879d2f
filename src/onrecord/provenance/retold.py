"""Retold: an article that tells another's story in other words, sentence by sentence; quotations aside."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from onrecord.provenance.body_text import body
from onrecord.records import Article, Evidence, Span
from onrecord.text.content_words import content_words, word_list
from onrecord.text.segments import sentences_in

SHARE = 0.6
"""Share of the content words of the shorter telling that the other has: two reporters of one event have less."""
SENTENCE = 0.5
"""Likeness (Dice, of content words) from which one sentence is told after the other."""
SENTENCES = 2
"""Such sentences that a retelling has at least; their facts in common may be the event's."""
FEWEST, FEWEST_IN_ALL = 4, 16
"""Content words of a sentence, and of a telling, that can show anything."""
MOST = 400
"""Sentences of an article that are compared."""
REMEMBERED = 2048

Telling = tuple[tuple[Span, frozenset[str]], ...]
"""The sentences outside quotations, each with its content words."""


@dataclass(frozen=True, slots=True)
class Retold:
    """The share of the shorter telling's content words that the other has, and its two likest sentences."""

    share: float
    evidence: tuple[Evidence, ...]


def retold(a: Article, b: Article) -> Retold | None:
    """Whether one of the two tells the other's story in other words; symmetric; None where it does not."""
    short, long = sorted((a, b), key=lambda article: (len(_words(article)), article.id))
    if len(_words(short)) < FEWEST_IN_ALL:
        return None
    share = len(_words(short) & _words(long)) / len(_words(short))
    if share < SHARE:
        return None
    likest = sorted((_likest(words, span, _telling(long)) for span, words in _telling(short)), reverse=True)
    if sum(score >= SENTENCE for score, _, _ in likest) < SENTENCES:
        return None
    _, mine, other = likest[0]
    ends = sorted(((short.id, mine), (long.id, other)))
    return Retold(round(share, 4), tuple(Evidence(article, span) for article, span in ends))


def _likest(words: frozenset[str], span: Span, telling: Telling) -> tuple[float, Span, Span]:
    """The likeness of the sentence that is most alike in a telling, and where the two stand."""
    score, other = max((2 * len(words & theirs) / (len(words) + len(theirs)), place) for place, theirs in telling)
    return score, span, other


@lru_cache(maxsize=REMEMBERED)
def _telling(article: Article) -> Telling:
    text = article.text
    parts = (s for part in body(article, quotes=False) for s in sentences_in(text, part))
    found = ((s, frozenset(content_words(word_list(s.of(text))))) for s in parts)
    return tuple((s, words) for s, words in found if len(words) >= FEWEST)[:MOST]


@lru_cache(maxsize=REMEMBERED)
def _words(article: Article) -> frozenset[str]:
    return frozenset().union(*(words for _, words in _telling(article)))
