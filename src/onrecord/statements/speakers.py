"""Who each statement is attributed to: names, roles, nominals and pronouns to one Agent, or "unknown"."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import replace

from onrecord.lexicon.roles import role_genders, role_words, source_words
from onrecord.records.agent import Agent, AgentType
from onrecord.records.article import Article
from onrecord.records.ids import agent_id
from onrecord.records.labels import Labels, MentionKind
from onrecord.records.spans import Span, Spans, hull
from onrecord.records.statement import StatementKind
from onrecord.statements.credentials import credentials, with_its_ground
from onrecord.statements.draft import Draft, kind_of
from onrecord.statements.entities import Entity, find_entities
from onrecord.statements.joint_sources import is_joint
from onrecord.statements.role_phrases import PREPOSITION, SMALL, head_of, is_plural
from onrecord.statements.source_types import unnamed_type
from onrecord.statements.unnamed import Unnamed
from onrecord.text.segments import WORD, sentences

PRONOUNS = {"he": "m", "him": "m", "his": "m", "she": "f", "her": "f", "who": None}
FIRST_PERSON = frozenset("i me my we us our".split())
OTHER_PRONOUNS = frozenset(
    "it its that this which these those what you one there whoever everyone everybody anyone anybody someone somebody "
    "nobody none no-one nothing each".split()
) | {"no one", "nobody else", "no one else"}
"""Words that refer to somebody or something, but to whom is not decided here, or to nobody."""
PLURAL_PRONOUNS = frozenset({"they", "them", "their"})
ANONYMITY = re.compile(
    r"\b(?:on\scondition\sof\s(?:strict\s)?anonymity|(?:condition|promise)\sof\sanonymity|spoke\sanonymously|"
    r"(?:not\sauthori[sz]ed|unauthori[sz]ed)\sto\s(?:speak|comment|discuss|talk)|"
    r"(?:asked|declined|requested|refused)\s(?:not\s)?to\sbe\s(?:named|identified))",
    re.IGNORECASE,
)
NEAR = 500
"""How far (code points) from a source the words that grant it anonymity may stand, in a sentence without an end."""
INFORMED = re.compile(r"\b(?:familiar|briefed|close)\s(?:with|on|to)\s", re.IGNORECASE)
"""In the source phrase itself these words stand for a name that is not given."""
COMPOUND = re.compile(r"['’]s?\s|\s(?!(?:of|for|at|from|with|in|on|to|by|who|himself|herself|also)\b)[\w“\"]")
"""Behind a name that only belongs to the description: "Quill's lawyer", "the Quill campaign"."""
INTRODUCED = re.compile(r",\s(?:(?:Mr|Mrs|Ms|Dr)\.?\s)?$")
"""In front of a name that follows its role as an apposition: "the editor in chief, Nora Vale"."""
BODIES = frozenset({AgentType.UNNAMED_GROUP, AgentType.NAMED_ORGANIZATION})
REACH = 5
"""A pronoun looks this many sentences back, a nominal as far as the article's start."""


