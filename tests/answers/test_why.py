"""Why: every link at a record has its words, and what was weighed and passed over is shown as such."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from onrecord.answers.links import Edge
from onrecord.answers.why import why
from onrecord.records import Candidate, Findings, Moment
from tests.answers.town import COPY, OWN, WIRE, town
from tests.provenance.newsroom import (
    BACKGROUND,
    DREDGING,
    INDIRECT,
    OTHER_BACKGROUND,
    STORM,
    TARIFF,
    Said,
    graph,
    story,
)


def edges(found: Iterator[Edge] | tuple[Edge, ...], kind: str) -> list[Edge]:
    return [e for e in found if e.kind.startswith(kind)]


def test_two_reports_of_one_utterance_are_shown_by_the_words_of_both() -> None:
    copied = COPY.statements[0].id
    found = edges(why(town(), copied).edges, "same_utterance")
    assert found
    for edge in found:
        assert {e.article for e in edge.evidence} > {COPY.article.id}
        assert all("channel" in (e.text or "") for e in edge.evidence)


def test_a_statement_that_could_be_the_same_and_was_not_joined_is_passed_over() -> None:
    said = Said("Marta Oslington", DREDGING)
    near = Said("Oslington", "the northern channel is deep enough for pilots who keep to its middle", INDIRECT)
    one, other = story(said, outlet="A"), story(near, outlet="B")
    whole = graph(one, other)
    assert len(whole.utterances) == 2
    (edge,) = edges(why(whole, one.statements[0].id).edges, "same_utterance")
    assert not edge.taken
    assert edge.to_json()["taken"] is False
    assert {e.text for e in edge.evidence} == {said.words, near.words}
    assert all(e.taken for e in why(town(), OWN.statements[0].id).edges)


def test_a_namesake_is_passed_over_with_names_and_roles_as_evidence() -> None:
    senator = story(Said("Tom Reed", TARIFF, role="senator from Norway"), outlet="A")
    farmer = story(Said("Tom Reed", STORM, role="farmer from Kenya"), outlet="B")
    whole = graph(senator, farmer)
    (edge,) = edges(why(whole, senator.agents[0].id).edges, "same_agent")
    assert (edge.source, edge.target) == (senator.agents[0].id, farmer.agents[0].id)
    assert (edge.rule, edge.taken) == ("same_name_other_role", False)
    assert [e.text for e in edge.evidence] == ["Tom Reed", "Tom Reed"]


def test_a_new_text_at_one_address_is_shown_by_the_address_and_not_by_a_chance_word() -> None:
    texts = ((BACKGROUND, "2024-05-14"), (OTHER_BACKGROUND, "2024-05-15"))
    one, two = (story(background=b, published=p, url="https://a.example/1") for b, p in texts)
    (edge,) = why(graph(one, two), one.article.id).edges
    assert {(e.article, e.field, e.text) for e in edge.evidence} == {
        (f.article.id, "url", "https://a.example/1") for f in (one, two)
    }
    assert edge.evidence[0].to_json()["span"] is None


def test_other_readings_of_a_time_are_told() -> None:
    first, *rest = WIRE.statements
    readings = (Candidate("2024-05-13", 0.7, "2024-05-13", "2024-05-13"), Candidate("2024-05-20", 0.3, "2024-05-20"))
    said = Moment(None, "DATE", "2024-05-13", start="2024-05-13", end="2024-05-13", candidates=readings)
    told: Findings = replace(WIRE, statements=(replace(first, said=said), *rest))
    assert dict(why(graph(told), first.id).facts)["said, other readings"] == "2024-05-20 to 2024-05-20 (30%)"
