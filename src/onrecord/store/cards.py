"""Cards in an SQLite store: as rows, in their blocks, and with the edges between them."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import starmap

from onrecord.people.card_edges import Bond, CardEdge, card_edge
from onrecord.people.card_keys import card_keys
from onrecord.people.cards import Card
from onrecord.people.contexts import Context
from onrecord.records import AgentType
from onrecord.store.rows import Row, insert

REMEMBERED = 16_384
"""Cards kept in memory for comparing others with them."""


def card_row(card: Card) -> Row:
    """One row of `card`."""
    context = [sorted(some) for some in (card.context.roles, card.context.countries, card.context.names)]
    record = json.dumps([card.type.value, card.names, context, card.owner], separators=(",", ":"))
    return {"id": card.id, "type": card.type.value, "name": card.names[0], "record": record}


def _restored(record: str) -> Card:
    kind, names, context, owner = json.loads(record)
    return Card(AgentType(kind), tuple(names), Context(*map(frozenset, context)), owner)


class Cards:
    """The cards of a store inside the caller's transaction; `touched` gathers those whose edges changed."""

    def __init__(self, connection: sqlite3.Connection, cap: int) -> None:
        self._connection = connection
        self._cap = cap
        self._known = lru_cache(REMEMBERED)(self._find)
        self.touched: set[str] = set()

    def card(self, card_id: str) -> Card:
        """The card of this id, which must be in the store."""
        return self._known(card_id)

    def change(self, fresh: Collection[Card], gone: Collection[str]) -> None:
        """Puts cards in, takes others out, and redraws the edges of the blocks that this changes."""
        born = {card.id: card_keys(card) for card in fresh}
        keys = {key for found in born.values() for key in found}
        keys.update(key for card in gone for key in self._keys(card))
        before = self._kept(sorted(keys))
        insert(self._connection, "card", map(card_row, fresh))
        insert(self._connection, "block", ({"key": k, "card": c} for c, found in born.items() for k in found))
        for table, column in (("block", "card"), ("card", "id")):
            self._connection.executemany(f"DELETE FROM {table} WHERE {column} = ?", ((card,) for card in gone))
        after = self._kept(sorted(keys))
        for key, kept in after.items():
            self._cut(key, set(before[key]) - set(kept))
            self._draw(key, kept, set(kept) - set(before[key]))
        self.touched |= born.keys() | set(gone)

    def edges(self, card: str) -> Iterator[CardEdge]:
        """Every edge of a card, once."""
        wanted = "SELECT first, second, bond, rule, score FROM card_edge WHERE"
        found = self._connection.execute(f"{wanted} first = :c UNION {wanted} second = :c", {"c": card})
        return starmap(_edge, found)

    def _find(self, card_id: str) -> Card:
        (record,) = self._connection.execute("SELECT record FROM card WHERE id = ?", (card_id,)).fetchone()
        return _restored(record)

    def _keys(self, card: str) -> list[str]:
        return [key for (key,) in self._connection.execute("SELECT key FROM block WHERE card = ?", (card,))]

    def _kept(self, keys: Iterable[str]) -> dict[str, list[str]]:
        query = "SELECT card FROM block WHERE key = ? ORDER BY card LIMIT ?"
        return {key: [c for (c,) in self._connection.execute(query, (key, self._cap))] for key in keys}

    def _cut(self, key: str, gone: Iterable[str]) -> None:
        for card in sorted(gone):
            ends = self._connection.execute(
                "DELETE FROM card_edge WHERE key = :key AND (first = :card OR second = :card) RETURNING first, second",
                {"key": key, "card": card},
            )
            self.touched.update(end for both in ends.fetchall() for end in both)

    def _draw(self, key: str, kept: Sequence[str], came: Collection[str]) -> None:
        pairs = {(min(a, b), max(a, b)) for a in came for b in kept if a != b}
        edges = [edge for a, b in sorted(pairs) if (edge := self._compared(a, b)) is not None]
        self.touched.update(end for edge in edges for end in (edge.first, edge.second))
        insert(self._connection, "card_edge", (_row(key, edge) for edge in edges))

    def _compared(self, first: str, second: str) -> CardEdge | None:
        return card_edge(self.card(first), self.card(second))


def _row(key: str, edge: CardEdge) -> Row:
    return {
        "key": key,
        "first": edge.first,
        "second": edge.second,
        "bond": edge.bond.name.lower(),
        "rule": edge.rule,
        "score": edge.score,
    }


def _edge(first: str, second: str, bond: str, rule: str, score: float) -> CardEdge:
    return CardEdge(first, second, Bond[bond.upper()], rule, score)
