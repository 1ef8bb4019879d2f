"""The answers on a small town's news, and on anything: exact figures, the JSON contract, words behind every span."""

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.answers.sources import sources
from onrecord.answers.trace import trace
from onrecord.answers.who import who
from onrecord.answers.why import why
from onrecord.errors import NotFound
from onrecord.records import AgentType, Findings, Graph
from tests.answers.town import COPY, OWN, RELAY, REWRITE, STORIES, WIRE, town
from tests.exports.test_article_json import keys_by_place
from tests.provenance.newsroom import DREDGING, Said, graph, stories, story


def dredging(found: Findings) -> str:
    return found.statements[0].id


def test_five_outlets_one_utterance_two_wordings_two_origins() -> None:
    found = sources(town(), dredging(COPY))
    assert (found.outlets, found.articles, found.wordings, found.low, found.high) == (5, 5, 2, 2, 2)
    assert found.agent is not None
    assert (found.agent.name, found.agent.title) == ("Marta Oslington", "harbour master")
    assert found.text == DREDGING
    groups = {frozenset(o.articles): o.reason for o in found.origins}
    wire = frozenset(f.article.id for f in (WIRE, COPY, REWRITE))
    own = frozenset(f.article.id for f in (OWN, RELAY))
    assert set(groups) == {wire, own}
    assert groups[wire].startswith("same wire: TASS; near-copy of TASS")
    assert groups[own] == "quotes it via Lorry Weekly"


def test_every_member_asks_after_the_same_utterance() -> None:
    everything = town()
    answers = {sources(everything, dredging(f)).utterance for f in STORIES}
    assert answers == {min(dredging(f) for f in STORIES)}


def test_the_chain_of_a_copy_runs_through_the_wire_to_the_remarks() -> None:
    found = trace(town(), dredging(COPY))
    targets = [step.target for step in found.chain]
    assert targets == ["wire:TASS", WIRE.article.id, "remarks to reporters: Marta Oslington"] or targets == [
        WIRE.article.id,
        "wire:TASS",
        "remarks to reporters: Marta Oslington",
    ]
    assert all(step.rule and step.evidence for step in found.chain)
    assert (found.primary.who, found.primary.when) == ("Marta Oslington", "2024-05-13")


def test_the_chain_of_a_relay_runs_through_the_outlet_it_names() -> None:
    steps = {step.target: step for step in trace(town(), dredging(RELAY)).chain}
    assert steps[dredging(OWN)].rule == "via_this_outlet"
    assert steps["outlet:Lorry Weekly"].evidence[0].text == "Lorry Weekly"


EVIDENCE = {"article", "span", "text", "field"}
ORIGINS = {
    "origins": {"low", "high", "groups"},
    "origins.groups": {"articles", "reason", "reports", "evidence", "folded"},
    "origins.groups.folded": {"article", "reason"},
    "origins.groups.reports": set("statement article outlet title published kind text source content".split()),
    "origins.groups.evidence": EVIDENCE,
}
TRACE = {
    "": set("statement utterance agent text wordings outlets origins doubts chain primary points_to versions".split()),
    "agent": {"id", "type", "name", "title"},
    "wordings": {"text", "statements"},
    **ORIGINS,
    "chain": {"from", "to", "kind", "rule", "evidence", "confidence"},
    "chain.evidence": EVIDENCE,
    "primary": {"what", "who", "when", "in_archive", "evidence"},
    "primary.evidence": EVIDENCE,
}
SOURCES = {
    "": set("utterance agent text articles outlets wordings origins doubts".split()),
    "agent": {"id", "type", "name", "title"},
    **ORIGINS,
}
"""The contract: other programs parse these keys, so keys are added and never taken away."""


def test_trace_and_sources_have_the_keys_of_the_contract() -> None:
    assert keys_by_place(trace(town(), dredging(REWRITE)).to_json()) == TRACE
    assert keys_by_place(sources(town(), dredging(REWRITE)).to_json()) == SOURCES


def test_an_answer_about_an_unknown_speaker_has_every_key_too() -> None:
    nobody = story(Said(None, DREDGING), outlet=None, published=None)
    row = trace(graph(nobody), nobody.statements[0].id).to_json()
    assert set(row) == TRACE[""]
    assert (row["agent"], row["chain"], row["outlets"], row["doubts"]) == (None, [], 1, [])
    assert set(row["primary"]) == TRACE["primary"]


def test_the_chain_ends_at_an_agency_that_is_quoted() -> None:
    told = story(Said("Reuters", DREDGING, type=AgentType.NAMED_ORGANIZATION), outlet="A")
    assert [step.target for step in trace(graph(told), told.statements[0].id).chain] == ["wire report: Reuters"]


