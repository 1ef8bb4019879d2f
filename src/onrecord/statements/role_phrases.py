"""Roles beside a name: the title in front of it and the apposition behind it."""

from __future__ import annotations

import re

from onrecord.lexicon.roles import portfolios, role_words, source_words
from onrecord.records.spans import Span
from onrecord.text.segments import WORD

TOKEN = re.compile(r"\w[\w.'’&-]*")
SMALL = frozenset("of for the and at to in on".split())
DETERMINERS = frozenset("the a an his her their its our my this that one former then".split())
APPOSITION = re.compile(r",\s(?=(?:(?:the|a|an|who\sis|former|senior|then|his|her|their)\s)?[\w'’-]+)")
STOP = re.compile(r"[.,;:!?\n\"“”()—–]|\s-\s|\b(?:who|which|that|said|says|told|and\shis|and\sher)\b")
MAX_TITLE_WORDS = 9
ABBREVIATED = frozenset("sen rep gov gen prof col lt sgt maj capt rev adm".split())
HONORIFICS = frozenset("mr mrs ms miss dr sir dame lord lady madam mx".split())


def head_of(phrase: str) -> str | None:
    """The role that the head noun of a phrase names ("the Kremlin spokesman" → "spokesperson"); None without one.

    The head is the last role word before a preposition or the end.
    """
    roles = role_words()
    front = re.split(r"\s(?:of|for|at|in|on|to|from|with|who|that|familiar|close|briefed)\s", phrase, maxsplit=1)[0]
    tokens = [t.lower() for t in WORD.findall(front)]
    for two in (" ".join(tokens[-2:]), *(tokens[-1:])):
        if two in roles:
            return roles[two]
    return None


def title_before(text: str, name: Span, floor: int) -> Span | None:
    """The title directly in front of a name ("Russian presidential spokesman"); None where there is none.

    `floor` is where the sentence or the source phrase starts: nothing before it is looked at.
    """
    tokens = [Span(m.start(), m.end()) for m in TOKEN.finditer(text, max(floor, name.start - 160), name.start)]
    taken: list[Span] = []
    nearest = name.start
    roles = role_words()
    for token in reversed(tokens):
        between, word = text[token.end : nearest], token.of(text)
        if between.strip() or len(taken) >= MAX_TITLE_WORDS or word.lower() in DETERMINERS | HONORIFICS:
            break
        is_first = not taken
        if is_first and word.lower().rstrip(".") not in roles and not _abbreviated_title(word):
            return None
        if not is_first and not _goes_on(word, text, token):
            break
        taken.append(token)
        nearest = token.start
    while taken and taken[-1].of(text).lower() in SMALL:
        taken.pop()
    return Span(taken[-1].start, taken[0].end) if taken else None


def _abbreviated_title(word: str) -> bool:
    return word.rstrip(".").lower() in ABBREVIATED


def _goes_on(word: str, text: str, token: Span) -> bool:
    """Whether a word in front of a title's words is one of them: a capital, an adjective of office, "of"."""
    if word[0].isupper() and token.start > 0:
        return True
    low = word.lower()
    known = (portfolios(), source_words(), role_words(), SMALL - {"on", "at", "in", "to"})
    return any(low in words for words in known) or low.endswith(("ial", "al", "ary", "ern", "ese", "ish", "ian"))


def title_behind(text: str, name: Span) -> Span | None:
    """The apposition behind a name ("…, director of advocacy at the Harbour Fund,"); None where there is none."""
    opening = APPOSITION.match(text, name.end)
    if opening is None:
        return None
    stop = STOP.search(text, opening.end(), min(len(text), opening.end() + 160))
    end = stop.start() if stop else min(len(text), opening.end() + 160)
    start = opening.end()
    phrase = text[start:end].rstrip()
    lead = re.match(r"(?:the|a|an|who\sis|his|her|their)\s", phrase)
    if lead:
        start += lead.end()
        phrase = phrase[lead.end() :]
    if not phrase or len(phrase.split()) > 16 or head_of(phrase) is None:
        return None
    return Span(start, start + len(phrase))
