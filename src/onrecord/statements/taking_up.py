"""What a description takes up: the person or body whose role or noun it repeats, or what a link leads to."""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.lexicon.countries import countries_in
from onrecord.lexicon.roles import role_genders, role_words, source_words
from onrecord.records.labels import MentionKind
from onrecord.records.spans import Span
from onrecord.statements.entities import Entity
from onrecord.statements.role_phrases import SMALL, head_of, is_plural
from onrecord.text.segments import WORD

DEFINITE = re.compile(r"(?:the|this|that)\s", re.IGNORECASE)
DEFINITES = frozenset("the this that these those".split())
POSSESSIVES = frozenset("his her their its my our your".split())
INDEFINITES = frozenset("a an one two three four five six some many most several other another more no any".split())
LEADER = "head"
SURE, SURER = 0.5, 0.75
"""How sure a link must be where the description repeats the head of what it takes up ("the report"), and elsewhere."""


def gender_of(phrase: str) -> str | None:
    """The gender that a word of the phrase tells ("spokeswoman")."""
    return next((g for w in WORD.findall(phrase.lower()) if (g := role_genders().get(w))), None)


def person_by_role(
    phrase: str, position: int, entities: Sequence[Entity], recent: Sequence[Entity], linked: Entity | None = None
) -> Entity | None:
    """The person named before whose role the definite phrase repeats ("the spokesman").

    "The Fund's chief" may be its director.  Of several it is the one that a link leads to (`linked`), else one of the
    `recent` speakers, and the last one named.
    """
    head = head_of(phrase)
    if head is None or is_plural(phrase) or not DEFINITE.match(phrase):
        return None
    gender = gender_of(phrase)
    fitting = [
        (before, e)
        for e in entities
        if e.may_be(gender)
        and (before := e.last_before(position)) is not None
        and head in e.heads()
        and not contradicts(phrase, e)
    ]
    if not fitting and role_words()[LEADER] == head:
        fitting = _leading(phrase, position, entities)
    if any(e is linked for _, e in fitting):
        return linked
    spoken = [pair for pair in fitting if any(pair[1] is e for e in recent)]
    return max(spoken or fitting, key=lambda pair: pair[0])[1] if fitting else None


def _leading(phrase: str, position: int, entities: Sequence[Entity]) -> list[tuple[Span, Entity]]:
    """The people named before who have a role in the body that the phrase names, whatever it is called."""
    said = _qualifiers(phrase)
    found = ((e.last_before(position), e) for e in entities if any(said & _qualifiers(r.title) for r in e.roles))
    return [(before, e) for before, e in found if before is not None]


def body_by_noun(text: str, span: Span, entities: Sequence[Entity]) -> Entity | None:
    """The body named before whose name the definite phrase repeats ("the commission"); the last one so named."""
    head = re.fullmatch(r"(?:the|this|that)\s(?P<noun>[a-z]+)", span.of(text).strip(), re.IGNORECASE)
    if head is None or source_words().get(head["noun"].lower()) != "organization":
        return None
    bodies = [
        (before, e)
        for e in entities
        if e.kind is MentionKind.ORGANIZATION
        and (before := e.last_before(span.start)) is not None
        and _is_called(text, e, head["noun"])
    ]
    return max(bodies, key=lambda pair: pair[0])[1] if bodies else None


def _is_called(text: str, body: Entity, noun: str) -> bool:
    """Whether the noun heads the body's name ("Board of Trade") or introduces it ("one agency, the Lake Board")."""
    if re.search(rf"\b{noun}(?:$|\s(?:of|on|for)\b)", body.name, re.IGNORECASE):
        return True
    leads = (text[max(0, m.start - len(noun) - 8) : m.start] for m in body.mentions)
    return any(re.search(rf"\b{noun},\s(?:the\s)?$", lead, re.IGNORECASE) for lead in leads)


def repeats(phrase: str) -> bool:
    """Whether a phrase that was said before means the same again: "the boy", "his lawyer", "harbour officials"."""
    words = phrase.lower().split()
    if words[0] in DEFINITES | POSSESSIVES:
        return True
    return len(words) > 1 and words[0] not in INDEFINITES


def takes_up(phrase: str, score: float, *, is_same: bool) -> bool:
    """Whether a description means what its link leads to: it must be definite, and the link surer the less it repeats.

    `is_same`: both have the same head word.
    """
    opening = phrase.split(maxsplit=1)[0].lower()
    if is_same:
        return opening in DEFINITES | POSSESSIVES and score >= SURE
    return opening in DEFINITES and score >= SURER


def contradicts(phrase: str, entity: Entity) -> bool:
    """Whether the phrase's own qualifiers name another body or country than every role of the entity does."""
    said = _qualifiers(phrase)
    return (
        bool(said)
        and not any(said & (q := _qualifiers(r.title)) or not q for r in entity.roles)
        and not any(countries_in(phrase) & countries_in(r.title) for r in entity.roles)
        and not any(_begin_alike(a, b) for a in said for r in entity.roles for b in _qualifiers(r.title))
    )


def _qualifiers(phrase: str) -> set[str]:
    """The capitalised words of a role phrase: the body or country it belongs to."""
    words = WORD.findall(re.sub(r"^(?:the|this|that|a|an)\s", "", phrase, flags=re.IGNORECASE))
    return {w.lower() for w in words if w[0].isupper() and w.lower() not in role_words() and w.lower() not in SMALL}


def _begin_alike(one: str, other: str) -> bool:
    """Whether two qualifiers name one place or body by a noun and its adjective ("Californian", "California")."""
    return one[:4] == other[:4] and min(len(one), len(other)) >= 4
