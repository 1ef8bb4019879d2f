"""Utterance: one act of saying, reported by one or more statements, in one or more wordings."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class WordingRelation(StrEnum):
    """How two reports of one utterance word it.

    Of two quotations: the same words; the same as far as both go; pieces joined as if nothing were missing between
    them; a word changed, added or dropped inside the marks, which may be a misquotation; the same in another
    translation.  Else one tells in other words what was said, or other parts of it are quoted.
    """

    IDENTICAL = "identical"
    TRUNCATED = "truncated"
    SPLICED = "spliced"
    ALTERED = "altered"
    RETRANSLATED = "re-translated"
    PARAPHRASE = "paraphrase"


@dataclass(frozen=True, slots=True)
class SameUtterance:
    """An edge: two statements (ids, the smaller first) report one act of saying, and how their words relate.

    A pure function of the two statements; `rule` names it, `score` is in [0, 1].
    """

    first: str
    second: str
    relation: WordingRelation
    rule: str
    score: float = 1.0


@dataclass(frozen=True, slots=True)
class Wording:
    """The words as some of the reports have them."""

    text: str
    statements: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Utterance:
    """One act of saying.  `id` is the smallest id of its member statements; `agent` an Agent's id or None.

    `wordings` have each of them, but for those that only attribute another ("the paper reported that she had said …").
    """

    id: str
    statements: tuple[str, ...]
    agent: str | None = None
    wordings: tuple[Wording, ...] = ()
    links: tuple[SameUtterance, ...] = ()
