"""The times of all statements of an article: each from its own words, or from what it is tied to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.records import Agent, Article, Moment, Span
from onrecord.statements.draft import Draft
from onrecord.statements.times.occasions import Dated, named_occasion
from onrecord.statements.times.said import own_moment, publication, said_within


@dataclass(frozen=True, slots=True)
class Uttered:
    """A statement in the making with its sentence, its agent, and the number of the one it is nested in."""

    draft: Draft
    sentence: Span
    agent: Agent | None
    outer: int | None


def said_when(article: Article, moments: Sequence[Moment], uttered: Sequence[Uttered]) -> list[Moment | None]:
    """When each statement was said; None where nothing is known.  Pure; never raises.

    The first of these that tells: the words around it; for a nested one, the statement it is nested in, as a bound; an
    occasion that is dated elsewhere in the text; the same speaker's dated statement shortly before, or, for a
    headline, in the body; the day of publication.
    """
    own = [_own(article, moments, one, uttered) for one in uttered]
    dated = Dated(
        (one.draft.extent.start, one.agent.id, when)
        for one, when in zip(uttered, own, strict=True)
        if when is not None and when.start and one.agent and one.outer is None
    )
    day = publication(article)
    out: dict[int, Moment | None] = {}
    for number in sorted(range(len(uttered)), key=lambda n: _depth(n, uttered)):
        one = uttered[number]
        if own[number] is not None:
            out[number] = own[number]
        elif one.outer is not None:
            out[number] = said_within(out[one.outer])
        else:
            out[number] = _tied(article, moments, one, dated) or day
    return [out[number] for number in range(len(uttered))]


def _own(article: Article, moments: Sequence[Moment], one: Uttered, uttered: Sequence[Uttered]) -> Moment | None:
    draft = one.draft
    frame = uttered[one.outer].draft.content if one.outer is not None else ()
    return own_moment(article, moments, draft.cue or draft.source, draft.content, one.sentence, frame)


def _tied(article: Article, moments: Sequence[Moment], one: Uttered, dated: Dated) -> Moment | None:
    agent = one.agent.id if one.agent else ""
    if article.title_span is not None and article.title_span.covers(one.draft.extent):
        return dated.first(agent)
    occasion = named_occasion(article.text, one.sentence, one.draft.content, moments)
    return occasion or dated.before(one.draft.extent.start, agent)


def _depth(number: int, uttered: Sequence[Uttered]) -> int:
    depth, outer = 0, uttered[number].outer
    while outer is not None:
        depth, outer = depth + 1, uttered[outer].outer
    return depth
