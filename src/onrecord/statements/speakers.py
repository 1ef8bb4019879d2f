"""Who each statement is attributed to: names, roles, nominals and pronouns to one Agent, or "unknown"."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from onrecord.records.agent import Agent, AgentType
from onrecord.records.article import Article
from onrecord.records.labels import Labels, MentionForm, MentionKind
from onrecord.records.spans import Span, Spans, hull
from onrecord.records.statement import StatementKind
from onrecord.statements.antecedents import Antecedent, Antecedents
from onrecord.statements.descriptions import body_by_noun, contradicts, gender_of, person_by_role, repeats, takes_up
from onrecord.statements.draft import Draft, kind_of
from onrecord.statements.entities import Entity, find_entities
from onrecord.statements.joint_sources import is_joint
from onrecord.statements.named import Named
from onrecord.statements.pronouns import FIRST_PERSON, OTHERS, PERSONAL, PLURAL, THING, may_mean
from onrecord.statements.role_phrases import PREPOSITION, front_of, head_of
from onrecord.statements.salience import Salience
from onrecord.statements.source_types import unnamed_type
from onrecord.statements.unnamed import Unnamed

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
CERTAIN = 0.9
"""A link that is surer than this tells a person's gender."""

FAR = 600
SURE = 0.5
"""A link that is surer than this says whom a pronoun means; else its place in the text does."""


@dataclass(frozen=True, slots=True)
class Resolved:
    """Whom a source means; `rule` says by what, where that is not the source's own words."""

    agent: Agent
    entity: Entity | None = None
    rule: str = ""


