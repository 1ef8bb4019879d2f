"""The people and bodies that an article names: every short form beside its full one, with the roles given to them."""

from __future__ import annotations

import re
from bisect import bisect_left, insort
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from onrecord.lexicon.given_names import given_names
from onrecord.lexicon.roles import role_genders
from onrecord.lexicon.word_lists import sections
from onrecord.records.agent import Role
from onrecord.records.labels import MentionForm, MentionKind, MentionLabel
from onrecord.records.spans import Span
from onrecord.statements.insertions import bare, completed, inserted_title
from onrecord.statements.kinsfolk import is_kin
from onrecord.statements.name_kinds import with_kinds
from onrecord.statements.role_phrases import head_of, title_before, title_behind, title_introducing
from onrecord.text.segments import WORD, paragraphs
from onrecord.text.spelling import sound

HONORIFIC = re.compile(r"\b(Mr|Mrs|Ms|Miss|Sir|Lady|Lord|Dame|Madam)\.?\s$")
GENDER_OF = {
    "Mr": "m",
    "Sir": "m",
    "Lord": "m",
    "Mrs": "f",
    "Ms": "f",
    "Miss": "f",
    "Lady": "f",
    "Dame": "f",
    "Madam": "f",
}
ABBREVIATION = re.compile(r"[A-Z]{2,7}")
PARTICLES = frozenset("de da di do dos du del della la le van von der den bin ibn al el abu zu af ter".split())
QUARTERS = frozenset("north south east west northern southern eastern western upper lower new".split())
"""With such a word more a place has another name: "East Lindholm" is not Lindholm."""
SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})


@dataclass(slots=True)
class Entity:
    """One named person or body of the article while its mentions are gathered."""

    kind: MentionKind
    names: list[str] = field(default_factory=list)
    mentions: list[Span] = field(default_factory=list)
    """Sorted."""
    roles: list[Role] = field(default_factory=list)
    gender: str | None = None
    in_full: int = 0
    """How often the entity is named with more than one word."""
    completed: int = 0
    """How many of the names, the last ones, an editor completed in brackets."""
    is_kin: bool = False
    """Whether the family name alone means another, whose kin this is: "Holm and first lady Marta Holm"."""

    @property
    def name(self) -> str:
        """The fullest spelling: the most words, then the first seen."""
        return max(self.names, key=lambda n: len(n.split()))

    @property
    def is_person(self) -> bool:
        """Whether the entity is one person."""
        return self.kind is MentionKind.PERSON

    def may_be(self, gender: str | None) -> bool:
        """Whether this may be one person of that gender ("m", "f"; None: of any)."""
        return self.is_person and not (gender and self.gender and gender != self.gender)

    @property
    def is_sure(self) -> bool:
        """Whether something tells a person from a thing with a capital: a gender, a role, a second form of the name."""
        return bool(self.gender or self.roles or len(self.names) > 1)

    def last_before(self, position: int) -> Span | None:
        """The last mention that starts before the position."""
        k = bisect_left(self.mentions, Span(position, position + 1))
        return self.mentions[k - 1] if k else None

    def heads(self) -> set[str]:
        """What the entity is by role: {"spokesperson", "minister"}."""
        return {head for role in self.roles if (head := head_of(role.title)) is not None}


def find_entities(text: str, mentions: Iterable[MentionLabel], seen_on: str | None) -> list[Entity]:
    """The named entities, in the order of their first mention; their mentions sorted.

    Full names make the entities; a short form joins the one that is named in full most often, of equals the last one
    named before it, else the first one named later.  It never joins the kin of somebody who bears it alone.
    """
    named = (m for m in with_kinds(text, mentions) if m.form is MentionForm.NAME and m.kind is not MentionKind.EVENT)
    names = sorted((replace(m, span=completed(text, m.span)) for m in named), key=lambda m: m.span)
    entities: list[Entity] = []
    by_word: dict[str, list[Entity]] = {}
    for full_names in (True, False):
        for mention in names:
            words = _words(bare(mention.span.of(text)))
            if words and (len(words) > 1) is full_names:
                _enter(text, mention, words, entities, by_word)
        if full_names:
            _mark_kin(text, names, entities)
    for entity in entities:
        _add_roles(text, entity, seen_on)
    return sorted(entities, key=lambda e: e.mentions[0])


def _words(name: str) -> list[str]:
    """The words that tell names apart: lower case, without suffixes ("Jr.") and particles ("de", "van")."""
    found = [w.removesuffix("'s") for w in WORD.findall(name.lower().replace("’", "'"))]
    return [w for w in found if w not in SUFFIXES and w not in PARTICLES] or found


