"""Match: a statement that a search found, with the article it stands in."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.records import Findings, Graph, Hit, Statement
from onrecord.records.spans import spans_text


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


def statements_of(graph: Graph, any_id: str) -> list[Match]:
    """The statement of this id, or those of the article or agent of this id, in the order of the text."""
    return [
        Match(findings, statement)
        for findings in graph.findings
        for statement in findings.statements
        if any_id in (statement.id, findings.article.id, statement.agent)
    ]
