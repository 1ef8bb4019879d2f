"""Stands: where a speaker's words take a stand, on what, and which; told by words of `stances.txt` and their order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.lexicon.function_words import function_words
from onrecord.lexicon.stances import Kind, Stance, plain_nouns, stances
from onrecord.records import Span, Spans
from onrecord.statements.clauses import HELPERS, Clause, clauses
from onrecord.statements.sides import OWN, IsOwn

IDLE = frozenset("it this that these those".split())
"""Subjects that only take up what was spoken of before."""
NO_MATTER = frozenset(
    "i we what you he she they who which there one nobody somebody someone everybody everyone".split()
)
"""Subjects that are people, or nobody: on them nobody has a position in so few words."""
FILLING = 5
"""Words that may stand between the verb and the judgement ("is quite simply a very grave mistake")."""
LONGEST = 30
"""Words in a subject."""
DENIALS = function_words("negations") | {"cannot", "without"}
BEHIND = function_words("prepositions", "subordinators", "coordinators", "adverbs", "wh_words", "time_words")
"""What may follow a judgement; another word would be what it only describes ("a legal expert")."""
PARTED = function_words("subordinators", "relative_pronouns") | (function_words("prepositions") - {"of"})
"""What cannot stand between a verb and its judgement."""
BE = function_words("copulas") - {"'s", "'re", "'m"}
CONTRACTED = ("'s", "'re", "'m")


@dataclass(frozen=True, slots=True)
class Stand:
    """One clause that takes a stand: where it is, what it is on, and the words that show which stand.

    `matter` is empty where the clause only takes up what was spoken of before ("This is wrong").  Spans are code points
    of the article, half-open, and lie inside the content.
    """

    clause: Span
    matter: Spans
    shown_by: Span
    stance: Stance


@dataclass(frozen=True, slots=True)
class _Phrase:
    """An entry of `stances.txt` in a clause: the numbers of its first word and of the one behind it."""

    first: int
    end: int
    kind: Kind
    stance: Stance


def stands(text: str, content: Spans, is_own: IsOwn) -> Iterator[Stand]:
    """The stands that the content takes, at most one a clause, in order.

    `is_own` tells whether a subject in these words is the speaker's side: what others support is no stand of theirs.
    """
    for clause in clauses(text, content):
        found = (_READ[phrase.kind](clause, phrase, is_own) for phrase in _phrases(clause))
        first = next((stand for stand in found if stand is not None), None)
        if first is not None:
            yield first


def stance_of_cue(text: str, cue: Spans) -> tuple[Span, Stance] | None:
    """The stand that a reporting verb takes on what it reports ("condemned the raid"), and the words of it."""
    for span in cue:
        clause = Clause.of(text, span)
        for phrase in _phrases(clause):
            if phrase.kind is Kind.VERB:
                return _span(clause, phrase), phrase.stance
    return None


def unless(stance: Stance) -> Stance:
    """What somebody holds who does not do that: who does not support is against, who does not oppose leaves it open."""
    return Stance.OPEN if stance is Stance.AGAINST else Stance.AGAINST


def _phrases(clause: Clause) -> Iterator[_Phrase]:
    known = stances()
    for at, word in enumerate(clause.lower):
        for words, kind, stance in known.get(word, ()):
            if clause.lower[at : at + len(words)] == words:
                yield _Phrase(at, at + len(words), kind, stance)


def _span(clause: Clause, phrase: _Phrase) -> Span:
    return Span(clause.tokens[phrase.first].start, clause.tokens[phrase.end - 1].end)


# --- "we support the dam", "Ruritania is opposed to the dam" -----------------------------------


def _by_verb(clause: Clause, phrase: _Phrase, is_own: IsOwn) -> Stand | None:
    subject, helpers = clause.subject(phrase.first)
    is_passive = bool(helpers) and helpers[-1] in BE and clause.lower[phrase.first].endswith("ed")
    return None if is_passive else _of_side(clause, phrase, subject, helpers, is_own)


def _by_state(clause: Clause, phrase: _Phrase, is_own: IsOwn) -> Stand | None:
    verb = _to_be(clause, phrase.first)
    if verb is None or not all(w in HELPERS or w.endswith("ly") for w in clause.lower[verb + 1 : phrase.first]):
        return None
    subject, helpers = clause.subject(verb)
    return _of_side(clause, phrase, subject, (*helpers, *clause.lower[verb : phrase.first]), is_own)


def _of_side(
    clause: Clause, phrase: _Phrase, subject: Span | None, helpers: tuple[str, ...], is_own: IsOwn
) -> Stand | None:
    """A stand of the speaker's own side, on what the rest of the clause names."""
    rest = clause.rest(phrase.end)
    if subject is None or rest is None or not is_own(subject.of(clause.text)):
        return None
    stance = unless(phrase.stance) if _denies(helpers) else phrase.stance
    matter = () if rest.of(clause.text).lower() in IDLE else (rest,)
    return Stand(clause.span, matter, _span(clause, phrase), stance)


