"""Indirect speech and thought: where source, cue and content begin and end."""

import pytest

from onrecord.records import Modality
from tests.labelling.reading import Attribution, attributions, cue, words

CASES = [
    (
        "The mayor said that the old bridge would close in May.",
        "The mayor",
        "said",
        "that the old bridge would close in May",
    ),
    ("Ana Ruiz said the ferry was late.", "Ana Ruiz", "said", "the ferry was late"),
    ("The ferry was late, Ana Ruiz said.", "Ana Ruiz", "said", "The ferry was late"),
    ("The ferry was late, she said on Monday.", "she", "said", "The ferry was late"),
    ("The harbour, she said, is too shallow.", "she", "said", "The harbour … is too shallow"),
    (
        "The ferry will sail at noon, said port director Ivo Lind.",
        "port director Ivo Lind",
        "said",
        "The ferry will sail at noon",
    ),
    (
        "Ivo Lind, director of the port, said the quay is safe.",
        "Ivo Lind, director of the port",
        "said",
        "the quay is safe",
    ),
    ("Ivo Lind told reporters that the quay is safe.", "Ivo Lind", "told", "that the quay is safe"),
    ("Ivo Lind told the council on Friday that the quay is safe.", "Ivo Lind", "told", "that the quay is safe"),
    (
        "Ivo Lind told reporters at a briefing on Friday that the quay is safe.",
        "Ivo Lind",
        "told",
        "that the quay is safe",
    ),
    ("Ivo Lind told a crowd of his voters that the quay is safe.", "Ivo Lind", "told", "that the quay is safe"),
    ("He asked whether the dam would hold.", "He", "asked", "whether the dam would hold"),
    ("Farmers think the rain will come.", "Farmers", "think", "the rain will come"),
    (
        "The ministry has repeatedly denied that it sold the land.",
        "The ministry",
        "has repeatedly denied",
        "that it sold the land",
    ),
    ("Residents fear that the river will rise.", "Residents", "fear", "that the river will rise"),
    ("The union vowed to strike in June.", "The union", "vowed", "to strike in June"),
    ("The council called on Ruiz to resign.", "The council", "called on", "Ruiz to resign"),
    ("The critics condemned the sale of the harbour.", "The critics", "condemned", "the sale of the harbour"),
    ("The minister described the plan as reckless.", "The minister", "described", "the plan as reckless"),
    ("The envoy described as pointless the talks in Oslo.", "The envoy", "described as", "pointless the talks in Oslo"),
    ("A report by the bank shows that prices fell.", "A report by the bank", "shows", "that prices fell"),
    ("Officials and residents say the wall is weak.", "Officials and residents", "say", "the wall is weak"),
    (
        "The woman who owns the mill said the river was clean.",
        "The woman who owns the mill",
        "said",
        "the river was clean",
    ),
    (
        "Sen. Nora Vale (I-Ruritania) said the vote was fair.",
        "Sen. Nora Vale (I-Ruritania)",
        "said",
        "the vote was fair",
    ),
    ("Vale on Tuesday said the vote was fair.", "Vale", "said", "the vote was fair"),
    ("Vale's claim that the vote was fair drew laughter.", "Vale", "claim", "that the vote was fair drew laughter"),
    ("They are confident that the wall will hold.", "They", "are confident", "that the wall will hold"),
    ("It is said that the castle is haunted.", "", "It is said that", "the castle is haunted"),
]


@pytest.mark.parametrize(("text", "source", "verb", "content"), CASES, ids=[c[0][:40] for c in CASES])
def test_spans(text: str, source: str, verb: str, content: str) -> None:
    assert Attribution(source, verb, content) in attributions(text)


def test_a_second_verb_shares_the_subject_and_ends_the_first_content() -> None:
    found = attributions("Vale said the vote was fair, and added that the count was slow.")
    assert found == [
        ("Vale", "said", "the vote was fair"),
        ("Vale", "added", "that the count was slow"),
    ]


def test_a_participle_has_the_subject_of_the_verb_before() -> None:
    found = attributions("Vale resigned on Monday, saying that the count was slow.")
    assert found == [("Vale", "saying", "that the count was slow")]


def test_a_clause_that_opens_the_sentence_ends_at_its_comma() -> None:
    found = attributions("While Vale hopes to win the seat, the polls are against her.")
    assert found == [("Vale", "hopes", "to win the seat")]


def test_what_is_nested_ends_where_the_outer_content_ends() -> None:
    found = attributions("Farmers hope it will rain, Vale said on Monday.")
    assert ("Farmers", "hope", "it will rain") in found
    assert ("Vale", "said", "Farmers hope it will rain") in found


def test_people_told_are_the_addressee() -> None:
    text = "The quay is safe, Lind told residents on Friday."
    assert words(text, cue(text, "told").addressees) == "residents"


def test_a_passive_verb_tells_its_subject() -> None:
    text = "Residents were told that the water was safe."
    label = cue(text, "were told")
    assert (words(text, label.addressees), label.sources) == ("Residents", ())


def test_a_raised_subject_belongs_to_the_content() -> None:
    assert attributions("The bank is expected to close in June.") == [
        ("", "is expected", "The bank … to close in June")
    ]


@pytest.mark.parametrize(
    ("text", "verb", "modality"),
    [
        ("Vale promised to leave.", "promised", Modality.PROMISED),
        ("Vale denied that she left.", "denied", Modality.DENIED),
        ("Vale believes that she won.", "believes", Modality.BELIEVED),
        ("Vale predicted that she would win.", "predicted", Modality.PREDICTED),
        ("Vale asked whether she won.", "asked", Modality.ASKED),
        ("Vale ordered that the gate be closed.", "ordered", Modality.ORDERED),
    ],
)
def test_the_cue_brings_its_modality(text: str, verb: str, modality: Modality) -> None:
    assert cue(text, verb).modality is modality


@pytest.mark.parametrize("verb", ["did not say", "never said", "didn't say"])
def test_a_negated_verb_is_marked(verb: str) -> None:
    assert cue(f"Vale {verb} that she won.", verb).negated


@pytest.mark.parametrize(
    "text",
    [
        "The reports of the bank were late.",
        "He won the United States title.",
        "Her claims were long.",
        "The rate of growth fell.",
        "The ferry sailed at noon.",
    ],
)
def test_nouns_and_plain_verbs_attribute_nothing(text: str) -> None:
    assert attributions(text) == []
