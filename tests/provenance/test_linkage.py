"""Groups by linkage: sure edges join, chains of weak ones do not, and the order of edges changes nothing."""

import random

from hypothesis import given
from hypothesis import strategies as st

from onrecord.provenance.linkage import grouped
from onrecord.records import SameUtterance, WordingRelation

MEMBERS = [f"{n:02d}" for n in range(9)]
EDGES = st.lists(
    st.tuples(st.integers(0, 8), st.integers(0, 8), st.integers(5, 100)).filter(lambda e: e[0] < e[1]), max_size=20
)


def edge(a: int, b: int, score: float, rule: str = "same_content") -> SameUtterance:
    return SameUtterance(MEMBERS[a], MEMBERS[b], WordingRelation.PARAPHRASE, rule, score)


def never(a: object, b: object) -> bool:
    return False


def test_a_sure_quotation_joins_by_itself_and_weak_links_need_company() -> None:
    assert grouped(MEMBERS[:2], [edge(0, 1, 0.9, "same_quote")], never) == [MEMBERS[:2]]
    assert grouped(MEMBERS[:2], [edge(0, 1, 0.2)], never) == [[MEMBERS[0]], [MEMBERS[1]]]
    assert grouped(MEMBERS[:2], [edge(0, 1, 0.3)], never) == [MEMBERS[:2]]


def test_a_chain_of_weak_links_makes_no_heap() -> None:
    chain = [edge(n, n + 1, 0.4) for n in range(8)]
    assert max(map(len, grouped(MEMBERS, chain, never))) < len(MEMBERS)


def test_groups_that_conflict_stay_apart_even_through_a_third() -> None:
    def conflict(a: list[str], b: list[str]) -> bool:
        return {MEMBERS[0], MEMBERS[2]} <= {*a, *b}

    found = grouped(MEMBERS[:3], [edge(0, 1, 0.9, "same_quote"), edge(1, 2, 0.85, "same_quote")], conflict)
    assert found == [MEMBERS[:2], [MEMBERS[2]]]


@given(EDGES, st.randoms(use_true_random=False))
def test_the_order_of_edges_changes_nothing_and_every_member_is_in_one_group(
    drawn: list[tuple[int, int, int]], chance: random.Random
) -> None:
    edges = [edge(a, b, score / 100, "same_quote" if score > 90 else "same_content") for a, b, score in drawn]
    found = grouped(MEMBERS, edges, never)
    chance.shuffle(edges)
    assert grouped(reversed(MEMBERS), edges, never) == found
    assert sorted(m for group in found for m in group) == MEMBERS
