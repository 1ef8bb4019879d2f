"""Whom a name or a description means: by its own words, by what it takes up, else somebody without a name."""

from __future__ import annotations

import re

from onrecord.records.agent import AgentType
from onrecord.records.article import Article
from onrecord.records.labels import MentionForm
from onrecord.records.spans import Span
from onrecord.statements.antecedents import Antecedent, Antecedents
from onrecord.statements.credentials import with_its_ground
from onrecord.statements.entities import Entity
from onrecord.statements.joint_sources import is_joint
from onrecord.statements.named import Named
from onrecord.statements.pronouns import NOBODY, THING
from onrecord.statements.resolved import Resolved
from onrecord.statements.role_phrases import PREPOSITION, front_of, head_of
from onrecord.statements.salience import Salience
from onrecord.statements.source_types import unnamed_type
from onrecord.statements.taking_up import SURE, body_by_noun, contradicts, person_by_role, repeats, takes_up
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
MEMBER = re.compile(r"(?:[DRI]|Lab|Con)-[A-Z]\w{0,4}\b")
"""A member's party and state, "R-Ohio": nobody."""
LINKS_REACH = 600
"""How far back (code points) a link would have said that a description is taken up again, were it so."""


class Described:
    """The names and descriptions of one article; a description means the same however often it is asked for."""

    def __init__(
        self, article: Article, entities: list[Entity], salience: Salience, links: Antecedents, named: Named
    ) -> None:
        self._text = article.text
        self._entities = entities
        self._salience = salience
        self._links = links
        self._named = named
        self._unnamed = Unnamed(article)
        self._known: dict[int, Resolved | None] = {}

    def phrase(self, span: Span, *, quoted: bool) -> Resolved | None:
        """Whom the phrase of a source means; None where it can mean nobody.  `quoted`: words of theirs are quoted."""
        front = front_of(span.of(self._text))
        number = self._links.headed_in(Span(span.start, span.start + len(front)))
        return self._description(span, number, quoted=quoted)

    def antecedent(self, back: Antecedent) -> Resolved | None:
        """Whom the name or description means that something refers back to."""
        if back.mention.form is MentionForm.NOMINAL:
            return self._description(back.mention.span, back.number, quoted=True)
        entity = self._salience.first_named_in(back.mention.span)
        return Resolved(self._named.agent(entity), entity) if entity else None

    def _description(self, span: Span, number: int | None, *, quoted: bool) -> Resolved | None:
        """Step by step from a description to what it takes up, and all on the way mean the same."""
        way: list[int] = []
        is_named = self._heading(span) is not None  # its name outranks what another phrase with its noun means
        while True:
            if number is not None and number in self._known and not is_named:
                found = self._known[number]
                break
            found = self._by_words(span, number)
            if found is not None:
                break
            if number is not None:
                way.append(number)
            back = self._taken_up(span, number)
            if back is None or back.mention.form is MentionForm.NAME:
                found = (self._by_name(span, back) if back else None) or self._nameless(span, number, quoted=quoted)
                break
            span, number, quoted = back.mention.span, back.number, True
        self._known.update(dict.fromkeys(way if found else way[1:], found))  # who is quoted may yet be somebody
        return found.by("description linked") if found and way and number != way[0] else found

    def _by_name(self, span: Span, back: Antecedent) -> Resolved | None:
        """Whom a name means that the description refers back to; None where it is none, or has another role."""
        found = self.antecedent(back)
        if found is None or (found.entity and found.entity.roles and contradicts(span.of(self._text), found.entity)):
            return None
        return found.by("description linked")

    # --- its own words -----------------------------------------------------------------------

    def _by_words(self, span: Span, number: int | None) -> Resolved | None:
        """By the names in the phrase, or by the role or the noun that it repeats."""
        phrase = span.of(self._text)
        if is_joint(self._text, span, [m for m, _ in self._salience.named_in(span)]):
            return Resolved(self._unnamed.agent(span, phrase, AgentType.UNNAMED_GROUP, is_joint=True))
        entity = self._heading(span)
        if entity is not None:
            return Resolved(self._named.agent(entity), entity)
        back = self._links.of(number)
        linked = self._salience.first_named_in(back.mention.span) if back and back.score >= SURE else None
        person = person_by_role(phrase, span.start, self._entities, self._salience.recent(span.start), linked)
        if person is not None:
            return Resolved(self._named.agent(person), person, "role repeated")
        body = body_by_noun(self._text, span, self._entities)
        return Resolved(self._named.agent(body), body, "noun repeated") if body else None

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

    # --- what it takes up --------------------------------------------------------------------

    def _taken_up(self, span: Span, number: int | None) -> Antecedent | None:
        """What the description refers back to: by its link, else the same words before, where no link would reach."""
        phrase = span.of(self._text).strip()
        if number is None or not phrase or _is_nobody(phrase):
            return None
        back = self._links.of(number)
        if back is not None:
            heads = [self._links.head(k) for k in (back.number, number)]
            is_same = back.mention.form is MentionForm.NOMINAL and heads[0] == heads[1]
            is_told = back.mention.form is not MentionForm.PRONOUN
            return back if is_told and takes_up(phrase, back.score, is_same=is_same) else None
        back = self._links.same_words(phrase, number) if self._links and repeats(phrase) else None
        return back if back and span.start - back.mention.span.end > LINKS_REACH else None

    # --- nobody with a name ------------------------------------------------------------------

    def _nameless(self, span: Span, number: int | None, *, quoted: bool) -> Resolved | None:
        phrase = span.of(self._text)
        if _is_nobody(phrase):
            return None
        reason = self._anonymity(span)
        labelled = self._links.mention(number).kind if number is not None else None
        kind = unnamed_type(phrase, granted=reason is not None, quoted=quoted, labelled=labelled)
        return Resolved(self._unnamed.agent(span, phrase, kind, reason)) if kind else None

    def _anonymity(self, span: Span) -> Span | None:
        """The words that say why the source at `span` has no name; None where the text has none."""
        sentence = self._salience.sentence_at(span.start)
        near = max(sentence.start, span.start - NEAR), min(sentence.end, span.end + NEAR)
        found = ANONYMITY.search(self._text, *near) or INFORMED.search(self._text, *span)
        return with_its_ground(self._text, Span(found.start(), found.end())) if found else None


def _is_nobody(phrase: str) -> bool:
    return phrase.lower().strip() in NOBODY | THING or MEMBER.match(phrase) is not None


def _is_title(before: str, entity: Entity) -> bool:
    """Whether the words before a name are its title, "of" and all ("President of Ruritania Jan Novak")."""
    return entity.is_person and any(before.strip().endswith(role.title) for role in entity.roles)
