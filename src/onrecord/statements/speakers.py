"""Who each statement is attributed to: names, roles, nominals and pronouns to one Agent, or "unknown"."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from onrecord.records.agent import Agent
from onrecord.records.article import Article
from onrecord.records.labels import Labels, MentionForm, MentionKind
from onrecord.records.spans import Span, hull
from onrecord.records.statement import StatementKind
from onrecord.statements.antecedents import Antecedent, Antecedents
from onrecord.statements.described import Described
from onrecord.statements.draft import Draft, kind_of
from onrecord.statements.entities import Entity, find_entities
from onrecord.statements.named import Named
from onrecord.statements.pronouns import FIRST_PERSON, PERSONAL, PLURAL, THING, may_mean
from onrecord.statements.resolved import Resolved
from onrecord.statements.role_phrases import front_of
from onrecord.statements.salience import Salience
from onrecord.statements.taking_up import gender_of

SURE = 0.5
"""A link that is at least so sure says whom a pronoun means; else its place in the text does."""
CERTAIN = 0.9
"""A link that is at least so sure tells a person's gender."""


class Speakers:
    """Resolves the sources of one article's drafts.

    Every Agent has at least one mention.
    """

    def __init__(self, article: Article, labels: Labels) -> None:
        self._text = article.text
        head = article.dateline.span if article.dateline else None
        mentions = [m for m in labels.mentions if head is None or not m.span.overlaps(head)]
        self._entities = entities = find_entities(article.text, mentions, article.published)
        self._links = Antecedents(article.text, labels.mentions, labels.links)
        self._salience = Salience(article.text, entities, cautious=bool(self._links))
        self._add_genders(entities)
        self._named = Named(article)
        self._described = Described(article, entities, self._salience, self._links, self._named)
        self._agents: dict[str, Agent] = {}
        self._sources: dict[str, list[Span]] = {}

    @property
    def agents(self) -> tuple[Agent, ...]:
        """The agents that drafts were attributed to, and the people who are only named, by their first mention."""
        for entity in self._entities:
            if entity.is_person and entity.is_sure:
                agent = self._named.agent(entity)
                self._agents.setdefault(agent.id, agent)
        return tuple(sorted(map(self._with_descriptions, self._agents.values()), key=lambda a: a.mentions))

    def _with_descriptions(self, agent: Agent) -> Agent:
        """The agent with the sources that described it ("the spokesman") among its mentions."""
        mentions = sorted(agent.mentions)
        added = [s for s in self._sources.get(agent.id, ()) if not _overlaps_any(s, mentions)]
        return replace(agent, mentions=tuple(sorted({*agent.mentions, *added})))

    def resolve(self, drafts: Sequence[Draft], above: Sequence[int | None]) -> list[Resolved | None]:
        """Whom each draft's source means; None for "unknown".  `above` has for each the number of the one around it.

        Outer statements first, each in the order of the text: who speaks outside says whom "I" means inside.
        """
        out: list[Resolved | None] = [None] * len(drafts)
        for number in sorted(range(len(drafts)), key=lambda n: (_depth(n, above), drafts[n].extent)):
            outer = above[number]
            out[number] = self._of(
                drafts[number], out[outer] if outer is not None else None, is_nested=outer is not None
            )
        return out

    def named(self, span: Span) -> Agent | None:
        """The person or body whose name ends at the end of a span."""
        found = [e for m, e in self._salience.named_in(span) if m.end == span.end]
        return self._known(self._named.agent(found[-1])) if found else None

    def _known(self, agent: Agent) -> Agent:
        return self._agents.setdefault(agent.id, agent)

    def _of(self, draft: Draft, outer: Resolved | None, *, is_nested: bool) -> Resolved | None:
        span = hull(draft.source)
        if span is None:
            return None
        word = span.of(self._text).lower().strip()
        if word in FIRST_PERSON:
            return outer
        if word in PERSONAL or word in PLURAL:
            found = self._of_pronoun(draft, span, word, is_nested=is_nested)
        else:
            quoted = kind_of(self._text, draft.content) is not StatementKind.INDIRECT
            found = self._described.phrase(span, quoted=quoted)
            if found is None and word in THING:
                found = self._of_pronoun(draft, span, word, is_nested=is_nested)
        if found is not None:
            self._agents[found.agent.id] = found.agent
            self._sources.setdefault(found.agent.id, []).append(span)
            if found.entity is None or found.entity.kind is not MentionKind.PLACE:
                self._salience.credit(draft, span, found.agent, found.entity)
        return found

    def _of_pronoun(self, draft: Draft, span: Span, word: str, *, is_nested: bool) -> Resolved | None:
        """Whoever speaks on; else by a sure link, else by its place.

        What is inside another statement is no turn of its own: "He said that she lied."
        """
        if word == "who":
            return self._of_relative(draft, span)
        speaking = self._salience.speaking(draft, span, PERSONAL[word]) if word in PERSONAL and not is_nested else None
        if speaking is not None:
            return self._person(speaking, "pronoun in turn")
        linked = self._links.of(self._links.headed_in(span))
        if linked is None or linked.score < SURE or not self._agrees(draft, word, linked):
            return self._by_place(draft, span, word)
        if linked.mention.form is MentionForm.PRONOUN:  # whom the first of all these pronouns means
            return self._by_place(draft, linked.mention.span, word) if word in PERSONAL else None
        found = self._described.antecedent(linked)
        if found is None or (word in PERSONAL and found.entity and not found.entity.may_be(PERSONAL[word])):
            return self._by_place(draft, span, word) if word in PERSONAL else None
        return found.by("pronoun linked")

    def _of_relative(self, draft: Draft, span: Span) -> Resolved | None:
        """Whom "who" means: it stands beside it, so nobody who is named elsewhere."""
        beside = self._salience.introduced_before(span.start)
        if beside is not None:
            return self._person(beside, "name before the pronoun")
        gap = self._text[max(0, span.start - 3) : span.start]
        described = self._links.described_before(span.start - len(gap) + len(gap.rstrip(" ,—–")))
        quoted = kind_of(self._text, draft.content) is not StatementKind.INDIRECT
        return self._described.phrase(described, quoted=quoted) if described else None

    def _agrees(self, draft: Draft, word: str, linked: Antecedent) -> bool:
        """Whether the word may mean what its link leads to: of its kind and gender, and not named in its own words."""
        mention = linked.mention
        if any(c.covers(mention.span) for c in draft.content) or not may_mean(word, mention):
            return False
        told = gender_of(front_of(mention.span.of(self._text))) if mention.form is MentionForm.NOMINAL else None
        return told is None or PERSONAL.get(word) in (None, told)

    def _by_place(self, draft: Draft, span: Span, word: str) -> Resolved | None:
        if word in PLURAL:
            agent = self._salience.body(span.start)
            return Resolved(agent, None, "pronoun near") if agent else None
        entity = self._salience.person(span, PERSONAL[word], draft.content) if word in PERSONAL else None
        return self._person(entity, "pronoun near") if entity else None

    def _person(self, entity: Entity, rule: str) -> Resolved:
        return Resolved(self._named.agent(entity), entity, rule)

    def _add_genders(self, entities: Sequence[Entity]) -> None:
        """A person whose name tells no gender has that of most of the pronouns that certainly mean them."""
        told: dict[int, Counter[str]] = {}
        for pronoun, name in self._links.pronouns(CERTAIN):
            gender = PERSONAL.get(pronoun.span.of(self._text).lower())
            entity = self._salience.first_named_in(name.span)
            if gender and entity and entity.may_be(gender):
                self._salience.know(pronoun.span, entity)
            if gender and entity and entity.is_person and entity.gender is None:
                told.setdefault(id(entity), Counter())[gender] += 1
        for entity in entities:
            if id(entity) in told:
                entity.gender = told[id(entity)].most_common(1)[0][0]


def _overlaps_any(span: Span, mentions: Sequence[Span]) -> bool:
    """Whether a span shares a character with one of the mentions, which are sorted and do not overlap."""
    k = bisect_right(mentions, span.start, key=lambda m: m.end)
    return k < len(mentions) and mentions[k].overlaps(span)


def _depth(number: int, above: Sequence[int | None]) -> int:
    depth, outer = 0, above[number]
    while outer is not None:
        depth, outer = depth + 1, above[outer]
    return depth
