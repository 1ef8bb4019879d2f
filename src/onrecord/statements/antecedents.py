"""What the pronouns and descriptions of a text refer back to, by the links of its labels."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from onrecord.records.labels import LinkLabel, MentionForm, MentionLabel
from onrecord.records.spans import Span
from onrecord.statements.unnamed import without_article


@dataclass(frozen=True, slots=True)
class Antecedent:
    """What a mention refers back to: the name or description that its links lead to, else the first pronoun of them.

    `number` is its place among the labels' mentions, `score` how sure the link is that starts there.
    """

    number: int
    mention: MentionLabel
    score: float


class Antecedents:
    """The links of one text, by the places of their mentions; every link leads back, or counts for nothing."""

    def __init__(self, text: str, mentions: Sequence[MentionLabel], links: Sequence[LinkLabel]) -> None:
        self._text = text
        self._mentions = mentions
        self._back = {link.mention: link for link in links if link.antecedent < link.mention}
        self._ends = self._followed()
        heads = ((m.head or m.span, k) for k, m in enumerate(mentions) if m.form is not MentionForm.NAME)
        self._heads = sorted(heads, key=lambda pair: pair[0])
        self._same: dict[str, list[int]] = {}
        for k, mention in enumerate(mentions):
            if mention.form is MentionForm.NOMINAL:
                self._same.setdefault(without_article(mention.span.of(text)).lower(), []).append(k)

    def __bool__(self) -> bool:
        """Whether there are any links."""
        return bool(self._back)

    def headed_in(self, span: Span) -> int | None:
        """The number of the pronoun or description whose head is the last in the span; None where there is none."""
        before = bisect_left(self._heads, span.end, key=lambda pair: pair[0].start) - 1
        if before < 0 or not span.covers(self._heads[before][0]):
            return None
        return self._heads[before][1]

    def described_before(self, position: int) -> Span | None:
        """The description whose head ends at a position, up to there: "the people" of "the people who left"."""
        before = bisect_left(self._heads, position, key=lambda pair: pair[0].start) - 1
        if before < 0 or self._heads[before][0].end != position:
            return None
        mention = self._mentions[self._heads[before][1]]
        return Span(mention.span.start, position) if mention.form is MentionForm.NOMINAL else None

    def mention(self, number: int) -> MentionLabel:
        """The mention of that number."""
        return self._mentions[number]

    def head(self, number: int) -> str:
        """The head word of the mention of that number, in lower case."""
        mention = self._mentions[number]
        return (mention.head or mention.span).of(self._text).lower()

    def of(self, number: int | None) -> Antecedent | None:
        """What a mention refers back to; None where no link says it."""
        link = self._back.get(number) if number is not None else None
        return self._at(self._ends[link.antecedent], link.score) if link else None

    def same_words(self, phrase: str, number: int) -> Antecedent | None:
        """The last description before mention `number` that has the phrase's words, articles aside."""
        same = self._same.get(without_article(phrase).lower(), [])
        before = bisect_left(same, number) - 1
        return self._at(same[before], 1.0) if before >= 0 else None

    def pronouns(self, least: float) -> Iterator[tuple[MentionLabel, MentionLabel]]:
        """The pronouns whose links, of at least that score, lead to a name; each with the name."""
        for number, link in self._back.items():
            pronoun, end = self._mentions[number], self._mentions[self._ends[link.antecedent]]
            if pronoun.form is MentionForm.PRONOUN and end.form is MentionForm.NAME and link.score >= least:
                yield pronoun, end

    def _at(self, number: int, score: float) -> Antecedent:
        return Antecedent(number, self._mentions[number], score)

    def _followed(self) -> list[int]:
        """For each mention where it leads: to itself, or on from a pronoun to the first that is none or has no link."""
        ends: list[int] = []
        for number, mention in enumerate(self._mentions):
            link = self._back.get(number) if mention.form is MentionForm.PRONOUN else None
            ends.append(ends[link.antecedent] if link else number)
        return ends
