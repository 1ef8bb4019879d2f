"""Naming: the forms of an agent's names and posts under which a store finds it."""

from __future__ import annotations

from onrecord.people.names import family_name, name_parts
from onrecord.people.posts import post
from onrecord.records import Agent, AgentType

_PERSONS = frozenset({AgentType.NAMED_PERSON, AgentType.UNNAMED_PERSON, AgentType.ANONYMOUS_SOURCE})


def asked_name(name: str) -> str:
    """The form under which a name that somebody asks for is looked up: no case, accents or honorifics."""
    return " ".join(name_parts(name))


def asked_post(title: str) -> str:
    """The form under which the holders of an office are looked up; "" for a title that says too little of it."""
    asked = post(title)
    return next(iter(asked.forms()), "") if asked else ""


def found_names(agent: Agent) -> tuple[str, ...]:
    """Every form that finds this agent: its posts, its names, and of a person's the family name alone as well.

    As nobody can say where a family name begins, every end of a name counts: "von der Leyen", "der Leyen", "Leyen".
    """
    forms = {form for role in agent.roles if agent.name and (held := post(role.title)) for form in held.forms()}
    for name in agent.names:
        parts = name_parts(name)
        forms.add(" ".join(parts))
        if agent.type in _PERSONS:
            forms.update(" ".join(parts[i:]) for i in range(1, len(parts)))
            forms.add(family_name(name))
    return tuple(sorted(forms - {""}))
