"""Drafts: reports before they are set as text, as sentences that can be moved, cut and phrased anew."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from evals.newsroom.wordings import Wording


class Treatment(StrEnum):
    """What a newsroom did to get its report; the first two are origins, the others come from somebody's report."""

    FIRST_HAND = "first_hand"
    WITNESS = "witness"
    VERBATIM = "verbatim"
    TRIMMED = "trimmed"
    LIGHT = "light"
    REWRITTEN = "rewritten"
    MERGED = "merged"
    RELAYED = "relayed"
    UPDATED = "updated"


ORIGINS = (Treatment.FIRST_HAND, Treatment.WITNESS)


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence.  `key` says what it tells ("fact 3", "colour 0", "point 1"), `form` in which phrasing.

    `text` is filled but for what depends on the page: {who} and {Who}, and the words of a `wording`.
    """

    key: str
    form: int
    text: str
    wording: Wording | None = None


@dataclass(frozen=True, slots=True)
class House:
    """A newsroom and its habits: quotation marks, what stands above and below a text, sentences to a paragraph.

    `turn` decides how the speaker is called after the first mention.
    """

    name: str
    agency: bool
    marks: tuple[str, str]
    head: str
    byline: str
    foot: str
    per_paragraph: int
    turn: int


@dataclass(frozen=True, slots=True)
class Credit:
    """Whose copy a report says it is, and in which form: "head", "byline" or "foot"; `text` is still a template."""

    place: str
    text: str
    source: str
    other: str | None = None


@dataclass(frozen=True, slots=True)
class Draft:
    """A report.  `lines` are the origins it goes back to, the first is where its main quotation comes from.

    `parents` are the reports it was made from; `made` is the true time, `published` what the page says (both UTC);
    `short_named`: the speaker's given name is left out.
    """

    doc: str
    treatment: Treatment
    lines: tuple[str, ...]
    house: House
    headline: str
    sentences: tuple[Sentence, ...]
    made: datetime
    published: datetime
    spelling: int = 0
    short_named: bool = False
    parents: tuple[str, ...] = ()
    credit: Credit | None = None
    relayed_from: str | None = None
    note: str = ""
