"""Where the content ends behind a cue, and where it starts before one."""

from __future__ import annotations

from onrecord.labelling.cue_matches import Match
from onrecord.labelling.tokens import Kind, Token
from onrecord.lexicon.cues import Form, Part
from onrecord.lexicon.function_words import function_words

FINAL = frozenset(".?!…;")
ENDED = (".”", '."', "!”", '!"', "?”", '?"', ".’", ".''", "?''", "!''")


def content_end(tokens: list[Token], at: int, cues: dict[int, list[Match]]) -> int:
    """The token behind the last one of a content that starts at token `at`.

    It ends with the sentence, with a quotation that ends one, at ", saying …", ", according to …", and where the
    next cue verb goes on with the same subject ("said …, and added").
    """
    i = at
    while i < len(tokens):
        token = tokens[i]
        if token.kind is Kind.QUOTE:
            if token.text.endswith(ENDED):
                return i + 1
        elif token.kind is Kind.PUNCT:
            if token.text == "," and i > at and _closes_at_comma(tokens, i, cues):
                break
            if token.text in ("—", "–", "(") and i > at + 2 and _cue_in(cues, i + 1, i + 4, Form.ING):
                break
        elif (token.lower == "and" and i > at + 1 and _same_subject_goes_on(tokens, i, cues)) or (
            token.lower == "according" and i > at + 1
        ):
            break
        i += 1
    while i > at and tokens[i - 1].kind is Kind.PUNCT and tokens[i - 1].text not in ")]%'’":
        i -= 1
    return i


def _closes_at_comma(tokens: list[Token], comma: int, cues: dict[int, list[Match]]) -> bool:
    following = tokens[comma + 1 : comma + 3]
    if not following:
        return True
    low = following[0].lower
    if low in ("according", "citing", "per", "reportedly"):
        return True
    skip = 1 if low in function_words("adverbs") or low in ("and", "but", "while", "then") else 0
    if _cue_in(cues, comma + 1 + skip, comma + 2 + skip, Form.ING):
        return low not in ("and", "but")
    return low in ("and", "but") and _same_subject_goes_on(tokens, comma + 1, cues)


def _same_subject_goes_on(tokens: list[Token], conjunction: int, cues: dict[int, list[Match]]) -> bool:
    """Whether a finite cue verb follows the conjunction with no subject of its own."""
    i = conjunction + 1
    while i < len(tokens) and (
        tokens[i].lower in function_words("adverbs")
        or tokens[i].lower.endswith("ly")
        or tokens[i].lower in ("has", "have", "had")
    ):
        i += 1
    return _cue_in(cues, i, i + 1, Form.PAST) or _cue_in(cues, i, i + 1, Form.PRESENT)


def _cue_in(cues: dict[int, list[Match]], first: int, behind: int, form: Form) -> bool:
    return any(
        m.part is Part.VERB and form in m.forms and m.cue.frames & {"that", "quote"}
        for i in range(first, behind)
        for m in cues.get(i, ())
    )
