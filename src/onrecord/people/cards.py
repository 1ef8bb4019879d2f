"""Cards: what agents of different articles are compared by.  Agents with equal cards are one without being compared."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import cache

from onrecord.lexicon.roles import portfolios, source_words
from onrecord.lexicon.word_lists import sections
from onrecord.people.contexts import NOTHING, Context, context, countries_of
from onrecord.people.names import GENERATIONS, name_parts
from onrecord.people.parts import organisation_parts
from onrecord.records import Agent, AgentType, content_id
from onrecord.text.transliteration import spells_roughly

NAMED = frozenset({AgentType.NAMED_PERSON, AgentType.NAMED_ORGANIZATION})


@dataclass(frozen=True, slots=True)
class Card:
    """Names and context.

    `names` are folded and sorted: those that say enough (see `is_lone`), or the others where none does.  `owner` is the
    id of the only agent that has the card; "" for one that agents share.
    """

    type: AgentType
    names: tuple[str, ...]
    context: Context = NOTHING
    owner: str = ""
    id: str = field(init=False)
    is_lone: bool = field(init=False)
    """Whether the names say too little to know a stranger by."""

    def __post_init__(self) -> None:
        made = content_id("card", self.type.value, "|".join(self.names), *self.context.words(), self.owner)
        object.__setattr__(self, "id", made)
        object.__setattr__(self, "is_lone", not any(_is_whole(n, is_person=self.is_person) for n in self.names))

    @property
    def is_person(self) -> bool:
        """Whether it is a person's."""
        return self.type is AgentType.NAMED_PERSON


def card_of(agent: Agent, owner: str = "") -> Card | None:
    """The card of an agent, which nobody shares where its names say too little; None for one without a name."""
    if agent.type not in NAMED:
        return None
    is_person = agent.type is AgentType.NAMED_PERSON
    forms = {form for name in agent.names if (form := _form(name, is_person=is_person))}
    if not forms:
        return None
    forms = {form for form in forms if _is_whole(form, is_person=is_person)} or forms
    beside = context((r.title for r in agent.roles), agent.affiliations) if is_person else countries_of(agent.names)
    card = Card(agent.type, tuple(sorted(forms)), beside, owner)
    return card if owner or not card.is_lone or card.context.is_post else replace(card, owner=agent.id)


def _is_whole(form: str, *, is_person: bool) -> bool:
    """Whether a name says enough to know a stranger by: two words of a person's, one of its own of a body's."""
    words = form.split()
    return len(words) > 1 if is_person else not all(word in _common() for word in words)


@cache
def _common() -> frozenset[str]:
    """Words that name a sort of body, or a sort of sort: "technical university"."""
    return sections("organisation_words.txt")["generic"] | source_words().keys() | portfolios()


def _form(name: str, *, is_person: bool) -> str:
    """The name as it is compared: folded Latin letters, or as it is written where its script spells only roughly."""
    if spells_roughly(name):
        return " ".join(name.split())
    if not is_person:
        return " ".join(organisation_parts(name).words)
    parts = name_parts(name)
    last = name.split()[-1].strip(".,").lower() if len(parts) > 1 else ""
    return " ".join((*parts, last) if last in GENERATIONS and last != parts[-1] else parts)
