"""The owner in front of a noun: "her", "Ann's", "the ministry's"."""

from __future__ import annotations

from onrecord.labelling.tokens import Kind, Range, Token
from onrecord.lexicon.function_words import function_words


def possessor(tokens: list[Token], at: int) -> Range | None:
    """The possessive that ends right before token `at`, without its "'s"; None without one."""
    if not at:
        return None
    before = tokens[at - 1].lower
    if before in function_words("possessives"):
        return at - 1, at
    if before not in ("'s", "'", "’") or at < 2 or tokens[at - 2].kind is not Kind.WORD:
        return None
    first = at - 2
    while first and tokens[first - 1].is_capital and tokens[first - 1].kind is Kind.WORD:
        first -= 1
    if first and tokens[first - 1].lower in ("the", "a", "an", *function_words("possessives")):
        first -= 1
    return first, at - 1
