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

    `number` is its mention's, `score` that of the link that starts there.
    """

    number: int
    mention: MentionLabel
    score: float


class Antecedents:
    """The links of one text, by the places of their mentions."""

    def __init__(self, mentions: Sequence[MentionLabel], links: Sequence[LinkLabel]) -> None:
        self._mentions = mentions
        self._back = {link.mention: link for link in links}
        self.any = bool(links)
        self._described: dict[str, list[int]] = {}
        heads = ((m.head or m.span, k) for k, m in enumerate(mentions) if m.form is not MentionForm.NAME)
        self._heads = sorted(heads, key=lambda pair: pair[0])

    def headed_in(self, span: Span) -> int | None:
        """The number of the pronoun or description whose head is the last in the span; None where there is none."""
        before = bisect_left(self._heads, span.end, key=lambda pair: pair[0].start) - 1
        if before < 0 or not span.covers(self._heads[before][0]):
            return None
        return self._heads[before][1]

    def mention(self, number: int) -> MentionLabel:
        """The mention of that number."""
        return self._mentions[number]

    def of(self, number: int | None) -> Antecedent | None:
        """What a mention refers back to; None where no link says it."""
        link = self._back.get(number) if number is not None else None
        if link is None:
            return None
        last = self._first(link.antecedent)
        return Antecedent(last, self._mentions[last], link.score)

    def _first(self, number: int) -> int:
        """Where links lead to from a mention: the first that is no pronoun, or has no link."""
        while self._mentions[number].form is MentionForm.PRONOUN and (link := self._back.get(number)) is not None:
            if link.antecedent >= number:  # labels by hand may hold anything; what refers forward leads nowhere
                break
            number = link.antecedent
        return number

    def repeated(self, number: int, phrase: str, text: str) -> Antecedent | None:
        """The last description before that has the same words; None where there is none."""
        if not self._described:
            for k, mention in enumerate(self._mentions):
                if mention.form is MentionForm.NOMINAL:
                    self._described.setdefault(_words(mention, text), []).append(k)
        same = self._described.get(without_article(phrase).lower(), [])
        before = bisect_left(same, number) - 1
        return Antecedent(same[before], self._mentions[same[before]], 1.0) if before >= 0 else None

    def named_by(self, least: float) -> Iterator[tuple[MentionLabel, MentionLabel]]:
        """The pronouns that links lead from to a name, each with that name; links below `least` lead nowhere."""
        for number, link in self._back.items():
            if self._mentions[number].form is MentionForm.PRONOUN and link.score >= least:
                name = self._mentions[self._first(link.antecedent)]
                if name.form is MentionForm.NAME:
                    yield self._mentions[number], name


def _words(mention: MentionLabel, text: str) -> str:
    return without_article(mention.span.of(text)).lower()