class Speakers:
    """Resolves the sources of one article's drafts, in the order of the text.

    Every Agent has at least one mention; `agents` lists those that a draft was attributed to, in order.
    """

    def __init__(self, article: Article, labels: Labels) -> None:
        self._text = article.text
        head = article.dateline.span if article.dateline else None
        mentions = [m for m in labels.mentions if head is None or not m.span.overlaps(head)]
        self._entities = find_entities(article.text, mentions, article.published)
        self._salience = Salience(article.text, self._entities)
        self._links = Antecedents(labels.mentions, labels.links)
        self._add_genders()
        self._named = Named(article)
        self._unnamed = Unnamed(article)
        self._agents: dict[str, Agent] = {}
        self._meant: dict[int, Resolved] = {}

    @property
    def agents(self) -> tuple[Agent, ...]:
        """The agents that drafts were attributed to, by their first mention."""
        return tuple(sorted(self._agents.values(), key=lambda a: a.mentions))

    def resolve(self, draft: Draft, parent: Agent | None, *, is_nested: bool = False) -> Resolved | None:
        """Whom the draft's source means; None for "unknown".

        Call it in the order of the text, nested statements last; `parent` is who speaks the outer statement.
        """
        span = hull(draft.source)
        if span is None:
            return None
        word = span.of(self._text).lower().strip()
        if word in FIRST_PERSON:
            return Resolved(parent) if parent else None
        found: Resolved | None = None
        if word in PERSONAL and not is_nested:
            found = self._of_turn(span, word, draft)
        if found is None and (word in PERSONAL or word in PLURAL):
            found = self._of_pronoun(span, word, draft.content)
        if found is None and word not in PERSONAL and word not in PLURAL:
            quoted = kind_of(self._text, draft.content) is not StatementKind.INDIRECT
            found = self._of_phrase(span, quoted=quoted)
            if found is None and word in THING:
                found = self._of_pronoun(span, word, draft.content)
        if found is not None:
            self._agents[found.agent.id] = found.agent
            if found.entity is None or found.entity.kind is not MentionKind.PLACE:
                self._salience.credit(span.start, found.agent, found.entity, draft.extent)
        return found

    def _add_genders(self) -> None:
        """A person without a known gender has that of most of the pronouns that surely mean them."""
        told: dict[int, Counter[str]] = {}
        for pronoun, name in self._links.named_by(CERTAIN):
            gender = PERSONAL.get(pronoun.span.of(self._text).lower())
            entity = next((e for _, e in self._salience.named_in(name.span)), None)
            if gender and entity and entity.is_person and entity.gender is None:
                told.setdefault(id(entity), Counter())[gender] += 1
        for entity in self._entities:
            if id(entity) in told:
                entity.gender = told[id(entity)].most_common(1)[0][0]

    # --- a pronoun ---------------------------------------------------------------------------

    def _of_turn(self, span: Span, word: str, draft: Draft) -> Resolved | None:
        entity = self._salience.turn(span, draft.extent, PERSONAL[word], draft.content)
        return Resolved(self._named.agent(entity), entity, "pronoun in turn") if entity else None

    def _of_pronoun(self, span: Span, word: str, content: Spans) -> Resolved | None:
        """By a sure link to what the word may mean, and that its own words do not name; else by its place."""
        linked = self._links.of(self._links.headed_in(span))
        if linked is not None and linked.score >= SURE and self._agrees(word, linked, content):
            found = self._of_antecedent(linked, word, content)
            if found is not None:
                return found
            if word in PLURAL:
                return None
        return self._by_place(span, word, content)

    def _agrees(self, word: str, linked: Antecedent, content: Spans) -> bool:
        mention, gender = linked.mention, PERSONAL.get(word)
        if any(c.covers(mention.span) for c in content) or not may_mean(word, mention):
            return False
        if mention.form is MentionForm.NOMINAL:
            told = gender_of(front_of(mention.span.of(self._text)))
            return not (gender and told and gender != told)
        return True

    def _of_antecedent(self, linked: Antecedent, word: str, content: Spans) -> Resolved | None:
        mention = linked.mention
        if mention.form is MentionForm.PRONOUN:
            return self._by_place(mention.span, word, content) if word in PERSONAL else None
        found = self._referent(linked)
        gender = PERSONAL.get(word)
        if found is None or (gender and found.entity and not found.entity.may_be(gender)):
            return None
        return Resolved(found.agent, found.entity, "pronoun linked")

    def _referent(self, linked: Antecedent) -> Resolved | None:
        """Whom a name or a description means."""
        mention = linked.mention
        if mention.form is MentionForm.NOMINAL:
            return self._of_description(mention.span, linked.number, quoted=True)
        entity = next((e for m, e in self._salience.named_in(mention.span)), None)
        return Resolved(self._named.agent(entity), entity) if entity else None

    def _by_place(self, span: Span, word: str, content: Spans) -> Resolved | None:
        if word in PLURAL:
            agent = self._salience.body(span.start)
            return Resolved(agent, None, "pronoun near") if agent else None
        if word not in PERSONAL:
            return None
        entity = self._salience.person(span, PERSONAL[word], content, self._links.any)
        return Resolved(self._named.agent(entity), entity, "pronoun near") if entity else None

    # --- names and descriptions --------------------------------------------------------------

    def _of_phrase(self, span: Span, *, quoted: bool) -> Resolved | None:
        """Whom a name or a description means, or a phrase that is neither."""
        front = front_of(span.of(self._text))
        return self._of_description(span, self._links.headed_in(Span(span.start, span.start + len(front))), quoted=quoted)

    def _of_description(self, span: Span, number: int | None, *, quoted: bool) -> Resolved | None:
        """By its own words, else by what it takes up, and that takes up again; else somebody without a name."""
        way: list[int] = []
        found: Resolved | None = None
        while found is None:
            if number is not None and number in self._meant:
                found = self._meant[number]
                break
            found = self._by_words(span)
            if number is not None:
                way.append(number)
            if found is not None:
                break
            back = self._taken_up(span, number)
            if back is None:
                found = self._nameless(span, number, quoted=quoted)
                break
            if back.mention.form is MentionForm.NAME:
                found = self._referent(back)
                break
            span, number, quoted = back.mention.span, back.number, True
        if found is None:
            return None
        for k in way:
            self._meant[k] = found
        return found if len(way) < 2 else Resolved(found.agent, found.entity, "description linked")

    def _by_words(self, span: Span) -> Resolved | None:
        """By the name or names in the phrase, or the role or noun that it repeats."""
        phrase = span.of(self._text)
        if is_joint(self._text, span, [m for m, _ in self._salience.named_in(span)]):
            return Resolved(self._unnamed.agent(span, phrase, AgentType.UNNAMED_GROUP, is_joint=True))
        entity = (
            self._heading(span)
            or person_by_role(phrase, span.start, self._entities, self._salience.recent(span.start))
            or body_by_noun(phrase, span.start, self._entities)
        )
        return Resolved(self._named.agent(entity), entity) if entity else None

    def _taken_up(self, span: Span, number: int | None) -> Antecedent | None:
        """What the description refers back to: by its link, else what has the same words beyond the links' reach."""
        phrase = span.of(self._text)
        if number is None or phrase.lower().strip() in OTHERS:
            return None
        back = self._links.of(number)
        if back is None:
            back = self._links.repeated(number, phrase, self._text) if repeats(phrase) else None
            return back if back and span.start - back.mention.span.end > FAR else None
        head = self._links.mention(number)
        if back.mention.form is MentionForm.PRONOUN or back.number >= number:
            return None
        return back if takes_up(phrase, (head.head or head.span).of(self._text), back, self._text) else None

    def _nameless(self, span: Span, number: int | None, *, quoted: bool) -> Resolved | None:
        phrase = span.of(self._text)
        if phrase.lower().strip() in OTHERS:
            return None
        reason = self._anonymity(span)
        label = self._links.mention(number).kind if number is not None else None
        kind = unnamed_type(phrase, granted=reason is not None, quoted=quoted, labelled=label)
        return Resolved(self._unnamed.agent(span, phrase, kind, reason)) if kind else None

    def _heading(self, span: Span) -> Entity | None:
        """The entity whose name heads the phrase; None where it only belongs to the description ("X's lawyer")."""
        for mention, entity in self._salience.named_in(span):
            before = self._text[span.start : mention.start]
            behind = self._text[mention.end : span.end]
            introduced = INTRODUCED.search(before) is not None and head_of(before) is not None
            belongs = PREPOSITION.search(" " + before) and not introduced and not _is_title(before, entity)
            if not belongs and not COMPOUND.match(behind):
                return entity
        return None

    def _anonymity(self, span: Span) -> Span | None:
        """The words that say why the source at `span` has no name; None where the text has none."""
        sentence = self._salience.sentence_at(span.start)
        near = max(sentence.start, span.start - NEAR), min(sentence.end, span.end + NEAR)
        found = ANONYMITY.search(self._text, *near) or INFORMED.search(self._text, *span)
        return Span(found.start(), found.end()) if found else None


def _is_title(before: str, entity: Entity) -> bool:
    """Whether the words before a name are its title, "of" and all ("President of Ruritania Jan Novak")."""
    return entity.is_person and any(before.strip().endswith(role.title) for role in entity.roles)
