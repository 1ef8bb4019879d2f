"""Cards: what agents of different articles are compared by.  Agents with equal cards are one without being compared."""

from __future__ import annotations

from dataclasses import dataclass, field

from onrecord.people.contexts import NOTHING, Context, context
from onrecord.people.names import GENERATIONS, name_parts
from onrecord.people.parts import organisation_parts
from onrecord.records import Agent, AgentType, content_id
from onrecord.text.transliteration import spells_roughly

NAMED = frozenset({AgentType.NAMED_PERSON, AgentType.NAMED_ORGANIZATION})


@dataclass(frozen=True, slots=True)
class Card:
    """Names and context.  `names` are folded and sorted: a person's full names, or the single ones where there is none.

    `owner` is the id of an agent that a judgement gave a card of its own; "" for a card that agents share.
    """

    type: AgentType
    names: tuple[str, ...]
    context: Context = NOTHING
    owner: str = ""
    id: str = field(init=False)

    def __post_init__(self) -> None:
        made = content_id("card", self.type.value, "|".join(self.names), *self.context.words(), self.owner)
        object.__setattr__(self, "id", made)

    @property
    def is_person(self) -> bool:
        """Whether it is a person's."""
        return self.type is AgentType.NAMED_PERSON

    @property
    def is_lone(self) -> bool:
        """Whether a person is named by a single word: no name to know a stranger by."""
        return self.is_person and all(" " not in name for name in self.names)


def card_of(agent: Agent, owner: str = "") -> Card | None:
    """The card of an agent; None for one without a name."""
    if agent.type not in NAMED:
        return None
    is_person = agent.type is AgentType.NAMED_PERSON
    forms = {form for name in agent.names if (form := _form(name, is_person=is_person))}
    if not forms:
        return None
    if is_person:
        forms = {form for form in forms if " " in form} or forms
    return Card(agent.type, tuple(sorted(forms)), context((r.title for r in agent.roles), agent.affiliations), owner)


def _form(name: str, *, is_person: bool) -> str:
    """The name as it is compared: folded Latin letters, or as it is written where its script spells only roughly."""
    if spells_roughly(name):
        return " ".join(name.split())
    if not is_person:
        return " ".join(organisation_parts(name).words)
    parts = name_parts(name)
    last = name.split()[-1].strip(".,").lower() if len(parts) > 1 else ""
    return " ".join((*parts, last) if last in GENERATIONS and last != parts[-1] else parts)
