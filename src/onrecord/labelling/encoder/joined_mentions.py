"""The mentions of encoder and rules together: what one of them knows of the other's."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace

from onrecord.lexicon.roles import role_words
from onrecord.records import LinkLabel, MentionForm, MentionKind, MentionLabel, Span, Spans


def joined_mentions(
    learned: Sequence[MentionLabel], links: Sequence[LinkLabel], ruled: Sequence[MentionLabel], unread: Spans
) -> tuple[tuple[MentionLabel, ...], tuple[LinkLabel, ...]]:
    """The encoder's mentions, names cut as the rules cut them, and what the rules see in what it did not read."""
    names = sorted((m for m in ruled if m.form is MentionForm.NAME), key=lambda m: m.span)
    found = [_as_cut(mention, names) for mention in learned]
    return (*found, *(m for m in ruled if any(p.covers(m.span) for p in unread))), tuple(links)


def linked_names(
    ruled: Sequence[MentionLabel], learned: Sequence[MentionLabel], links: Sequence[LinkLabel], unread: Spans, text: str
) -> tuple[tuple[MentionLabel, ...], tuple[LinkLabel, ...]]:
    """The rules' names among the encoder's descriptions and pronouns, with the encoder's links between them.

    A link to a name is one to the rules' name that shares its head; a name that the rules do not know is left out, and
    what refers to it with it.  Of what the encoder did not read, the rules' descriptions and pronouns stay.
    """
    names = with_bodies([m for m in ruled if m.form is MentionForm.NAME], learned)
    learned = [replace(m, form=MentionForm.NOMINAL) if _is_title(m, text) else m for m in learned]
    others = [m for m in learned if m.form is not MentionForm.NAME]
    others += [m for m in ruled if m.form is not MentionForm.NAME and any(p.covers(m.span) for p in unread)]
    free = [
        m
        for m in learned
        if m.form is MentionForm.NAME
        and m.kind is MentionKind.PERSON
        and m.score >= 0.9
        and m.span.of(text)[0].isupper()
        and not any(n.span.overlaps(m.span) for n in names)
    ]
    names = tuple(sorted((*names, *free), key=lambda m: m.span))
    found = sorted((*names, *others), key=lambda m: (m.span, m.form))
    number = {id(m): k for k, m in enumerate(found)}
    twins = [m if m.form is not MentionForm.NAME else _around(m.head or m.span, names) for m in learned]
    numbers = [number.get(id(twin)) for twin in twins]
    kept = []
    for link in links:
        here, there = numbers[link.mention], numbers[link.antecedent]
        if here is not None and there is not None and there < here:
            kept.append(LinkLabel(here, there, link.score))
    return tuple(found), tuple(kept)


def with_bodies(ruled: Sequence[MentionLabel], learned: Sequence[MentionLabel]) -> tuple[MentionLabel, ...]:
    """The rules' names, where a name that they take for a person's is a body's if the encoder says so.

    The rules know persons by the look of a name alone ("Taco Bell", "Border Patrol").
    """
    bodies = sorted(
        (m for m in learned if m.form is MentionForm.NAME and m.kind is MentionKind.ORGANIZATION), key=lambda m: m.span
    )
    return tuple(replace(m, kind=MentionKind.ORGANIZATION) if _is_body(m, bodies) else m for m in ruled)


def _is_title(mention: MentionLabel, text: str) -> bool:
    words = mention.span.of(text).lower().split()
    return mention.form is MentionForm.NAME and mention.kind is MentionKind.PERSON and (words[0] in ("the", "our", "a") or words[-1] in role_words())


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
    twin = _around(head, names)
    return mention if twin is None else replace(mention, span=twin.span)


def _around(span: Span, names: Sequence[MentionLabel]) -> MentionLabel | None:
    """The name that covers the span; names are sorted and do not overlap."""
    first = bisect_left(names, span.start, key=lambda m: m.span.end)
    behind = bisect_right(names, span.start, key=lambda m: m.span.start)
    return next((m for m in names[first:behind] if m.span.covers(span)), None)
