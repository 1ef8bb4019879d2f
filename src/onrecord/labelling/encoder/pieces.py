"""Word pieces of a text: what the encoder reads, each piece with its characters and what the page shows of it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from onrecord.labelling.encoder.prose import prose
from onrecord.text.quotation_marks import quotations

if TYPE_CHECKING:
    from tokenizers import Encoding, Tokenizer

PAD, BREAK, UNKNOWN, CLS, SEP, MASK = 0, 1, 100, 101, 102, 103
"""Numbers of the special pieces in BERT's uncased vocabulary; BREAK (its `[unused0]`) parts two paragraphs."""

LOWER, CAPITAL, CAPITALS = 0, 1, 2
OUTSIDE, INSIDE, OPENS, CLOSES = 0, 1, 2, 3
LOOKS = 12
"""How many values a look has: four states of quotation times three of letter case."""

SAME_MARK = str.maketrans({**dict.fromkeys("“”„«»″", '"'), **dict.fromkeys("‘’‚‹›′", "'")})
"""All styles of quotation marks look the same to the encoder: what opens and what closes stands in the looks."""
SURROGATE = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Pieces:
    """The word pieces of one text, as parallel arrays of one number for each piece.

    `starts` and `ends` are half-open, in code points of the text; a paragraph break has no characters.
    `looks` is quotation state times 3 plus letter case, in [0, LOOKS).
    """

    ids: NDArray[np.int32]
    looks: NDArray[np.int8]
    starts: NDArray[np.int32]
    ends: NDArray[np.int32]

    def __len__(self) -> int:
        return len(self.ids)


def tokenizer(vocabulary: Sequence[str]) -> Tokenizer:
    """BERT's uncased tokenizer over that vocabulary: lower case, no accents, punctuation by itself (Devlin 2019)."""
    from tokenizers import Tokenizer, models, normalizers, pre_tokenizers

    numbers = {piece: number for number, piece in enumerate(vocabulary)}
    made = Tokenizer(models.WordPiece(vocab=numbers, unk_token="[UNK]"))
    made.normalizer = normalizers.BertNormalizer(lowercase=True)
    made.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
    return made


def pieces_of(text: str, tokens: Tokenizer) -> Pieces:
    """The pieces of a text, paragraph by paragraph, without those that are left out."""
    spans = prose(text)
    plain = SURROGATE.sub("\ufffd", text).translate(SAME_MARK)
    parts = tokens.encode_batch([plain[p.start : p.end] for p in spans], add_special_tokens=False)
    ids: list[NDArray[np.int32]] = []
    places: list[NDArray[np.int32]] = []
    for number, (span, part) in enumerate(zip(spans, parts, strict=True)):
        if number:
            ids.append(np.array([BREAK], np.int32))
            places.append(np.array([[span.start, span.start]], np.int32))
        ids.append(np.array(part.ids, np.int32))
        places.append(_places(part) + span.start)
    if not ids:
        nothing = np.zeros(0, np.int32)
        return Pieces(nothing, nothing.astype(np.int8), nothing, nothing)
    starts, ends = np.ascontiguousarray(np.concatenate(places).T)
    return Pieces(np.concatenate(ids), _looks(text, starts, ends), starts, ends)


def _places(part: Encoding) -> NDArray[np.int32]:
    return np.array(part.offsets, np.int32).reshape(-1, 2)


def _looks(text: str, starts: NDArray[np.int32], ends: NDArray[np.int32]) -> NDArray[np.int8]:
    quoted = np.zeros(len(text) + 1, np.int8)
    for quotation in quotations(text):
        if quotation.outer is None:
            quoted[quotation.inner.start : quotation.inner.end] = INSIDE
            quoted[quotation.span.start : quotation.inner.start] = OPENS
            quoted[quotation.inner.end : quotation.span.end] = CLOSES
    cases = np.fromiter((_case(text[s:e]) for s, e in zip(starts, ends, strict=True)), np.int8, len(starts))
    return np.where(starts < ends, quoted[starts] * 3 + cases, 0).astype(np.int8)


def _case(piece: str) -> int:
    if not piece[:1].isupper():
        return LOWER
    return CAPITALS if len(piece) > 1 and piece.isupper() else CAPITAL


def windows(count: int, size: int, overlap: int) -> list[tuple[int, int]]:
    """Half-open ranges over `count` pieces, as few as can be of at most `size` pieces; neighbours share `overlap`.

    All are equally long, and no longer than they need to be.
    """
    if count <= size:
        return [(0, count)] if count else []
    number = -(-(count - overlap) // (size - overlap))
    fitted = -(-(count + (number - 1) * overlap) // number)
    return [(start, start + fitted) for start in (k * (count - fitted) // (number - 1) for k in range(number))]
