"""What follows a cue verb: a clause with or without "that", a question, a quotation, an infinitive, an object."""

from __future__ import annotations

from dataclasses import dataclass, replace

from onrecord.labelling.tokens import Kind, Range, Token
from onrecord.labelling.word_classes import is_adverb, is_day, is_sure_verb
from onrecord.lexicon.function_words import function_words

WINDOW = 16
"""How far (tokens) a that-clause or quotation may stand behind its verb: "said in an interview on Monday that"."""

MAX_ADDRESSEE = 14
VERB_WITHIN = 14
WITHIN_ADDRESSEE = frozenset("of at with by".split())
BEFORE_PLACE = WITHIN_ADDRESSEE - {"of"}
"""Small words that open an adjunct where a determiner follows: "told reporters at a briefing that …"."""
DAY_PARTS = frozenset("morning night evening afternoon".split())


@dataclass(frozen=True, slots=True)
class Complement:
    """Where the content starts (a token), by which pattern, how sure, and who was told."""

    start: int
    rule: str
    score: float
    addressee: Range | None = None


def complement(tokens: list[Token], at: int, frames: frozenset[str]) -> Complement | None:
    """The content behind a cue that ends before token `at`, for a cue that takes these frames; None without one."""
    while at < len(tokens) and is_adverb(tokens[at]):
        at += 1
    if at >= len(tokens):
        return None
    marked = _marked(tokens, at, frames)
    if marked is not None:
        return marked
    if tokens[at].kind is not Kind.WORD:
        return _behind_remark(tokens, at, frames)
    told = _told(tokens, at, frames) if "addressee" in frames else None
    if told is not None:
        return told
    return _behind_adjuncts(tokens, at, frames) if _opens_adjunct(tokens[at]) else _bare(tokens, at, frames)


def _opens_adjunct(token: Token) -> bool:
    return token.lower in function_words("adjuncts", "time_words")


def _marked(tokens: list[Token], at: int, frames: frozenset[str]) -> Complement | None:
    """A complement whose first token says what it is."""
    token, low = tokens[at], tokens[at].lower
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    if token.kind is Kind.QUOTE:
        return Complement(at, "quote_behind", 0.9 if "quote" in frames else 0.7)
    if frames & {"quote", "that"} and following is not None:
        if token.text in (":", ",") and following.kind is Kind.QUOTE:
            return Complement(at + 1, "quote_behind", 0.92)
        if token.text == ":":
            return Complement(at + 1, "colon", 0.7)
    if low == "that" and "that" in frames:
        return Complement(at, "that_clause", 0.9)
    if low in function_words("wh_words") and low != "when" and frames & {"wh", "that", "np"}:
        return Complement(at, "wh_clause", 0.75)
    if "to" in frames and (low == "to" or (low == "not" and following is not None and following.lower == "to")):
        return Complement(at, "infinitive", 0.65)
    return None


def _told(tokens: list[Token], at: int, frames: frozenset[str]) -> Complement | None:
    """The people told, and the content behind them."""
    behind = _addressee_end(tokens, at)
    if behind is None or behind >= len(tokens):
        return None
    low, inner = tokens[behind].lower, (frames - {"addressee", "np"}) | {"to"}
    found = _marked(tokens, behind, inner)
    if found is None and tokens[behind].kind is Kind.WORD:
        if _opens_adjunct(tokens[behind]):
            found = _behind_adjuncts(tokens, behind, inner)
        if found is None and low in ("of", "about"):
            found = Complement(behind + 1, "told_about", 0.6)
        if found is None and low not in function_words("adjuncts"):
            found = _bare(tokens, behind, frozenset({"that"}))
    return replace(found, addressee=(at, behind)) if found else None


