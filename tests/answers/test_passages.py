"""Sourced passages: what an audit counts, how far each goes, and what its source is called."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.answers.passages import Passage, passages
from onrecord.labelling import labeller
from onrecord.pipeline.analyse import analyse
from onrecord.records import AgentType, Article, spans_text

RULES = labeller("rules")


def audit(text: str) -> list[tuple[Passage, str]]:
    (findings,) = analyse([Article.of(text)], RULES)
    return [(p, spans_text(text, p.spans)) for p in passages(findings)]


def test_neighbouring_sentences_of_one_source_are_one_passage() -> None:
    text = "Mayor Ida Holm said the dam is full. She said the lower villages must leave. It rained all night."
    ((passage, words),) = audit(text)
    assert words == "Mayor Ida Holm said the dam is full. She said the lower villages must leave."
    assert len(passage.statements) == 2
    assert passage.source.name == "Ida Holm"


def test_paragraphs_and_sources_part_passages() -> None:
    text = (
        "Mayor Ida Holm said the dam is full.\n\nHolm said the villages must leave. Engineer Bo Lind said it will hold."
    )
    assert [p.source.name for p, _ in audit(text)] == ["Ida Holm", "Ida Holm", "Bo Lind"]


def test_one_sentence_of_nobody_between_belongs_to_the_passage() -> None:
    said = "Mayor Ida Holm said the dam is full. The wall is old. It will hold, she said."
    between = "Mayor Ida Holm said the dam is full. The wall is old. It rained all night. It will hold, she said."
    assert [words for _, words in audit(said)] == [said]
    assert len(audit(between)) == 2


@pytest.mark.parametrize(
    "words",
    [
        "Mayor Ida Holm said the dam is full. She wants to rebuild it.",
        "Mayor Ida Holm wants to rebuild the dam. She said it is full.",
    ],
)
def test_what_only_tells_of_the_source_joins_what_it_says(words: str) -> None:
    assert [found for _, found in audit(f"{words} It rained all night.")] == [words]


def test_a_sentence_that_is_repeated_counts_once() -> None:
    text = "Mayor Ida Holm said the dam is full."
    assert [words for _, words in audit(f"{text}\n\n{text}\n\nIt rained all night.")] == [text]


def test_the_words_of_somebody_unknown_stand_in_their_document() -> None:
    text = "“The dam is full,” it said in its report."
    ((passage, _),) = audit(text)
    assert (passage.source.type, passage.source.name) == (AgentType.DOCUMENT, "report")


@pytest.mark.parametrize(
    "text",
    [
        "Mayor Ida Holm did not respond to a request for comment.",
        "Mayor Ida Holm plans to rebuild the dam.",
        "The dam is full.",
    ],
    ids=["no answer", "what a source wants", "nobody's words"],
)
def test_what_conveys_nothing_from_a_source_is_no_passage(text: str) -> None:
    assert audit(text) == []


@pytest.mark.parametrize(
    ("text", "type_", "name", "title"),
    [
        pytest.param(
            "“The dam is full,” said Ida Holm, director of safety at the Lake Board.",
            AgentType.NAMED_PERSON,
            "Ida Holm",
            "director of safety at the Lake Board",
            id="person",
        ),
        pytest.param(
            "A Lakeland Power spokeswoman said the dam is full.",
            AgentType.NAMED_ORGANIZATION,
            "Lakeland Power",
            None,
            id="who speaks for a body",
        ),
        pytest.param(
            "Several officials at the plant said the dam is full.",
            AgentType.UNNAMED_GROUP,
            "officials",
            None,
            id="group",
        ),
        pytest.param(
            "The dam is full, according to a 2021 report by the Lake Board.",
            AgentType.DOCUMENT,
            "2021 report",
            None,
            id="document",
        ),
        pytest.param(
            "The dam is full, according to a statement from the Lake Board.",
            AgentType.NAMED_ORGANIZATION,
            "Lake Board",
            None,
            id="what a body issued",
        ),
        pytest.param(
            "The Lake Fund spent it all. A Lake official said the dam is full.",
            AgentType.NAMED_ORGANIZATION,
            "Lake Fund",
            None,
            id="a body by its short name",
        ),
        pytest.param(
            "Lawyers from the firm Vale Partners said the dam is full.",
            AgentType.NAMED_ORGANIZATION,
            "Lawyers, Vale Partners",
            None,
            id="who represents, and where from",
        ),
    ],
)
def test_what_a_source_is_called(text: str, type_: AgentType, name: str, title: str | None) -> None:
    ((passage, _),) = audit(text)
    assert (passage.source.type, passage.source.name, passage.source.title) == (type_, name, title)


def test_sources_that_share_a_sentence_keep_to_their_own_words() -> None:
    text = "The plan is a reckless gamble, according to Ida Holm, but engineer Bo Lind said the dam would hold."
    words = [w for _, w in audit(text)]
    assert len(words) == 2
    assert "Lind" not in words[0]
    assert "reckless" not in words[1]


@settings(max_examples=30)
@given(
    st.lists(
        st.sampled_from(["Ida Holm said it rained. ", "“No,” he said. ", "It was late.\n\n", "“We”; "]), max_size=9
    )
)
def test_passages_stand_in_order_and_never_overlap(parts: list[str]) -> None:
    found = [p.spans[0] for p, _ in audit("".join(parts))]
    assert all(a.end <= b.start for a, b in itertools.pairwise(found))
