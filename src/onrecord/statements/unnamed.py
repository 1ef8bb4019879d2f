"""Sources without a name of their own: the same words again, or the same head after "the", are the same agent."""

from __future__ import annotations

import re

from onrecord.records.agent import Agent, AgentType, Role
from onrecord.records.article import Article
from onrecord.records.ids import agent_id
from onrecord.records.spans import Span
from onrecord.statements.credentials import described
from onrecord.statements.role_phrases import description, front_of, head_of
from onrecord.text.segments import WORD

ARTICLE = re.compile(r"(?:the|an?)\s", re.IGNORECASE)
SOME = re.compile(r"(?:one|two|three|some|many|several|other|another)\b", re.IGNORECASE)
"""What opens a phrase that means others each time it is used."""
TAKEN_UP = re.compile(r"(?:(?P<determiner>the|these|those|(?P<theirs>his|her|their|its))\s)?[\w’'-]+", re.IGNORECASE)
"""A phrase that may take up what was described before: its head alone, bare or after "the" or "her"."""
OWNER = re.compile(r"['’]s?\s|(?:his|her|their|its)\s", re.IGNORECASE)
"""In a description that "her lawyers" may take up: it says whose they are."""

BASED = re.compile(r"[\w’'-]{2,40}-based\s(?=[A-Z])")
MEDIUM = re.compile(r"(?<=\w)\s(?:newspaper|magazine|weekly|website|news (?:agency|site|outlet|website)|agency)$")
"""What kind of newsroom it is, in small letters behind its name."""


class Unnamed:
    """The unnamed sources of one article, in the order of the text; one agent for each that is told apart."""

    def __init__(self, article: Article) -> None:
        self._article = article
        self._by_words: dict[str, Agent] = {}
        self._by_head: dict[tuple[AgentType, str, bool], Agent] = {}

    def agent(
        self, span: Span, phrase: str, kind: AgentType, reason: Span | None = None, *, is_joint: bool = False
    ) -> Agent:
        """The agent that the phrase at `span` describes; `reason` are the words that grant it anonymity.

        One of several people ("Holm and Berg", `is_joint`) and a named body are called by the phrase itself.
        """
        words = without_article(phrase).lower()
        known = None if SOME.match(words) else self._by_words.get(words) or self._taken_up(phrase, kind)
        if known is None:
            known = self._made(span, phrase, kind, reason, is_joint=is_joint)
            self._by_words.setdefault(without_article(front_of(phrase)).lower(), known)
            self._remember(phrase, kind, known)
        self._by_words[words] = known
        return known

    def _remember(self, phrase: str, kind: AgentType, agent: Agent) -> None:
        """By its head noun, and by what role that names; by whose they are where the phrase says so."""
        is_owned = OWNER.search(front_of(phrase)) is not None
        for head in {_head(phrase), head_of(phrase) or ""} - {""}:
            self._by_head[kind, head, False] = agent
            if is_owned:
                self._by_head[kind, head, True] = agent

    def _taken_up(self, phrase: str, kind: AgentType) -> Agent | None:
        """The last agent of this kind whose description has the head that this phrase repeats ("the lawyers").

        After a determiner another word for the same role will do ("her attorneys"); "her" means those of whom it was
        said whose they are.
        """
        again = TAKEN_UP.fullmatch(phrase.strip())
        if again is None:
            return None
        heads = (_head(phrase), head_of(phrase) or "") if again["determiner"] else (_head(phrase),)
        found = (self._by_head.get((kind, head, again["theirs"] is not None)) for head in heads)
        return next((agent for agent in found if agent is not None), None)

    def _made(self, span: Span, phrase: str, kind: AgentType, reason: Span | None, *, is_joint: bool) -> Agent:
        is_called = is_joint or kind is AgentType.NAMED_ORGANIZATION
        title = description(phrase)
        role = Role(title, Span(span.start, span.start + len(title)), self._article.published)
        return Agent(
            id=agent_id(self._article.id, (span,)),
            article=self._article.id,
            type=kind,
            names=(body_name(phrase),) if is_called else (),
            roles=(role,) if head_of(phrase) and not is_called else (),
            mentions=(span,),
            justification=(reason,) if reason else described(self._article.text, span),
        )


def without_article(phrase: str) -> str:
    """The phrase without "the", "a" or "an" in front."""
    return ARTICLE.sub("", phrase.strip(), count=1) if ARTICLE.match(phrase.strip()) else phrase.strip()


def body_name(phrase: str) -> str:
    """What the phrase calls a body, without the article, the town and the kind of a newsroom around its name.

    "the Brenn-based Quay Institute" is "Quay Institute", "the Quay Courier newspaper" is "Quay Courier".
    """
    called = BASED.sub("", without_article(phrase), count=1)
    return MEDIUM.sub("", called, count=1)


def _head(phrase: str) -> str:
    words = WORD.findall(front_of(phrase))
    return words[-1].lower() if words else phrase.lower()
