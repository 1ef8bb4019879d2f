"""Posts: which office a title names, so that "Norwegian President" and "the president of Norway" are one."""

from __future__ import annotations

import re
from dataclasses import dataclass

from onrecord.lexicon.roles import portfolios
from onrecord.people.contexts import context
from onrecord.records import Role
from onrecord.statements.role_phrases import head_of
from onrecord.text.folding import fold
from onrecord.text.segments import WORD

PAST = re.compile(
    r"\b(?:former|then|late|ex|erstwhile|one-time|onetime|outgoing|ousted|deposed)[\s-]*\Z", re.IGNORECASE
)
"""Directly in front of the title of somebody who no longer holds it, or of somebody long ago."""
PAST_TITLE = re.compile(r"(?:former|then|late|ex|erstwhile|one-time|onetime|ousted|deposed)\b", re.IGNORECASE)
BEFORE = 12
"""Code points in front of a title that show whether it is held yet."""


@dataclass(frozen=True, slots=True)
class Post:
    """An office: its role by the usual word, its field, and the countries and other names it belongs to."""

    role: str
    fields: frozenset[str]
    countries: frozenset[str]
    names: frozenset[str]

    def is_one(self, asked: Post) -> bool:
        """Whether it is the office that somebody asks for, who may say less of it than its title does."""
        return (
            self.role == asked.role
            and asked.fields <= self.fields
            and asked.countries <= self.countries
            and asked.names <= self.names
        )

    def forms(self) -> tuple[str, ...]:
        """The forms under which its holders are found: role and one of its names each; none for a mere role."""
        return tuple(sorted(f"{self.role}: {fold(name)}" for name in self.countries | self.names))


def post(title: str) -> Post | None:
    """The office that a title names; None where its head is no role."""
    role = head_of(title)
    if role is None:
        return None
    beside = context([title])
    fields = frozenset(word for word in map(str.lower, WORD.findall(title)) if word in portfolios())
    return Post(role, fields, beside.countries, beside.names - fields)


def is_held(text: str, role: Role) -> bool:
    """Whether the text gives the title as one that is held when it says so, not as a former one."""
    if PAST_TITLE.match(role.title):
        return False
    return role.span is None or not PAST.search(text[max(0, role.span.start - BEFORE) : role.span.start])
