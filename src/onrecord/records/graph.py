"""Graph: articles that hang together, with the edges between them; what every answer is computed from."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.records.agent import Agent
from onrecord.records.derivation import Derivation
from onrecord.records.findings import Findings
from onrecord.records.identity import Identity
from onrecord.records.judgement import Judgement
from onrecord.records.statement import Statement
from onrecord.records.utterance import SameUtterance, Utterance


@dataclass(frozen=True, slots=True)
class Links:
    """The edges drawn between two articles, or from one article to what it credits."""

    derivations: tuple[Derivation, ...] = ()
    utterances: tuple[SameUtterance, ...] = ()


@dataclass(frozen=True, slots=True)
class FullBucket:
    """A key that more articles share than are compared by it: of `articles` only `compared`, with each other.

    Two of the others are linked only where another key brings them together.  The key is one of
    `onrecord.provenance.keys`: "news:…" (a name in some days' news), "quote:…", "copy:…" or "url:…".
    """

    key: str
    articles: int
    compared: int


@dataclass(frozen=True, slots=True)
class Graph:
    """Findings sorted by article id, every edge among them sorted, and the utterances all of whose reports they are.

    `identities` are those of the agents in these findings; some of their other agents may stand in other articles.
    `judgements` are those on texts of these articles, the earliest first; of a whole store, all.
    `full_buckets`, by key, are those that articles of this graph fall in; of a whole store, all.
    `selected` are the whole ids that a Selection's ids, prefixes or agent name stood for.
    """

    findings: tuple[Findings, ...] = ()
    links: Links = Links()
    utterances: tuple[Utterance, ...] = ()
    identities: tuple[Identity, ...] = ()
    judgements: tuple[Judgement, ...] = ()
    selected: tuple[str, ...] = ()
    full_buckets: tuple[FullBucket, ...] = ()

    def article(self, article_id: str) -> Findings | None:
        """The findings of one article; None where it is not in this graph."""
        return next((f for f in self.findings if f.article.id == article_id), None)

    def statement(self, statement_id: str) -> tuple[Findings, Statement] | None:
        """A statement and the findings it stands in; None where it is not in this graph."""
        return next(((f, s) for f in self.findings for s in f.statements if s.id == statement_id), None)

    def agent(self, agent_id: str | None) -> Agent | None:
        """An agent by its id; None where it is not in this graph."""
        return next((a for f in self.findings for a in f.agents if a.id == agent_id), None)

    def identity(self, agent_id: str | None) -> Identity | None:
        """The identity that an agent belongs to; None for one without a name."""
        return next((i for i in self.identities if agent_id in i.agents), None)


@dataclass(frozen=True, slots=True)
class Selection:
    """Which part of the store is wanted; what hangs together with it comes along.

    `ids` of articles, statements, agents or utterances (aliases resolve; a unique prefix of ≥ 6 digits is enough);
    `agent_name` selects every article that has an agent of that name, `post` those that give an agent that title ("the
    president of Ruritania", in any order of its words); `everything` the whole store.
    `full_buckets` asks for those of the whole store, and for nothing else.
    With `alone`, only the articles of the selected records themselves come: enough to show them, not to trace them.
    """

    ids: tuple[str, ...] = ()
    agent_name: str | None = None
    post: str | None = None
    everything: bool = False
    alone: bool = False
    full_buckets: bool = False


@dataclass(frozen=True, slots=True)
class Hit:
    """One statement that a search found; a smaller rank is better (BM25 as SQLite's FTS5 gives it)."""

    statement: str
    article: str
    rank: float


@dataclass(frozen=True, slots=True)
class Added:
    """What adding a batch changed; `full_buckets`, by key, are those that the articles which it changed fall in."""

    articles: int = 0
    known: int = 0
    statements: int = 0
    rejected: int = 0
    full_buckets: tuple[FullBucket, ...] = ()
