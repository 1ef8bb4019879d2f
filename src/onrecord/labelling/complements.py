"""What follows a cue verb: a clause with or without "that", a question, a quotation, an infinitive, an object."""

from __future__ import annotations

from dataclasses import dataclass, replace

from onrecord.labelling.noun_phrases import Range, is_verbish
from onrecord.labelling.tokens import Kind, Token
from onrecord.lexicon.function_words import function_words

WINDOW = 16
"""How far (tokens) a that-clause or quotation may stand behind its verb: "said in an interview on Monday that"."""

ADJUNCTS = frozenset(
    "on in at to during after before of about from with by via through when while as earlier late".split()
)


@dataclass(frozen=True, slots=True)
class Complement:
    """Where the content starts (a token), by which pattern, how sure, and who was told."""

    start: int
    rule: str
    score: float
    addressee: Range | None = None


def complement(tokens: list[Token], at: int, frames: frozenset[str]) -> Complement | None:
    """The content behind a cue that ends before token `at`, for a cue that takes these frames; None without one."""
    while at < len(tokens) and _is_adverb(tokens[at]):
        at += 1
    if at >= len(tokens):
        return None
    marked = _marked(tokens, at, frames)
    if marked is not None:
        return marked
    token = tokens[at]
    if token.kind is not Kind.WORD:
        return _behind_parenthesis(tokens, at, frames)
    if "addressee" in frames:
        told = _told(tokens, at, frames)
        if told is not None:
            return told
    if token.lower in ADJUNCTS or token.lower in function_words("time_words"):
        return _behind_adjuncts(tokens, at, frames)
    return _bare(tokens, at, frames)


def _is_adverb(token: Token) -> bool:
    low = token.lower
    return (
        low in function_words("adverbs") and low not in ("all", "both", "here", "there", "so", "once", "first")
    ) or (low.endswith("ly") and len(low) > 4 and not token.is_capital)


def _marked(tokens: list[Token], at: int, frames: frozenset[str]) -> Complement | None:
    """A complement whose first token says what it is."""
    token, low = tokens[at], tokens[at].lower
    speech = bool(frames & {"quote", "that"})
    if token.kind is Kind.QUOTE:
        return Complement(at, "quote_behind", 0.9 if "quote" in frames else 0.7)
    if at + 1 < len(tokens) and token.text in (":", ",") and tokens[at + 1].kind is Kind.QUOTE and speech:
        return Complement(at + 1, "quote_behind", 0.92)
    if token.text == ":" and speech and at + 2 < len(tokens):
        return Complement(at + 1, "colon", 0.7)
    if low == "that" and "that" in frames:
        return Complement(at, "that_clause", 0.9)
    if low in function_words("wh_words") and frames & {"wh", "that", "np"} and low != "when":
        return Complement(at, "wh_clause", 0.75)
    if low == "to" and "to" in frames:
        return Complement(at, "infinitive", 0.65)
    if low == "not" and "to" in frames and at + 1 < len(tokens) and tokens[at + 1].lower == "to":
        return Complement(at, "infinitive", 0.65)
    return None


def _told(tokens: list[Token], at: int, frames: frozenset[str]) -> Complement | None:
    """The people told, and the content behind them."""
    behind = _addressee_end(tokens, at)
    if behind is None or behind >= len(tokens):
        return None
    inner = frames - {"addressee", "np"} | ({"to"} if "to" not in frames else set())
    found = _marked(tokens, behind, inner)
    if found is None and tokens[behind].kind is Kind.WORD:
        low = tokens[behind].lower
        if low in ADJUNCTS or low in function_words("time_words"):
            found = _behind_adjuncts(tokens, behind, inner)
        if found is None and low in ("of", "about"):
            return Complement(behind + 1, "told_about", 0.6, (at, behind))
        if found is None and low not in ADJUNCTS:
            found = _bare(tokens, behind, frozenset({"that"}))
    return replace(found, addressee=(at, behind)) if found else None


