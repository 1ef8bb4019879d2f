"""The surest path through a chain: connected, to the primary source where there is a way, sure before short."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from onrecord.answers.surest_path import surest_path
from onrecord.answers.trace import Step, Trace
from onrecord.answers.views import Report
from onrecord.provenance.primary import Primary


def step(source: str, target: str, score: float = 1.0, kind: str = "derivation") -> Step:
    return Step(source, target, kind, "rule", (), score)


def trace(*chain: Step) -> Trace:
    start = Report("statement", "A", None, None, None, "direct", "words", "", ())
    primary = Primary("unknown", None, None, False)
    return Trace(start, "statement", None, (), 1, 1, 1, (), (), chain, primary, ())


def ends(path: tuple[Step, ...]) -> str:
    return " ".join(["A", *(step.target for step in path)]) if path else ""


def test_a_statement_that_nothing_leads_away_from_has_no_path() -> None:
    assert surest_path(trace()) == ()


def test_the_primary_source_is_the_goal() -> None:
    speech = step("wire:X", "speech: Y", kind="primary_source")
    assert ends(surest_path(trace(step("A", "B"), step("A", "wire:X", 0.9), speech))) == "A wire:X speech: Y"


def test_a_go_between_is_not_the_goal_where_the_chain_goes_on() -> None:
    tweet, speech = (step("statement", end, kind="primary_source") for end in ("social: tweeted", "speech: Y"))
    assert ends(surest_path(trace(tweet, speech))) == "A speech: Y"


def test_a_sure_way_is_taken_before_a_short_one() -> None:
    speech = step("C", "speech: Y", kind="primary_source")
    assert ends(surest_path(trace(step("A", "C", 0.6), step("A", "B", 0.95), step("B", "C", 0.95), speech))) == (
        "A B C speech: Y"
    )


def test_of_equally_sure_ways_the_short_one_is_taken() -> None:
    assert ends(surest_path(trace(step("A", "B"), step("B", "C"), step("A", "C")))) == "A C"


def test_the_statement_itself_is_a_start() -> None:
    assert ends(surest_path(trace(step("statement", "speech: Y", kind="primary_source")))) == "A speech: Y"


NODES = st.sampled_from([*"ABCDE", "statement", "wire:X"])


@given(st.lists(st.builds(step, NODES, NODES, st.floats(0, 1), st.sampled_from(["derivation", "primary_source"]))))
def test_any_chain_gives_a_connected_path_without_repetition(chain: list[Step]) -> None:
    path = surest_path(trace(*chain))
    assert all(one in chain for one in path)
    places = ["A" if end == "statement" else end for one in path for end in (one.source, one.target)]
    assert places[:1] in ([], ["A"])
    assert all(places[i] == places[i + 1] for i in range(1, len(places) - 1, 2))
    assert len(set(places[1::2])) == len(path)
