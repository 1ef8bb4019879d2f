"""Wordings: how a report words what was said, and how that relates to the words as they were said."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import pairwise

from evals.newsroom.phrases import capital, clauses, spoken
from evals.newsroom.stock import Point


class Relation(StrEnum):
    """How a report's words relate to those that were said (as the first direct report has them)."""

    IDENTICAL = "identical"
    TRUNCATED = "truncated"
    SPLICED = "spliced"
    ALTERED = "altered"
    RETRANSLATED = "retranslated"
    PARAPHRASE = "paraphrase"


@dataclass(frozen=True, slots=True)
class Wording:
    """The words of one saying: clauses still with their fallible words, and what has happened to them.

    `indirect` is the number of the indirect form, None for a direct quotation.
    """

    point: Point
    parts: tuple[int, ...]
    retold: bool = False
    wrong: bool = False
    indirect: int | None = None

    @classmethod
    def of(cls, point: Point, *, retold: bool = False) -> Wording:
        """The whole saying, or another translation of the whole."""
        return cls(point, tuple(range(len(clauses(point.said)))), retold)

    @property
    def relation(self) -> Relation:
        """What changed most: other speech, another translation, other words, then what was left out."""
        if self.indirect is not None:
            return Relation.PARAPHRASE
        if self.retold:
            return Relation.RETRANSLATED
        source = clauses(self.point.said)
        if self.wrong and any("<" in source[part] for part in self.parts):
            return Relation.ALTERED
        if len(self.parts) == len(source):
            return Relation.IDENTICAL
        gap = any(b - a > 1 for a, b in pairwise(self.parts))
        return Relation.SPLICED if gap else Relation.TRUNCATED

    @property
    def fragments(self) -> tuple[str, ...]:
        """The clauses in order, or the indirect form alone; slots stay.

        A clause that comes to stand first loses its "and"; commas part clauses that were spliced.
        """
        if self.indirect is not None:
            return (self.point.indirect[self.indirect],)
        source = clauses(self.point.retold if self.retold else self.point.said)
        kept = [spoken(source[i], wrong=self.wrong).rstrip(",") for i in self.parts]
        kept[0] = capital(_unled(kept[0]) if self.parts[0] else kept[0])
        return tuple(_punctuated(kept, source, self.parts))


def _unled(clause: str) -> str:
    for lead in ("and ", "but ", "because ", "yet ", "so "):
        clause = clause.removeprefix(lead)
    return clause


def _punctuated(kept: list[str], source: tuple[str, ...], parts: tuple[int, ...]) -> list[str]:
    """Each clause with the comma it was said with; one before a gap gets a comma."""
    out = []
    for place, part in enumerate(parts):
        last = place == len(parts) - 1
        gap = not last and parts[place + 1] != part + 1
        comma = not last and (gap or source[part].endswith(","))
        out.append(kept[place] + ("," if comma else ""))
    return out


def beheaded(wording: Wording) -> Wording:
    """Without the first clause; as it was where it has one clause only."""
    return replace(wording, parts=wording.parts[1:]) if _can_lose(wording, 1) else wording


def curtailed(wording: Wording) -> Wording:
    """Without the last clause; as it was where it has one clause only."""
    return replace(wording, parts=wording.parts[:-1]) if _can_lose(wording, 1) else wording


def spliced(wording: Wording) -> Wording:
    """The first and the last clause run together; as it was where nothing stands between them."""
    return replace(wording, parts=(wording.parts[0], wording.parts[-1])) if _can_lose(wording, 2) else wording


def altered(wording: Wording) -> Wording:
    """With wrong words inside the marks."""
    return replace(wording, wrong=True) if wording.indirect is None and not wording.retold else wording


def retranslated(wording: Wording) -> Wording:
    """From English into another language and back."""
    return replace(wording, retold=True, wrong=False) if wording.indirect is None else wording


def paraphrased(wording: Wording, form: int = 0) -> Wording:
    """In indirect speech; what is in it already stays."""
    return replace(wording, indirect=form) if wording.indirect is None else wording


def _can_lose(wording: Wording, clauses: int) -> bool:
    return wording.indirect is None and len(wording.parts) > clauses
