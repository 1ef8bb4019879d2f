"""Labels written by hand for a test: the phrases are found in the text, so that a test reads as prose."""

import re
from collections.abc import Sequence

from onrecord.records import (
    Agent,
    Article,
    CueLabel,
    Findings,
    Labels,
    LinkLabel,
    MentionForm,
    MentionKind,
    MentionLabel,
    RoleLabel,
    Span,
    Statement,
    spans_text,
)
from onrecord.statements.find import find_statements

Cue = tuple[str, str, str | tuple[str, ...]]
Other = tuple[str, MentionKind, MentionForm]


def span(text: str, phrase: str, after: int = 0) -> Span:
    match = re.compile(rf"(?<!\w){re.escape(phrase)}(?!\w)").search(text, after)
    assert match is not None, phrase
    return Span(match.start(), match.end())


def role(text: str, phrases: str | tuple[str, ...]) -> tuple[RoleLabel, ...]:
    parts = (phrases,) if isinstance(phrases, str) else phrases
    return (RoleLabel(tuple(span(text, p) for p in parts)),) if any(parts) else ()


def found(
    text: str,
    cues: Sequence[Cue],
    *,
    people: Sequence[str] = (),
    bodies: Sequence[str] = (),
    others: Sequence[Other] = (),
    links: Sequence[tuple[str, str, float]] = (),
    published: str | None = "2024-05-15",
) -> Findings:
    """Findings of a text with these (source, cue, content) labels; every occurrence of a name is a mention.

    `others` are descriptions and pronouns; a link goes from the last mention with the first words to the first with
    the second ones.
    """
    mentions = [
        MentionLabel(Span(i, i + len(name)), kind, MentionForm.NAME)
        for names, kind in ((people, MentionKind.PERSON), (bodies, MentionKind.ORGANIZATION))
        for name in names
        for i in range(len(text))
        if text.startswith(name, i)
    ]
    taken: list[MentionLabel] = []
    for mention in sorted(mentions, key=lambda m: -len(m.span)):
        if not any(mention.span.overlaps(t.span) for t in taken):
            taken.append(mention)
    taken += [MentionLabel(span(text, words), kind, form, _head(text, words, form)) for words, kind, form in others]
    taken.sort(key=lambda m: m.span)
    labels = Labels(
        "hand 1",
        tuple(
            CueLabel(
                spans=(span(text, cue),) if cue else (),
                sources=role(text, source),
                contents=role(text, content),
            )
            for source, cue, content in cues
        ),
        tuple(taken),
        tuple(_link(text, taken, *link) for link in links),
    )
    return find_statements(Article.of(text, published=published), labels)


def _head(text: str, words: str, form: MentionForm) -> Span:
    """The last word of a description."""
    whole = span(text, words)
    return Span(whole.end - len(words.split()[-1]), whole.end) if form is MentionForm.NOMINAL else whole


def _link(text: str, mentions: Sequence[MentionLabel], words: str, antecedent: str, score: float) -> LinkLabel:
    said = [m.span.of(text) for m in mentions]
    return LinkLabel(len(said) - 1 - said[::-1].index(words), said.index(antecedent), score)


def content(findings: Findings, statement: Statement) -> str:
    return spans_text(findings.article.text, statement.content, " | ")


def speaker(findings: Findings, statement: Statement) -> str | None:
    agent = findings.agent_of(statement)
    return agent.name if agent else None


def speaking(findings: Findings) -> list[Agent]:
    """The agents that statements are attributed to, without those who are only named."""
    agents = {statement.agent for statement in findings.statements}
    return [agent for agent in findings.agents if agent.id in agents]
