"""Match: a statement that a search found, with the article it stands in."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.records import Findings, Graph, Hit, Statement
from onrecord.records.spans import spans_text
from onrecord.text.content_words import word_list


@dataclass(frozen=True, slots=True)
class Match:
    """One statement with the findings it stands in; a smaller rank is a better match (BM25)."""

    findings: Findings
    statement: Statement
    rank: float = 0.0

    @property
    def words(self) -> str:
        """The statement's content, fragments joined."""
        return spans_text(self.findings.article.text, self.statement.content)


def matches(graph: Graph, hits: list[Hit]) -> list[Match]:
    """The hits with what they point at, in their order."""
    homes = {s.id: (f, s) for f in graph.findings for s in f.statements}
    return [Match(*homes[hit.statement], hit.rank) for hit in hits if hit.statement in homes]


def by_fit(found: list[Match], wanted: str) -> list[Match]:
    """The matches with the one first that a person who typed these words means.

    The words in a row come before the words anywhere, a known speaker before an unknown one, these words alone before
    more of them, a sure statement before a doubtful one; then the search's own order.
    """
    phrase = " ".join(word_list(wanted))

    def unfit(match: Match) -> tuple[bool, bool, bool, float, float]:
        words, statement = " ".join(word_list(match.words)), match.statement
        known, alone = statement.agent is not None, words == phrase
        return phrase not in words, not known, not alone, -round(statement.confidence, 1), match.rank

    return sorted(found, key=unfit)


def statements_of(graph: Graph, any_id: str) -> list[Match]:
    """The statement of this id, or those of the article or agent of this id, in the order of the text."""
    return [
        Match(findings, statement)
        for findings in graph.findings
        for statement in findings.statements
        if any_id in (statement.id, findings.article.id, statement.agent)
    ]
