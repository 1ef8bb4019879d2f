"""Commitments: what an article says that somebody will do, from when and by when, and on what condition."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from onrecord.lexicon.roles import source_words
from onrecord.lexicon.undertakings import undertaking_phrases, undertaking_words
from onrecord.records.agent import Agent
from onrecord.records.article import Article
from onrecord.records.commitment import Commitment, Strength
from onrecord.records.labels import Modality
from onrecord.records.moment import Moment
from onrecord.records.spans import Span, hull
from onrecord.records.statement import Polarity, Statement
from onrecord.statements.clauses import LONGEST
from onrecord.statements.deadlines import deadlines
from onrecord.statements.role_phrases import front_of, head_of
from onrecord.statements.sides import side_of
from onrecord.statements.undertakings import Undertaking, undertakings
from onrecord.text.segments import sentences

LEAST = 0.3
"""Confidence from which a statement is read; what binds has further conditions."""
STRENGTHS = {
    Modality.PROMISED: Strength.PROMISE,
    Modality.INTENDED: Strength.PLAN,
    Modality.THREATENED: Strength.THREAT,
    Modality.ORDERED: Strength.ORDER,
}
OPINIONS = frozenset({Modality.BELIEVED, Modality.PERCEIVED, Modality.ASKED})
"""What is only thought or asked binds nobody."""
PAST = frozenset({"had", "intended", "intentions", "intention"})
"""In a cue: it tells of a former will ("had planned to")."""
BESIDE = 80
"""Code points that cue, source and content may lie apart and still be shown as one."""
LONG = 8
"""Words in a subject that acts; a longer one is a clause."""


@dataclass(frozen=True, slots=True)
class _Bound:
    """What binds: its extent and action, the statement (None for the reporter's own words), how, and if what."""

    extent: Span
    action: Span
    statement: Statement | None
    strength: Strength
    condition: Span | None
    subject: Span | None
    is_event: bool = False


def find_commitments(
    article: Article, statements: Sequence[Statement], agents: Sequence[Agent], moments: Sequence[Moment]
) -> tuple[Commitment, ...]:
    """The article's commitments in the order of the text; none lies inside another.  Pure, and never raises."""
    text = article.text
    sure = [s for s in statements if s.confidence >= LEAST]
    by_id = {agent.id: agent for agent in agents}
    found = [bound for s in sure for bound in _of_statement(text, s, by_id.get(s.agent or ""))]
    found.extend(_of_reporter(text, sure, moments))
    return tuple(_commitment(article, bound, agents, moments) for bound in _outermost(found))


# --- what is attributed ---------------------------------------------------------------------------


def _of_statement(text: str, statement: Statement, agent: Agent | None) -> Iterator[_Bound]:
    """By the words of attribution ("vowed to close the pier"), else clause by clause ("we will close the pier")."""
    whole = _by_cue(text, statement)
    if whole is not None:
        yield whole
    elif not _is_wish(text, statement) and statement.modality not in OPINIONS:
        is_side = side_of(agent, statement.kind)
        strength = STRENGTHS.get(statement.modality)
        for found in undertakings(text, statement.content):
            is_own = is_side(found.subject.of(text)) or _last_word(found.subject.of(text)) in undertaking_words(
                "bodies"
            )
            if _binds(text, found, statement, is_own=is_own):
                told = strength or (Strength.PROMISE if found.strength is Strength.PLAN else found.strength)
                yield _Bound(
                    found.extent, found.action, statement, told, found.condition, found.subject, found.is_event
                )


def _by_cue(text: str, statement: Statement) -> _Bound | None:
    """The whole content behind a word that binds, where it opens with "to" or its subject does ("she to speak")."""
    content = hull(statement.content)
    cue = _cue(text, statement)
    is_set = not cue.isdisjoint(words[0] for words in undertaking_phrases("set") if words[-1] == "to")
    strength = Strength.PLAN if is_set else STRENGTHS.get(statement.modality)
    if not cue.isdisjoint(undertaking_words("willing") | PAST):
        return None
    if (
        strength is None
        or content is None
        or len(content) > LONGEST
        or statement.polarity is Polarity.NEGATIVE
        or _is_wish(text, statement)
    ):
        return None
    words = content.of(text).lower()
    extent = hull((*statement.cue, content)) or content
    opens = words.startswith("to ") or (is_set and " to " in words[:BESIDE])
    if not opens or len(extent) > len(content) + BESIDE:
        return None
    start = content.start + (0 if words.startswith("to ") else words.index(" to ") + 1)
    return _Bound(extent, Span(start, content.end), statement, strength, None, None)


def _is_wish(text: str, statement: Statement) -> bool:
    return statement.modality in STRENGTHS and not _cue(text, statement).isdisjoint(undertaking_words("wishes"))


def _cue(text: str, statement: Statement) -> frozenset[str]:
    return frozenset(word.lower() for span in statement.cue for word in span.of(text).split())


def _binds(text: str, found: Undertaking, statement: Statement, *, is_own: bool) -> bool:
    """Whether the clause binds the speaker, the speaker's side, or somebody whom the speaker tells of as a fact."""
    if found.strength is Strength.ORDER:  # "we must keep trying" is an opinion
        return False
    if found.strength is Strength.THREAT or found.is_event:
        return True
    if statement.modality is Modality.PREDICTED and found.condition is None:
        return False
    if found.word in undertaking_words("willing") and found.condition is None:
        return False
    is_loose = found.word in undertaking_words("would") | undertaking_words("possible") | {"agree", "agreed"}
    return is_own or (_acts(text, found.subject) and not is_loose)


# --- what the reporter tells ----------------------------------------------------------------------


def _of_reporter(text: str, statements: Sequence[Statement], moments: Sequence[Moment]) -> Iterator[_Bound]:
    """What is fixed or planned outside of all statements; a duty only with its day."""
    said = [span for s in statements for span in s.content]
    loose = undertaking_words("would") | undertaking_words("possible") | undertaking_words("willing")
    for sentence in sentences(text):
        for found in undertakings(text, (sentence,)):
            if found.word in loose or not _acts(text, found.subject) or any(s.overlaps(found.action) for s in said):
                continue
            dated = any(m.span and found.extent.covers(m.span) for m in moments)
            if dated or found.strength is not Strength.ORDER:
                yield _Bound(
                    found.extent, found.action, None, found.strength, found.condition, found.subject, found.is_event
                )


def _acts(text: str, subject: Span) -> bool:
    """Whether a subject is somebody: a name, a role, a body; by the head of the phrase."""
    phrase = subject.of(text)
    front = front_of(phrase).split()
    if not front or len(phrase.split()) > LONG:
        return False
    last = front[-1]
    known = source_words().keys() | undertaking_words("bodies")
    return last[0].isupper() or head_of(phrase) is not None or last.lower() in known


def _last_word(subject: str) -> str:
    return subject.lower().split()[-1] if subject.split() else ""


# --- together -------------------------------------------------------------------------------------


def _outermost(found: Sequence[_Bound]) -> list[_Bound]:
    """Of what overlaps, the longest, and of equals what is attributed."""
    kept: list[_Bound] = []
    for one in sorted(found, key=lambda b: (b.extent.start, -b.extent.end, b.statement is None)):
        if not any(other.action.overlaps(one.action) for other in kept[-4:]):
            kept.append(one)
    return kept


def _commitment(article: Article, bound: _Bound, agents: Sequence[Agent], moments: Sequence[Moment]) -> Commitment:
    text = article.text
    before = bound.subject.start if bound.subject else bound.extent.start
    told = [m for m in moments if m.span and (m.span.start >= bound.action.start or m.span.end <= before)]
    begins, due = deadlines(article, bound.extent, told)
    return Commitment(
        statement=bound.statement.id if bound.statement else None,
        action=(bound.subject, bound.action) if bound.subject and bound.is_event else (bound.action,),
        strength=bound.strength,
        condition=(bound.condition,) if bound.condition else (),
        begins=begins,
        due=due,
        agent=_agent(text, bound, agents),
        extent=bound.extent,
    )


def _agent(text: str, bound: _Bound, agents: Sequence[Agent]) -> str | None:
    """Who is bound: whom the subject names, else who speaks."""
    named = (a.id for a in agents for m in a.mentions if bound.subject and bound.subject.covers(m))
    return next(named, bound.statement.agent if bound.statement else None)
