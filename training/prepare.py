"""Step 1: from corpora to arrays.  `python -m training.prepare`"""

from __future__ import annotations

import pickle
from collections.abc import Callable, Iterator

import numpy as np
from numpy.typing import NDArray

from onrecord.labelling.encoder.mentions import LABELS
from onrecord.labelling.encoder.pieces import Pieces, pieces_of, tokenizer
from onrecord.labelling.encoder.times import TYPES
from training.corpora import gum, polnear, timeml
from training.documents import Document, Spans
from training.places import VOCABULARY, WORK
from training.prepared import CONTENT, NEITHER, SOURCE, Marked, Prepared

CORPORA: dict[str, Callable[[str], Iterator[Document]]] = {
    "polnear": polnear.documents,
    "gum": gum.documents,
    "timeml": timeml.documents,
}


def prepared(document: Document, pieces: Pieces) -> Prepared:
    """What the corpus marks, on the document's pieces."""
    out = Prepared(document.name, pieces, held_out=document.is_held_out)
    if document.attributions is not None:
        _attributions(out, document)
    if document.mentions is not None:
        out.mentions = list(_mentions(pieces, document))
    if document.times is not None:
        out.times = _times(pieces, document)
    return out


def _attributions(out: Prepared, document: Document) -> None:
    """Cues and roles; an attribution without a cue cannot be anchored, and is left out."""
    out.cues = []
    for attribution in document.attributions or ():
        cue = _touched(out.pieces, attribution.cue)
        if not len(cue):
            continue
        roles = np.zeros(len(out.pieces), np.int8)
        roles[_touched(out.pieces, attribution.content)] = CONTENT
        roles[_touched(out.pieces, attribution.source)] = SOURCE
        roles[cue] = NEITHER
        out.cues.append((int(cue[0]), int(cue[-1])))
        out.roles.append(roles)


def _mentions(pieces: Pieces, document: Document) -> Iterator[Marked]:
    """One mention for each head: of several with the same head the longest, which the others are parts of."""
    taken: dict[int, Marked] = {}
    for mention in document.mentions or ():
        span, head = _touched(pieces, (mention.span,)), _touched(pieces, (mention.head,))
        label = (mention.kind, mention.form)
        if not len(span) or not len(head) or label not in LABELS:
            continue
        made = Marked(int(span[0]), int(span[-1]), int(head[0]), LABELS.index(label) + 1, mention.entity)
        known = taken.get(made.head)
        if known is None or made.last - made.first > known.last - known.first:
            taken[made.head] = made
    return iter(sorted(taken.values(), key=lambda m: m.head))


def _times(pieces: Pieces, document: Document) -> NDArray[np.int8]:
    """Tags of time expressions: 0 outside, then two for each type, begins and goes on."""
    tags = np.zeros(len(pieces), np.int8)
    for start, end, kind in document.times or ():
        hit = _touched(pieces, ((start, end),))
        if len(hit):
            tags[hit] = 2 * TYPES.index(kind) + 2
            tags[hit[0]] -= 1
    return tags


def _touched(pieces: Pieces, spans: Spans) -> NDArray[np.intp]:
    """The pieces that share a character with one of the spans."""
    hit = np.zeros(len(pieces), bool)
    for start, end in spans:
        hit |= (pieces.starts < end) & (pieces.ends > start)
    return np.flatnonzero(hit)


def main() -> None:
    """Write the prepared parts of every corpus."""
    vocabulary = VOCABULARY.read_text(encoding="utf-8").splitlines()
    tokens = tokenizer(vocabulary)
    for corpus, documents in CORPORA.items():
        for part in ("train", "dev"):
            made = [prepared(d, pieces_of(d.text, tokens)) for d in documents(part)]
            with (WORK / f"{corpus}-{part}.pickle").open("wb") as out:
                pickle.dump(made, out)
            print(f"{corpus} {part}: {len(made)} documents, {sum(len(m.pieces) for m in made)} pieces")


if __name__ == "__main__":
    main()
