"""What kind of source a phrase without a known name is."""

from __future__ import annotations

import re

from onrecord.lexicon.name_words import name_words
from onrecord.lexicon.roles import role_words, source_words
from onrecord.records.agent import AgentType
from onrecord.records.labels import MentionKind
from onrecord.statements.role_phrases import front_of, head_of, is_plural
from onrecord.text.segments import WORD

ARTICLE = re.compile(r"(?:the|an?|this|that)\s", re.IGNORECASE)
COUNTS = frozenset("percent two three four five six seven eight nine ten twelve dozens hundreds thousands".split())
LABELLED: dict[MentionKind | None, AgentType] = {
    MentionKind.PERSON: AgentType.UNNAMED_PERSON,
    MentionKind.GROUP: AgentType.UNNAMED_GROUP,
    MentionKind.ORGANIZATION: AgentType.UNNAMED_GROUP,
}
DAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
NATION = re.compile(r"(?:ese|[cs]h|ss)$")
"""How the name of a people ends that has no plural of its own: "the Chinese", "the French"."""
PEOPLE = re.compile(r"(?:[^d]ers|[cst]ors|ists|ians|ites|men|women)$|^[A-Z]\w+als$")
PERSON = re.compile(r"(?:[^d]er|[cst]or|ist|ian|ee|man|woman)$")


def unnamed_type(phrase: str, *, granted: bool, quoted: bool, labelled: MentionKind | None = None) -> AgentType | None:
    """The kind by the head noun; None where nothing that could speak is named ("the stark contrast").

    `granted`: the article says that it gave anonymity.  `quoted`: words are quoted, so that somebody said them.
    `labelled`: what the labeller takes the phrase for, where no word of it tells.
    """
    front = front_of(phrase)
    tokens = _without_day(WORD.findall(front)) or [phrase]
    head = tokens[-1].lower()
    section = source_words().get(head)
    is_role = head in role_words() and head_of(front) is not None
    if granted and section != "document":
        return AgentType.ANONYMOUS_SOURCE
    if section == "group" or (is_role and is_plural(front)) or COUNTS & {t.lower() for t in tokens}:
        return AgentType.UNNAMED_GROUP
    if is_role:
        return AgentType.UNNAMED_PERSON
    if section == "document":
        return AgentType.DOCUMENT
    if section == "organization":
        return AgentType.NAMED_ORGANIZATION if _is_named(front) else AgentType.UNNAMED_GROUP
    return _by_form(tokens, quoted=quoted and labelled not in LABELLED) or LABELLED.get(labelled)


def _without_day(tokens: list[str]) -> list[str]:
    """Without the day behind a phrase: "media reports Tuesday"."""
    return tokens[:-1] if len(tokens) > 1 and tokens[-1].lower() in DAYS else tokens


def _is_named(front: str) -> bool:
    """Whether a capital beside the article tells which body is meant ("the Quill campaign", "Quill's office")."""
    return any(w[0].isupper() for w in WORD.findall(ARTICLE.sub("", front)))


def _by_form(tokens: list[str], *, quoted: bool) -> AgentType | None:
    """The kind of a phrase whose head no list knows."""
    head = tokens[-1]
    people = name_words("people")
    if head in people and not NATION.search(head):
        return AgentType.UNNAMED_PERSON
    if head in people or (head.endswith("s") and head[:-1] in people) or PEOPLE.search(head):
        return AgentType.UNNAMED_GROUP
    if head[0].isupper():
        return AgentType.NAMED_ORGANIZATION
    if PERSON.search(head):
        return AgentType.UNNAMED_PERSON
    if not quoted:
        return None
    return AgentType.UNNAMED_GROUP if head.endswith("s") else AgentType.UNNAMED_PERSON
