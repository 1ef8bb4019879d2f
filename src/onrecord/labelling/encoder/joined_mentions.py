"""The mentions of encoder and rules together: what one of them knows of the other's."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace

from onrecord.records import LinkLabel, MentionForm, MentionKind, MentionLabel, Span, Spans


def joined_mentions(
    learned: Sequence[MentionLabel], links: Sequence[LinkLabel], ruled: Sequence[MentionLabel], unread: Spans
) -> tuple[tuple[MentionLabel, ...], tuple[LinkLabel, ...]]:
    """The encoder's mentions, names cut as the rules cut them, and what the rules see in what it did not read."""
    names = sorted((m for m in ruled if m.form is MentionForm.NAME), key=lambda m: m.span)
    found = [_as_cut(mention, names) for mention in learned]
    return (*found, *(m for m in ruled if any(p.covers(m.span) for p in unread))), tuple(links)


def with_bodies(ruled: Sequence[MentionLabel], learned: Sequence[MentionLabel]) -> tuple[MentionLabel, ...]:
    """The rules' names, where a name that they take for a person's is a body's if the encoder says so.

    The rules know persons by the look of a name alone ("Taco Bell", "Border Patrol").
    """
    bodies = sorted(
        (m for m in learned if m.form is MentionForm.NAME and m.kind is MentionKind.ORGANIZATION), key=lambda m: m.span
    )
    return tuple(replace(m, kind=MentionKind.ORGANIZATION) if _is_body(m, bodies) else m for m in ruled)


def _is_body(mention: MentionLabel, bodies: Sequence[MentionLabel]) -> bool:
    if mention.form is not MentionForm.NAME or mention.kind is not MentionKind.PERSON:
        return False
    last = bisect_left(bodies, mention.span.end, key=lambda m: m.span.start) - 1
    return last >= 0 and bodies[last].span.end >= mention.span.end


def _as_cut(mention: MentionLabel, names: Sequence[MentionLabel]) -> MentionLabel:
    """A name with the span of the rules' name that shares its head: without titles, with all its parts."""
    if mention.form is not MentionForm.NAME:
        return mention
    head = mention.head or mention.span
    twin = name_around(head, names)
    return mention if twin is None else replace(mention, span=twin.span)


def name_around(span: Span, names: Sequence[MentionLabel]) -> MentionLabel | None:
    """The name that covers the span; names are sorted and do not overlap."""
    first = bisect_left(names, span.start, key=lambda m: m.span.end)
    behind = bisect_right(names, span.start, key=lambda m: m.span.start)
    return next((m for m in names[first:behind] if m.span.covers(span)), None)
