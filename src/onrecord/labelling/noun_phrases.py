"""The noun phrase that starts at a token: the source behind "said" or "according to"."""

from __future__ import annotations

from onrecord.labelling.tokens import Kind, Range, Token
from onrecord.labelling.word_classes import is_day, is_nickname, is_sure_verb
from onrecord.lexicon.function_words import function_words
from onrecord.lexicon.roles import role_words, source_words

MAX_WORDS = 30
MAX_BRACKET = 12
MAX_MODIFIER = 40
ADJUNCT_OPENERS = frozenset("on in at during after before as when while because to since until amid".split())
CLAUSE_OPENERS = frozenset("when while because after before as since during that but until if".split())
NAME_ENDS = frozenset("who which about saying adding".split())


def phrase_behind(tokens: list[Token], at: int, *, appositions: bool = True) -> Range | None:
    """The noun phrase that starts at token `at`, with the appositions behind its commas; None without one."""
    if at >= len(tokens) or tokens[at].kind is not Kind.WORD or _cannot_start(tokens[at].lower):
        return None
    if tokens[at].lower in function_words("subject_pronouns"):
        return at, at + 1
    behind = _segment(tokens, at)
    while appositions and _is_apposition(tokens, behind + 1):
        further = _segment(tokens, behind + 1, in_apposition=True)
        if further == behind + 1 or _is_clause(tokens[behind + 1 : further]):
            break
        behind = further
    return (at, behind) if behind > at else None


def _is_clause(words: list[Token]) -> bool:
    """Whether the words have a verb of their own: no relative pronoun stands before it."""
    for word in words:
        if word.lower in function_words("relative_pronouns"):
            return False
        if is_sure_verb(word):
            return True
    return False


def _cannot_start(low: str) -> bool:
    return low in function_words("prepositions", "coordinators", "subordinators", "auxiliaries") and low != "that"


def _segment(tokens: list[Token], at: int, *, in_apposition: bool = False) -> int:
    """The end of the part between two commas that starts at token `at`."""
    i = at
    while i < len(tokens) and i - at < MAX_WORDS:
        token = tokens[i]
        if token.text == "(" and i > at:
            closing = next((k for k in range(i, min(len(tokens), i + MAX_BRACKET)) if tokens[k].text == ")"), None)
            if closing is None:
                break
            i = closing
        elif token.kind is Kind.QUOTE:
            if not (is_nickname(tokens, i) or (i > at and _is_modifier(tokens, i))):
                break
        elif token.kind is Kind.PUNCT:
            if token.text not in ("&", "/", "'", "’"):
                break
        elif i > at and _ends_segment(tokens, i, in_apposition=in_apposition):
            break
        i += 1
    return i


def _is_modifier(tokens: list[Token], i: int) -> bool:
    """Whether a short quotation stands inside a noun phrase: 'her "fresh start" plan'."""
    return (
        len(tokens[i].text) < MAX_MODIFIER
        and i + 1 < len(tokens)
        and tokens[i + 1].kind is Kind.WORD
        and (tokens[i - 1].lower in function_words("determiners", "possessives") or tokens[i - 1].lower == "'s")
    )


def _ends_segment(tokens: list[Token], i: int, *, in_apposition: bool) -> bool:
    token, low = tokens[i], tokens[i].lower
    if (is_day(token) and not token.text.endswith(".")) or low in CLAUSE_OPENERS:
        return True
    if not in_apposition:
        return low in ADJUNCT_OPENERS or low in NAME_ENDS or is_sure_verb(token)
    return low in ADJUNCT_OPENERS and any(
        is_day(t) or t.lower in function_words("venues") for t in tokens[i + 1 : i + 4]
    )


def _is_apposition(tokens: list[Token], i: int) -> bool:
    """Whether what follows a comma describes the name before it: "a senator", "who …", "spokesman for …", "52,"."""
    if i >= len(tokens) or tokens[i - 1].text != "," or tokens[i].kind is not Kind.WORD:
        return False
    token, low = tokens[i], tokens[i].lower
    if low in function_words("apposition_openers"):
        return True
    if token.text.isdigit():
        return i + 1 < len(tokens) and tokens[i + 1].kind is Kind.PUNCT
    closed = function_words("coordinators", "subordinators", "prepositions", "subject_pronouns", "adverbs")
    if low in closed or low.endswith("ing"):
        return False
    for following in tokens[i : i + 8]:
        if following.kind is not Kind.WORD:
            break
        if following.lower in role_words() or following.lower in source_words():
            return True
    return False
