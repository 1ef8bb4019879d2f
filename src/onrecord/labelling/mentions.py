"""Mentions: names, descriptions by role ("the Kremlin spokesman") and pronouns.

A name stands without its title; the title is a nominal mention of its own that ends where the name begins.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.labelling.names import name_mentions
from onrecord.labelling.tokens import Kind, Stretch, Token
from onrecord.labelling.word_classes import is_manner_adverb, is_sure_verb
from onrecord.lexicon.function_words import function_words
from onrecord.lexicon.roles import plural, role_words, source_words
from onrecord.records import CueLabel, MentionForm, MentionKind, MentionLabel, Span

PERSON_PRONOUNS = frozenset("i me he him his she her who".split())
GROUP_PRONOUNS = frozenset("we us they them their our".split())
MAX_MODIFIERS = 6
SURE = 0.65
NO_MODIFIER = ("prepositions", "coordinators", "subordinators", "subject_pronouns", "time_words")
VERB_END = re.compile(r"(?:ed|[^su']s)$")
PLURAL_MODIFIERS = frozenset(
    "affairs news rights sales relations sports services operations communications united".split()
)
KINDS = {
    "group": MentionKind.GROUP,
    "organization": MentionKind.ORGANIZATION,
    "document": MentionKind.DOCUMENT,
}


def mentions(stretches: Sequence[Stretch], cues: Sequence[CueLabel]) -> tuple[MentionLabel, ...]:
    """All mentions of a text, sorted; the sources of its surer cues tell which lone capitalised words are names."""
    sources = [s for c in cues if c.score >= SURE for r in c.sources for s in r.spans]
    found = name_mentions(stretches, sources)
    for stretch in stretches:
        for i, token in enumerate(stretch.tokens):
            if token.kind is Kind.WORD:
                label = _pronoun(token) or _nominal(stretch.tokens, i)
                if label is not None:
                    found.append(label)
    return tuple(sorted(found, key=lambda m: (m.span, m.form)))


def _pronoun(token: Token) -> MentionLabel | None:
    low = token.lower
    if low in PERSON_PRONOUNS:
        kind = MentionKind.PERSON
    elif low in GROUP_PRONOUNS:
        kind = MentionKind.GROUP
    elif low in ("it", "its"):
        kind = MentionKind.ORGANIZATION
    else:
        return None
    span = Span(token.start, token.end)
    return MentionLabel(span, kind, MentionForm.PRONOUN, span, 0.9)


def _nominal(tokens: list[Token], i: int) -> MentionLabel | None:
    """The noun phrase whose head is the role or source word at token `i`, back to its determiner."""
    low = tokens[i].lower
    kind = _noun_kind(low)
    if kind is None or (i + 1 < len(tokens) and _noun_kind(tokens[i + 1].lower) is not None):
        return None
    first, determined = _modified(tokens, i)
    titles_a_name = i + 1 < len(tokens) and tokens[i + 1].is_capital
    if not determined and not titles_a_name and kind is not MentionKind.GROUP:
        return None
    head = Span(tokens[i].start, tokens[i].end)
    return MentionLabel(Span(tokens[first].start, tokens[i].end), kind, MentionForm.NOMINAL, head, 0.8)


def _noun_kind(low: str) -> MentionKind | None:
    usual = role_words().get(low)
    if usual is not None:
        is_singular = low == usual or (plural(usual) != low and not low.endswith(("s", "men"))) or low == "boss"
        return MentionKind.PERSON if is_singular else MentionKind.GROUP
    return KINDS.get(source_words().get(low, ""))


def _modified(tokens: list[Token], head: int) -> tuple[int, bool]:
    """Where the words that modify a head begin, and whether a determiner opens them."""
    first = head
    while first and head - first < MAX_MODIFIERS and tokens[first - 1].kind is Kind.WORD:
        before = tokens[first - 1].lower
        if before in function_words("determiners", "possessives"):
            return first - 1, True
        if not _is_modifier(tokens[first - 1]):
            break
        first -= 1
    while first < head and not (tokens[first].is_capital or _is_adjective(tokens[first].lower)):
        first += 1
    return first, False


def _is_modifier(token: Token) -> bool:
    low = token.lower
    inflected = token.text.islower() and low not in PLURAL_MODIFIERS and VERB_END.search(low) is not None
    return not (low in function_words(*NO_MODIFIER) or inflected or is_sure_verb(token) or is_manner_adverb(token))


def _is_adjective(low: str) -> bool:
    return low.endswith(("al", "an", "ese", "ish", "ior", "ary", "ern", "ian")) or low in role_words()
