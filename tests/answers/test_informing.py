"""Which statements an audit counts, on labels written by hand: information from a source, not what it did or wants."""

from __future__ import annotations

from dataclasses import replace

import pytest

from onrecord.answers.informing import informs
from onrecord.records import Modality, Polarity, Span
from tests.statements.labelled import found

BODY, HOLM = "Lake Board", "Ida Holm"


def counts(
    text: str, source: str, cue: str, content: str | tuple[str, ...], modality: Modality = Modality.ASSERTED
) -> bool:
    findings = found(text, [(source, cue, content)], people=[HOLM], bodies=[BODY])
    (statement,) = findings.statements
    at = text.find("the court")
    asked = (Span(at, at + len("the court")),) if at >= 0 else ()
    return informs(replace(statement, modality=modality, addressee=asked), text)


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        ("Ida Holm said water seeps through the wall.", HOLM, "said", "water seeps through the wall"),
        ("According to Ida Holm, water seeps in.", HOLM, "According to", "water seeps in"),
        ("Water seeps through the wall, records show.", "records", "show", "Water seeps through the wall"),
        ("Ida Holm announced the dam was closed.", HOLM, "announced", "the dam was closed"),
        ("Ida Holm announced how it closed.", HOLM, "announced", "how it closed"),
        ("Ida Holm called it a “leaking shed”.", HOLM, "called", "it a “leaking shed”"),
    ],
)
def test_a_clause_from_a_source_informs(text: str, source: str, cue: str, content: str) -> None:
    assert counts(text, source, cue, content)


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        ("Ida Holm posted a film with the gate closed.", HOLM, "posted", "a film with the gate closed"),
        ("Ida Holm praised the crew’s work.", HOLM, "praised", "the crew’s work"),
        ("The new wall was praised by Ida Holm.", HOLM, "was praised", "The new wall"),
        ("Ida Holm suggested walling it up.", HOLM, "suggested", "walling it up"),
        ("Ida Holm did not respond to questions.", HOLM, "did not respond to", "questions"),
        ("Trucks came the day after Ida Holm announced it had burst.", HOLM, "announced", "it had burst"),
        ("Nets are often dubbed “the widow’s veil”.", "", "are often dubbed", ("Nets", "“the widow’s veil”")),
    ],
)
def test_what_a_source_did_or_what_is_told_as_an_event_does_not(
    text: str, source: str, cue: str, content: str | tuple[str, ...]
) -> None:
    assert not counts(text, source, cue, content)


@pytest.mark.parametrize(
    ("text", "cue", "content", "modality", "expected"),
    [
        ("The Lake Board asked the court to stop it.", "asked", "to stop it", Modality.ASKED, True),
        ("The Lake Board asked to stop it.", "asked", "to stop it", Modality.ASKED, False),
        ("The Lake Board urged the towns to pay.", "urged", "the towns to pay", Modality.ASKED, True),
        ("The Lake Board asked for a reason.", "asked for", "a reason", Modality.ASKED, False),
        ("The Lake Board demands that they pay.", "demands", "that they pay", Modality.ORDERED, True),
        ("The Lake Board approved a plan to pay.", "approved", "a plan to pay", Modality.ORDERED, False),
        ("The Lake Board plans that they pay.", "plans", "that they pay", Modality.INTENDED, False),
    ],
)
def test_a_demand_of_somebody_informs_and_a_decision_does_not(
    text: str, cue: str, content: str, modality: Modality, expected: bool
) -> None:
    assert counts(text, "The Lake Board", cue, content, modality) is expected


def test_no_answer_is_no_information() -> None:
    text = "Ida Holm said she was not available for comment."
    (statement,) = found(text, [(HOLM, "said", "she was not available for comment")], people=[HOLM]).statements
    assert informs(statement, text)
    assert not informs(replace(statement, polarity=Polarity.NEGATIVE), text)
