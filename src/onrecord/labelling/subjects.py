"""The subject in front of a verb: the noun phrase that ends where the verb begins."""

from __future__ import annotations

from onrecord.labelling.tokens import Kind, Range, Token
from onrecord.labelling.word_classes import (
    is_day,
    is_manner_adverb,
    is_nickname,
    is_sure_verb,
    looks_past,
    starts_clause,
)
from onrecord.lexicon.cues import Form, reporting_verbs
from onrecord.lexicon.function_words import function_words

MAX_WORDS = 30
MAX_PARENTHESIS = 28
MAX_BRACKET = 12
MAX_RELATIVE = 8
DASHES = ("—", "–", "-")
ADVERBIAL = frozenset("too though however meanwhile for according citing in on at during after before speaking".split())
KEPT_ADVERBS = frozenset("all both even first second former".split())


def subject_before(tokens: list[Token], at: int) -> Range | None:
    """The noun phrase that ends right before token `at`, with an apposition between commas; None without one."""
    at = _before_day(tokens, at)
    if at == 0:
        return None
    if tokens[at - 1].text != "," and tokens[at - 1].text not in DASHES:
        return plain_phrase(tokens, at)
    opening = _opening(tokens, at - 1)
    head = plain_phrase(tokens, opening) if opening else None
    if opening is None or head is None:
        return None
    low = tokens[opening + 1].lower
    if low in ADVERBIAL or low in function_words("adverbs", "time_words"):
        return head
    return head[0], at - 1


def plain_phrase(tokens: list[Token], behind: int) -> Range | None:
    """The noun phrase whose last token is the one before `behind`, without what stands between commas."""
    while behind > 1 and is_manner_adverb(tokens[behind - 1]):
        behind -= 1
    if behind <= 0:
        return None
    last = tokens[behind - 1]
    if last.lower in function_words("subject_pronouns") or last.lower in ("which", "that"):
        return behind - 1, behind
    if last.text != ")" and (last.kind is not Kind.WORD or _cannot_end(last.lower)):
        return None
    first = _without_lead(tokens, _leftmost(tokens, behind), behind)
    return (first, behind) if first < behind else None


def _before_day(tokens: list[Token], at: int) -> int:
    """Past a day between subject and verb: "Ann on Monday said", "Ann last week said"."""
    if at < 3:
        return at
    last, before = tokens[at - 1], tokens[at - 2]
    span_of_days = last.lower in ("week", "month", "year", "night") and before.lower in ("last", "this")
    if span_of_days or (is_day(last) and last.lower != "this"):
        at -= 2 if before.lower in ("on", "in", "last", "this", "late", "early") else 1
        if tokens[at - 1].lower in ("on", "in"):
            at -= 1
    return at


def _opening(tokens: list[Token], closing: int) -> int | None:
    """The mark that opens the parenthesis which the mark at `closing` closes; None where none is near."""
    for i in range(closing - 2, max(0, closing - MAX_PARENTHESIS), -1):
        if tokens[i].text == tokens[closing].text:
            return i
        if tokens[i].kind is Kind.QUOTE:
            return None
    return None


def _cannot_end(low: str) -> bool:
    closed = function_words("prepositions", "coordinators", "subordinators", "possessives", "auxiliaries")
    return low in closed or low in ("a", "an", "the", "to", "'s")


def _leftmost(tokens: list[Token], behind: int) -> int:
    """Where the phrase that ends before `behind` begins."""
    i = behind
    while i and behind - i < MAX_WORDS:
        further = _one_left(tokens, i - 1)
        if further is None:
            break
        i = further
    return i


def _one_left(tokens: list[Token], i: int) -> int | None:
    """How far left the phrase reaches if it takes in token `i`; None where it cannot."""
    token = tokens[i]
    if token.text == ")":
        opening = next((k for k in range(i - 1, max(-1, i - MAX_BRACKET), -1) if tokens[k].text == "("), None)
        return opening or None
    if token.kind is not Kind.WORD:
        return i if token.text in ("&", "/", "'", "’") or is_nickname(tokens, i) else None
    if token.lower in ("and", "or"):
        return i if _joins_nouns(tokens, i) else None
    if token.lower in ("who", "whose"):
        return _relative_before(tokens, i)
    if starts_clause(token):
        return None
    return _relative_before(tokens, i) if is_sure_verb(token) or _reports(tokens, i) else i


def _reports(tokens: list[Token], i: int) -> bool:
    """Whether a reporting verb stands at token `i`, no participle: "alleges", or "noted" behind a name or a pronoun."""
    form = reporting_verbs().get(tokens[i].lower)
    if form is Form.PRESENT:
        return tokens[i].text.islower()
    if form is None or i == 0:
        return False
    return tokens[i - 1].is_capital or tokens[i - 1].lower in function_words("subject_pronouns")


def _joins_nouns(tokens: list[Token], conjunction: int) -> bool:
    """Whether "and" stands between two noun phrases: no verb between the clause's start and it."""
    for i in range(conjunction - 1, max(-1, conjunction - MAX_WORDS), -1):
        token = tokens[i]
        if token.kind is not Kind.WORD and token.text not in ("(", ")", "&"):
            return i < conjunction - 1
        if starts_clause(token):
            return i < conjunction - 1 and token.lower not in function_words("subject_pronouns")
        if is_sure_verb(token) or looks_past(token):
            return False
    return conjunction > 0


def _relative_before(tokens: list[Token], verb: int) -> int | None:
    """Where a relative pronoun stands shortly before a verb, with a noun in front of it; None where none does."""
    for i in range(verb, max(0, verb - MAX_RELATIVE), -1):
        token = tokens[i]
        if token.kind is not Kind.WORD:
            return None
        if token.lower in ("who", "whose", "which", "that"):
            noun = tokens[i - 1]
            is_noun = noun.kind is Kind.WORD and not is_sure_verb(noun) and not _cannot_end(noun.lower)
            return i if is_noun else None
    return None


def _without_lead(tokens: list[Token], first: int, behind: int) -> int:
    """Past the adverbs, conjunctions and prepositions in front of the phrase."""
    lead = function_words("adverbs", "coordinators", "opening_prepositions") - KEPT_ADVERBS
    while first < behind:
        token = tokens[first]
        if token.text == "(":
            first = next((i for i in range(first, behind) if tokens[i].text == ")"), first)
        opens_with_adverb = token.lower.endswith("ly") and len(token.lower) > 5 and token.is_capital
        if token.kind is Kind.WORD and token.lower not in lead and not opens_with_adverb:
            break
        first += 1
    return first
