"""The store in memory: for notebooks and evals, and the plain definition of what every store answers."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence, Set
from dataclasses import replace

from onrecord.people.judgements import Standing, age, meant, on_texts
from onrecord.people.judgements import pairs as judged
from onrecord.people.registry import Registry
from onrecord.records import (
    Added,
    Findings,
    FullBucket,
    Graph,
    Hit,
    Identity,
    Judgement,
    Links,
    Rejected,
    Selection,
    Verdict,
)
from onrecord.store.buckets import BUCKET_CAP, Pair, in_tiles, pairs
from onrecord.store.closure import closed, selected
from onrecord.store.clusters import utterances
from onrecord.store.edges import joined
from onrecord.store.editions import Edition, Mark, Place, placed, places_of, to_store
from onrecord.store.full_buckets import full
from onrecord.store.full_text import hits
from onrecord.store.linker import Linker, default_linker
from onrecord.store.naming import found_names
from onrecord.store.rows import insert, statement_rows
from onrecord.store.schema import migrate


class MemoryStore:
    """A Store that is gone with the process.  It links everything anew at the first question after an `add`.

    Threads: one store per thread.
    """

    def __init__(self, *, linker: Linker | None = None, cap: int = BUCKET_CAP) -> None:
        self._linker = linker or default_linker()
        self._cap = cap
        self._editions: dict[str, Edition] = {}
        self._keys: dict[str, frozenset[str]] = {}
        self._buckets: dict[str, set[str]] = defaultdict(set)
        self._places: dict[str, set[Place]] = defaultdict(set)
        self._rejected: set[Rejected] = set()
        self._judgements: set[Judgement] = set()
        self._linked: _Linked | None = None

    def add(self, batch: Sequence[Findings | Rejected | Judgement]) -> Added:
        """See `onrecord.records.Store`.  `Added.rejected` counts what was not known to be rejected for that reason."""
        found = [item for item in batch if isinstance(item, Findings)]
        rejected = {item for item in batch if isinstance(item, Rejected)} - self._rejected
        changed = to_store(found, self._mark)
        fresh = changed.keys() - self._editions.keys()
        self._editions.update(changed)
        self._fill(changed)
        for findings in found:
            self._places[findings.article.id] |= places_of(findings)
        self._rejected |= rejected
        self._judgements.update(item for item in batch if isinstance(item, Judgement))
        self._linked = None
        return Added(
            articles=len(fresh),
            known=len(found) - len(fresh),
            statements=sum(len(edition.findings.statements) for edition in changed.values()),
            rejected=len(rejected),
            full_buckets=self._full({key for article in changed for key in self._keys[article]}),
        )

    def graph(self, selection: Selection) -> Graph:
        """See `onrecord.records.Store`."""
        if selection.full_buckets:
            return Graph(full_buckets=self._full(self._buckets))
        linked = self._all()
        if selection.everything:
            graph = linked.among(linked.articles.keys(), ())
            every = self._full(self._buckets)
            return replace(graph, judgements=tuple(sorted(self._judgements, key=age)), full_buckets=every)
        ids = selected(linked, selection)
        articles = {linked.home(any_id) for any_id in ids} if selection.alone else closed(linked, ids)
        graph = linked.among(articles, ids)
        mine = self._full({key for article in articles for key in self._keys[article]})
        return replace(graph, judgements=on_texts(self._judgements, graph.findings), full_buckets=mine)

    def search(self, words: str, limit: int = 20) -> list[Hit]:
        """See `onrecord.records.Store`; the words are looked for in an index that is made for this one search."""
        connection = sqlite3.connect(":memory:", isolation_level=None)
        migrate(connection, "memory")
        for edition in self._editions.values():
            insert(connection, "statement", statement_rows(edition.findings))
        found = hits(connection, words, limit)
        connection.close()
        return found

    def close(self) -> None:
        """Nothing is held that needs to be given back."""

    def _mark(self, article: str) -> Mark | None:
        edition = self._editions.get(article)
        return edition.mark if edition else None

    def _fill(self, changed: Mapping[str, Edition]) -> None:
        """Puts articles in the buckets of their keys, and takes them out of those of their former findings."""
        for article, edition in changed.items():
            for key in self._keys.get(article, ()):
                self._buckets[key].discard(article)
            self._keys[article] = frozenset(self._linker.keys(edition.findings))
            for key in self._keys[article]:
                self._buckets[key].add(article)

    def _full(self, keys: Iterable[str]) -> tuple[FullBucket, ...]:
        return full({key: len(self._buckets[key]) for key in keys}, self._cap)

    def _all(self) -> _Linked:
        if self._linked is None:
            articles = {
                article: placed(edition.findings, self._places[article])
                for article, edition in sorted(self._editions.items())
            }
            compared = pairs(sorted(members)[: self._cap] for members in self._buckets.values())
            links = _links({a: self._editions[a].findings for a in articles}, compared, self._linker)
            self._linked = _Linked(articles, links, self._linker, _identities(articles, self._judgements))
        return self._linked


def _links(articles: Mapping[str, Findings], compared: Set[Pair], linker: Linker) -> dict[Pair, Links]:
    """The edges of every article alone (as a pair with itself) and of every pair that a bucket keeps."""
    links = {(article, article): linker.own(findings) for article, findings in articles.items()}
    for low, high in in_tiles(compared, articles.keys()):
        links[low, high] = linker.pair(articles[low], articles[high])
    return links


def _identities(articles: Mapping[str, Findings], judgements: Iterable[Judgement]) -> tuple[Identity, ...]:
    """Who is who in all these articles, people's word first."""
    standing = Standing.of(judgements)
    registry = Registry()
    for findings in articles.values():
        for agent in findings.agents:
            registry.add(agent, standing.owner(agent, findings.article.text_id))
    found = {target: meant(target, articles.values()) for target in standing.targets}
    return registry.identities(*(judged(standing, verdict, found) for verdict in (Verdict.MERGE, Verdict.SPLIT)))


