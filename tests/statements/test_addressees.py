"""Whom somebody says something to, where it stands behind "to"."""

import pytest

from onrecord.records import ViaKind
from tests.statements.labelled import found

RISE = "that the toll would rise"


@pytest.mark.parametrize(
    ("told", "whom"),
    [
        ("confirmed to the Harbour Post", "the Harbour Post"),
        ("said to reporters on Monday", "reporters"),
        ("wrote to the mayor", "the mayor"),
        ("explained to Ms. Ada Quill at the pier", "Ms. Ada Quill"),
        ("announced to a large crowd in Brenn", "a large crowd"),
        ("replied to Quill", "Quill"),
        ("complained to his colleagues", "his colleagues"),
        ("said to keep it low", None),
        ("objected to the mayor", None),
        ("came to the harbour and said", None),
    ],
)
def test_who_is_told_stands_behind_to(told: str, whom: str | None) -> None:
    text = f"Karl Berg {told} {RISE}."
    verb = "said" if told.endswith("said") else told.split()[0]
    (statement,) = found(text, [("Karl Berg", verb, RISE)], people=["Karl Berg"]).statements
    assert [span.of(text) for span in statement.addressee] == ([whom] if whom else [])


def test_those_who_are_spoken_to_may_stand_in_front() -> None:
    text = "Nobody came. Speaking to reporters in Brenn, Karl Berg said that the toll would rise. He left."
    (statement,) = found(text, [("Karl Berg", "said", RISE)], people=["Karl Berg"]).statements
    assert [span.of(text) for span in statement.addressee] == ["reporters"]


def test_what_is_said_is_no_addressee() -> None:
    text = "Karl Berg suggested to reporters that the toll would rise."
    (statement,) = found(text, [("Karl Berg", "suggested", f"to reporters {RISE}")], people=["Karl Berg"]).statements
    assert statement.addressee == ()


def test_a_newsroom_that_is_told_is_a_go_between() -> None:
    text = "Karl Berg confirmed to the Harbour Post that the toll would rise."
    (statement,) = found(text, [("Karl Berg", "confirmed", RISE)], people=["Karl Berg"]).statements
    assert [(via.kind, via.name) for via in statement.via] == [(ViaKind.OUTLET, "Harbour Post")]
    assert [span.of(text) for span in statement.via[0].spans] == ["Harbour Post"]