class Speakers:
    """Resolves the sources of one article's drafts, in the order of the text.

    Every Agent has at least one mention.
    """

    def __init__(self, article: Article, labels: Labels) -> None:
        self._article = article
        self._text = article.text
        head = article.dateline.span if article.dateline else None
        mentions = [m for m in labels.mentions if head is None or not m.span.overlaps(head)]
        self._entities = find_entities(article.text, mentions, article.published)
        self._mentions = sorted(((m, e) for e in self._entities for m in e.mentions), key=lambda pair: pair[0])
        self._sentences = sentences(article.text)
        self._starts = [s.start for s in self._sentences]
        self._agents: dict[str, Agent] = {}
        self._by_entity: dict[int, Agent] = {}
        self._described: dict[str, list[Span]] = {}
        self._unnamed = Unnamed(article)
        self._last: list[tuple[int, Entity]] = []
        self._spoke: list[tuple[int, Agent]] = []

    @property
    def agents(self) -> tuple[Agent, ...]:
        """The agents that drafts were attributed to, and the people who are only named, by their first mention."""
        for entity in self._entities:
            if entity.is_person and entity.is_sure:
                agent = self._named(entity)
                self._agents.setdefault(agent.id, agent)
        return tuple(sorted(map(self._with_descriptions, self._agents.values()), key=lambda a: a.mentions))

    def _with_descriptions(self, agent: Agent) -> Agent:
        """The agent with the sources that described it ("the spokesman") among its mentions."""
        added = [s for s in self._described.get(agent.id, ()) if not any(s.overlaps(m) for m in agent.mentions)]
        return replace(agent, mentions=tuple(sorted({*agent.mentions, *added})))

    def resolve(self, draft: Draft, parent: Agent | None) -> Agent | None:
        """The draft's agent; None for "unknown".

        Call it in the order of the text; `parent` is who speaks the outer statement.
        """
        span = hull(draft.source)
        if span is None:
            return None
        phrase = span.of(self._text)
        word = phrase.lower().strip()
        if word in FIRST_PERSON:
            return parent
        if word in PLURAL_PRONOUNS:
            return self._last_body(span.start)
        if is_joint(self._text, span, [m for m, _ in self._mentioned(span)]):
            return self._credited(self._unnamed.agent(span, phrase, AgentType.UNNAMED_GROUP, is_joint=True), span)
        entity = self._entity_of(span, phrase)
        if entity is None and word in OTHER_PRONOUNS:
            return None
        if entity is None and word in PRONOUNS:
            entity = self._antecedent(span, word, draft.content)
            if entity is None:
                return None
        if entity is not None:
            self._last.append((span.start, entity))
            return self._credited(self._named(entity), span, speaks=entity.kind is not MentionKind.PLACE)
        reason = self._anonymity(span)
        quoted = kind_of(self._text, draft.content) is not StatementKind.INDIRECT
        kind = unnamed_type(phrase, granted=reason is not None, quoted=quoted)
        return self._credited(self._unnamed.agent(span, phrase, kind, reason), span) if kind else None

    def _credited(self, agent: Agent, span: Span, *, speaks: bool = True) -> Agent:
        self._agents[agent.id] = agent
        self._described.setdefault(agent.id, []).append(span)
        if speaks:
            self._spoke.append((span.start, agent))
        return agent

    def _anonymity(self, span: Span) -> Span | None:
        """The words that say why the source at `span` has no name; None where the text has none."""
        sentence = self._sentences[max(0, bisect_right(self._starts, span.start) - 1)]
        near = max(sentence.start, span.start - NEAR), min(sentence.end, span.end + NEAR)
        found = ANONYMITY.search(self._text, *near) or INFORMED.search(self._text, *span)
        return with_its_ground(self._text, Span(found.start(), found.end())) if found else None

    def _last_body(self, position: int) -> Agent | None:
        """Whom "they" means: the group or organisation that spoke last, if that was only a few sentences ago."""
        here = bisect_right(self._starts, position) - 1
        floor = self._starts[max(0, here - REACH)]
        recent = (a for at, a in reversed(self._spoke) if floor <= at < position and a.type in BODIES)
        return next(recent, None)

    # --- a name in the source ----------------------------------------------------------------

    def _entity_of(self, span: Span, phrase: str) -> Entity | None:
        """The entity that the phrase is headed by; None where it only belongs to the description ("X's lawyer")."""
        for mention, entity in self._mentioned(span):
            before = self._text[span.start : mention.start]
            behind = self._text[mention.end : span.end]
            introduced = INTRODUCED.search(before) is not None and head_of(before) is not None
            belongs = PREPOSITION.search(" " + before) and not introduced and not self._is_title(before, entity)
            if not belongs and not COMPOUND.match(behind):
                return entity
        return self._by_role(span, phrase) or self._body(span, phrase)

    def _body(self, span: Span, phrase: str) -> Entity | None:
        """The body named before whose name the definite phrase repeats ("the commission"); the last one so named."""
        head = re.fullmatch(r"(?:the|this|that)\s(?P<noun>[a-z]+)", phrase.strip(), re.IGNORECASE)
        if head is None or source_words().get(head["noun"].lower()) != "organization":
            return None
        bodies = [
            (before, e)
            for e in self._entities
            if e.kind is MentionKind.ORGANIZATION
            and (before := e.last_before(span.start)) is not None
            and self._is_called(e, head["noun"])
        ]
        return max(bodies, key=lambda pair: pair[0])[1] if bodies else None

    def _is_called(self, body: Entity, noun: str) -> bool:
        """Whether the noun heads the body's name ("Board of Trade") or introduces it ("one agency, the Lake Board")."""
        if re.search(rf"\b{noun}(?:$|\s(?:of|on|for)\b)", body.name, re.IGNORECASE):
            return True
        leads = (self._text[max(0, m.start - len(noun) - 8) : m.start] for m in body.mentions)
        return any(re.search(rf"\b{noun},\s(?:the\s)?$", lead, re.IGNORECASE) for lead in leads)

    def _is_title(self, before: str, entity: Entity) -> bool:
        """Whether the words before a name are its title, "of" and all ("President of Ruritania Jan Novak")."""
        return entity.is_person and any(before.strip().endswith(role.title) for role in entity.roles)

    # --- a description -----------------------------------------------------------------------

    def _by_role(self, span: Span, phrase: str) -> Entity | None:
        """The person named before whose role the definite phrase repeats ("the spokesman"); the last one so named."""
        head = head_of(phrase)
        if head is None or is_plural(phrase) or not re.match(r"(?:the|this|that)\s", phrase, re.IGNORECASE):
            return None
        gender = next((g for w in WORD.findall(phrase.lower()) if (g := role_genders().get(w))), None)
        fitting = [
            (before, e)
            for e in self._entities
            if e.is_person
            and (before := e.last_before(span.start)) is not None
            and head in e.heads()
            and not (gender and e.gender and gender != e.gender)
            and not self._conflict(phrase, e)
        ]
        if not fitting:
            return None
        recent = [e for position, e in self._last if position < span.start]
        spoken = [pair for pair in fitting if any(pair[1] is e for e in recent[-3:])]
        return max(spoken or fitting, key=lambda pair: pair[0])[1]

    def _conflict(self, phrase: str, entity: Entity) -> bool:
        """Whether the phrase's own qualifiers name another body or country than every role of the entity does."""
        said = _qualifiers(phrase)
        return (
            bool(said)
            and not any(said & (q := _qualifiers(r.title)) or not q for r in entity.roles)
            and not any(_akin(a, b) for a in said for r in entity.roles for b in _qualifiers(r.title))
        )

    def _antecedent(self, span: Span, word: str, content: Spans) -> Entity | None:
        """Whom a pronoun means: the subject of its own sentence, the last speaker, or the last one named before.

        Nobody who is named in what the pronoun's own referent says.
        """
        gender = PRONOUNS.get(word)
        here = bisect_right(self._starts, span.start) - 1
        for k in range(here, max(-1, here - REACH), -1):
            frame = Span(self._sentences[k].start, min(self._sentences[k].end, max(span.start, self._starts[k] + 1)))
            if k < here and self._last and self._starts[k] <= self._last[-1][0] < frame.end:
                speaker = self._last[-1][1]
                if self._agrees(speaker, gender):
                    return speaker
            named = self._named_in(frame, gender, content)
            if named:
                return next((e for e in named if e.is_sure), named[0])
        return None

    def _named_in(self, frame: Span, gender: str | None, content: Spans) -> list[Entity]:
        return [
            e
            for mention, e in self._mentioned(frame)
            if self._agrees(e, gender) and not any(c.covers(mention) for c in content)
        ]

    def _mentioned(self, frame: Span) -> list[tuple[Span, Entity]]:
        """The mentions that lie inside the frame, in order, each with the entity it names."""
        first = bisect_left(self._mentions, frame.start, key=lambda pair: pair[0].start)
        last = bisect_left(self._mentions, frame.end, key=lambda pair: pair[0].start)
        return [pair for pair in self._mentions[first:last] if pair[0].end <= frame.end]

    @staticmethod
    def _agrees(entity: Entity, gender: str | None) -> bool:
        return entity.is_person and not (gender and entity.gender and gender != entity.gender)

    # --- agents ------------------------------------------------------------------------------

    def _named(self, entity: Entity) -> Agent:
        known = self._by_entity.get(id(entity))
        if known is None:
            known = self._by_entity[id(entity)] = self._agent_of(entity)
        return known

    def _agent_of(self, entity: Entity) -> Agent:
        mentions = tuple(entity.mentions)
        roles = sorted(
            {r.title: r for r in reversed(entity.roles)}.values(),
            key=lambda r: (bool(r.span and "[" in r.span.of(self._text)), -len(r.title.split()), r.span or Span(0, 1)),
        )
        kinds = {MentionKind.PERSON: AgentType.NAMED_PERSON, MentionKind.DOCUMENT: AgentType.DOCUMENT}
        return Agent(
            id=agent_id(self._article.id, mentions),
            article=self._article.id,
            type=kinds.get(entity.kind, AgentType.NAMED_ORGANIZATION),
            names=tuple(sorted(entity.names, key=lambda n: (-len(n.split()), entity.names.index(n)))),
            roles=tuple(roles),
            mentions=mentions,
            justification=credentials(self._text, mentions, roles),
        )


def _qualifiers(phrase: str) -> set[str]:
    """The capitalised words of a role phrase: the body or country it belongs to."""
    words = WORD.findall(re.sub(r"^(?:the|this|that|a|an)\s", "", phrase, flags=re.IGNORECASE))
    return {w.lower() for w in words if w[0].isupper() and w.lower() not in role_words() and w.lower() not in SMALL}


SEATS = {"kremlin": "russia", "white": "president", "downing": "britain", "elysee": "france"}
"""Seats of power → the country whose name a title may have instead."""


def _akin(one: str, other: str) -> bool:
    """Whether two qualifiers name one country: a common beginning ("Russian", "Russia"), or its seat of power."""
    one, other = SEATS.get(one, one), SEATS.get(other, other)
    return one[:4] == other[:4] and min(len(one), len(other)) >= 4
