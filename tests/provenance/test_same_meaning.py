"""Two translations of one speech are one utterance where both name the occasion, or one report retells the other."""

from __future__ import annotations

import pytest

from onrecord.provenance.linking import link
from onrecord.provenance.utterances import cluster
from onrecord.records import SameUtterance, ViaKind, WordingRelation
from tests.provenance.newsroom import INDIRECT, Said, story
from tests.provenance.test_retold import AGAIN, TOLD

ICE = "The ferry will sail again when the ice has melted, and not a single hour earlier"
FROST = "Our ship departs once the frost is gone, nobody should expect us before that"
FARES = "Tickets cost what they cost last year, and children travel without paying"
TOLD_ON = "ships would depart as soon as there was no frost any more"
LETTER = (ViaKind.DOCUMENT, "a letter to the harbour council")
SPEECH = (ViaKind.BROADCAST, "an interview on the radio of Lindholm")


def meanings(*said: Said, background: tuple[str, str] = ("", "")) -> list[SameUtterance]:
    """The edges by meaning between a report of each, all but the first in the second."""
    first = story(said[0], outlet="Skerry Post", background=background[0])
    second = story(*said[1:], outlet="Skerry Radio", background=background[1])
    found = link(first, second)
    assert found == link(second, first)
    return [u for u in found.utterances if u.rule == "same_meaning"]


def test_two_translations_of_one_letter_are_one_utterance() -> None:
    (edge,) = meanings(Said("Nora Quist", ICE, via=LETTER), Said("Nora Quist", FROST, via=LETTER))
    assert edge.relation is WordingRelation.RETRANSLATED
    first = story(Said("Nora Quist", ICE, via=LETTER), outlet="Skerry Post")
    second = story(Said("Nora Quist", FROST, via=LETTER), outlet="Skerry Radio")
    assert len(cluster((first, second), link(first, second))) == 1


def test_the_likest_of_several_is_the_one() -> None:
    (edge,) = meanings(
        Said("Nora Quist", ICE, via=LETTER),
        Said("Nora Quist", FARES, via=LETTER),
        Said("Nora Quist", FROST, via=LETTER),
    )
    second = story(Said("Nora Quist", FARES, via=LETTER), Said("Nora Quist", FROST, via=LETTER), outlet="Skerry Radio")
    (frost,) = (s.id for s in second.statements if s.content[0].of(second.article.text).startswith("Our ship"))
    assert frost in (edge.first, edge.second)


def test_indirect_speech_means_it_too() -> None:
    (edge,) = meanings(Said("Nora Quist", ICE, via=LETTER), Said("Nora Quist", TOLD_ON, INDIRECT, via=LETTER))
    assert edge.relation is WordingRelation.PARAPHRASE


@pytest.mark.parametrize(
    "other",
    [
        Said("Nora Quist", FROST, via=SPEECH),
        Said("Nora Quist", FROST),
        Said("Nora Quist", FARES, via=LETTER),
        Said("Jon Brill", FROST, via=LETTER),
    ],
    ids=["another occasion", "no occasion", "another point", "another speaker"],
)
def test_what_else_somebody_says_stays_apart(other: Said) -> None:
    assert meanings(Said("Nora Quist", ICE, via=LETTER), other) == []


def test_in_a_report_told_after_the_other_no_occasion_is_needed() -> None:
    assert len(meanings(Said("Nora Quist", ICE), Said("Nora Quist", FROST), background=(TOLD, AGAIN))) == 1


def test_a_statement_that_a_sure_edge_holds_has_no_other_translation() -> None:
    ice, frost = Said("Nora Quist", ICE, via=LETTER), Said("Nora Quist", FROST, via=LETTER)
    assert meanings(ice, ice, frost) == []
