"""Who is who across articles: spellings, roles, namesakes, company, and people's word."""

from __future__ import annotations

from itertools import count

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.people.card_edges import card_edge
from onrecord.people.card_keys import card_keys
from onrecord.people.cards import card_of
from onrecord.people.registry import Registry
from onrecord.records import Agent, AgentType, Identity, Role

PERSON, BODY = AgentType.NAMED_PERSON, AgentType.NAMED_ORGANIZATION
_NUMBERS = count()


def agent(*names: str, role: str | None = None, article: str | None = None, type: AgentType = PERSON) -> Agent:
    number = next(_NUMBERS)
    return Agent(f"{number:08}", article or f"article {number}", type, names, (Role(role),) if role else ())


def together(*agents: Agent) -> list[set[str]]:
    """The agents' fullest names, one set an identity that has several agents."""
    names = {a.id: f"{a.name}{f', {a.role.title}' if a.role else ''}" for a in agents}
    return [{names[one] for one in identity.agents} for identity in registered(*agents) if len(identity.agents) > 1]


def registered(*agents: Agent) -> tuple[Identity, ...]:
    registry = Registry()
    for one in agents:
        registry.add(one)
    return registry.identities()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Kasym-Jomart Tokayev", "Kassym-Jomart Tokayev"),
        ("Jörg Välimäki", "Jorg Valimaki"),
        ("Marta Oslington", "Oslington, Marta"),
        ("Marta Oslington", "Mrs. Marta J. Oslington"),
        ("Marta Oslington", "Марта Ослингтон"),
        ("William Oslington", "Bill Oslington"),
        ("Marta Oslington", "Marta Oslingtom"),
        ("Marta Oslington", "Dr Marta OSLINGTON"),
    ],
)
def test_one_person_in_two_spellings(one: str, other: str) -> None:
    assert together(agent(one), agent(other)) == [{one, other}]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Marta Oslington", "Mark Oslington"),
        ("Marta Oslington", "Oslington"),
        ("Oslington", "Oslington"),
        ("Marta Oslington", "Marta Carrow"),
        ("Salim bin Omar", "Omar bin Salim"),
        ("Maria Oslington", "Mario Oslington"),
        ("Daniel Carrow", "Daniela Carrow"),
        ("Wang Li", "Wang Lei"),
    ],
)
def test_names_that_are_two_people_or_too_little(one: str, other: str) -> None:
    assert together(agent(one), agent(other)) == []
    assert together(agent(one, role="harbour master"), agent(other, role="fisherman")) == []


def test_a_family_name_alone_goes_by_the_post() -> None:
    full = agent("Jan Novak", role="Ruritania envoy for the Kremlin")
    assert together(full, agent("Novak", role="Kremlin envoy")) == [
        {"Jan Novak, Ruritania envoy for the Kremlin", "Novak, Kremlin envoy"}
    ]


def test_initials_belong_to_the_only_one_they_can_mean() -> None:
    marta, mark, initial = agent("Marta Oslington"), agent("Mark Oslington"), agent("M. Oslington")
    assert together(marta, initial) == [{"Marta Oslington", "M. Oslington"}]
    assert together(marta, mark, initial) == []
    (told,) = (i for i in registered(marta, mark, initial) if i.id == initial.id)
    assert {apart.identity for apart in told.apart} == {marta.id, mark.id}


def test_namesakes_in_other_countries_or_walks_of_life_stay_apart_and_are_reported() -> None:
    senator, farmer = agent("Ines Carrow", role="Canadian senator"), agent("Ines Carrow", role="farmer")
    minister = agent("Ines Carrow", role="minister of Kenya")
    found = registered(senator, farmer, minister)
    assert len(found) == 3
    assert {(i.id, a.identity) for i in found for a in i.apart} >= {(senator.id, farmer.id), (senator.id, minister.id)}


def test_roles_in_other_words_agree() -> None:
    one = agent("Ines Carrow", role="Kazakh President")
    assert together(one, agent("Ines Carrow", role="president of Kazakhstan"), agent("I. Carrow", role="farmer")) == [
        {"Ines Carrow, Kazakh President", "Ines Carrow, president of Kazakhstan"}
    ]


