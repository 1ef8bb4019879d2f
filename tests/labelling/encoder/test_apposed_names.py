"""A source that opens with one capitalised word, and then says who it is, names a person."""

from __future__ import annotations

import pytest

from onrecord.labelling.encoder.apposed_names import apposed_names
from onrecord.records import CueLabel, MentionForm, MentionKind, MentionLabel, RoleLabel, Span


def found(text: str, *names: MentionLabel) -> list[str]:
    cue = CueLabel((Span(len(text) - 5, len(text) - 1),), sources=(RoleLabel((Span(0, len(text) - 6),)),))
    made = list(apposed_names(text, [cue], names))
    assert all(m.kind is MentionKind.PERSON and m.form is MentionForm.NAME for m in made)
    return [m.span.of(text) for m in made]


def test_a_word_with_an_apposition_is_a_name() -> None:
    assert found("Grund, the pilot of the tug, said.") == ["Grund"]
    assert found("Ahlström, a captain, said.") == ["Ahlström"]


@pytest.mark.parametrize(
    "text",
    [
        "The pilot, a man of forty, said.",
        "Grund said.",
        "grund, the pilot, said.",
        "Officials, the mayor said.",
        "It said.",
    ],
)
def test_what_is_none(text: str) -> None:
    assert found(text) == []


def test_a_word_that_a_name_touches_is_known_already() -> None:
    name = MentionLabel(Span(0, 5), MentionKind.ORGANIZATION, MentionForm.NAME, Span(0, 5), 0.9)
    assert found("Grund, the pilot of the tug, said.", name) == []
