"""The primary source is what the reports say of the occasion, else the speaker's words, else the report itself."""

from dataclasses import replace

import pytest

from onrecord.provenance.primary import Primary, primary_source
from onrecord.records import AgentType, CreditKind, Findings, ViaKind
from tests.provenance.newsroom import DREDGING, STORM, TARIFF, Said, graph, story


def primary(*found: Findings) -> Primary:
    everything = graph(*found)
    (utterance,) = everything.utterances
    return primary_source(everything, utterance)


def test_remarks_to_people_with_the_day_they_were_made() -> None:
    found = primary(
        story(Said("Marta Oslington", DREDGING, whom="reporters", day="2024-05-13"), outlet="A"),
        story(Said("Oslington", DREDGING), outlet="B"),
    )
    assert (found.what, found.who, found.when) == ("remarks to reporters", "Marta Oslington", "2024-05-13")
    assert not found.in_archive


def test_the_one_occasion_that_the_article_names_for_the_speaker() -> None:
    asked = Said("Marta Oslington", STORM, whom="reporters")
    again = Said("Marta Oslington", TARIFF, whom="fishermen")
    everything = graph(story(Said("Marta Oslington", DREDGING), asked))
    found = {primary_source(everything, u).what for u in everything.utterances}
    assert found == {"remarks to reporters"}
    unclear = graph(story(Said("Marta Oslington", DREDGING), asked, again))
    (first,) = [u for u in unclear.utterances if DREDGING in u.wordings[0].text]
    assert primary_source(unclear, first).what == "own words"


@pytest.mark.parametrize(
    ("kind", "what"),
    [
        (ViaKind.SOCIAL, "social media post"),
        (ViaKind.DOCUMENT, "document"),
        (ViaKind.BROADCAST, "broadcast"),
        (ViaKind.STATEMENT, "written statement"),
    ],
)
def test_a_medium_that_a_report_names(kind: ViaKind, what: str) -> None:
    assert primary(story(Said("Marta Oslington", DREDGING, via=(kind, "the medium")))).what == what


def test_words_written_to_a_court_are_a_document_and_no_hearing() -> None:
    found = story(Said("Marta Oslington", DREDGING, via=(ViaKind.DOCUMENT, "a filing to the court of Brenn")))
    (statement,) = found.statements
    placed = replace(found, statements=(replace(statement, venue=statement.via[0].spans),))
    assert primary(placed).what == "document"
    heard = replace(found, statements=(replace(statement, via=(), venue=statement.via[0].spans),))
    assert primary(heard).what == "hearing"


def test_an_agency_that_is_quoted_is_the_report_that_the_words_come_from() -> None:
    found = primary(story(Said("Reuters", DREDGING, type=AgentType.NAMED_ORGANIZATION)))
    assert (found.what, found.who) == ("wire report", "Reuters")


def test_a_speaker_of_whom_no_occasion_is_told() -> None:
    found = primary(story(Said("Marta Oslington", DREDGING)))
    assert (found.what, found.who, found.when) == ("own words", "Marta Oslington", None)


def test_a_document_that_is_quoted() -> None:
    found = primary(story(Said(None, DREDGING, role="survey", type=AgentType.DOCUMENT)))
    assert (found.what, found.who) == ("document", "survey")


def test_an_unknown_speaker_leaves_the_wire_or_the_report() -> None:
    wire = primary(story(Said(None, DREDGING), credits=[(CreditKind.WIRE, "TASS")]))
    assert (wire.what, wire.who, wire.in_archive) == ("wire report", "TASS", False)
    report = primary(story(Said(None, DREDGING), outlet="Quayside Radio"))
    assert (report.what, report.who, report.when, report.in_archive) == ("report", "Quayside Radio", "2024-05-14", True)


def test_the_agents_own_publication_is_in_the_archive() -> None:
    office = Said("Harbour Office", DREDGING, type=AgentType.NAMED_ORGANIZATION)
    assert primary(story(office, outlet="A"), story(office, outlet="Harbour Office")).in_archive
