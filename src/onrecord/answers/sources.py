"""Sources: the independent origins behind an utterance, with the reason of each fold."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.answers.notebook import sources_html
from onrecord.answers.views import (
    Json,
    Quoted,
    Report,
    Speaker,
    outlets,
    quoted,
    reports,
    speaker_of,
    utterance_of,
)
from onrecord.provenance.families import Families
from onrecord.provenance.independence import Origins, origins
from onrecord.records import Graph


@dataclass(frozen=True, slots=True)
class Origin:
    """Reports that have one origin; `reason` says why, `evidence` shows it, `folded` are the articles' own reasons."""

    reason: str
    reports: tuple[Report, ...]
    evidence: tuple[Quoted, ...]
    folded: tuple[tuple[str, str], ...] = ()

    @property
    def articles(self) -> tuple[str, ...]:
        """The ids of the articles, sorted."""
        return tuple(sorted({r.article for r in self.reports}))

    @property
    def headline(self) -> str:
        """The reason, where it is one; else the strongest of them: the others stand beside their reports."""
        several = self._several
        return f"{len(self.articles)} reports: {several[0]}, …" if several else self.reason

    def reasons_of(self, article: str) -> tuple[str, ...]:
        """The article's own reasons; none where the headline tells all there is."""
        return tuple(reason for one, reason in self.folded if one == article) if self._several else ()

    @property
    def _several(self) -> tuple[str, ...]:
        """The reasons, each once, where there are several; () where there is one."""
        reasons = tuple(dict.fromkeys(reason for _, reason in self.folded))
        return reasons if len(reasons) > 1 else ()

    def to_json(self) -> Json:
        """The group as the contract has it, with its reports and evidence."""
        return {
            "articles": list(self.articles),
            "reason": self.reason,
            "reports": [r.to_json() for r in self.reports],
            "evidence": [e.to_json() for e in self.evidence],
            "folded": [{"article": article, "reason": reason} for article, reason in self.folded],
        }


@dataclass(frozen=True, slots=True)
class Sources:
    """ "N outlets, 1 utterance, W wordings, M origins", with everything behind the figures.

    `low` and `high` bound the independent origins; `doubts` says why they differ.
    """

    utterance: str
    agent: Speaker | None
    text: str
    articles: int
    outlets: int
    wordings: int
    low: int
    high: int
    origins: tuple[Origin, ...]
    doubts: tuple[str, ...] = ()

    def _repr_html_(self) -> str:
        """What a notebook shows."""
        return sources_html(self)

    def to_json(self) -> Json:
        """The answer as JSON types."""
        return {
            "utterance": self.utterance,
            "agent": self.agent.to_json() if self.agent else None,
            "text": self.text,
            "articles": self.articles,
            "outlets": self.outlets,
            "wordings": self.wordings,
            "origins": {"low": self.low, "high": self.high, "groups": [o.to_json() for o in self.origins]},
            "doubts": list(self.doubts),
        }


def sources(graph: Graph, record_id: str, families: Families | None = None) -> Sources:
    """The origins behind an utterance, named by its id or that of one of its statements.

    `families` are newsrooms of one owner, those of the bundled list where none are given.
    Raises NotFound where the graph has neither.
    """
    utterance = utterance_of(graph, record_id)
    found = origins(graph, utterance.statements, families)
    members = reports(graph, utterance.statements)
    articles = {r.article for r in members}
    return Sources(
        utterance=utterance.id,
        agent=speaker_of(graph, utterance),
        text=utterance.wordings[0].text if utterance.wordings else "",
        articles=len(articles),
        outlets=outlets(f.article for f in graph.findings if f.article.id in articles),
        wordings=len(utterance.wordings),
        low=found.low,
        high=found.high,
        origins=_origins(graph, found, members),
        doubts=found.doubts,
    )


def _origins(graph: Graph, found: Origins, members: tuple[Report, ...]) -> tuple[Origin, ...]:
    """The groups, that with the most articles first."""
    groups = sorted(found.groups, key=lambda g: (-len(g.articles), g.articles))
    return tuple(
        Origin(g.reason, tuple(r for r in members if r.article in g.articles), quoted(graph, g.evidence), g.folded)
        for g in groups
    )
