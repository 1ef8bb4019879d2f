"""The lookup of an SQLite store: each small question is one indexed query."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection

from onrecord.records import AgentType
from onrecord.store.naming import shared_name

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
_SAME_AGENTS = "SELECT second FROM same_agent WHERE first = :id UNION SELECT first FROM same_agent WHERE second = :id"
_NAMESAKES = """
SELECT agent.id FROM agent_name JOIN agent ON agent.id = agent_name.agent
WHERE agent_name.name = :name AND agent.type = :kind
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
        """The agents that an edge says are this one, under another spelling."""
        return self._column(_SAME_AGENTS, id=agent)

    def namesakes(self, agent: str) -> Collection[str]:
        """The agents of this one's type that have its full name."""
        ((name, kind),) = self._connection.execute("SELECT name, type FROM agent WHERE id = ?", (agent,))
        form = shared_name(name, AgentType(kind))
        return self._column(_NAMESAKES, name=form, kind=kind) if form else ()

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
