"""Groups of cards that are joined one by one, and never across what keeps two of them apart."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import islice

from onrecord.people.card_edges import CardEdge, may_be_one
from onrecord.people.cards import Card

MAX_NAMES = 12
"""Spellings of a group that a new one is held against; the smallest ones, so that their order changes nothing."""

Names = frozenset[str]


class Groups:
    """Cards (by id), each alone at first; a group is called by its smallest card.

    `apart` are pairs of cards that never come into one group, unless a person says so.  `edges` are those that joined.
    """

    def __init__(self, cards: Mapping[str, Card], apart: Iterable[tuple[str, str]]) -> None:
        self._cards = cards
        self._root = {card: card for card in cards}
        self.members = {card: [card] for card in cards}
        self._names = {card: [frozenset(one.names)] for card, one in cards.items()}
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
        if any(not self._apart[card].isdisjoint(self.members[second]) for card in self.members[first]):
            return False
        return self._shared_names(first, second) is not None

    def join_by_word(self, edge: CardEdge) -> None:
        """Make the groups of an edge's cards one because a person says so; both keep their names, however unlike."""
        first, second = self.find(edge.first), self.find(edge.second)
        if first != second:
            self._join(edge, [*self._names[first], *self._names[second]])

    def join_if_possible(self, edge: CardEdge) -> None:
        """Make the groups of an edge's cards one where nothing keeps them apart."""
        first, second = self.find(edge.first), self.find(edge.second)
        if first == second or not self.may_join(first, second):
            return
        shared = self._shared_names(first, second)
        assert shared is not None  # else they could not join
        others = [names for names in (*self._names[first], *self._names[second]) if names not in shared]
        self._join(edge, [shared[0] | shared[1], *others])

    def _join(self, edge: CardEdge, names: list[Names]) -> None:
        low, high = sorted((self.find(edge.first), self.find(edge.second)))
        for card in self.members[high]:
            self._root[card] = low
        self.members[low] += self.members.pop(high)
        self._names[low] = names
        del self._names[high]
        self.edges.append(edge)

    def _shared_names(self, first: str, second: str) -> tuple[Names, Names] | None:
        """Names of both groups that can all be one agent's; a group has several sets of them by people's word only."""
        is_person = self._cards[first].is_person
        for mine in self._names[first]:
            for others in self._names[second]:
                pairs = ((x, y) for x in _some(mine) for y in _some(others))
                if all(may_be_one(x, y, is_person=is_person) for x, y in pairs):
                    return mine, others
        return None


def _some(names: Names) -> Iterable[str]:
    return islice(sorted(names), MAX_NAMES)
