"""How a source audit names a source: its type, its name or what it is called, its title, and why it is heard."""

from __future__ import annotations

import re
from typing import NamedTuple

from onrecord.records import Agent, AgentType, Article, Span
from onrecord.statements.role_phrases import front_of, head_of

DETERMINER = re.compile(
    r"(?:the|an?|this|that|these|those|his|her|their|its|our|some|many|most|several|various|other|both|all|a\sfew|"
    r"two|three|four|five|one|more\sthan\s\w+|dozens\sof|hundreds\sof|a\snumber\sof|a\sgroup\sof|members\sof)\s",
    re.IGNORECASE,
)
SPEAKS_FOR = frozenset({"spokesperson"})
"""Roles whose holders speak for their body and not for themselves."""
BODY_BEHIND = re.compile(r"\s(?:for|of|from|at|with)\s(?:the\s)?(?P<body>[A-Z].*)")


class SourceName(NamedTuple):
    """The source of a passage.  `name` of somebody unnamed is what a group or a document is called, None for a person;
    `justification` is in the article's words."""

    type: AgentType
    name: str | None = None
    title: str | None = None
    justification: str | None = None


def source_name(article: Article, agent: Agent | None) -> SourceName:
    """The source of statements that are attributed to the agent; None stands for somebody unknown."""
    if agent is None:
        return SourceName(AgentType.UNNAMED_PERSON)
    title = agent.role.title if agent.role else None
    why = " ".join(span.of(article.text) for span in agent.justification) or None
    if agent.name is not None:
        return SourceName(agent.type, agent.name, title, why)
    called = _called(article.text, agent.mentions[0])
    body = _spoken_for(called) if agent.type is AgentType.UNNAMED_PERSON else None
    if body is not None:
        return SourceName(AgentType.NAMED_ORGANIZATION, body, None, why)
    if agent.type in (AgentType.UNNAMED_GROUP, AgentType.DOCUMENT):
        return SourceName(agent.type, front_of(called), None, why)
    return SourceName(agent.type, None, title, why)


def _called(text: str, mention: Span) -> str:
    """The phrase without determiners and counts in front."""
    phrase = mention.of(text).strip()
    while opening := DETERMINER.match(phrase):
        phrase = phrase[opening.end() :]
    return phrase


def _spoken_for(phrase: str) -> str | None:
    """The body that a spokesperson without a name speaks for ("Harbour Fund spokeswoman"); None without one."""
    if head_of(phrase) not in SPEAKS_FOR:
        return None
    front = front_of(phrase).split()[:-1]
    if front and front[0][0].isupper():
        return " ".join(front).removesuffix("'s").removesuffix("’s")
    behind = BODY_BEHIND.search(phrase)
    return behind["body"] if behind else None
