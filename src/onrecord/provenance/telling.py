"""Telling: what an article tells outside quotations, sentence by sentence, and how much of it another tells too."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.provenance.body_text import body, frames
from onrecord.records import Findings, Span
from onrecord.text.content_words import is_content, root, stem, word_list
from onrecord.text.meaning import likeness, telling
from onrecord.text.segments import sentences_in

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

FEWEST = 4
"""Content words of a sentence that can show anything."""
MOST = 200
"""Sentences of an article that are compared."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """Where it stands, and its content words, each once."""

    span: Span
    words: tuple[str, ...]


def sentences_of(findings: Findings) -> tuple[Sentence, ...]:
    """The sentences that have FEWEST content words outside quotations and attributions, the first MOST of them.

    A sentence that an attribution parts counts as several.
    """
    text = findings.article.text
    parts = body(findings.article, quotes=False, without=frames(findings))
    spans = (span for part in parts for span in sentences_in(text, part))
    found = (Sentence(s, tuple(dict.fromkeys(w for w in word_list(s.of(text)) if is_content(w)))) for s in spans)
    return tuple(sentence for sentence in found if len(sentence.words) >= FEWEST)[:MOST]


def roots_of(sentences: tuple[Sentence, ...]) -> frozenset[str]:
    """The families of all their words."""
    return frozenset(root(stem(word)) for sentence in sentences for word in sentence.words)


def shared(
    first: tuple[Sentence, ...], second: tuple[Sentence, ...], weights: dict[str, float] | None = None
) -> NDArray[np.float32]:
    """How much of each sentence another has, [first, second], in [0, 1]: of what its words tell, the mean of both ways.

    A word counts as far as the other sentence has one like it in meaning, and by `weights`, or how rare it is.
    """
    mine, others = _Words(first, weights), _Words(second, weights)
    alike = likeness(mine.words, others.words)
    forth = mine.weights @ _likest(alike, others)  # [first, second]: what the second has of the first
    back = others.weights @ _likest(alike.T, mine)
    both: NDArray[np.float32] = (forth / mine.totals[:, None] + (back / others.totals[:, None]).T) / 2
    return both


class _Words:
    """The words of some sentences, and for each sentence [sentences, words] the weights of its words, 0 for others."""

    def __init__(self, sentences: tuple[Sentence, ...], weights: dict[str, float] | None) -> None:
        import numpy as np

        self.words = sorted({word for sentence in sentences for word in sentence.words})
        place = {word: n for n, word in enumerate(self.words)}
        each = telling(self.words) if weights is None else np.array([weights[w] for w in self.words], np.float32)
        self.columns = [[place[word] for word in sentence.words] for sentence in sentences]
        self.weights = np.zeros((len(sentences), len(self.words)), np.float32)
        for row, columns in enumerate(self.columns):
            self.weights[row, columns] = each[columns]
        self.totals = self.weights.sum(axis=1)


def _likest(alike: NDArray[np.float32], others: _Words) -> NDArray[np.float32]:
    """How alike each word is to the likest word of each sentence, [words, sentences]."""
    import numpy as np

    return np.stack([alike[:, columns].max(axis=1) for columns in others.columns], axis=1)