def test_a_bare_name_goes_to_the_one_with_its_company_else_stays_apart() -> None:
    senator = agent("Ines Carrow", role="Canadian senator", article="a")
    farmer = agent("Ines Carrow", role="farmer", article="b")
    friend, again = agent("Jan Novak", article="a"), agent("Jan Novak", article="c")
    bare, alone = agent("Ines Carrow", article="c"), agent("Ines Carrow", article="d")
    homes = {one: i.id for i in registered(senator, farmer, friend, again, bare, alone) for one in i.agents}
    assert homes[bare.id] == homes[senator.id]
    assert homes[alone.id] == alone.id


def test_a_bare_name_goes_to_whom_nearly_everybody_means() -> None:
    often = [agent("Ines Carrow", role="Canadian senator") for _ in range(20)]
    found = registered(*often, agent("Ines Carrow", role="farmer"), agent("Ines Carrow"))
    assert sorted(len(i.agents) for i in found) == [1, 21]


def test_bodies_by_full_name_legal_form_and_initials() -> None:
    full, form = agent("Guild of Harbour Pilots", type=BODY), agent("The Guild of Harbour Pilots Ltd.", type=BODY)
    assert together(full, form) == [{full.name, form.name}]
    assert together(agent("State University", type=BODY), agent("State University", type=BODY)) == []
    assert together(agent("Kenyan Statistics Office", type=BODY), agent("Kenya Statistics Office", type=BODY)) != []
    assert together(agent("Syrian Statistics Office", type=BODY), agent("Serbian Statistics Office", type=BODY)) == []
    assert together(agent("3rd Rifle Brigade", type=BODY), agent("4th Rifle Brigade", type=BODY)) == []
    assert together(agent("Marta Oslington"), agent("Marta Oslington", type=BODY)) == []


NAMES = st.sampled_from(
    [
        "Marta Oslington",
        "M. Oslington",
        "Martha Oslington",
        "Oslington",
        "Mark Oslington",
        "Marta J. Oslington",
        "",
        "HWU",
    ]
)
ROLES = st.sampled_from([None, "harbour master", "Canadian senator", "farmer", "senator"])
AGENTS = st.builds(
    lambda name, role, article, type: agent(name, role=role, article=article, type=type),
    NAMES,
    ROLES,
    st.sampled_from(["a", "b", "c"]),
    st.sampled_from([PERSON, BODY, AgentType.UNNAMED_PERSON]),
)


@given(st.lists(AGENTS, max_size=12).flatmap(lambda found: st.tuples(st.just(found), st.permutations(found))))
def test_every_named_agent_has_one_identity_whatever_the_order(both: tuple[list[Agent], list[Agent]]) -> None:
    found, shuffled = both
    identities = registered(*found)
    assert identities == registered(*shuffled)
    members = [one for identity in identities for one in identity.agents]
    assert sorted(members) == sorted(a.id for a in found if card_of(a) is not None)
    for identity in identities:
        assert identity.id == identity.agents[0]
        assert all(edge.first in identity.agents and edge.second in identity.agents for edge in identity.edges)
        assert identity.id not in {apart.identity for apart in identity.apart}


@given(AGENTS, AGENTS)
def test_edges_are_symmetric_and_their_cards_meet(a: Agent, b: Agent) -> None:
    one, other = card_of(a), card_of(b)
    if one is None or other is None:
        return
    edge = card_edge(one, other)
    assert edge == card_edge(other, one)
    if edge is not None:
        assert edge.first < edge.second
        if not {*one.names}.isdisjoint(other.names):
            assert {*card_keys(one)} & {*card_keys(other)}


@given(st.lists(AGENTS, max_size=10), st.data())
def test_peoples_word_holds_whatever_the_machine_thinks(found: list[Agent], data: st.DataObject) -> None:
    registry = Registry()
    named = [a for a in found if card_of(a) is not None]
    if len(named) < 2:
        return
    first, second = data.draw(st.permutations(named))[:2]
    for one in found:
        registry.add(one, one.id if one is first else "")
    pair = [(first.id, second.id)]
    merged = {one: i.id for i in registry.identities(merged=pair) for one in i.agents}
    assert merged[first.id] == merged[second.id]
    split = {one: i.id for i in registry.identities(split=pair) for one in i.agents}
    assert split[first.id] != split[second.id]


def test_a_full_block_is_reported_and_keeps_the_same_cards_whatever_the_order() -> None:
    crowd = [agent(f"Marta {letter}. Oslington") for letter in "abcdefghijklmnopqrst"]
    one, other = Registry(cap=5), Registry(cap=5)
    for a, b in zip(crowd, reversed(crowd), strict=True):
        one.add(a)
        other.add(b)
    assert one.full_blocks()
    assert one.identities() == other.identities()
