"""Sides: whether a subject means the speaker, or the country or body that the speaker speaks for."""

from __future__ import annotations

from collections.abc import Callable

from onrecord.lexicon.countries import countries_in
from onrecord.records.agent import Agent
from onrecord.records.statement import StatementKind

OWN = frozenset({"i", "we"})
PRONOUNS = frozenset({"he", "she", "it", "they"})
SIDE = 4
"""Words in a subject that may name the speaker's own side ("our government", "the Russian side")."""

IsOwn = Callable[[str], bool]


def side_of(agent: Agent | None, kind: StatementKind) -> IsOwn:
    """A test of subjects in the agent's words: "we", in indirect speech "she", its name, its country's name."""
    beside = [*(r.title for r in agent.roles), *agent.names] if agent else []
    countries = frozenset(country for words in beside for country in countries_in(words))
    names = {name.lower() for name in agent.names} if agent else set()

    def is_own(subject: str) -> bool:
        low = subject.lower()
        if low in names or low in OWN or (low in PRONOUNS and kind is not StatementKind.DIRECT):
            return True
        is_short = len(low.split()) <= SIDE
        return is_short and (low.startswith("our ") or not countries.isdisjoint(countries_in(subject)))

    return is_own
