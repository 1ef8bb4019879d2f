"""Noun phrases around a cue: the subject before a verb, the source behind one or behind "according to"."""

from __future__ import annotations

from onrecord.labelling.tokens import Kind, Token
from onrecord.lexicon.function_words import function_words
from onrecord.lexicon.roles import role_words, source_words

Range = tuple[int, int]
"""Tokens from the first up to, and without, the second."""

MAX_WORDS = 30
MAX_PARENTHESIS = 28
STOPPING = frozenset("on in at during after before as when while because to since until amid".split())
VENUES = frozenset("statement interview email e-mail tweet speech letter post conference briefing call message report".split())
ADVERBIAL = frozenset("too though however meanwhile for according citing in on at during after before speaking".split())


def subject_before(tokens: list[Token], at: int) -> Range | None:
    """The noun phrase that ends right before token `at`, with an apposition between commas; None without one."""
    if at == 0:
        return None
    last = tokens[at - 1]
    if last.text in (",", "—", "–", "-"):
        opening = _opening(tokens, at - 1)
        head = plain_phrase(tokens, opening) if opening else None
        if opening is None or head is None:
            return None
        first = tokens[opening + 1]
        low = first.lower
        if low in ADVERBIAL or low in function_words("adverbs") or low in function_words("time_words"):
            return head
        return head[0], at - 1
    return plain_phrase(tokens, at)


def _opening(tokens: list[Token], closing: int) -> int | None:
    """The mark that opens the parenthesis which the mark at `closing` closes; None where none is near."""
    mark = tokens[closing].text
    for i in range(closing - 2, max(0, closing - MAX_PARENTHESIS), -1):
        if tokens[i].text == mark:
            return i
        if tokens[i].kind is Kind.QUOTE:
            return None
    return None


def plain_phrase(tokens: list[Token], behind: int) -> Range | None:
    """The noun phrase whose last token is the one before `behind`, without what stands between commas."""
    if behind <= 0:
        return None
    last = tokens[behind - 1]
    low = last.lower
    if low in function_words("subject_pronouns") or low in ("which", "that"):
        return behind - 1, behind
    if last.text != ")" and (last.kind is not Kind.WORD or _cannot_end(low)):
        return None
    first = _leftmost(tokens, behind)
    first = _without_lead(tokens, first, behind)
    return (first, behind) if first < behind else None


def _cannot_end(low: str) -> bool:
    return (
        low in function_words("prepositions")
        or low in function_words("coordinators")
        or low in function_words("subordinators")
        or low in function_words("possessives")
        or low in ("a", "an", "the", "to", "'s")
        or low in function_words("auxiliaries")
    )


def _leftmost(tokens: list[Token], behind: int) -> int:
    i = behind
    while i and behind - i < MAX_WORDS:
        token = tokens[i - 1]
        if token.text == ")":
            opening = next((k for k in range(i - 2, max(-1, i - 12), -1) if tokens[k].text == "("), None)
            if opening is None or opening == 0:
                break
            i = opening
        elif token.kind is not Kind.WORD:
            if not (token.text in "&/'’" or _is_nickname(tokens, i - 1, behind)):
                break
            i -= 1
        elif token.lower in ("and", "or"):
            if not _joins_nouns(tokens, i - 1):
                break
            i -= 1
        elif _starts_clause(token):
            break
        elif is_verbish(token):
            relative = _relative_before(tokens, i - 1)
            if relative is None:
                break
            i = relative
        else:
            i -= 1
    return i


def _is_nickname(tokens: list[Token], at: int, behind: int) -> bool:
    quote = tokens[at]
    return (
        quote.kind is Kind.QUOTE
        and len(quote.text) < 30
        and 0 < at < behind - 1
        and tokens[at - 1].is_capital
        and tokens[at + 1].is_capital
    )


def _starts_clause(token: Token) -> bool:
    low = token.lower
    return (
        (low in function_words("subordinators") and low != "that")
        or low in ("but", "so", "yet", "nor", "that", "who", "which")
        or low in function_words("subject_pronouns")
    )


def is_verbish(token: Token) -> bool:
    """Whether a word is surely a verb: an auxiliary or one of the common irregular verbs."""
    low = token.lower
    return (low in function_words("auxiliaries") and low != "'s") or low in function_words("verbs") or low in SAYING


SAYING = frozenset("said says say told tells wrote thinks believes asked added".split())