class _Linked:
    """All articles, linked; the Lookup of the store in memory."""

    def __init__(
        self,
        articles: Mapping[str, Findings],
        links: Mapping[Pair, Links],
        linker: Linker,
        identities: Sequence[Identity],
    ) -> None:
        self.articles = articles
        self._links = links
        statements = {s.id: (f, s) for f in articles.values() for s in f.statements}
        self._agent_of = {s.id: s.agent for _, s in statements.values()}
        self._homes = {any_id: f for f in articles.values() for any_id in _ids(f)}
        self._agents = {agent.id: agent for f in articles.values() for agent in f.agents}
        edges = joined(links.values())
        self._utterances = sorted(
            utterances({s: f for s, (f, _) in statements.items()}, edges.utterances, linker), key=lambda u: u.id
        )
        self._members = {member: u.statements for u in self._utterances for member in u.statements}
        self._identities = {agent: identity for identity in identities for agent in identity.agents}
        self._derived: dict[str, set[str]] = defaultdict(set)
        for (low, high), link in links.items():
            if link.derivations:
                self._derived[low].add(high)
                self._derived[high].add(low)

    def among(self, articles: Collection[str], ids: Sequence[str]) -> Graph:
        """The graph of these articles: the edges between them, and the utterances that only they report."""
        findings = tuple(f for article, f in self.articles.items() if article in articles)
        whole = {s.id for f in findings for s in f.statements}
        of_agents = (self._identities.get(agent.id) for f in findings for agent in f.agents)
        known = {identity.id: identity for identity in of_agents if identity}
        return Graph(
            findings=findings,
            links=joined(e for (low, high), e in self._links.items() if low in articles and high in articles),
            utterances=tuple(u for u in self._utterances if whole.issuperset(u.statements)),
            identities=tuple(sorted(known.values(), key=lambda identity: identity.id)),
            selected=tuple(ids),
        )

    def starting(self, prefix: str) -> Collection[str]:
        return [any_id for any_id in self._homes if any_id.startswith(prefix)]

    def home(self, any_id: str) -> str:
        return self._homes[any_id].article.id

    def agents_named(self, name: str) -> Collection[str]:
        return [agent.id for agent in self._agents.values() if name in found_names(agent)]

    def agents_of(self, any_id: str) -> Collection[str]:
        findings = self._homes[any_id]
        if any_id == findings.article.id:
            return [agent.id for agent in findings.agents]
        agent = self._agent_of.get(any_id, any_id)
        return [agent] if agent else []

    def same_agents(self, agent: str) -> Collection[str]:
        identity = self._identities.get(agent)
        return identity.agents if identity else ()

    def spellings(self, agent: str) -> Collection[str]:
        mine = self._agents[agent].name
        first: dict[str | None, str] = {}
        for other in self.same_agents(agent):
            first.setdefault(self._agents[other].name, other)
        return [other for name, other in first.items() if name != mine]

    def statements(self, article: str) -> Collection[str]:
        return [statement.id for statement in self.articles[article].statements]

    def members(self, statement: str) -> Collection[str]:
        return self._members.get(statement, ())

    def derived(self, article: str) -> Collection[str]:
        return self._derived.get(article, ())


def _ids(findings: Findings) -> list[str]:
    return [findings.article.id, *(s.id for s in findings.statements), *(a.id for a in findings.agents)]
