"""Article + Labels → Findings: the one way from a labelled text to its statements."""

from __future__ import annotations

from bisect import bisect_right

from onrecord.records.article import Article
from onrecord.records.findings import Findings
from onrecord.records.ids import statement_id
from onrecord.records.labels import Labels, Modality
from onrecord.records.moment import Moment
from onrecord.records.spans import Span
from onrecord.records.statement import Polarity, Statement
from onrecord.statements.attributions import drafts
from onrecord.statements.commitments import find_commitments
from onrecord.statements.draft import Draft, kind_of
from onrecord.statements.go_betweens import hand_of, vias_of
from onrecord.statements.moments import find_moments, said_moment
from onrecord.statements.nesting import clipped, parents, without_musings
from onrecord.statements.questions import question_of
from onrecord.statements.resolved import Resolved
from onrecord.statements.speakers import Speakers
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
    whose = speakers.resolve(found, above)
    made: dict[str, Statement] = {}
    for number, draft in enumerate(found):
        outer = above[number]
        parent = found[outer] if outer is not None else None
        statement = _statement(article, draft, whose[number], parent, moments, labels.version)
        made.setdefault(statement.id, statement)
    statements, agents = tuple(made.values()), speakers.agents
    commitments = find_commitments(article, statements, agents, moments)
    return Findings(article, statements, agents, moments, commitments, labels.version)


def _statement(
    article: Article,
    draft: Draft,
    speaker: Resolved | None,
    parent: Draft | None,
    moments: tuple[Moment, ...],
    made_by: str,
) -> Statement:
    text = article.text
    sentence = _sentence_at(text, (draft.head or draft.content)[0].start)
    vias = vias_of(text, draft, sentence)
    denies = draft.negated or draft.modality is Modality.DENIED
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
        parent=_id(article, parent) if parent else None,
        via=vias,
        said=said_moment(article, moments, draft.cue, draft.source, draft.content, sentence),
        hand=hand_of(vias, has_parent=parent is not None),
        polarity=Polarity.NEGATIVE if denies else Polarity.POSITIVE,
        modality=draft.modality,
        confidence=round(draft.score, 4),
        made_by=made_by,
        rule=" + ".join(filter(None, (draft.rule, *draft.joined, speaker.rule if speaker else ""))),
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
