"""Findings: all that one article yields, before it is linked with any other."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.records.agent import Agent
from onrecord.records.article import Article
from onrecord.records.commitment import Commitment
from onrecord.records.moment import Moment
from onrecord.records.notebook import findings_html
from onrecord.records.statement import Statement


@dataclass(frozen=True, slots=True)
class Findings:
    """An article with its statements (in the order of the text), their agents, moments and commitments.

    `made_by` is the labeller's version.  Every id that a statement names is an agent's or statement's in here.
    """

    article: Article
    statements: tuple[Statement, ...] = ()
    agents: tuple[Agent, ...] = ()
    moments: tuple[Moment, ...] = ()
    commitments: tuple[Commitment, ...] = ()
    made_by: str = ""

    def _repr_html_(self) -> str:
        """What a notebook shows: the article and a row for each statement."""
        return findings_html(self)

    def agent_of(self, statement: Statement) -> Agent | None:
        """The statement's agent; None where it is unknown."""
        return next((a for a in self.agents if a.id == statement.agent), None)
