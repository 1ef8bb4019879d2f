"""Where the records of a graph stand, and the words there."""

from __future__ import annotations

from onrecord.people.names import name_parts
from onrecord.provenance.near_copy import EVIDENCE_WORDS
from onrecord.provenance.prepared import Prepared, prepared
from onrecord.records import Agent, Article, Derivation, Evidence, Graph
from onrecord.text.content_words import content_words, root, word_list


class Places:
    """Where the records of a graph stand."""

    def __init__(self, graph: Graph) -> None:
        self.graph = graph
        self.findings = {f.article.id: f for f in graph.findings}
        self.statements = {s.id: s for f in graph.findings for s in f.statements}
        self.agents = {a.id: a for f in graph.findings for a in f.agents}

    def article(self, end: str) -> Article | None:
        """The article that an article's, statement's or agent's id belongs to."""
        record = self.statements.get(end) or self.agents.get(end)
        found = self.findings.get(record.article if record else end)
        return found.article if found else None

    def words(self, shown: Evidence) -> str:
        """The words that evidence stands on; of a field its value; "" where there is nothing there."""
        article = self.findings[shown.article].article
        if shown.span is not None:
            return shown.span.of(article.text)
        if shown.field in ("url", "title", "outlet"):
            return str(getattr(article, shown.field) or "")
        return "; ".join(c.name for c in article.credits if c.span is None and c.rule == shown.field)

    def ready(self, end: str) -> Prepared:
        article = self.article(end)
        assert article is not None
        return prepared(self.findings[article.id])


def is_long(places: Places, d: Derivation) -> bool:
    """Whether an article is so long that the passage that shows a copy is not looked for in all of it."""
    return any(len(places.ready(end).imprint.words) > EVIDENCE_WORDS for end in (d.source, d.target))


def roots(words: str) -> frozenset[str]:
    return frozenset(root(stem) for stem in content_words(word_list(words)))


def parts(agent: Agent | None) -> set[str]:
    return {part for name in (agent.names if agent else ()) for part in name_parts(name)}
