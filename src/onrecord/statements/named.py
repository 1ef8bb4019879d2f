"""Agents of the named people, bodies and documents of an article, one for each entity."""

from __future__ import annotations

from onrecord.records.agent import Agent, AgentType
from onrecord.records.article import Article
from onrecord.records.ids import agent_id
from onrecord.records.labels import MentionKind
from onrecord.records.spans import Span
from onrecord.statements.credentials import credentials
from onrecord.statements.entities import Entity

TYPES = {MentionKind.PERSON: AgentType.NAMED_PERSON, MentionKind.DOCUMENT: AgentType.DOCUMENT}


class Named:
    """The agents of one article's entities, each made when it is first asked for."""

    def __init__(self, article: Article) -> None:
        self._article = article
        self._known: dict[int, Agent] = {}

    def agent(self, entity: Entity) -> Agent:
        """The entity's agent."""
        known = self._known.get(id(entity))
        if known is None:
            known = self._known[id(entity)] = self._made(entity)
        return known

    def _made(self, entity: Entity) -> Agent:
        text, mentions = self._article.text, tuple(entity.mentions)
        roles = sorted(
            {r.title: r for r in reversed(entity.roles)}.values(),
            key=lambda r: (bool(r.span and "[" in r.span.of(text)), -len(r.title.split()), r.span or Span(0, 1)),
        )
        return Agent(
            id=agent_id(self._article.id, mentions),
            article=self._article.id,
            type=TYPES.get(entity.kind, AgentType.NAMED_ORGANIZATION),
            names=tuple(sorted(entity.names, key=lambda n: (-len(n.split()), entity.names.index(n)))),
            roles=tuple(roles),
            mentions=mentions,
            justification=credentials(text, mentions, roles),
        )
