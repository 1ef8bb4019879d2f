"""Article + Labels → Findings: the one way from a labelled text to its statements."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from onrecord.records.article import Article
from onrecord.records.findings import Findings
from onrecord.records.ids import statement_id
from onrecord.records.labels import Labels, Modality
from onrecord.records.moment import Moment
from onrecord.records.spans import Span, disjoint
from onrecord.records.statement import Pointer, Polarity, Statement
from onrecord.statements.attributions import drafts
from onrecord.statements.carried_on import CarriedOn
from onrecord.statements.commitments import find_commitments
from onrecord.statements.disclaimers import modality_of
from onrecord.statements.draft import Draft, kind_of
from onrecord.statements.go_betweens import hand_of, vias_of
from onrecord.statements.nesting import clipped, parents, without_musings
from onrecord.statements.pointers import pointers_of
from onrecord.statements.questions import question_of
from onrecord.statements.quoted_by import handed_on
from onrecord.statements.resolved import Resolved
from onrecord.statements.speakers import Speakers
from onrecord.statements.times.moments import Spoken, counted_from_speech, find_moments
from onrecord.statements.times.timing import Uttered, said_when
from onrecord.statements.venues import Place, venues_of
from onrecord.text.segments import sentence_at

MAX_SENTENCE = 2000
"""Code points in a sentence that people write; of a longer one only the neighbourhood of an attribution is read."""
HANDS = 8
"""Through how many hands a statement may come that are named as its go-betweens."""
NEIGHBOURHOOD = 200
"""How far (code points) that reaches on either side."""


@dataclass(frozen=True, slots=True)
class Heard:
    """Around one statement: its attribution's sentence, when and where it was made, what it is nested in, inmost first,
    and the sayings that it points at."""

    sentence: Span
    said: Moment | None
    places: tuple[Place, ...]
    around: tuple[Draft, ...]
    pointers: tuple[Pointer, ...] = ()


def find_statements(article: Article, labels: Labels) -> Findings:
    """The article's statements with their agents and moments; pure, and never raises on any text.

    Statements stand in the order of their content; a nested one names its parent.
    """
    text, dateline = article.text, article.dateline.span if article.dateline else None
    found = clipped(without_musings(text, handed_on(text, drafts(text, labels, dateline))))
    above = parents(found)
    speakers = Speakers(article, labels)
    whose = speakers.resolve(found, above)
    sentences_of = [_sentence_at(text, (draft.head or draft.content)[0].start) for draft in found]
    moments, said = _times(
        article,
        labels,
        [
            Uttered(draft, sentence, speaker.agent if speaker else None, outer)
            for draft, sentence, speaker, outer in zip(found, sentences_of, whose, above, strict=True)
        ],
    )
    carried = CarriedOn(text, found, whose)
    spoken: dict[str, tuple[str, Draft]] = {}
    made: dict[str, Statement] = {}
    for number, draft in enumerate(found):
        around = [found[k] for k in islice(_ancestors(number, above), HANDS)]
        sentence = sentences_of[number]
        places = venues_of(text, draft, sentence, next(iter(around), None))
        places = places or ([] if around else carried.to(number))
        speaker = whose[number]
        before = spoken.get(speaker.agent.id) if speaker else None
        pointers = pointers_of(text, draft, before, speakers.named, moments)
        heard = Heard(sentence, said[number], tuple(places), tuple(around), pointers)
        statement = _statement(article, draft, whose[number], heard, labels.version)
        made.setdefault(statement.id, statement)
        if speaker is not None and not around:
            spoken[speaker.agent.id] = (statement.id, draft)
    statements, agents = tuple(made.values()), speakers.agents
    commitments = find_commitments(article, statements, agents, moments)
    return Findings(article, statements, agents, moments, commitments, labels.version)


def _times(
    article: Article, labels: Labels, uttered: Sequence[Uttered]
) -> tuple[tuple[Moment, ...], list[Moment | None]]:
    """The article's moments, those in quotations counted from when they were said, and when each statement was said."""
    moments = find_moments(article, labels.times)
    said = said_when(article, moments, uttered)
    spoken = [Spoken(one.draft.content, when) for one, when in zip(uttered, said, strict=True)]
    moments = counted_from_speech(article.text, moments, spoken)
    counted = {moment.span: moment for moment in moments}  # "he told me yesterday", inside a quotation
    return moments, [counted.get(when.span, when) if when and when.span else when for when in said]


def _statement(
    article: Article,
    draft: Draft,
    speaker: Resolved | None,
    heard: Heard,
    made_by: str,
) -> Statement:
    text, sentence, parent = article.text, heard.sentence, next(iter(heard.around), None)
    vias = vias_of(text, draft, sentence, heard.places, heard.around)
    modality = modality_of(text, draft)
    denies = draft.negated or modality is Modality.DENIED
    return Statement(
        id=_id(article, draft),
        article=article.id,
        kind=kind_of(text, draft.content),
        content=draft.content,
        source=draft.source,
        cue=draft.cue,
        agent=speaker.agent.id if speaker else None,
        addressee=draft.addressee,
        question=question_of(text, draft, sentence),
        venue=disjoint(p.span for p in heard.places),
        parent=_id(article, parent) if parent else None,
        via=vias,
        points_to=heard.pointers,
        said=heard.said,
        hand=hand_of(vias, has_parent=parent is not None),
        polarity=Polarity.NEGATIVE if denies else Polarity.POSITIVE,
        modality=modality,
        confidence=round(draft.score, 4),
        made_by=made_by,
        rule=" + ".join(filter(None, (draft.rule, *draft.joined, speaker.rule if speaker else ""))),
    )


def _ancestors(number: int, above: Sequence[int | None]) -> Iterator[int]:
    """What a draft is nested in, from the inside out."""
    outer = above[number]
    while outer is not None:
        yield outer
        outer = above[outer]


def _id(article: Article, draft: Draft) -> str:
    return statement_id(article.id, draft.source, draft.cue, draft.content)


def _sentence_at(text: str, position: int) -> Span:
    """The sentence that holds a code point, cut to its neighbourhood where a "sentence" has no end."""
    sentence = sentence_at(text, position)
    if len(sentence) <= MAX_SENTENCE:
        return sentence
    return Span(max(sentence.start, position - NEIGHBOURHOOD), min(sentence.end, position + NEIGHBOURHOOD))
