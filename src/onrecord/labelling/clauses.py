"""Where a content that stands behind its cue may end."""

from __future__ import annotations

from onrecord.labelling.cue_matches import Cues
from onrecord.labelling.tokens import Kind, Token
from onrecord.lexicon.cues import Form, Part
from onrecord.lexicon.function_words import function_words

CLOSED = (".”", '."', "!”", '!"', "?”", '?"', ".’", ".''", "?''", "!''")
"""How a quotation ends that ends its sentence."""

Stop = tuple[int, int]
"""A token that ends a content, and how far behind the content's first token it must stand to do so."""


def stops(tokens: list[Token], cues: Cues) -> list[Stop]:
    """Every token that ends a content before it, in order.

    These are ", saying …", ", according to …", and a conjunction behind which the next cue verb goes on with the
    same subject ("said …, and added").  A quotation that ends a sentence is a stop at the token behind it.
    """
    out: list[Stop] = []
    for i, token in enumerate(tokens):
        if token.kind is Kind.QUOTE:
            if token.text.endswith(CLOSED):
                out.append((i + 1, 1))
        elif token.text == ",":
            if _closes_at_comma(tokens, i, cues):
                out.append((i, 2))
        elif token.text in ("—", "–", "("):
            if any(_is_cue(cues, k, Form.ING) for k in range(i + 1, i + 4)):
                out.append((i, 3))
        elif token.lower == "according":
            out.append((i, 3))
        elif token.lower == "and" and _same_subject_goes_on(tokens, i, cues):
            out.append((i, 2))
    return out


def without_final_marks(tokens: list[Token], at: int, behind: int) -> int:
    """The end of a content without the punctuation that closes its clause."""
    while behind > at and tokens[behind - 1].kind is Kind.PUNCT and tokens[behind - 1].text not in ")]%'’":
        behind -= 1
    return behind


def _closes_at_comma(tokens: list[Token], comma: int, cues: Cues) -> bool:
    if comma + 1 >= len(tokens):
        return True
    low = tokens[comma + 1].lower
    if low in ("according", "citing", "per", "reportedly"):
        return True
    if low in ("and", "but"):
        return _same_subject_goes_on(tokens, comma + 1, cues) and not _is_cue(cues, comma + 2, Form.ING)
    skipped = low in function_words("adverbs") or low == "while"
    return _is_cue(cues, comma + 1 + skipped, Form.ING)


def _same_subject_goes_on(tokens: list[Token], conjunction: int, cues: Cues) -> bool:
    """Whether a finite cue verb follows the conjunction with no subject of its own."""
    i = conjunction + 1
    while i < len(tokens) and _is_light(tokens[i].lower):
        i += 1
    return _is_cue(cues, i, Form.PAST) or _is_cue(cues, i, Form.PRESENT)


def _is_light(low: str) -> bool:
    return low in function_words("adverbs") or low.endswith("ly") or low in ("has", "have", "had")


def _is_cue(cues: Cues, i: int, form: Form) -> bool:
    """Whether a verb of speech or belief in this form stands at token `i`."""
    return any(m.part is Part.VERB and form in m.forms and m.cue.frames & {"that", "quote"} for m in cues.get(i, ()))