def _enter(
    text: str, mention: MentionLabel, words: list[str], entities: list[Entity], by_word: dict[str, list[Entity]]
) -> None:
    """Add a mention to the entity that it names, a new one if need be."""
    gender = _gender(text, mention.span)
    known = [e for e in by_word.get(words[-1], ()) if _may_name(e, words, mention.kind, gender)]
    name = re.sub(r"['’]s$", "", bare(mention.span.of(text)))
    if not known and len(words) == 1 and mention.kind is MentionKind.PERSON:
        known = _by_given_name(by_word, words[0])
    if not known and ABBREVIATION.fullmatch(name):
        known = [e for e in entities if not e.is_person and name in _abbreviations(e.name)]
    if mention.kind is MentionKind.ORGANIZATION and len(words) == 1 and sum(e.in_full > 0 for e in known) > 1:
        known = [e for e in known if not e.in_full]  # "Lake", beside "Lake Police" and "Friends of Lake", is a third
    entity = _meant(known, mention.span.start, is_short=len(words) == 1) if known else None
    if entity is None:
        entity = Entity(mention.kind)
        entities.append(entity)
        keys = {words[-1]} if mention.kind is MentionKind.PERSON else {words[-1], words[0]}
        if mention.kind is MentionKind.PERSON and len(words) > 1:
            keys.add(f"{words[0]} …")
        for key in keys:
            by_word.setdefault(key, []).append(entity)
    if name not in entity.names:
        by_editor = "]" in mention.span.of(text)
        entity.names.insert(len(entity.names) - (0 if by_editor else entity.completed), name)
        entity.completed += by_editor
    insort(entity.mentions, mention.span)
    entity.gender = entity.gender or gender
    entity.in_full += len(words) > 1


def _mark_kin(text: str, names: list[MentionLabel], entities: list[Entity]) -> None:
    """Find the people who are named beside the one who bears their family name alone."""
    alone: dict[str, list[int]] = {}
    for mention in names:
        words = _words(bare(mention.span.of(text)))
        if len(words) == 1:
            alone.setdefault(words[0], []).append(mention.span.start)
    for entity in entities:
        family = _words(entity.name)[-1]
        if entity.is_person and family in alone:
            entity.is_kin = any(is_kin(text, name, family, alone[family]) for name in entity.mentions)


def _by_given_name(by_word: dict[str, list[Entity]], word: str) -> list[Entity]:
    """The one person whose full name opens with that given name, or family name ("Kim"); none where two do."""
    opens_names = word.capitalize() in given_names() or word in sections("name_parts.txt")["family_first"]
    found = by_word.get(f"{word} …", []) if opens_names else []
    return found if len(found) == 1 else []


def _meant(known: list[Entity], position: int, *, is_short: bool) -> Entity:
    def rank(entity: Entity) -> tuple[int, bool, int]:
        before = entity.last_before(position)
        often = entity.in_full if is_short else 0
        return -often, before is None, position - before.start if before else entity.mentions[0].start

    return known[0] if len(known) == 1 else min(known, key=rank)


def _abbreviations(name: str) -> set[str]:
    """What a body's name of several words may be cut to: the initials of its words, small ones counted or not."""
    words = name.removeprefix("The ").replace("-", " ").split()
    capital = [w for w in words if w[0].isupper()]
    return {"".join(w[0].upper() for w in some) for some in (words, capital)} if len(capital) > 1 else set()


def _may_name(entity: Entity, words: list[str], kind: MentionKind, gender: str | None) -> bool:
    """Whether these words can be a spelling of the entity's name: no word of either contradicts the other."""
    if kind is not entity.kind or (gender and entity.gender and gender != entity.gender):
        return False
    known = _words(entity.name)
    if not entity.is_person:
        is_other = kind is MentionKind.PLACE and not QUARTERS.isdisjoint(set(words) ^ set(known))
        return not is_other and (set(words) <= set(known) or set(known) <= set(words))
    if known[-1] != words[-1] or (entity.is_kin and len(words) == 1 and not gender):
        return False
    if len(known) == 1 or len(words) == 1:
        return True
    first, other = known[0], words[0]
    if min(len(first), len(other)) == 1:
        return first[0] == other[0]
    return sound(first) == sound(other)


def _gender(text: str, span: Span) -> str | None:
    """By the honorific in front, else by the given name that a name of several words opens with."""
    honorific = HONORIFIC.search(text[max(0, span.start - 8) : span.start])
    if honorific:
        return GENDER_OF[honorific[1]]
    first, *rest = span.of(text).split()
    return given_names().get(first) if rest else None


def _add_roles(text: str, entity: Entity, seen_on: str | None) -> None:
    if not entity.is_person:
        return
    blocks = [p.start for p in paragraphs(text)]
    for mention in entity.mentions:
        k = bisect_left(blocks, mention.start + 1) - 1
        floor = blocks[k] if k >= 0 else 0
        beside = (title_before(text, mention, floor), inserted_title(text, mention), title_behind(text, mention))
        for span in (*beside, title_introducing(text, mention, floor)):
            if span is not None:
                entity.roles.append(Role(bare(span.of(text)), span, seen_on))
    for role in entity.roles:
        for word in WORD.findall(role.title.lower()):
            entity.gender = entity.gender or role_genders().get(word)
