"""Attribution by a phrase and by layout: "according to", "in her view", headlines."""

import pytest

from tests.labelling.reading import Attribution, attributions

PHRASES = [
    ("According to Ana Ruiz, the dam is full.", "Ana Ruiz", "According to", "the dam is full"),
    ("The dam is full, according to Ana Ruiz.", "Ana Ruiz", "according to", "The dam is full"),
    (
        "The dam is full, according to a report by the river board.",
        "a report by the river board",
        "according to",
        "The dam is full",
    ),
    ("The dam, according to Ana Ruiz, is full.", "Ana Ruiz", "according to", "The dam … is full"),
    ("In the words of Ana Ruiz, the dam is a bathtub.", "Ana Ruiz", "In the words of", "the dam is a bathtub"),
    ("By her own account, the dam was full.", "her", "By her own account", "the dam was full"),
    ('According to her "blue water" plan, the dam stays.', 'her "blue water" plan', "According to", "the dam stays"),
]


@pytest.mark.parametrize(("text", "source", "phrase", "content"), PHRASES, ids=[c[0][:40] for c in PHRASES])
def test_spans_of_phrases(text: str, source: str, phrase: str, content: str) -> None:
    found = [(a.source, a.cue.replace("her ", "") if source == "her" else a.cue, a.content) for a in attributions(text)]
    assert (source, phrase.replace("her ", "") if source == "her" else phrase, content) in found


HEADLINES = [
    ("Ruiz: The dam will not be sold", "Ruiz", "The dam will not be sold"),
    ("Ana Ruiz on the budget: ‘We will not borrow’", "Ana Ruiz", "‘We will not borrow’"),
    ("Dam to be sold by May: report", "report", "Dam to be sold by May"),
    ("Dam to be sold by May: officials", "officials", "Dam to be sold by May"),
]


@pytest.mark.parametrize(("text", "source", "content"), HEADLINES, ids=[c[0] for c in HEADLINES])
def test_spans_of_headlines(text: str, source: str, content: str) -> None:
    assert Attribution(source, "", content) in attributions(text + "\n\nIt rained.")


@pytest.mark.parametrize(
    "text",
    [
        "Photo: The dam was full in May",
        "Watch: The dam is sold",
        "Read more: The dam is sold",
        "The town has three rivers: the Olm, the Rusk and the Teal.",
        "Rivers: Olm, Rusk, Teal",
    ],
)
def test_other_colons_are_no_headlines(text: str) -> None:
    assert attributions(text + "\n\nIt rained.") == []
