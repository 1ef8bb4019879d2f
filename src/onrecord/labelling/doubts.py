"""How far the source of an attribution looks like one that can speak: what does not makes the attribution doubtful."""

from __future__ import annotations

import re
from dataclasses import replace

from onrecord.labelling.found import Found
from onrecord.labelling.tokens import Kind, Token
from onrecord.lexicon.function_words import function_words
from onrecord.lexicon.name_words import name_words
from onrecord.lexicon.roles import role_words, source_words

RELATIVE = 0.6
"""Factor for a relative clause: "the rule that allows …", "a man who wants …"."""
ADDRESSED = 0.6
"""Factor for "you": "you know", "do you think …"."""
THING = 0.65
"""Factor for a noun that no list knows as somebody or something that speaks."""
ABSTRACT = re.compile(r"(?:ance|ence|tion|sion|ment|ness|ity|ism|ship|ing|ure|cy|ast)s?$")
PEOPLE = re.compile(r"(?:[^aeiou]er|or|ist|ian|ant|ee|men|man|woman|women)s?$")
FRONT_ENDS = frozenset(
    "of for at from with in on to by who whose that which including whom about familiar close briefed".split()
)
INDEFINITE = frozenset("percent one ones others another both all some many most few several".split())


def doubted(found: Found, tokens: list[Token]) -> Found:
    """The attribution with a lower score where its source is a relative pronoun, "you" or a thing.

    Quotations keep their score: who says them is somebody.
    """
    if found.source is None or any(tokens[first].kind is Kind.QUOTE for first, _ in found.content):
        return found
    factor = _factor(tokens[found.source[0] : found.source[1]])
    return replace(found, score=found.score * factor) if factor < 1 else found


def _factor(source: list[Token]) -> float:
    first = source[0].lower
    if len(source) == 1:
        if first in function_words("relative_pronouns"):
            return RELATIVE
        if first in ("you", "this", "these", "those"):
            return ADDRESSED
        if first in function_words("subject_pronouns", "other_pronouns", "possessives"):
            return 1.0
    head = _head(source)
    if head is None or head.is_capital or _speaks(head.lower):
        return 1.0
    return 0.8 * THING if ABSTRACT.search(head.lower) else THING


def _head(source: list[Token]) -> Token | None:
    """The last word before a comma, a preposition, a relative clause or a participle ("a memo seen by …")."""
    head = None
    for i, token in enumerate(source):
        if token.kind is not Kind.WORD or (head is not None and token.lower in FRONT_ENDS):
            break
        if i > 1 and (token.lower.endswith("ed") or token.lower in function_words("participles")):
            continue
        head = token if token.lower != "'s" else head
    return head


def _speaks(low: str) -> bool:
    """Whether a noun names a person, a group, a body or a document."""
    known = low in role_words() or low in source_words() or low in INDEFINITE
    return known or low.title() in name_words("bodies") or (PEOPLE.search(low) is not None and len(low) > 4)
