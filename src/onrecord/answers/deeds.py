"""Deeds: what is to be done, by keys that later reports of it share, and what such reports tell of it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from onrecord.lexicon.outcomes import ORDER, Outcome, deeds, outcome_phrases
from onrecord.records import Findings, Span
from onrecord.statements.undertakings import undertakings
from onrecord.text.content_words import content_words, stem, word_list
from onrecord.text.segments import WORD, sentences

LEAST, MOST = 2, 3
"""Keys that a sentence must share with a deed: three, or two where that is more than half of them."""
PREFIX = 6
"""Letters of a longer word that count: "peacekeepers" and "peacekeeping" are about one thing."""
OPEN = re.compile(r"(?:\bto|\bnot|n['’]t)\Z", re.IGNORECASE)
"""A phrase that ends so says nothing without the verb behind it."""
OPENING = frozenset("to the a an also then now be".split())
LIGHT = frozenset("hold have make take give do go conduct carry begin start".split())
"""Verbs whose object names the deed ("hold talks")."""
NOT = frozenset({"not", "never"})
CONDITIONAL = re.compile(r"\b(?:if|unless|would|could|might|may|should|whether)\b", re.IGNORECASE)
"""In a sentence that tells of no fact."""
PLAIN = frozenset(
    "would will shall going plan planned two no more than next last day days week weeks month months".split()
)


@dataclass(frozen=True, slots=True)
class Deed:
    """What is to be done: `keys` of its words, the `verbs` that name the deed, and the names of who is to do it.

    `is_negative` where it is to be left undone.
    """

    keys: frozenset[str]
    verbs: frozenset[str]
    names: frozenset[str]
    is_negative: bool


@dataclass(frozen=True, slots=True)
class Sign:
    """A sentence that tells what became of a deed, and the words that do."""

    outcome: Outcome
    article: str
    sentence: Span
    shown_by: Span


def deed(words: str, action: str, *, event: str = "", names: Iterable[str] = ()) -> Deed:
    """The deed that an undertaking's words tell of.

    `action` is the part of them that says what is to be done, `event` the subject where that is to take place ("the
    withdrawal"), `names` are those of who is to act.
    """
    told = [w for w in word_list(action) if w not in OPENING and not w.endswith("ly")]
    is_negative = bool(told) and told[0] in NOT
    verb = next((w for w in told if w not in NOT), "")
    nouns = word_list(event) if event else told[1:] if verb in LIGHT else []
    named = {deeds()[w] for w in nouns if w in deeds()} or {stem(w) for w in nouns[:1] if verb in LIGHT or event}
    last = frozenset(parts[-1] for name in names if (parts := word_list(name)))
    return Deed(keys(words), frozenset(named or {deeds().get(verb, stem(verb))}), last, is_negative)


def keys(words: str) -> frozenset[str]:
    """The content words of a text by their beginnings."""
    return frozenset(_key(word) for word in content_words(word_list(words)) if word not in PLAIN)


def _key(word: str) -> str:
    return deeds().get(word, word)[:PREFIX]


def alike(a: frozenset[str], b: frozenset[str]) -> float:
    """Twice the keys in common by those of both (Dice), in [0, 1]."""
    return 2 * len(a & b) / (len(a) + len(b)) if a and b else 0.0


def signs(wanted: Deed, findings: Findings, since: str) -> Iterator[Sign]:
    """What the sentences of an article tell of the deed, in order.

    Plans and conditions tell nothing, nor does what happened before the day `since` (ISO).
    """
    text = findings.article.text
    for sentence in sentences(text):
        words = sentence.of(text)
        shared = wanted.keys & keys(words)
        enough = len(shared) >= MOST or (len(shared) >= LEAST and 2 * len(shared) > len(wanted.keys))
        if not enough or CONDITIONAL.search(words) or _is_before(findings, sentence, since):
            continue
        found = _sign(wanted, text, sentence)
        if found is not None and not any(True for _ in undertakings(text, (sentence,))):
            yield Sign(found[0], findings.article.id, sentence, found[1])


def _is_before(findings: Findings, sentence: Span, since: str) -> bool:
    ends = [m.end[:10] for m in findings.moments if m.span and sentence.covers(m.span) and m.end]
    return bool(ends) and max(ends) < since


def _sign(wanted: Deed, text: str, sentence: Span) -> tuple[Outcome, Span] | None:
    """By a phrase that tells an outcome beside a word for the deed, else by the deed's own verb in the past."""
    named = [m for m in WORD.finditer(text, *sentence) if deeds().get(m[0].lower(), stem(m[0].lower())) in wanted.verbs]
    if not named:
        return None
    told = _told(wanted, text, sentence)
    past = next((m for m in named if m[0].lower().endswith("ed") or m[0].lower() in IRREGULAR), None)
    said = word_list(sentence.of(text))
    beyond = (wanted.keys & keys(sentence.of(text))) - {_key(word) for word in wanted.names | wanted.verbs}
    if past and (wanted.names.isdisjoint(said) or len(beyond) < LEAST):
        past = None  # somebody else may have done it, or something else was done
    if wanted.is_negative:
        return (Outcome.BROKEN, _span(past)) if past and not told else None
    if told is not None:
        return told
    return (Outcome.KEPT, _span(past)) if past else None


def _told(wanted: Deed, text: str, sentence: Span) -> tuple[Outcome, Span] | None:
    """The phrase of the outcome that counts first; behind "failed to" the deed itself must stand."""
    matches = (m for m in outcome_phrases().finditer(text, *sentence) if _is_of(wanted, text, m))
    found = {Outcome(m.lastgroup): m for m in reversed([*matches]) if m.lastgroup}
    return next(((outcome, _span(found[outcome])) for outcome in ORDER if outcome in found), None)


def _is_of(wanted: Deed, text: str, match: re.Match[str]) -> bool:
    if not OPEN.search(match[0]):
        return True
    following = WORD.search(text, match.end())
    if following is None:
        return False
    verb = following[0].lower()
    return deeds().get(verb, stem(verb)) in wanted.verbs or outcome_phrases().match(text, following.start()) is not None


def _span(match: re.Match[str]) -> Span:
    return Span(match.start(), match.end())


IRREGULAR = frozenset(
    "withdrew withdrawn left met shut paid built sent held cut sold bought made took gave began put".split()
)
"""Past forms that deeds are told in."""