def _joins_nouns(tokens: list[Token], conjunction: int) -> bool:
    """Whether "and" stands between two noun phrases: no verb between the clause's start and it."""
    for i in range(conjunction - 1, max(-1, conjunction - MAX_WORDS), -1):
        token = tokens[i]
        if token.kind is not Kind.WORD and token.text not in "()&":
            return i < conjunction - 1
        if _starts_clause(token):
            return i < conjunction - 1 and token.lower not in function_words("subject_pronouns")
        if is_verbish(token) or (token.lower.endswith("ed") and len(token.lower) > 4):
            return False
    return conjunction > 0


def _relative_before(tokens: list[Token], verb: int) -> int | None:
    """Where a relative pronoun stands shortly before a verb, with a noun in front of it; None where none does."""
    for i in range(verb, max(0, verb - 8), -1):
        token = tokens[i]
        if token.kind is not Kind.WORD:
            return None
        if token.lower in ("who", "which", "that") and i > 0:
            before = tokens[i - 1]
            is_noun = before.kind is Kind.WORD and not is_verbish(before) and not _cannot_end(before.lower)
            return i if is_noun else None
    return None


def _without_lead(tokens: list[Token], first: int, behind: int) -> int:
    """Past the adverbs, conjunctions and prepositions in front of the phrase."""
    while first < behind:
        token = tokens[first]
        low = token.lower
        is_adverb = low in function_words("adverbs") and low not in ("all", "both", "even", "first", "second", "former")
        if token.kind is Kind.WORD and not (
            is_adverb
            or low in function_words("coordinators")
            or low in function_words("opening_prepositions")
            or (low.endswith("ly") and len(low) > 5 and token.is_capital)
        ):
            break
        first += 1
    return first


def phrase_behind(tokens: list[Token], at: int, *, appositions: bool = True) -> Range | None:
    """The noun phrase that starts at token `at`, with the appositions behind its commas; None without one."""
    if at >= len(tokens) or tokens[at].kind is not Kind.WORD or _cannot_start(tokens[at].lower):
        return None
    if tokens[at].lower in function_words("subject_pronouns"):
        return at, at + 1
    behind = _segment(tokens, at)
    if behind == at:
        return None
    while appositions and behind + 1 < len(tokens) and tokens[behind].text == "," and _is_apposition(tokens, behind + 1):
        further = _segment(tokens, behind + 1, in_apposition=True)
        if further == behind + 1:
            break
        behind = further
    return at, behind


def _cannot_start(low: str) -> bool:
    return (
        low in function_words("prepositions")
        or low in function_words("coordinators")
        or (low in function_words("subordinators") and low != "that")
        or low in function_words("auxiliaries")
    )


def _segment(tokens: list[Token], at: int, *, in_apposition: bool = False) -> int:
    """The end of the part between two commas that starts at token `at`."""
    i = at
    while i < len(tokens) and i - at < MAX_WORDS:
        token = tokens[i]
        if token.text == "(" and i > at:
            closing = next((k for k in range(i + 1, min(len(tokens), i + 12)) if tokens[k].text == ")"), None)
            if closing is None:
                break
            i = closing + 1
            continue
        if token.kind is Kind.QUOTE:
            if not _is_nickname(tokens, i, i + 2):
                break
        elif (token.kind is Kind.PUNCT and token.text not in "&/'’") or (i > at and _ends_segment(tokens, i, in_apposition=in_apposition)):
            break
        i += 1
    return i


def _ends_segment(tokens: list[Token], i: int, *, in_apposition: bool) -> bool:
    token = tokens[i]
    low = token.lower
    following = tokens[i + 1 : i + 4]
    if low in function_words("time_words") and not token.text.endswith("."):
        return True
    if low in STOPPING and any(t.lower in function_words("time_words") or t.lower in VENUES for t in following):
        return True
    if low in ("when", "while", "because", "after", "before", "as", "since", "during", "that", "but", "until", "if"):
        return True
    if not in_apposition:
        return low in STOPPING or low in ("who", "which") or is_verbish(token) or low in ("about", "saying", "adding")
    return False


def _is_apposition(tokens: list[Token], i: int) -> bool:
    """Whether what follows a comma describes the name before it: "a senator", "who …", "spokesman for …"."""
    token = tokens[i]
    low = token.lower
    if token.kind is not Kind.WORD or low in function_words("coordinators"):
        return False
    if low in ("a", "an", "the", "who", "whose", "one", "his", "her", "their", "its", "former", "then", "jr", "sr", "chief", "senior"):
        return True
    if low in function_words("subordinators") or low in function_words("prepositions") or low.endswith("ing"):
        return False
    if low in function_words("subject_pronouns") or low in function_words("adverbs"):
        return False
    window = tokens[i : i + 8]
    for t in window:
        if t.kind is not Kind.WORD:
            break
        if t.lower in role_words() or t.lower in source_words():
            return True
    return False
