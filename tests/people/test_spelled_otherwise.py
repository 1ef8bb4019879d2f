"""Two countries' spellings of one name are no conflict between two reports; two people's names are."""

from __future__ import annotations

import pytest

from onrecord.people.agents import Affinity, affinity
from onrecord.records import Agent, AgentType, Span


def person(name: str) -> Agent:
    return Agent(name, "a", AgentType.NAMED_PERSON, (name,), mentions=(Span(0, len(name)),))


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Yelena Zarukov", "Jelena Tsarukov"),
        ("Mikhail Chodorin", "Michail Khodorin"),
        ("Viola Grzybek", "Viola Gzhybek"),
        ("Yermolin", "Jermolin"),
        ("Milena Yermolin", "Jermolin"),
        ("Tomasz Lindgren", "Tomas Lindgren"),
    ],
)
def test_one_name_in_two_spellings(first: str, second: str) -> None:
    assert affinity(person(first), person(second)) >= Affinity.COMPATIBLE
    assert affinity(person(second), person(first)) >= Affinity.COMPATIBLE


@pytest.mark.parametrize(
    ("first", "second"),
    [("Yelena Holm", "Milena Holm"), ("Anna Berg", "Hanna Bergh"), ("Holmgren", "Holmberg"), ("Ada Lind", "Lund")],
)
def test_two_people(first: str, second: str) -> None:
    assert affinity(person(first), person(second)) is Affinity.CONFLICT
