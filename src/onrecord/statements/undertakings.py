"""Undertakings: clauses that bind their subject to an action, or fix a day for it; by closed lists of words alone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.lexicon.function_words import function_words
from onrecord.lexicon.undertakings import undertaking_phrases, undertaking_words
from onrecord.records.commitment import Strength
from onrecord.records.spans import Span, Spans, hull
from onrecord.statements.clauses import CLOSING, HELPERS, LONGEST, Clause, clauses
from onrecord.text.segments import sentences_in

CONDITION = re.compile(
    r"\b(?:if|unless|provided|as\slong\sas|only\swhen|in\scase|should(?=\s(?:the|any|it|they|he|she|we|[A-Z])))\s"
    r"[^;!?\n,”\"]{3,200}?(?=[;!?\n,”\"]|(?<!\b[A-Z])\.(?:\s|$)|$)",
    re.IGNORECASE,
)
"""The words under which the rest holds, up to a mark or the sentence's end."""
WH = function_words("wh_words") | {"the", "whom"}
"""In front of a pronoun: the clause is a relative or an indirect question ("the decision he will take")."""
SUBJECTS = frozenset("i we he she they it you".split())
OBJECTS = frozenset((word,) for word in "the a an this that these those its his her their our my it them".split())
SHORT = re.compile(r"['’](?:m|re|s|ve|d)$")
BETWEEN = function_words("adverbs") | {"also", "not", "never"}
"""Words that may stand between the modal verb and the verb."""


@dataclass(frozen=True, slots=True)
class Undertaking:
    """One clause that binds: its subject, the word that binds, the action behind it, and the condition in its sentence.

    `extent` is the clause up to the sentence's end, with the condition beside it; `word` is in lower case.
    `is_event` where something is to take place ("the withdrawal will begin") or to be done ("the site will be closed").
    """

    extent: Span
    subject: Span
    action: Span
    word: str
    strength: Strength
    condition: Span | None
    is_event: bool


def undertakings(text: str, content: Spans) -> Iterator[Undertaking]:
    """The undertakings among the clauses of these spans, in order, at most one a clause."""
    for fragment in content:
        for sentence in sentences_in(text, fragment, LONGEST):
            yield from _of_sentence(text, sentence)


def _of_sentence(text: str, sentence: Span) -> Iterator[Undertaking]:
    conditions = [Span(m.start(), m.end()) for m in CONDITION.finditer(text, *sentence)]
    for piece in _without(sentence, conditions):
        for clause in clauses(text, (piece,)):
            found = next(_readings(clause, conditions[0] if conditions else None, piece.end), None)
            if found is not None:
                yield found


def _without(sentence: Span, cut: list[Span]) -> Iterator[Span]:
    start = sentence.start
    for span in [*cut, Span(sentence.end, sentence.end + 1)]:
        if start < span.start:
            yield Span(start, span.start)
        start = span.end


def _readings(clause: Clause, condition: Span | None, end: int) -> Iterator[Undertaking]:
    """What binds in the clause; `end` is where its sentence, or the part of it, ends."""
    text = clause.text
    for at, word in enumerate(clause.lower):
        marker = _marker(clause, at, is_conditional=condition is not None)
        subject = _subject(clause, at) if marker else None
        rest = clause.rest(marker[0]) if marker else None
        if marker is None or subject is None or rest is None:
            continue
        first, strength = marker
        is_event = _is_event(clause, first)
        if condition is not None and _is_modal(word) and not undertaking_words("harm").isdisjoint(clause.lower):
            strength = Strength.THREAT
        elif _verb(clause, first) in undertaking_words("states") and not is_event:
            continue
        start = clause.span.start if clause.subject(at)[0] else min(subject.start, clause.tokens[at].start)
        whole = Span(start, max(len(text[:end].rstrip(CLOSING)), rest.end))
        extent = hull((whole, condition)) if condition else whole
        action = Span(rest.start, whole.end)
        yield Undertaking(extent or whole, subject, action, word, strength, condition, is_event)


def _marker(clause: Clause, at: int, *, is_conditional: bool) -> tuple[int, Strength] | None:
    """The number of the first word behind the words that bind, and how they do."""
    word, following = clause.lower[at], clause.lower[at + 1 : at + 2] == ("to",)
    if _is_modal(word) or (is_conditional and word in undertaking_words("possible")):
        return at + 1, Strength.PLAN
    if word in undertaking_words("duties"):
        return at + 1, Strength.ORDER
    if following:
        for section, strength in FOLLOWED:
            if word in undertaking_words(section):
                return at + 2, strength
        if word in ("is", "are"):
            return at + 2, Strength.PLAN
    for words in undertaking_phrases("set"):
        if clause.lower[at : at + len(words)] == words:
            return at + len(words), Strength.PLAN
    return None


FOLLOWED = (
    ("plans", Strength.PLAN),
    ("promises", Strength.PROMISE),
    ("willing", Strength.PROMISE),
    ("threats", Strength.THREAT),
)


def _is_modal(word: str) -> bool:
    return word in undertaking_words("future") | undertaking_words("would") or word.endswith("'ll")


def _subject(clause: Clause, at: int) -> Span | None:
    """The subject in front of a word: behind its last comma, without a shortened verb ("we'll", "I'm")."""
    text, head = clause.text, clause.lower[at].partition("'")[0]
    if clause.lower[at].endswith("'ll"):
        return Span(clause.tokens[at].start, clause.tokens[at].start + len(head))
    subject, _ = clause.subject(at)
    if subject is None:
        before = at - 1
        while before > 0 and clause.lower[before] in HELPERS:
            before -= 1
        if before < 1 or SHORT.sub("", clause.lower[before]) not in SUBJECTS or clause.lower[before - 1] in WH:
            return None
        subject = clause.tokens[before]
    start = subject.start + subject.of(text).rfind(", ") + 2 if ", " in subject.of(text) else subject.start
    if start >= subject.end:
        return None
    words = SHORT.sub("", text[start : subject.end])
    return Span(start, start + len(words)) if words else None


def _verb(clause: Clause, first: int) -> str:
    """The verb that the clause is about; "" for none.  To have talks is to hold them."""
    verb = next((w for w in clause.lower[first:] if w not in BETWEEN and not w.endswith("ly")), "")
    return "hold" if verb == "have" and not undertaking_words("talks").isdisjoint(clause.lower[first:]) else verb


def _is_event(clause: Clause, first: int) -> bool:
    verb = _verb(clause, first)
    if verb in undertaking_words("events"):  # "the fishermen will close the pier" is an act
        behind = clause.lower.index(verb, first) + 1
        return clause.lower[behind : behind + 1] not in OBJECTS
    at = clause.lower.index(verb, first) if verb == "be" else len(clause.lower)
    return any(word.endswith("ed") for word in clause.lower[at + 1 : at + 3])