# --- "the dam is a mistake" ---------------------------------------------------------------------


def _by_judgement(clause: Clause, phrase: _Phrase, is_own: IsOwn) -> Stand | None:
    verb = _to_be(clause, phrase.first)
    if verb is None or not _is_head(clause, phrase):
        return None
    subject, helpers = clause.subject(verb)
    if subject is None or subject.of(clause.text).lower() in NO_MATTER or is_own(subject.of(clause.text)):
        return None
    matter: Spans | None = (subject,) if _is_short(clause, subject) else None
    if subject.of(clause.text).lower() in IDLE:
        rest = clause.rest(phrase.end)
        matter = (rest,) if rest and clause.lower[phrase.end] in ("to", "that", "for") else ()
    if matter is None:
        return None
    stance = phrase.stance
    if _denies((*helpers, *clause.lower[verb : phrase.first])):
        stance = {Stance.FOR: Stance.AGAINST, Stance.AGAINST: Stance.FOR}.get(stance, stance)
    return Stand(clause.span, matter, _span(clause, phrase), stance)


def _to_be(clause: Clause, judgement: int) -> int | None:
    """The form of "to be" of which the words from `judgement` on are the predicate; None without one."""
    for at in range(judgement - 1, max(-1, judgement - 2 - FILLING), -1):
        word = clause.lower[at]
        if word in BE or word.endswith(CONTRACTED[1:]) or word in {"it's", "that's", "this's", "he's", "she's"}:
            return at
        if word in PARTED or "," in clause.text[clause.tokens[at].end : clause.tokens[at + 1].start]:
            return None
    return None


def _is_head(clause: Clause, phrase: _Phrase) -> bool:
    """Whether the judgement is said of the subject, and does not only describe something else."""
    end = phrase.end
    if end < len(clause.lower) and clause.lower[end] in plain_nouns():
        end += 1
    return end >= len(clause.lower) or clause.lower[end] in BEHIND or not _touch(clause, end)


def _touch(clause: Clause, at: int) -> bool:
    return not clause.text[clause.tokens[at - 1].end : clause.tokens[at].start].strip()


def _is_short(clause: Clause, subject: Span) -> bool:
    return sum(token.end <= subject.end for token in clause.tokens) <= LONGEST


# --- "the dam must go" ---------------------------------------------------------------------------


def _by_duty(clause: Clause, phrase: _Phrase, _: IsOwn) -> Stand | None:
    subject, helpers = clause.subject(phrase.first)
    denied = phrase.end < len(clause.lower) and clause.lower[phrase.end] in DENIALS
    rest = clause.rest(phrase.end + denied)
    if subject is None or rest is None or clause.lower[phrase.end + denied] == "have" or not _is_short(clause, subject):
        return None  # "must have known" is a guess, "should have known" is past
    who = subject.of(clause.text).lower()
    if who in NO_MATTER - OWN:
        return None
    phrased = clause.lower[phrase.first : phrase.end]
    denied ^= _denies((*helpers, *phrased))
    if who in OWN and clause.lower[-1] in IDLE:  # who has no right to meddle with it leaves it to others
        return Stand(clause.span, (), _span(clause, phrase), Stance.OPEN if denied else phrase.stance)
    matter = () if who in IDLE else (rest,) if who in OWN else (subject, rest)
    return Stand(clause.span, matter, _span(clause, phrase), Stance.AGAINST if denied else phrase.stance)


def _denies(words: tuple[str, ...]) -> bool:
    return sum(word in DENIALS or word == "no" or word.endswith("n't") for word in words) % 2 == 1


_READ = {Kind.VERB: _by_verb, Kind.STATE: _by_state, Kind.JUDGEMENT: _by_judgement, Kind.DUTY: _by_duty}
