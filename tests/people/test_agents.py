"""Two agents of different articles: what their names and roles say of their being one."""

from hypothesis import given
from hypothesis import strategies as st

from onrecord.people.agents import Affinity, affinity
from onrecord.records import Agent, AgentType, Role

PERSON, OFFICE, DOCUMENT = AgentType.NAMED_PERSON, AgentType.NAMED_ORGANIZATION, AgentType.DOCUMENT


def agent(*names: str, article: str = "a", type: AgentType = PERSON, role: str | None = None) -> Agent:
    roles = (Role(role),) if role else ()
    return Agent(f"{article}-{type}-{names}-{role}", article, type, names, roles)


AGENTS = st.builds(
    lambda names, article, type, role: agent(*names, article=article, type=type, role=role),
    st.lists(st.sampled_from(["Marta Oslington", "Oslington", "Ines Carrow", "HWU", "", "M. Oslington"]), max_size=2),
    st.sampled_from(["a", "b"]),
    st.sampled_from(AgentType),
    st.sampled_from([None, "harbour master", "the harbour master of the bay", ""]),
)


@given(AGENTS, AGENTS)
def test_affinity_is_symmetric(a: Agent, b: Agent) -> None:
    assert affinity(a, b) is affinity(b, a)


def test_a_family_name_alone_is_compatible() -> None:
    full = agent("Marta Oslington")
    assert affinity(full, agent("Oslington", article="b")) is Affinity.COMPATIBLE


def test_two_people_conflict_and_an_office_is_another_kind_of_source() -> None:
    assert affinity(agent("Marta Oslington"), agent("Ines Carrow", article="b")) is Affinity.CONFLICT
    assert affinity(agent("Marta Oslington"), agent("Harbour Office", type=OFFICE)) is Affinity.UNRELATED
    assert affinity(agent("Marta Oslington"), agent(type=DOCUMENT)) is Affinity.UNRELATED


def test_roles_bring_a_nameless_agent_nearer() -> None:
    named = agent("Marta Oslington", role="Ostrava Bay harbour master")
    nameless = agent(type=AgentType.UNNAMED_PERSON, article="b", role="the harbour master")
    assert affinity(named, nameless) is Affinity.ROLE
    assert affinity(named, agent(type=AgentType.UNNAMED_PERSON, article="b", role="a fisherman")) is Affinity.UNKNOWN
    assert affinity(named, None) is Affinity.UNKNOWN
