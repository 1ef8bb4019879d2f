"""Attributions whose source can hardly speak get a lower score."""

import pytest

from tests.labelling.reading import labels

DOUBTFUL = 0.6
"""What the command line hides below this score."""


def score(text: str) -> float:
    (cue,) = labels(text).cues
    return cue.score * cue.contents[0].score


@pytest.mark.parametrize(
    "text",
    [
        "The stark contrast suggested that it would rain.",
        "The phrase suggests that it will rain.",
        "He bought a map that suggests that it will rain.",
        "Perhaps you think that it will rain.",
    ],
)
def test_things_relative_clauses_and_you_are_doubtful(text: str) -> None:
    assert score(text) < DOUBTFUL


@pytest.mark.parametrize(
    "text",
    [
        "Nora Vale suggested that it would rain.",
        "She suggested that it would rain.",
        "The harbour master suggested that it would rain.",
        "Two people familiar with the matter suggested that it would rain.",
        "A memo seen by the Brenn Gazette suggested that it would rain.",
        "The Transport Ministry suggested that it would rain.",
        "The juggler suggested that it would rain.",
        "Several sailors suggested that it would rain.",
        "The stark contrast said: “It will rain before the evening.”",
    ],
)
def test_people_bodies_documents_and_quotations_are_not(text: str) -> None:
    assert score(text) >= DOUBTFUL
