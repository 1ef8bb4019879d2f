"""Direct and mixed speech: the quotation with its marks, before, behind and around the attribution."""

import pytest

from onrecord.records import CueLabel
from tests.labelling.reading import Attribution, attributions, labels

CASES = [
    ("“The bridge is safe,” Lind said.", "Lind", "said", "“The bridge is safe,”"),
    ('"The bridge is safe," said Lind, the port director.', "Lind, the port director", "said", '"The bridge is safe,"'),
    ("“Is the bridge safe?” Lind asked.", "Lind", "asked", "“Is the bridge safe?”"),
    ("Lind said: “The bridge is safe.”", "Lind", "said", "“The bridge is safe.”"),
    ("Asked about the cracks, Lind said: “They are old.”", "Lind", "said", "“They are old.”"),
    ("In a letter to the council, Lind wrote, “They are old.”", "Lind", "wrote", "“They are old.”"),
    ("“The bridge,” Lind said, “is safe.”", "Lind", "said", "“The bridge,” … “is safe.”"),
    ("“It is safe,” Lind said. “It was built in stone.”", "Lind", "said", "“It is safe,” … “It was built in stone.”"),
    ("''The bridge is safe,'' Lind said.", "Lind", "said", "''The bridge is safe,''"),
    ("„Die Brücke hält“, sagte Lind. Lind said: „It will hold.“", "Lind", "said", "„It will hold.“"),
    ("«It will hold», Lind said.", "Lind", "said", "«It will hold»"),
    (
        "The mayor stressed that “the most vital thing is time”.",
        "The mayor",
        "stressed",
        "that “the most vital thing is time”",
    ),
    ("Lind called the cracks “a nuisance” on Monday.", "Lind", "called", "the cracks “a nuisance” on Monday"),
    ("The bridge is “a jewel,” Lind said.", "Lind", "said", "The bridge is “a jewel,”"),
    (
        "“It will hold,” Ivo Lind, the port director, was quoted as saying by the Quay Post on Monday.",
        "Ivo Lind, the port director",
        "was quoted as saying",
        "“It will hold,”",
    ),
    ("“It will hold,” Lind was quoted by the Quay Post as saying.", "Lind", "was quoted", "“It will hold,”"),
    ("“It will hold,” Lind was cited as saying.", "Lind", "was cited as saying", "“It will hold,”"),
]


@pytest.mark.parametrize(("text", "source", "verb", "content"), CASES, ids=[c[0][:40] for c in CASES])
def test_spans(text: str, source: str, verb: str, content: str) -> None:
    assert Attribution(source, verb, content) in attributions(text)


def test_who_quotes_is_no_source_of_what_is_quoted() -> None:
    found = attributions("“It will hold,” the director was quoted by the Quay Post as saying.")
    assert all("Quay Post" not in one.source for one in found)


def test_a_cue_inside_a_quotation_is_a_label_of_its_own() -> None:
    found = attributions("“My brother says the bridge will fall,” Lind said.")
    assert ("My brother", "says", "the bridge will fall") in found
    assert ("Lind", "said", "“My brother says the bridge will fall,”") in found


def test_more_quotations_of_one_paragraph_are_one_content() -> None:
    text = "“It is safe,” Lind said on Monday. “It was built in stone.” “Nobody should worry now.”"
    assert attributions(text) == [
        ("Lind", "said", "“It is safe,” … “It was built in stone.” … “Nobody should worry now.”")
    ]


def test_a_lone_quotation_borrows_the_source_of_the_paragraph_before() -> None:
    text = "Lind said the bridge was safe.\n\n“We have looked at every stone of it.”"
    (lone,) = [c for c in labels(text).cues if c.rule == "neighbour"]
    assert (lone.spans, lone.sources[0].spans[0].of(text)) == ((), "Lind")
    assert lone.contents[0].spans[0].of(text) == "“We have looked at every stone of it.”"


def test_a_lone_quotation_far_from_any_speaker_has_no_label() -> None:
    text = "Lind said the bridge was safe.\n\nIt rained.\n\nIt rained more.\n\n“We have looked at every stone of it.”"
    assert not [c for c in labels(text).cues if c.rule == "neighbour"]


def test_scare_quotes_are_no_speech() -> None:
    found: list[CueLabel] = list(labels("The so-called “people's bridge” opened in May.").cues)
    assert found == []
