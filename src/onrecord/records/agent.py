"""Agent: who statements are attributed to."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from onrecord.records.spans import Span, Spans


class AgentType(StrEnum):
    """The kinds of source that newsroom source audits tell apart."""

    NAMED_PERSON = "named_person"
    NAMED_ORGANIZATION = "named_organization"
    UNNAMED_PERSON = "unnamed_person"
    UNNAMED_GROUP = "unnamed_group"
    ANONYMOUS_SOURCE = "anonymous_source"
    DOCUMENT = "document"


@dataclass(frozen=True, slots=True)
class Role:
    """A title or function as the text gives it, and where; `seen_on` is the ISO day of the report."""

    title: str
    span: Span | None = None
    seen_on: str | None = None


@dataclass(frozen=True, slots=True)
class Agent:
    """A source as one article knows it; across articles, the same person's Agents are linked, never overwritten.

    `names` are the spellings seen, the fullest first; `mentions` every phrase that refers to the agent;
    `roles` in the order of the text, the fullest first;
    `justification` is the words that say why the source is trusted or unnamed.
    """

    id: str
    article: str
    type: AgentType
    names: tuple[str, ...] = ()
    roles: tuple[Role, ...] = ()
    affiliations: tuple[str, ...] = ()
    mentions: Spans = ()
    justification: Spans = ()

    @property
    def name(self) -> str | None:
        """The fullest name seen; None for an agent without a name."""
        return self.names[0] if self.names else None

    @property
    def role(self) -> Role | None:
        """The fullest role seen; None where the text gives none."""
        return self.roles[0] if self.roles else None