def test_short_evidence_is_shown_inside_its_sentence() -> None:
    office = "harbour master of the northern channel and of all the moorings of the whole of Ostrava Bay"
    told = story(Said("Marta Oslington", "No", role=office, whom="reporters"), background="All quiet.")
    (shown,) = trace(graph(told), told.statements[0].id).primary_evidence
    assert (shown.text, shown.after) == ("reporters", ".")
    assert shown.before == "…moorings of the whole of Ostrava Bay Marta Oslington told "


def test_the_values_of_a_trace_are_json_and_hold() -> None:
    row: dict[str, Any] = json.loads(json.dumps(trace(town(), dredging(REWRITE)).to_json()))
    assert row["statement"] == dredging(REWRITE)
    assert row["utterance"] == min(dredging(f) for f in STORIES)
    assert sorted(s for w in row["wordings"] for s in w["statements"]) == sorted(dredging(f) for f in STORIES)
    assert (row["outlets"], row["origins"]["low"], row["origins"]["high"]) == (5, 2, 2)
    assert sorted(a for g in row["origins"]["groups"] for a in g["articles"]) == sorted(f.article.id for f in STORIES)
    texts = {f.article.id: f.article.text for f in STORIES}
    for step in row["chain"]:
        assert 0.0 <= step["confidence"] <= 1.0
        assert step["kind"] in {"quotation", "revision", "primary_source", "derivation"}
        for evidence in step["evidence"]:
            assert texts[evidence["article"]][slice(*evidence["span"])] == evidence["text"]


def test_who_gathers_spellings_roles_and_statements() -> None:
    found = who(town(), "Oslington")
    assert found.name in ("Marta Oslington", "Märta Oslington")
    assert dict(found.spellings) == {"Marta Oslington": 2, "Märta Oslington": 1, "Oslington": 2}
    assert dict(found.roles) == {"harbour master": 2}
    assert dict(found.addressees) == {"reporters": 1}
    assert len(found.statements) == 6
    assert found.articles == 5
    assert found.first is not None
    assert found.latest is not None
    assert (found.first.published, found.latest.published) == ("2024-05-14", "2024-05-16")


def test_who_of_nobody_is_empty_and_never_raises() -> None:
    found = who(town(), "Nobody Atall")
    assert (found.statements, found.type) == ((), None)
    assert who(town(), "").statements == ()


@pytest.mark.parametrize("name", ["Ines Carrow", "CARROW", "jorg valimaki", "Marta Oslington"])
def test_who_knows_a_name_in_any_spelling(name: str) -> None:
    assert who(town(), name).statements


def test_why_shows_the_words_the_rules_and_the_edges() -> None:
    everything = town()
    statement = why(everything, dredging(COPY))
    assert statement.record == "statement"
    assert {p.name: p.words[0].text for p in statement.parts}["content"] == DREDGING
    assert {e.rule for e in statement.edges} >= {"same_quote"}
    article = why(everything, COPY.article.id)
    assert article.record == "article"
    assert any(p.name == "wire credit: TASS, by test" for p in article.parts)
    assert {e.rule for e in article.edges} >= {"wire_credit"}
    agent = why(everything, OWN.agents[0].id)
    assert agent.record == "agent"
    assert agent.parts, "an agent is shown by the words that name it"


@pytest.mark.parametrize("answer", [trace, sources, why])
def test_an_unknown_id_is_not_found(answer: Any) -> None:
    with pytest.raises(NotFound, match="abc"):
        answer(town(), "abc")
    with pytest.raises(NotFound):
        answer(Graph(), "abc")


@settings(max_examples=30)
@given(st.lists(stories(), min_size=1, max_size=3, unique_by=lambda f: f.article.id))
def test_every_answer_stands_on_the_words_of_the_texts(found: list[Findings]) -> None:
    everything = graph(*found)
    texts = {f.article.id: f.article.text for f in found}
    for f in found:
        for statement in f.statements:
            traced = trace(everything, statement.id)
            assert json.loads(json.dumps(traced.to_json())) == traced.to_json()
            shown = [e for step in traced.chain for e in step.evidence]
            shown += [e for origin in traced.origins for e in origin.evidence]
            shown += [e for part in why(everything, statement.id).parts for e in part.words]
            for evidence in shown:
                assert evidence.span is None or evidence.span.of(texts[evidence.article]) == evidence.text
            assert sources(everything, statement.id).low <= traced.high <= traced.outlets + len(found)
        for agent in f.agents:
            json.dumps(who(everything, agent.name or "").to_json())
            json.dumps(why(everything, agent.id).to_json())
        json.dumps(why(everything, f.article.id).to_json())
