"""What an article says of an agent beside its name, and whether two such contexts fit one person."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum

from onrecord.lexicon.countries import countries_in
from onrecord.lexicon.role_fields import fields_apart, role_fields
from onrecord.lexicon.roles import role_words
from onrecord.statements.role_phrases import SMALL, head_of
from onrecord.text.folding import fold
from onrecord.text.segments import WORD

ABROAD = frozenset({"ambassador", "coach", "reporter", "executive", "delegate"})
"""Roles that name a country which need not be their bearer's own: "ambassador to Ruritania"."""


class Fit(IntEnum):
    """What two contexts say of their being one person's."""

    CONFLICT = 0
    SILENT = 1
    AGREE = 2


@dataclass(frozen=True, slots=True)
class Context:
    """Roles by their usual word, countries by their name, and the other names in titles and affiliations, folded."""

    roles: frozenset[str] = frozenset()
    countries: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()

    def __bool__(self) -> bool:
        return bool(self.roles or self.countries or self.names)

    @property
    def is_post(self) -> bool:
        """Whether it is a role with its country or body: what hardly two people have at a time."""
        return bool(self.roles and (self.countries or self.names))

    def words(self) -> tuple[str, str, str]:
        """The context as words of an id: the same for equal contexts."""
        return " ".join(sorted(self.roles)), " ".join(sorted(self.countries)), " ".join(sorted(self.names))


NOTHING = Context()
"""What an article says of an agent whom it only names."""


def context(titles: Iterable[str], affiliations: Iterable[str] = ()) -> Context:
    """The context that titles ("Ruritanian finance minister") and affiliations give."""
    titles = tuple(titles)
    texts = (*titles, *affiliations)
    heads = (head_of(title) for title in titles)
    countries = {country for text in texts for country in countries_in(text)}
    names = {fold(word) for text in texts for word in WORD.findall(text) if _is_name(word)}
    return Context(frozenset(filter(None, heads)), frozenset(countries), frozenset(names))


def countries_of(names: Iterable[str]) -> Context:
    """The context that a body's own names give."""
    return Context(countries=frozenset(country for name in names for country in countries_in(name)))


def _is_name(word: str) -> bool:
    """Whether a word of a title belongs to the name of a body or a place that is no country."""
    low = word.lower()
    return (
        word[0].isupper() and len(word) > 2 and low not in role_words() and low not in SMALL and not countries_in(word)
    )


def fit(a: Context, b: Context) -> Fit:
    """Whether two contexts can be one person's; symmetric.

    Other countries conflict, and so do fields of work that hardly go together, unless both contexts name one body.
    """
    if not a or not b:
        return Fit.SILENT
    if a.names & b.names:
        return Fit.AGREE
    if _other_countries(a, b) or _other_fields(a, b):
        return Fit.CONFLICT
    return Fit.AGREE if a.roles & b.roles or a.countries & b.countries else Fit.SILENT


def _other_countries(a: Context, b: Context) -> bool:
    if not a.countries or not b.countries or a.countries & b.countries:
        return False
    return not (a.roles | b.roles) & ABROAD


def _other_fields(a: Context, b: Context) -> bool:
    mine, others = ({role_fields()[role] for role in one.roles & role_fields().keys()} for one in (a, b))
    return bool(mine and others) and all(frozenset({x, y}) in fields_apart() for x in mine for y in others)
