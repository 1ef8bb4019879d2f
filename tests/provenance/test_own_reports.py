"""Whoever quotes a newsroom means the report that is its own; who carries several agencies' copy has none."""

from __future__ import annotations

from onrecord.provenance.folds import folds
from onrecord.provenance.own_reports import own_reports
from onrecord.records import CreditKind, Findings
from tests.provenance.newsroom import BACKGROUND, DREDGING, OTHER_BACKGROUND, Said, graph, story

HERS = Said("Marta Oslington", DREDGING)
TASS, REUTERS = [(CreditKind.WIRE, "TASS")], [(CreditKind.WIRE, "Reuters")]


def owners(*found: Findings) -> dict[str, str]:
    everything = graph(*found)
    known = folds(everything, {f.article.id: (f, list(f.statements)) for f in found})
    return dict(own_reports(known, {f.article.id: f for f in found}))


def test_a_report_that_owes_nothing_is_its_newsrooms_own() -> None:
    one = story(HERS, outlet="Quayside Radio", background=BACKGROUND)
    assert owners(one) == {one.article.id: "quaysideradio"}


def test_a_silent_copy_is_its_newsrooms_only_report() -> None:
    first = story(HERS, outlet="A", background=BACKGROUND)
    copy = story(HERS, outlet="Quayside Radio", background=BACKGROUND, published="2024-05-16")
    assert owners(first, copy)[copy.article.id] == "quaysideradio"


def test_a_carrier_of_agencies_has_no_report_of_its_own() -> None:
    found = (
        story(HERS, outlet="Quayside Radio", background=BACKGROUND, credits=TASS),
        story(HERS, outlet="Quayside Radio", background=OTHER_BACKGROUND, credits=REUTERS, published="2024-05-16"),
    )
    assert owners(*found) == {}


def test_a_report_of_no_known_outlet_is_nobodys() -> None:
    assert owners(story(HERS, outlet=None, background=BACKGROUND)) == {}
