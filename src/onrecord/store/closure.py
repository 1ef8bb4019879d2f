"""The closure: which articles a selection brings along."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Protocol

from onrecord.errors import NotFound
from onrecord.records import Selection
from onrecord.store.naming import asked_name, asked_post

MIN_PREFIX = 6
SPELLINGS = 8
"""Articles that an agent which nobody asked for brings along: enough to learn its best name, and never hundreds."""
_HEX = frozenset("0123456789abcdef")


class Lookup(Protocol):
    """The small questions that a store answers about what it holds; all ids are whole ones."""

    def starting(self, prefix: str) -> Collection[str]:
        """The ids of articles, statements and agents that start so."""
        ...

    def home(self, any_id: str) -> str:
        """The article that an article's, statement's or agent's id belongs to."""
        ...

    def agents_named(self, name: str) -> Collection[str]:
        """The agents that this form of a name or a post finds (see `naming`)."""
        ...

    def agents_of(self, any_id: str) -> Collection[str]:
        """An agent itself, the agent of a statement, all agents of an article."""
        ...

    def same_agents(self, agent: str) -> Collection[str]:
        """All agents that are this one, itself perhaps among them."""
        ...

    def spellings(self, agent: str) -> Collection[str]:
        """For each other name that this agent has elsewhere, the agent with the smallest id that has it."""
        ...

    def statements(self, article: str) -> Collection[str]:
        """The statements of an article."""
        ...

    def members(self, statement: str) -> Collection[str]:
        """All statements of the utterance that this one reports."""
        ...

    def derived(self, article: str) -> Collection[str]:
        """The articles that a derivation joins with this one, in either direction."""
        ...


def selected(lookup: Lookup, selection: Selection) -> tuple[str, ...]:
    """The ids that the selection names outright, in its order: whole ids for prefixes, agents for a name or a post.

    Raises NotFound where an id answers to nothing, or to more than one record.
    """
    ids = [_whole(lookup, given) for given in selection.ids]
    if selection.agent_name is not None:
        ids.extend(sorted(lookup.agents_named(asked_name(selection.agent_name))))
    if selection.post is not None:
        ids.extend(sorted(lookup.agents_named(asked_post(selection.post))))
    return tuple(dict.fromkeys(ids))


def closed(lookup: Lookup, ids: Iterable[str], *, alone: bool = False) -> set[str]:
    """The articles of these ids and of all that hangs together with them; with `alone`, the articles of the ids.

    Of a statement that means its whole utterance, of an agent that is asked for all agents that are the same.  All
    these articles bring every report of what they report, and derivations are followed to their ends.  The agents of
    asked articles and statements bring a few of the articles that spell them otherwise, smallest ids first.
    """
    if alone:
        return {lookup.home(any_id) for any_id in ids}
    named = {member for any_id in ids for member in (any_id, *lookup.members(any_id))}
    agents = {agent for any_id in named for agent in lookup.agents_of(any_id)}
    asked = agents & named
    linked = {other for agent in asked for other in lookup.same_agents(agent)}
    articles = {lookup.home(any_id) for any_id in named | asked | linked}
    statements = {statement for article in articles for statement in lookup.statements(article)}
    articles |= {lookup.home(member) for statement in statements for member in lookup.members(statement)}
    known = {other for agent in agents - named for other in sorted(lookup.spellings(agent))[:SPELLINGS]}
    return _derived(lookup, articles) | {lookup.home(agent) for agent in known}


def _derived(lookup: Lookup, articles: set[str]) -> set[str]:
    reached, waiting = set(articles), list(articles)
    while waiting:
        found = set(lookup.derived(waiting.pop())) - reached
        reached |= found
        waiting.extend(found)
    return reached


def _whole(lookup: Lookup, given: str) -> str:
    prefix = given.strip().lower()
    if len(prefix) < MIN_PREFIX or not _HEX.issuperset(prefix):
        raise NotFound(
            f"{given!r} is no id: an id is 32 hexadecimal digits, and its first {MIN_PREFIX} or more will do"
        )
    found = lookup.starting(prefix)
    if not found:
        raise NotFound(f"no article, statement, agent or utterance has the id {given}")
    if len(found) > 1:
        raise NotFound(f"{len(found)} ids start with {given}; give more digits")
    return next(iter(found))
