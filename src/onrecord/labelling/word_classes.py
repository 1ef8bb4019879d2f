"""What a word is, as far as its form and the closed word classes tell."""

from __future__ import annotations

from onrecord.labelling.tokens import Kind, Token
from onrecord.lexicon.function_words import function_words

CONTENT_ADVERBS = frozenset("all both here there so once first".split())


def is_sure_verb(token: Token) -> bool:
    """Whether a word can hardly be anything but a verb: an auxiliary, a common irregular verb, "said"."""
    return token.lower in function_words("auxiliaries", "verbs", "sure_verbs") and token.lower != "'s"


def looks_past(token: Token) -> bool:
    """Whether a word ends like a past form."""
    return token.kind is Kind.WORD and token.lower.endswith("ed") and len(token.lower) > 4


def looks_like_verb(token: Token) -> bool:
    """Whether a word may be a finite verb."""
    return is_sure_verb(token) or looks_past(token) or (token.lower == "'s")


def is_day(token: Token) -> bool:
    """Whether a word names a day or a month, or is a time adverb."""
    return token.lower in function_words("time_words")


def is_manner_adverb(token: Token) -> bool:
    """Whether a word in small letters ends in -ly and is no noun ("family")."""
    low = token.lower
    return token.text == low and low.endswith("ly") and len(low) > 4 and low not in function_words("nouns_in_ly")


def is_adverb(token: Token) -> bool:
    """Whether a word between a verb and its complement is an adverb ("said repeatedly that …")."""
    if token.lower in function_words("adverbs"):
        return token.lower not in CONTENT_ADVERBS
    return is_manner_adverb(token)


def starts_clause(token: Token) -> bool:
    """Whether a word opens a clause, or is its pronoun subject."""
    return token.lower in function_words("subordinators", "subject_pronouns", "clause_openers")


def is_nickname(tokens: list[Token], i: int) -> bool:
    """Whether token `i` is a short quotation inside a name."""
    quote = tokens[i]
    return (
        quote.kind is Kind.QUOTE
        and len(quote.text) < 30
        and 0 < i < len(tokens) - 1
        and tokens[i - 1].is_capital
        and tokens[i + 1].is_capital
    )
