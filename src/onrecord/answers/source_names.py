"""How a source audit names a source: its type, its name or what it is called, its title, and why it is heard."""

from __future__ import annotations

import re
from typing import NamedTuple

from onrecord.answers.source_titles import title_of
from onrecord.records import Agent, AgentType, Findings, Span, Statement, ViaKind
from onrecord.statements.role_phrases import front_of, head_of

DETERMINER = re.compile(
    r"(?:the|an?|this|that|these|those|his|her|their|its|our|some|many|most|several|various|other|both|all|a\sfew|"
    r"two|three|four|five|one|more\sthan\s\w+|dozens\sof|hundreds\sof|a\snumber\sof|a\sgroup\sof|members\sof)\s",
    re.IGNORECASE,
)
SPEAKS_FOR = frozenset({"spokesperson", "official"})
"""Roles whose holders, where they have no name, speak for their body and not for themselves."""
REPRESENT = frozenset({"attorney", "spokesperson", "representative"})
NAME = r"[A-Z][\w&’'.-]*(?:\s(?:of\s|for\s|the\s)*[A-Z][\w&’'.-]*){0,6}"
VEHICLE = r"(?:statement|post|tweet|thread|release|e-?mail|letter|message|video|blog|website|announcement|notice)\b"
ISSUED = re.compile(
    rf"(?:(?P<before>{NAME})\s(?:[a-z-]+\s){{0,2}}{VEHICLE}|(?:[\w-]+\s){{0,3}}{VEHICLE}\s(?:from|by)\s(?:the\s)?(?P<behind>{NAME}))"
)
"""Something that only carries the words of the one who issued it, named in front ("Holm's post") or behind."""
WRITTEN_IN = re.compile(r"\A(?:in|on|issued|released)\s(?:an?|the|his|her|their|its)\s", re.IGNORECASE)
COME_FROM = re.compile(rf",?\s(?:from|at|of|with)\s(?:the\s)?(?:[a-z]+\s){{0,3}}(?P<body>{NAME})")
BODY_BEHIND = re.compile(r"\s(?:for|of|from|at|with)\s(?:the\s)?(?P<body>[A-Z].*)")


class SourceName(NamedTuple):
    """The source of a passage.  `name` of somebody unnamed is what a group or a document is called, None for a person;
    `justification` is in the article's words."""

    type: AgentType
    name: str | None = None
    title: str | None = None
    justification: str | None = None


def source_name(findings: Findings, agent: Agent) -> SourceName:
    """The source of statements that are attributed to the agent."""
    text = findings.article.text
    title = title_of(text, agent)
    why = " ".join(span.of(text) for span in agent.justification) or None
    if agent.name is not None:
        return SourceName(agent.type, agent.name, title, why)
    called = _called(text, agent.mentions[0])
    if agent.type is AgentType.DOCUMENT and (issuer := _issuer(findings, called)) is not None:
        return issuer
    body = _spoken_for(called) if agent.type is AgentType.UNNAMED_PERSON else None
    if body is not None:
        return SourceName(AgentType.NAMED_ORGANIZATION, _in_full(text, body), None, why)
    if agent.type is AgentType.UNNAMED_GROUP and (body := _represented(called)) is not None:
        head = front_of(called).split()[-1].capitalize()
        return SourceName(AgentType.NAMED_ORGANIZATION, f"{head}, {body}", None, why)
    if agent.type in (AgentType.UNNAMED_GROUP, AgentType.DOCUMENT):
        return SourceName(agent.type, front_of(called), None, why)
    return SourceName(agent.type, None, title, why)


def source_unknown(findings: Findings, statement: Statement) -> SourceName:
    """The source of a statement by somebody unknown: the document it was made in ("it said in its report"), if any."""
    for via in statement.via:
        if via.kind is ViaKind.DOCUMENT:
            return SourceName(AgentType.DOCUMENT, WRITTEN_IN.sub("", via.spans[0].of(findings.article.text)))
    return SourceName(AgentType.UNNAMED_PERSON)


def _issuer(findings: Findings, called: str) -> SourceName | None:
    """Who speaks through a statement or a post that only carries words ("a statement from the Harbour Fund")."""
    found = ISSUED.match(called)
    if found is None:
        return None
    name = re.sub(r"['’]s\Z", "", found["before"] or found["behind"])
    known = next((a for a in findings.agents if a.name and name in a.names), None)
    if known is not None:
        return source_name(findings, known)
    return SourceName(AgentType.NAMED_ORGANIZATION, _in_full(findings.article.text, name))


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


def _represented(called: str) -> str | None:
    """The body that lawyers or spokespeople without names come from ("lawyers from the firm Vale Partners")."""
    found = COME_FROM.search(called) if head_of(called) in REPRESENT else None
    return found["body"] if found else None


def _in_full(text: str, body: str) -> str:
    """The first longer name in the text that the body's name opens ("Harbour" of "Harbour Fund"); else the name."""
    longer = re.search(rf"\b{re.escape(body)}(?:\s[A-Z][\w&’'-]+)+", text)
    return longer[0] if longer else body
