"""Identities: which cards, and which of their agents, are one person or body; a pure function of what hangs together.

Sure edges come first, then the others; a card whose agents could be either of two that are not one goes to the one
that is named nearly always, else each agent to the one with whose company it shares, else it stays apart.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations

from onrecord.people.card_edges import Bond, CardEdge
from onrecord.people.cards import Card
from onrecord.people.groups import Groups
from onrecord.records import Apart, Identity, SameAgent

DOMINANT = 0.9
"""Share of the agents that one of several namesakes must have to get those of whom nothing is known but the name."""
MAX_ASKED = 500
"""Agents, the smallest ids first, whose company is looked at, of one card or group."""

Company = Callable[[str], frozenset[str]]
"""The names in whose company an article names an agent (by id)."""


@dataclass(frozen=True, slots=True)
class Component:
    """Cards that hang together: their agents (ids, sorted), all edges among them, and what people said of them."""

    cards: Mapping[str, Card]
    agents: Mapping[str, Sequence[str]]
    edges: Collection[CardEdge]
    merged: Sequence[tuple[str, str]] = field(default=())
    """Pairs of cards that people merged; they come before everything else, in this order."""
    split: Collection[tuple[str, str]] = field(default=())
    """Pairs of cards that people split."""


def identities(component: Component, company: Company) -> tuple[Identity, ...]:
    """The identities, sorted by id; every agent is in exactly one."""
    never = {(e.first, e.second) for e in component.edges if e.bond is Bond.APART} | set(component.split)
    groups = Groups(component.cards, never)
    for pair in component.merged:
        first, second = sorted(pair)
        groups.join_by_word(CardEdge(first, second, Bond.FIRM, "a person's word", 1.0))
    for edge in _ordered(component.edges, Bond.FIRM):
        groups.join_if_possible(edge)
    contested = _join_soft(component, groups)
    homes = {agent: groups.find(card) for card, agents in component.agents.items() for agent in agents}
    for group, rivals in contested.items():
        homes.update(_placed(component, groups, group, rivals, company))
    return _made(component, groups, contested, homes)


def _ordered(edges: Iterable[CardEdge], bond: Bond) -> list[CardEdge]:
    return sorted((e for e in edges if e.bond is bond), key=lambda e: (-e.score, e.first, e.second))


def _join_soft(component: Component, groups: Groups) -> dict[str, list[str]]:
    """Joins along the soft edges; returns the groups that could go either way, each with those it could go to."""
    sizes = {card: len(_agents(component, groups, groups.find(card))) for card in component.cards}
    soft = sorted(_ordered(component.edges, Bond.SOFT), key=lambda e: (-e.score, -min(sizes[e.first], sizes[e.second])))
    beside: defaultdict[str, set[str]] = defaultdict(set)
    for edge in soft:
        first, second = groups.find(edge.first), groups.find(edge.second)
        if first != second and groups.may_join(first, second):
            beside[first].add(second)
            beside[second].add(first)
    settled = {groups.find(card) for pair in component.merged for card in pair}
    known = {groups.find(card) for card in component.cards if component.cards[card].context}
    either = {
        group
        for group, others in beside.items()
        if group not in settled
        and any(
            group not in known or sizes[group] < max(map(sizes.__getitem__, two)) for two in _rivals(groups, others)
        )
    }
    for edge in soft:
        if either.isdisjoint((groups.find(edge.first), groups.find(edge.second))):
            groups.join_if_possible(edge)
    return {g: sorted({groups.find(other) for other in beside[g] - either}) for g in sorted(either)}


def _rivals(groups: Groups, others: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Every two of these groups that are not one."""
    return (two for two in combinations(sorted(others), 2) if not groups.may_join(*two))


def _placed(
    component: Component, groups: Groups, group: str, rivals: Sequence[str], company: Company
) -> Iterator[tuple[str, str]]:
    """Each agent of a contested group with the group it goes to, else by itself where nothing but its name is known."""
    agents = _agents(component, groups, group)
    asked = {rival: _company(_agents(component, groups, rival), company) for rival in rivals}
    chief = _chief({rival: len(_agents(component, groups, rival)) for rival in rivals})
    for card in groups.members[group]:
        for agent in component.agents[card]:
            nearest = _nearest(company(agent), asked) if len(agents) <= MAX_ASKED else None
            home = nearest or chief
            if home is not None:
                yield agent, home
            elif not component.cards[card].context:
                yield agent, agent


def _agents(component: Component, groups: Groups, group: str) -> list[str]:
    return sorted(agent for card in groups.members[group] for agent in component.agents[card])


def _company(agents: Sequence[str], company: Company) -> Counter[str]:
    return Counter(name for agent in agents[:MAX_ASKED] for name in company(agent))


def _chief(sizes: Mapping[str, int]) -> str | None:
    """The one of several groups that has nearly all the agents; None where there is none."""
    most = max(sizes, key=lambda group: (sizes[group], group), default=None)
    return most if most is not None and sizes[most] >= DOMINANT * sum(sizes.values()) else None


def _nearest(names: frozenset[str], asked: Mapping[str, Counter[str]]) -> str | None:
    """The only group that shares company with an agent; None where none does, or several."""
    found = [group for group, known in asked.items() if any(name in known for name in names)]
    return found[0] if len(found) == 1 else None


def _made(
    component: Component, groups: Groups, contested: Mapping[str, Sequence[str]], homes: Mapping[str, str]
) -> tuple[Identity, ...]:
    members: defaultdict[str, list[str]] = defaultdict(list)
    for agent, home in homes.items():
        members[home].append(agent)
    named = {home: min(agents) for home, agents in members.items()}
    edges: defaultdict[str, list[SameAgent]] = defaultdict(list)
    for edge in groups.edges:
        first, second = (component.agents[card][0] for card in (edge.first, edge.second))
        if homes[first] == homes[second]:
            low, high = sorted((first, second))
            edges[homes[first]].append(SameAgent(low, high, edge.rule, edge.score))
    apart = _apart(component, groups, contested, homes)
    kinds = {agent: component.cards[card].type for card, agents in component.agents.items() for agent in agents}
    made = (
        Identity(
            id=named[home],
            type=kinds[agents[0]],
            agents=tuple(sorted(agents)),
            edges=tuple(sorted(edges[home], key=lambda e: (e.first, e.second))),
            apart=tuple(Apart(*one) for one in sorted({(named[o], rule) for o, rule in apart[home] if o != home})),
        )
        for home, agents in members.items()
    )
    return tuple(sorted(made, key=lambda identity: identity.id))


def _apart(
    component: Component, groups: Groups, contested: Mapping[str, Sequence[str]], homes: Mapping[str, str]
) -> defaultdict[str, set[tuple[str, str]]]:
    """Which homes are kept apart from which, and by what rule."""
    apart: defaultdict[str, set[tuple[str, str]]] = defaultdict(set)

    def keep(first: Iterable[str], second: Iterable[str], rule: str) -> None:
        for one in first:
            for other in second:
                apart[one].add((other, rule))
                apart[other].add((one, rule))

    of_card = {card: {homes[agent] for agent in agents} for card, agents in component.agents.items()}
    for edge in component.edges:
        if edge.bond is Bond.APART:
            keep(of_card[edge.first], of_card[edge.second], edge.rule)
    for first, second in component.split:
        keep(of_card[first], of_card[second], "a person's word")
    for group, rivals in contested.items():
        mine = {home for card in groups.members[group] for home in of_card[card]}
        keep(mine, rivals, "could be several of that name")
    return apart
