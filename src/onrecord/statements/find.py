"""Article + Labels → Findings: the one way from a labelled text to its statements."""

from __future__ import annotations

from bisect import bisect_right

from onrecord.records.agent import Agent
from onrecord.records.article import Article
from onrecord.records.findings import Findings
from onrecord.records.ids import statement_id
from onrecord.records.labels import Labels, Modality
from onrecord.records.moment import Moment
from onrecord.records.spans import Span
from onrecord.records.statement import Polarity, Statement
from onrecord.statements.attributions import drafts
from onrecord.statements.draft import Draft, kind_of
from onrecord.statements.go_betweens import hand_of, vias_of
from onrecord.statements.nesting import clipped, parents, without_musings
from onrecord.statements.questions import question_of
from onrecord.statements.speakers import Speakers
from onrecord.statements.times.moments import Spoken, counted_from_speech, find_moments
from onrecord.statements.times.timing import Uttered, said_when
from onrecord.text.segments import sentences

MAX_SENTENCE = 2000
"""Code points in a sentence that people write; of a longer one only the neighbourhood of an attribution is read."""
NEIGHBOURHOOD = 200
"""How far (code points) that reaches on either side."""


def find_statements(article: Article, labels: Labels) -> Findings:
    """The article's statements with their agents and moments; pure, and never raises on any text.

    Statements stand in the order of their content; a nested one names its parent.
    """
    found = clipped(without_musings(article.text, drafts(article.text, labels)))
    above = parents(found)
    moments = find_moments(article, labels.times)
    speakers = Speakers(article, labels)
    agents: dict[int, Agent | None] = {}
    for number in sorted(range(len(found)), key=lambda n: (_depth(n, above), found[n].extent)):
        outer = above[number]
        agents[number] = speakers.resolve(found[number], agents.get(outer) if outer is not None else None)
    uttered = [
        Uttered(draft, _sentence_at(article.text, (draft.head or draft.content)[0].start), agents[n], above[n])
        for n, draft in enumerate(found)
    ]
    said = said_when(article, moments, uttered)
    spoken = [Spoken(draft.content, when) for draft, when in zip(found, said, strict=True)]
    moments = counted_from_speech(article.text, moments, spoken)
    counted = {moment.span: moment for moment in moments}  # "he told me yesterday", inside a quotation
    said = [counted.get(when.span, when) if when and when.span else when for when in said]
    made: dict[str, Statement] = {}
    for one, when in zip(uttered, said, strict=True):
        statement = _statement(article, one, found[one.outer] if one.outer is not None else None, when, labels.version)
        made.setdefault(statement.id, statement)
    return Findings(article, tuple(made.values()), speakers.agents, moments, made_by=labels.version)


def _depth(number: int, above: list[int | None]) -> int:
    depth, outer = 0, above[number]
    while outer is not None:
        depth, outer = depth + 1, above[outer]
    return depth


def _statement(article: Article, one: Uttered, parent: Draft | None, said: Moment | None, made_by: str) -> Statement:
    text, draft = article.text, one.draft
    vias = vias_of(text, draft, one.sentence)
    denies = draft.negated or draft.modality is Modality.DENIED
    return Statement(
        id=_id(article, draft),
        article=article.id,
        kind=kind_of(text, draft.content),
        content=draft.content,
        source=draft.source,
        cue=draft.cue,
        agent=one.agent.id if one.agent else None,
        addressee=draft.addressee,
        question=question_of(text, draft, one.sentence),
        parent=_id(article, parent) if parent else None,
        via=vias,
        said=said,
        hand=hand_of(vias, has_parent=parent is not None),
        polarity=Polarity.NEGATIVE if denies else Polarity.POSITIVE,
        modality=draft.modality,
        confidence=round(draft.score, 4),
        made_by=made_by,
        rule=" + ".join(filter(None, (draft.rule, *draft.joined))),
    )


def _id(article: Article, draft: Draft) -> str:
    return statement_id(article.id, draft.source, draft.cue, draft.content)


def _sentence_at(text: str, position: int) -> Span:
    """The sentence that holds a code point, cut to its neighbourhood where a "sentence" has no end."""
    found = sentences(text)
    sentence = found[max(0, bisect_right(found, position, key=lambda s: s.start) - 1)]
    if len(sentence) <= MAX_SENTENCE:
        return sentence
    return Span(max(sentence.start, position - NEIGHBOURHOOD), min(sentence.end, position + NEIGHBOURHOOD))
