"""PolNeAR: every attribution of 924 US news articles (Newell, Margolin and Ruths 2018)."""

from __future__ import annotations

import sys
from collections.abc import Iterator

from training.documents import Attributed, Document
from training.places import CORPORA, SHARED


def documents(part: str) -> Iterator[Document]:
    """The articles of the `train` or `dev` part."""
    sys.path.insert(0, str(SHARED / "eval/attribution"))
    import polnear as loader

    for article in loader.load(CORPORA / "polnear", part):
        marked = (Attributed(a.source, a.cue, a.content) for a in article.attributions)
        yield Document(article.doc, article.text, attributions=tuple(marked))
