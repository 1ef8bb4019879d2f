"""What kind of thing a name means, by what stands beside it: a title makes a person, "a newspaper," a body."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from onrecord.lexicon.roles import source_words
from onrecord.records.labels import MentionForm, MentionKind, MentionLabel
from onrecord.records.spans import Span
from onrecord.statements.role_phrases import head_of, is_plural, title_before

REACH = 80
"""Code points in front of a name in which its title or its noun must stand."""
INTRODUCED = re.compile(r"\b(?:an?|the)\s(?:[\w-]{1,20}\s){0,4}?(?P<noun>[a-z]{3,20}),\s$")
"""In front of a name: the noun that it is an apposition to ("a Lindholm newspaper, Aften Posten")."""


def with_kinds(text: str, names: Iterable[MentionLabel]) -> Iterator[MentionLabel]:
    """The names, where the words in front of one tell its kind with that kind.

    What is said of a name in one place holds for all its mentions in the same words.
    """
    found = list(names)
    told = {m.span.of(text): kind for m in found if (kind := _told(text, m)) is not None}
    for mention in found:
        kind = told.get(mention.span.of(text), mention.kind)
        yield mention if kind is mention.kind else replace(mention, kind=kind)


def _told(text: str, mention: MentionLabel) -> MentionKind | None:
    if mention.form is not MentionForm.NAME:
        return None
    front = max(0, mention.span.start - REACH)
    if mention.kind is MentionKind.PERSON:
        noun = INTRODUCED.search(text, front, mention.span.start)
        is_body = noun is not None and source_words().get(noun["noun"]) == "organization"
        return MentionKind.ORGANIZATION if is_body else None
    if mention.kind is MentionKind.ORGANIZATION and _reads_as_person(text, mention.span):
        title = title_before(text, mention.span, front)
        return MentionKind.PERSON if title and head_of(title.of(text)) and not is_plural(title.of(text)) else None
    return None


def _reads_as_person(text: str, span: Span) -> bool:
    """Whether a name could be a person's: two words or three, none a body's, no letters alone."""
    words = span.of(text).split()
    return 1 < len(words) < 4 and not any(w.isupper() or w.lower() in source_words() for w in words)
