"""PolNeAR: every attribution of 924 US news articles (Newell, Margolin and Ruths 2018)."""

from __future__ import annotations

from collections.abc import Iterator

from training.documents import Attributed, Document
from training.places import CORPORA
from training.scorers import scorer


def documents(part: str) -> Iterator[Document]:
    """The articles of the `train` or `dev` part."""
    for article in scorer("attribution", "polnear").load(CORPORA / "polnear", part):
        marked = (Attributed(a.source, a.cue, a.content) for a in article.attributions)
        yield Document(article.doc, article.text, attributions=tuple(marked))
