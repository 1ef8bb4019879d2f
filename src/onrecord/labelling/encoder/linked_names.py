"""The rules' names among the encoder's descriptions and pronouns, with the encoder's links between them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import replace

from onrecord.labelling.encoder.joined_mentions import name_around, with_bodies
from onrecord.lexicon.function_words import function_words
from onrecord.lexicon.roles import role_words
from onrecord.records import LinkLabel, MentionForm, MentionKind, MentionLabel, Spans

SURE = 0.9
"""How sure the encoder must be of a person whose name the rules do not know."""


def linked_names(
    text: str, ruled: Sequence[MentionLabel], learned: Sequence[MentionLabel], links: Sequence[LinkLabel], unread: Spans
) -> tuple[tuple[MentionLabel, ...], tuple[LinkLabel, ...]]:
    """All mentions, sorted, and the links by their new numbers.

    A link to a name leads to the name that the rules see there.  Of what the encoder did not read (`unread`), the
    rules' descriptions and pronouns stay.
    """
    learned = [replace(m, form=MentionForm.NOMINAL) if _is_title(text, m) else m for m in learned]
    ours = with_bodies([m for m in ruled if m.form is MentionForm.NAME], learned)
    names = sorted((*ours, *_unknown(text, ours, learned)), key=lambda m: m.span)
    others = [m for m in learned if m.form is not MentionForm.NAME]
    others += [m for m in ruled if m.form is not MentionForm.NAME and any(p.covers(m.span) for p in unread)]
    found = sorted((*names, *others), key=lambda m: (m.span, m.form))
    place = {id(m): k for k, m in enumerate(found)}
    numbers = [place.get(id(_twin(m, names))) for m in learned]
    return tuple(found), tuple(_renumbered(links, numbers))


def _is_title(text: str, mention: MentionLabel) -> bool:
    """Whether what the encoder takes for a person's name is a title that stands alone: "The President"."""
    if mention.form is not MentionForm.NAME or mention.kind is not MentionKind.PERSON:
        return False
    words = mention.span.of(text).lower().split()
    return words[-1] in role_words() or words[0] in function_words("determiners", "possessives")


def _unknown(text: str, names: Sequence[MentionLabel], learned: Iterable[MentionLabel]) -> list[MentionLabel]:
    """The people whose names only the encoder knows; none shares a character with another name."""
    out: list[MentionLabel] = []
    for mention in sorted(learned, key=lambda m: m.span):
        is_person = mention.form is MentionForm.NAME and mention.kind is MentionKind.PERSON and mention.score >= SURE
        is_free = not _touches(mention, names) and not _touches(mention, out[-1:])
        if is_person and is_free and text[mention.span.start].isupper():
            out.append(mention)
    return out


def _touches(mention: MentionLabel, names: Sequence[MentionLabel]) -> bool:
    """Whether a name shares a character with the mention; names are sorted and do not overlap."""
    first = bisect_right(names, mention.span.start, key=lambda m: m.span.end)
    return bisect_left(names, mention.span.end, key=lambda m: m.span.start) > first


def _twin(mention: MentionLabel, names: Sequence[MentionLabel]) -> MentionLabel | None:
    return name_around(mention.head or mention.span, names) if mention.form is MentionForm.NAME else mention


def _renumbered(links: Iterable[LinkLabel], numbers: Sequence[int | None]) -> Iterable[LinkLabel]:
    """The links between what is left, each back in the text."""
    for link in links:
        here, there = numbers[link.mention], numbers[link.antecedent]
        if here is not None and there is not None and there < here:
            yield LinkLabel(here, there, link.score)
