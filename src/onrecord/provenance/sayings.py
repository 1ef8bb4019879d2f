"""Saying: a statement prepared for comparison with statements of other articles."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from itertools import accumulate

from onrecord.records import (
    Agent,
    AgentType,
    Findings,
    Modality,
    Moment,
    Polarity,
    Span,
    Statement,
    StatementKind,
    ViaKind,
    spans_text,
)
from onrecord.text.content_words import content_words, root, word_list
from onrecord.text.quotation_marks import quotations

_ASIDE = re.compile(r"\([^()]{1,80}\)")
"""What a reporter puts into a quotation in round brackets; square ones are a change of its words."""

SAME_NEWS = 2
"""Days between two reports that can still be of the same day's news."""
LEAD = 450
"""Code points of a text that are its headline and its lead, more or less."""
MEDIA = frozenset({ViaKind.SOCIAL, ViaKind.STATEMENT, ViaKind.DOCUMENT})
"""Go-betweens that are the speaker's own words in writing."""
MAX_SAYINGS = 200
"""Statements of one article that are compared with others; no report that people write has so many."""
MAX_WORDS = 1_000
"""Words of one statement that are compared."""

Words = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Saying:
    """What one statement says, by whom and when.

    `words` are the folded words of the whole content; `quoted` those inside quotation marks, one tuple a fragment, and
    `breaks` the words, by number, in front of which the reporter breaks into a direct quotation;
    `stems` and `quoted_stems` their content words as sets, the former without the agent's own name; `roots` what
    `stems` share with other words of their family.  `leads`: it stands in the headline or the lead, which tell the
    news itself.  `media` are the kinds of tweet, statement or document that it was made in, `occasion` the
    content words for where it was said or written ("a news conference in Oslo").  `said` and
    `reported` are days as ordinals, the first and the last possible, None where unknown.
    """

    statement: str
    article: str
    kind: StatementKind
    agent: Agent | None
    words: Words
    quoted: tuple[Words, ...]
    breaks: tuple[int, ...]
    stems: frozenset[str]
    roots: frozenset[str]
    quoted_stems: frozenset[str]
    leads: bool
    media: frozenset[ViaKind]
    occasion: frozenset[str]
    modality: Modality
    denied: bool
    said: tuple[int, int] | None
    reported: int | None


def sayings(findings: Findings) -> tuple[Saying, ...]:
    """One Saying for each of the first MAX_SAYINGS statements, in order."""
    agents = {a.id: a for a in findings.agents}
    published = findings.article.published_on
    reported = published.toordinal() if published else None
    compared = findings.statements[:MAX_SAYINGS]
    return tuple(_saying(findings, s, agents.get(s.agent or ""), reported) for s in compared)


def _saying(findings: Findings, statement: Statement, agent: Agent | None, reported: int | None) -> Saying:
    text = findings.article.text
    words = tuple(told(spans_text(text, statement.content, " "))[:MAX_WORDS])
    fragments = tuple(tuple(word_list(part)[:MAX_WORDS]) for part in _quoted_parts(text, statement))
    own = {w for name in (agent.names if agent else ()) for w in content_words(word_list(name))}
    stems = frozenset(content_words(words)) - own
    return Saying(
        statement=statement.id,
        article=findings.article.id,
        kind=statement.kind,
        agent=agent,
        words=words,
        quoted=tuple(f for f in fragments if f),
        breaks=_breaks(text, statement),
        leads=statement.content[0].start < LEAD,
        media=_media(statement, agent),
        occasion=_occasion(text, statement),
        modality=statement.modality,
        denied=statement.polarity is Polarity.NEGATIVE,
        stems=stems,
        roots=frozenset(map(root, stems)),
        quoted_stems=frozenset(stem for f in fragments for stem in content_words(f)),
        said=days_of(statement.said),
        reported=reported,
    )


def _breaks(text: str, statement: Statement) -> tuple[int, ...]:
    """How many words stand in front of each later fragment of a direct quotation."""
    if statement.kind is not StatementKind.DIRECT:
        return ()
    counts = [len(word_list(_ASIDE.sub(" ", span.of(text)))) for span in statement.content]
    return tuple(accumulate(counts))[:-1]


def _media(statement: Statement, agent: Agent | None) -> frozenset[ViaKind]:
    found = {via.kind for via in statement.via if via.kind in MEDIA}
    if agent is not None and agent.type is AgentType.DOCUMENT:
        found.add(ViaKind.DOCUMENT)
    return frozenset(found)


def _occasion(text: str, statement: Statement) -> frozenset[str]:
    named = (*statement.venue, *(span for via in statement.via for span in via.spans))
    return frozenset(root(word) for span in named for word in content_words(word_list(span.of(text))))


def told(content: str) -> list[str]:
    """The folded words of a content without the "that" which opens reported speech."""
    words = word_list(content)
    return words[1:] if len(words) > 1 and words[0] == "that" else words


def _quoted_parts(text: str, statement: Statement) -> list[str]:
    """The content of a direct quotation as one piece; of a mixed one, each passage inside marks."""
    if statement.kind is StatementKind.DIRECT:
        return [_ASIDE.sub(" ", spans_text(text, statement.content, " "))]
    if statement.kind is StatementKind.INDIRECT:
        return []
    outermost = [q.inner for q in quotations(text) if q.outer is None]
    meets = (_common(content, inner) for inner in outermost for content in statement.content)
    return [_ASIDE.sub(" ", both.of(text)) for both in meets if both is not None]


def _common(a: Span, b: Span) -> Span | None:
    start, end = max(a.start, b.start), min(a.end, b.end)
    return Span(start, end) if start < end else None


def days_of(moment: Moment | None) -> tuple[int, int] | None:
    """The first and the last day of a moment as proleptic ordinals; None where an end is unknown or no date."""
    if moment is None or not moment.start or not moment.end:
        return None
    try:
        return date.fromisoformat(moment.start[:10]).toordinal(), date.fromisoformat(moment.end[:10]).toordinal()
    except ValueError:
        return None
