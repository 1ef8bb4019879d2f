"""Imprint: an article's body as numbers of words and of their runs, which is all that it takes to tell copies."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from onrecord.provenance.body_text import numbered_body
from onrecord.records import Article, Spans
from onrecord.text.word_runs import Mask, Numbers, distinct, runs, share, spread

SHINGLE = 4
"""Words in a run that shows a passage in common: short, because a rewrite changes a word here and there."""
SHORT = 3
"""Words in a run by which articles meet, and by which a light rewrite is known among articles that share passages."""


@dataclass(frozen=True, eq=False)
class Imprint:
    """The words of a body in order (headline, dateline and credits left out), and which stand outside quotations.

    `outside` are also the words outside attributions: what a reporter tells.  `known` are the runs of SHINGLE words,
    `own` those of the words outside; each once, ascending.  Some 12 bytes a word.
    """

    id: str
    words: Numbers
    outside: Mask
    known: Numbers
    own: Numbers

    @classmethod
    def of(cls, article: Article, aside: Spans = ()) -> Imprint:
        """The imprint that an article leaves; `aside` are the spans of its attributions."""
        words, outside = numbered_body(article, aside)
        known, own = distinct(runs(words, SHINGLE)), distinct(runs(words[outside], SHINGLE))
        return cls(article.id, words, outside, known, own)

    @property
    def own_count(self) -> int:
        """How many words stand outside quotations."""
        return int(np.count_nonzero(self.outside))

    @property
    def own_words(self) -> Numbers:
        """The words outside quotations."""
        return self.words[self.outside]

    def of_own(self, others: Numbers) -> float:
        """The share of the words outside quotations that stand in runs of `others`, which are some of `own`."""
        held = np.zeros(len(self.own), np.bool_)
        held[self.own.searchsorted(others)] = True
        return share(spread(held[self._own_places], SHINGLE, self.own_count))

    @cached_property
    def _own_places(self) -> NDArray[np.intp]:
        """Where in `own` the run stands that starts at each of the words outside quotations."""
        return self.own.searchsorted(runs(self.own_words, SHINGLE))

    @cached_property
    def known_short(self) -> Numbers:
        """The runs of SHORT words, each once, ascending."""
        return distinct(runs(self.words, SHORT))
