"""Groups of cards that are joined one by one, and never across what keeps two of them apart."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import islice

from onrecord.people.card_edges import CardEdge, may_be_one
from onrecord.people.cards import Card

MAX_NAMES = 12
"""Spellings of a group that a new one is held against; the smallest ones, so that their order changes nothing."""


class Groups:
    """Cards (by id), each alone at first; a group is called by its smallest card.

    `apart` are pairs of cards that never come into one group, unless a person says so.
    """

    def __init__(self, cards: Mapping[str, Card], apart: Iterable[tuple[str, str]]) -> None:
        self._cards = cards
        self._root = {card: card for card in cards}
        self.members = {card: [card] for card in cards}
        self._apart: dict[str, set[str]] = {card: set() for card in cards}
        self.edges: list[CardEdge] = []
        for first, second in apart:
            self._apart[first].add(second)
            self._apart[second].add(first)

    def find(self, card: str) -> str:
        """The group of a card."""
        return self._root[card]

    def may_join(self, first: str, second: str) -> bool:
        """Whether nothing keeps two groups apart: no edge between their cards, and no two names that never are one."""
        mine, others = self.members[first], self.members[second]
        if any(not self._apart[card].isdisjoint(others) for card in mine):
            return False
        is_person = self._cards[first].is_person
        return all(may_be_one(x, y, is_person=is_person) for x in self._names(mine) for y in self._names(others))

    def join(self, edge: CardEdge) -> None:
        """Make the groups of an edge's cards one, whatever keeps them apart."""
        low, high = sorted((self.find(edge.first), self.find(edge.second)))
        if low == high:
            return
        for card in self.members[high]:
            self._root[card] = low
        self.members[low] += self.members.pop(high)
        self.edges.append(edge)

    def join_if_possible(self, edge: CardEdge) -> None:
        """Make the groups of an edge's cards one where nothing keeps them apart."""
        first, second = self.find(edge.first), self.find(edge.second)
        if first != second and self.may_join(first, second):
            self.join(edge)

    def _names(self, cards: Iterable[str]) -> list[str]:
        return list(islice(sorted({name for card in cards for name in self._cards[card].names}), MAX_NAMES))
