"""The registrar: who is who in an SQLite store, kept up batch by batch."""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence

from onrecord.people.card_edges import CardEdge
from onrecord.people.cards import Card, card_of
from onrecord.people.identities import Component, identities
from onrecord.people.judgements import Standing, meant, pairs
from onrecord.people.registry import BLOCK_CAP
from onrecord.records import Agent, Findings, Identity, Judgement, Target, Verdict
from onrecord.store.cards import Cards
from onrecord.store.judgements import all_judgements
from onrecord.store.rows import identity_row, insert

Pairs = Sequence[tuple[str, str]]


class Registrar:
    """Gives agents their cards, and makes anew the identities of all that hangs together with what changed.

    It works inside the caller's transaction; `findings` gives those of any article in the store.
    """

    def __init__(self, connection: sqlite3.Connection, findings: Callable[[str], Findings]) -> None:
        self._connection = connection
        self._findings = findings
        self._cards = Cards(connection, BLOCK_CAP)
        self._standing = Standing.of(all_judgements(connection))
        self._used: dict[str, Card] = {}
        self._left: set[str] = set()
        self._stale: set[str] = set()

    def card(self, agent: Agent, findings: Findings) -> str:
        """The id of the card that an agent of an article shall have from now on; "" for one without a name."""
        card = card_of(agent, self._standing.owner(agent, findings.article.text_id))
        if card is None:
            return ""
        self._used[card.id] = card
        return card.id

    def leave(self, article: str) -> None:
        """To be called before an article's agents are deleted."""
        query = """
        SELECT agent.id, agent.card, identity_member.identity FROM agent
        LEFT JOIN identity_member ON identity_member.agent = agent.id WHERE agent.article = ?
        """
        rows = self._connection.execute(query, (article,)).fetchall()
        self._left.update(card for _, card, _ in rows if card)
        self._stale.update(identity for _, _, identity in rows if identity)
        self._connection.executemany("DELETE FROM identity_member WHERE agent = ?", ((agent,) for agent, *_ in rows))

    def catch_up(self, judged: Iterable[Judgement]) -> None:
        """Gives a card to agents that have none yet, and the right one to those that new judgements are about."""
        texts = {target.text_id for one in judged for target in (one.target, one.other) if target is not None}
        rows = self._connection.execute("SELECT DISTINCT article FROM agent WHERE card IS NULL").fetchall()
        for article in {article for (article,) in rows} | {a for text in texts for a in self._articles(text)}:
            findings = self._findings(article)
            for agent in findings.agents:
                (old,) = self._connection.execute("SELECT card FROM agent WHERE id = ?", (agent.id,)).fetchone()
                new = self.card(agent, findings)
                self._left.update({old} if old and old != new else ())
                self._connection.execute("UPDATE agent SET card = ? WHERE id = ?", (new, agent.id))

    def settle(self) -> None:
        """Brings cards, edges and identities up to date with the agents."""
        touched = self._left | self._used.keys()
        held = {card for card in touched if self._agents(card)}
        known = {card for card in touched if self._is_known(card)}
        self._cards.change([self._used[card] for card in sorted(held - known)], sorted(known - held))
        merged, split = (self._judged(verdict) for verdict in (Verdict.MERGE, Verdict.SPLIT))
        touched |= self._cards.touched | {card for pair in (*merged, *split) for card in pair}
        components = self._components(sorted(filter(self._is_known, touched)), merged, split)
        names = {
            agent: component.cards[card].names
            for component in components
            for card, agents in component.agents.items()
            for agent in agents
        }
        self._write(names, [i for component in components for i in identities(component, self._company)])

    def _components(self, cards: Iterable[str], merged: Pairs, split: Pairs) -> list[Component]:
        """All that hangs together with these cards, by edges or by people's word."""
        beside: defaultdict[str, set[str]] = defaultdict(set)
        for first, second in merged:
            beside[first].add(second)
            beside[second].add(first)
        done: set[str] = set()
        found: list[Component] = []
        for card in cards:
            if card not in done:
                found.append(self._component(card, beside, merged, split))
                done |= found[-1].cards.keys()
        return found

    def _component(self, card: str, beside: Mapping[str, set[str]], merged: Pairs, split: Pairs) -> Component:
        reached, waiting = {card}, [card]
        edges: set[CardEdge] = set()
        while waiting:
            one = waiting.pop()
            found = set(self._cards.edges(one))
            edges |= found
            others = beside.get(one, set()) | {end for edge in found for end in (edge.first, edge.second)}
            waiting += others - reached
            reached |= others
        return Component(
            cards={one: self._cards.card(one) for one in sorted(reached)},
            agents={one: self._agents(one) for one in sorted(reached)},
            edges=edges,
            merged=[pair for pair in merged if reached.issuperset(pair)],
            split=[pair for pair in split if reached.issuperset(pair)],
        )

    def _write(self, names: Mapping[str, Sequence[str]], made: Sequence[Identity]) -> None:
        """Puts new identities in the place of those that their agents had; `names` are the agents' names."""
        members = {agent: identity.id for identity in made for agent in identity.agents}
        query = "SELECT agent, identity FROM identity_member WHERE agent IN (SELECT value FROM json_each(?))"
        before: dict[str, str] = dict(self._connection.execute(query, (json.dumps(sorted(names)),)).fetchall())
        moved = sorted(agent for agent, identity in members.items() if before.get(agent) != identity)
        stale = sorted(self._stale | set(before.values()))
        self._connection.executemany("DELETE FROM identity_member WHERE agent = ?", ((agent,) for agent in moved))
        self._connection.executemany("DELETE FROM identity WHERE id = ?", ((identity,) for identity in stale))
        insert(self._connection, "identity_member", ({"agent": a, "identity": members[a]} for a in moved))
        fullest = (max((n for a in i.agents for n in names[a]), key=lambda n: (len(n), n)) for i in made)
        insert(self._connection, "identity", map(identity_row, made, fullest))

    def _judged(self, verdict: Verdict) -> list[tuple[str, str]]:
        """The pairs of cards that people gave this verdict on."""
        targets = {t for one in self._standing.judgements for t in (one.target, one.other) if t is not None}
        found = {target: self._meant(target) for target in targets}
        agents = pairs(self._standing, verdict, found)
        cards = ((self._card_of(first), self._card_of(second)) for first, second in agents)
        return [(first, second) for first, second in cards if first and second and first != second]

    def _meant(self, target: Target) -> list[str]:
        return meant(target, map(self._findings, self._articles(target.text_id)))

    def _articles(self, text_id: str) -> list[str]:
        rows = self._connection.execute("SELECT id FROM article WHERE text_id = ? ORDER BY id", (text_id,))
        return [article for (article,) in rows]

    def _card_of(self, agent: str) -> str:
        (card,) = self._connection.execute("SELECT card FROM agent WHERE id = ?", (agent,)).fetchone()
        return card or ""

    def _agents(self, card: str) -> list[str]:
        rows = self._connection.execute("SELECT id FROM agent WHERE card = ? ORDER BY id", (card,))
        return [agent for (agent,) in rows]

    def _is_known(self, card: str) -> bool:
        return self._connection.execute("SELECT 1 FROM card WHERE id = ?", (card,)).fetchone() is not None

    def _company(self, agent: str) -> frozenset[str]:
        query = """
        SELECT DISTINCT card.name FROM agent AS asked JOIN agent AS other ON other.article = asked.article
        JOIN card ON card.id = other.card WHERE asked.id = ? AND other.card <> asked.card
        """
        return frozenset(name for (name,) in self._connection.execute(query, (agent,)))