def _addressee_end(tokens: list[Token], at: int) -> int | None:
    """Where the phrase for the people told ends; None where none starts at token `at`, or none ends."""
    if tokens[at].lower in function_words("other_pronouns") or tokens[at].lower in ("you", "it"):
        return at + 1
    ends = function_words("adjuncts", "subject_pronouns", "time_words", "determiners", "possessives") - WITHIN_ADDRESSEE
    for i in range(at, min(len(tokens), at + MAX_ADDRESSEE)):
        token, low = tokens[i], tokens[i].lower
        if token.kind is not Kind.WORD or low in function_words("wh_words") or low in ("that", "to", "not"):
            return i if i > at else None
        if i > at and tokens[i - 1].lower != "of" and (low in ends or _a_name_follows_a_noun(tokens, at, i)):
            return i - 1 if tokens[i - 1].lower in BEFORE_PLACE and i - 1 > at else i
    return None


def _a_name_follows_a_noun(tokens: list[Token], first: int, i: int) -> bool:
    """Whether a capital opens the content: "told reporters Ann had left"."""
    before = tokens[i - 1].lower
    return tokens[i].is_capital and not tokens[first].is_capital and before.endswith("s") and before != "'s"


def _behind_adjuncts(tokens: list[Token], at: int, frames: frozenset[str]) -> Complement | None:
    """A that-clause or a quotation behind time, place and addressee: "said on Monday in Oslo that …"."""
    if not frames & {"that", "quote", "wh"}:
        return None
    for i in range(at + 1, min(len(tokens), at + WINDOW)):
        token = tokens[i]
        before_quote = i + 1 < len(tokens) and tokens[i + 1].kind is Kind.QUOTE
        if token.kind is Kind.QUOTE:
            return Complement(i, "quote_behind_adjunct", 0.75) if "quote" in frames else None
        if token.text in (".", ";", "?", "!"):
            return None
        if token.text == ":":
            return Complement(i + 1, "colon", 0.7) if i + 1 < len(tokens) else None
        if token.text == "," and before_quote and "quote" in frames:
            return Complement(i + 1, "quote_behind_adjunct", 0.85)
        if token.lower == "that" and "that" in frames:
            return Complement(i, "that_clause", 0.8)
        if token.lower in function_words("subject_pronouns") and token.lower != "who" and "that" in frames:
            return Complement(i, "bare_clause", 0.7)
        if is_sure_verb(token):
            break
    return _behind_day(tokens, at, frames)


def _behind_day(tokens: list[Token], at: int, frames: frozenset[str]) -> Complement | None:
    """A bare clause behind a day: "said on Tuesday the bank would close"."""
    i = at + 1 if tokens[at].lower == "on" else at
    if i >= len(tokens) or not is_day(tokens[i]):
        return None
    while i < len(tokens) and (is_day(tokens[i]) or tokens[i].lower in DAY_PARTS):
        i += 1
    return _bare(tokens, i, frames - {"np"}) if i < len(tokens) and tokens[i].kind is Kind.WORD else None


def _behind_remark(tokens: list[Token], at: int, frames: frozenset[str]) -> Complement | None:
    """A that-clause or a quotation behind a remark between commas: "said, without naming anyone, that …"."""
    if tokens[at].text != ",":
        return None
    for i in range(at + 2, min(len(tokens) - 1, at + WINDOW)):
        if tokens[i].text in (",", ":"):
            found = _marked(tokens, i + 1, frames - {"to", "np", "wh"})
            return replace(found, score=found.score - 0.2) if found else None
    return None


def _bare(tokens: list[Token], at: int, frames: frozenset[str]) -> Complement | None:
    """A clause without "that", or an object."""
    low = tokens[at].lower
    if low in function_words("prepositions", "coordinators", "auxiliaries"):
        return None
    if low in function_words("subordinators") and low not in ("if", "because", "that"):
        return None
    if "that" in frames and _has_verb(tokens, at):
        return Complement(at, "bare_clause", 0.75)
    if "np" in frames:
        return Complement(at, "object", 0.5)
    return Complement(at, "bare_clause", 0.55) if "that" in frames else None


def _has_verb(tokens: list[Token], at: int) -> bool:
    """Whether a verb stands behind the first noun phrase, near enough to be its own."""
    for token in tokens[at + 1 : at + VERB_WITHIN]:
        if token.text in (";", ":", ".", "?", "!") or token.lower in ("who", "which", "that", "to"):
            return False
        if is_sure_verb(token):
            return True
    return False
