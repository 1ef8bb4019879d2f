"""The registry of agents in memory: the plain definition of which agents of different articles are one."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import defaultdict
from collections.abc import Iterable, Iterator

from onrecord.people.card_edges import CardEdge, card_edge
from onrecord.people.card_keys import card_keys
from onrecord.people.cards import Card, card_of
from onrecord.people.disjoint_sets import DisjointSets
from onrecord.people.identities import Component, identities
from onrecord.records import Agent, Identity

BLOCK_CAP = 256
"""Cards that one block compares with each other; a full one keeps the smallest ids, which are hashes: a fair sample."""

Pairs = Iterable[tuple[str, str]]
"""Pairs of agents, by id."""


class Registry:
    """Agents of many articles, in any order; each is added once.

    Threads: one registry per thread.
    """

    def __init__(self, cap: int = BLOCK_CAP) -> None:
        self._cap = cap
        self._cards: dict[str, Card] = {}
        self._agents: defaultdict[str, list[str]] = defaultdict(list)
        self._blocks: defaultdict[str, list[str]] = defaultdict(list)
        self._articles: defaultdict[str, list[str]] = defaultdict(list)
        self._places: dict[str, tuple[str, str]] = {}

    def add(self, agent: Agent, owner: str = "") -> None:
        """Enter an agent; one without a name is passed over, one with an `owner` shares its card with nobody."""
        card = card_of(agent, owner)
        if card is None:
            return
        if card.id not in self._cards:
            self._cards[card.id] = card
            for key in card_keys(card):
                insort(self._blocks[key], card.id)
        self._agents[card.id].append(agent.id)
        self._articles[agent.article].append(card.id)
        self._places[agent.id] = agent.article, card.id

    def identities(self, merged: Pairs = (), split: Pairs = ()) -> tuple[Identity, ...]:
        """Who is who, sorted by id; `merged` and `split` are pairs of agents that people gave their word on."""
        edges = list(self._edges())
        joined, parted = (self._cards_of(pairs) for pairs in (merged, split))
        sets = DisjointSets(self._cards)
        for first, second in (*((e.first, e.second) for e in edges), *joined):
            sets.join(first, second)
        among: defaultdict[str, list[CardEdge]] = defaultdict(list)
        for edge in edges:
            among[sets.find(edge.first)].append(edge)
        found: list[Identity] = []
        for cards in sets.groups(self._cards):
            found += identities(
                Component(
                    cards={card: self._cards[card] for card in cards},
                    agents={card: sorted(self._agents[card]) for card in cards},
                    edges=among[cards[0]],
                    merged=[pair for pair in joined if sets.find(pair[0]) == cards[0]],
                    split=[pair for pair in parted if {sets.find(card) for card in pair} == {cards[0]}],
                ),
                self.company,
            )
        return tuple(sorted(found, key=lambda identity: identity.id))

    def full_blocks(self) -> list[str]:
        """The keys of blocks with more cards than are compared, sorted."""
        return sorted(key for key, cards in self._blocks.items() if len(cards) > self._cap)

    def company(self, agent: str) -> frozenset[str]:
        """The names in whose company its article names an agent."""
        article, card = self._places[agent]
        return frozenset(self._cards[other].names[0] for other in self._articles[article] if other != card)

    def _cards_of(self, agents: Pairs) -> list[tuple[str, str]]:
        known = ((self._places.get(a, ("", ""))[1], self._places.get(b, ("", ""))[1]) for a, b in agents)
        return [(first, second) for first, second in known if first and second and first != second]

    def _edges(self) -> Iterator[CardEdge]:
        """Every edge once: each card is compared with those of smaller ids in its blocks."""
        last = {key: block[: self._cap][-1] for key, block in self._blocks.items()}
        for card_id, card in self._cards.items():
            others: set[str] = set()
            for key in card_keys(card):
                if card_id <= last[key]:
                    block = self._blocks[key]
                    others.update(block[: bisect_left(block, card_id)])
            for other in sorted(others):
                edge = card_edge(self._cards[other], card)
                if edge is not None:
                    yield edge