def _addressee_end(tokens: list[Token], at: int) -> int | None:
    low = tokens[at].lower
    if low in function_words("other_pronouns") or low in ("you", "it"):
        return at + 1
    started_capital = tokens[at].is_capital
    i = at
    while i < len(tokens) and i - at < 14:
        token = tokens[i]
        low = token.lower
        if token.kind is not Kind.WORD:
            return i if i > at else None
        if low in function_words("wh_words") or low in ("that", "to", "not"):
            return i if i > at else None
        if i > at and (
            low in ADJUNCTS - {"of", "at", "with", "by"}
            or low in function_words("subject_pronouns")
            or low in function_words("time_words")
            or low in function_words("determiners")
            or (low in function_words("possessives") and low != "its")
            or (
                token.is_capital
                and not started_capital
                and tokens[i - 1].lower.endswith("s")
                and not tokens[i - 1].lower == "'s"
            )
        ):
            return i
        i += 1
    return None


def _behind_adjuncts(tokens: list[Token], at: int, frames: frozenset[str]) -> Complement | None:
    """A that-clause or a quotation behind time, place and addressee: "said on Monday in Oslo that …"."""
    if not frames & {"that", "quote", "wh"}:
        return None
    for i in range(at + 1, min(len(tokens), at + WINDOW)):
        token = tokens[i]
        if token.kind is Kind.QUOTE:
            return Complement(i, "quote_behind_adjunct", 0.75) if "quote" in frames else None
        if token.text in ".;?!":
            return None
        if token.text == ":":
            return Complement(i + 1, "colon", 0.7) if i + 1 < len(tokens) else None
        if token.text == "," and i + 1 < len(tokens) and tokens[i + 1].kind is Kind.QUOTE and "quote" in frames:
            return Complement(i + 1, "quote_behind_adjunct", 0.85)
        if token.lower == "that" and "that" in frames:
            return Complement(i, "that_clause", 0.8)
        if token.lower in function_words("subject_pronouns") and token.lower != "who" and "that" in frames:
            return Complement(i, "bare_clause", 0.7)
        if is_verbish(token):
            break
    return _clause_behind_day(tokens, at, frames)


def _clause_behind_day(tokens: list[Token], at: int, frames: frozenset[str]) -> Complement | None:
    """A bare clause behind a day: "said on Tuesday the bank would close"."""
    i = at + 1 if tokens[at].lower == "on" else at
    if i >= len(tokens) or tokens[i].lower not in function_words("time_words"):
        return None
    while i < len(tokens) and (
        tokens[i].lower in function_words("time_words")
        or tokens[i].lower in ("morning", "night", "evening", "afternoon")
    ):
        i += 1
    return _bare(tokens, i, frames - {"np"}) if i < len(tokens) and tokens[i].kind is Kind.WORD else None


def _behind_parenthesis(tokens: list[Token], at: int, frames: frozenset[str]) -> Complement | None:
    """A that-clause or a quotation behind a remark between commas: "said, without naming anyone, that …"."""
    if tokens[at].text != ",":
        return None
    for i in range(at + 2, min(len(tokens), at + WINDOW)):
        if tokens[i].text in (",", ":") and i + 1 < len(tokens):
            found = _marked(tokens, i + 1, frames - {"to", "np", "wh"})
            return replace(found, score=found.score - 0.2) if found else None
    return None


def _bare(tokens: list[Token], at: int, frames: frozenset[str]) -> Complement | None:
    """A clause without "that", or an object."""
    token, low = tokens[at], tokens[at].lower
    if (
        low in function_words("prepositions")
        or low in function_words("coordinators")
        or low in function_words("auxiliaries")
    ):
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
    for i in range(at + 1, min(len(tokens), at + 14)):
        token = tokens[i]
        if token.text in ";:.?!" or token.lower in ("who", "which", "that", "to"):
            return False
        if is_verbish(token):
            return True
    return False
