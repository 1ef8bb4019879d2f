"""The lookup of an SQLite store: each small question is one indexed query."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection

_STARTING = " UNION ".join(
    f"SELECT id FROM {table} WHERE id >= :low AND id < :high" for table in ("article", "statement", "agent")
)
_HOME = """
SELECT id FROM article WHERE id = :id UNION SELECT article FROM statement WHERE id = :id
UNION SELECT article FROM agent WHERE id = :id
"""
_AGENTS_OF = """
SELECT id FROM agent WHERE id = :id OR article = :id UNION
SELECT agent FROM statement WHERE id = :id AND agent IS NOT NULL
"""
_SAME_AGENTS = """
SELECT other.agent FROM identity_member AS asked JOIN identity_member AS other USING (identity) WHERE asked.agent = :id
"""
_SPELLINGS = """
SELECT min(other.id) FROM identity_member AS asked JOIN identity_member AS member USING (identity)
JOIN agent AS other ON other.id = member.agent WHERE asked.agent = :id
AND other.name <> (SELECT name FROM agent WHERE id = :id) GROUP BY other.name
"""
_DERIVED = "SELECT high FROM derivation WHERE low = :id UNION SELECT low FROM derivation WHERE high = :id"
_MEMBERS = """
SELECT other.statement FROM utterance_member AS asked JOIN utterance_member AS other USING (utterance)
WHERE asked.statement = :id
"""


class SqliteLookup:
    """Answers `onrecord.store.closure.Lookup` from the database."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def starting(self, prefix: str) -> Collection[str]:
        """The ids of articles, statements and agents that start so."""
        return self._column(_STARTING, low=prefix, high=prefix + "g")  # "g" comes behind every hexadecimal digit

    def home(self, any_id: str) -> str:
        """The article that an article's, statement's or agent's id belongs to."""
        (article,) = self._column(_HOME, id=any_id)
        return article

    def agents_named(self, name: str) -> Collection[str]:
        """The agents that this form of a name finds."""
        return self._column("SELECT agent FROM agent_name WHERE name = :name", name=name)

    def agents_of(self, any_id: str) -> Collection[str]:
        """An agent itself, the agent of a statement, all agents of an article."""
        return self._column(_AGENTS_OF, id=any_id)

    def same_agents(self, agent: str) -> Collection[str]:
        """All agents that are this one, itself among them where it has a name."""
        return self._column(_SAME_AGENTS, id=agent)

    def spellings(self, agent: str) -> Collection[str]:
        """For each other name that this agent has elsewhere, the agent with the smallest id that has it."""
        return self._column(_SPELLINGS, id=agent)

    def statements(self, article: str) -> Collection[str]:
        """The statements of an article."""
        return self._column("SELECT id FROM statement WHERE article = :id", id=article)

    def members(self, statement: str) -> Collection[str]:
        """All statements of the utterance that this one reports."""
        return self._column(_MEMBERS, id=statement)

    def derived(self, article: str) -> Collection[str]:
        """The articles that a derivation joins with this one, in either direction, itself perhaps among them."""
        return self._column(_DERIVED, id=article)

    def _column(self, query: str, **values: str) -> list[str]:
        return [value for (value,) in self._connection.execute(query, values)]
