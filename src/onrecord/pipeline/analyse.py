"""Label articles and find their statements: the part of the main job that looks at one article at a time."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.records.article import Article
from onrecord.records.findings import Findings
from onrecord.records.protocols import Labeller
from onrecord.statements.find import find_statements


def analyse(articles: Sequence[Article], labeller: Labeller) -> list[Findings]:
    """Findings for each article, in order; a pure function of the articles and the labeller's version."""
    labelled = zip(articles, labeller.label(articles), strict=True)
    return [find_statements(article, labels) for article, labels in labelled]
