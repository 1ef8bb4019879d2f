"""Who is credited: kinds of sources, joint sources, names that several bear, pronouns."""

import pytest

from onrecord import find_statements
from onrecord.records import AgentType
from onrecord.statements.source_types import unnamed_type
from tests.statements.labelled import content, found, speaker, speaking


@pytest.mark.parametrize(
    ("phrase", "kind"),
    [
        ("a senior official", AgentType.UNNAMED_PERSON),
        ("the juggler", AgentType.UNNAMED_PERSON),
        ("officials in Brenn", AgentType.UNNAMED_GROUP),
        ("the Republicans", AgentType.UNNAMED_GROUP),
        ("the Chinese", AgentType.UNNAMED_GROUP),
        ("one Republican", AgentType.UNNAMED_PERSON),
        ("Twelve percent", AgentType.UNNAMED_GROUP),
        ("the company", AgentType.UNNAMED_GROUP),
        ("the Quill campaign", AgentType.NAMED_ORGANIZATION),
        ("Acme", AgentType.NAMED_ORGANIZATION),
        ("the city", AgentType.UNNAMED_GROUP),
        ("exit polls", AgentType.DOCUMENT),
        ("the most recent contracts", AgentType.DOCUMENT),
        ("a memo seen by the Brenn Gazette", AgentType.DOCUMENT),
        ("a report of the ministry", AgentType.DOCUMENT),
        ("the stark contrast", None),
        ("Harbour Service protocol", None),
        ("his plans", None),
    ],
)
def test_the_kind_of_a_source_without_a_name(phrase: str, kind: AgentType | None) -> None:
    assert unnamed_type(phrase, granted=False, quoted=False) is kind


def test_whoever_is_quoted_is_somebody() -> None:
    assert unnamed_type("the bride", granted=False, quoted=True) is AgentType.UNNAMED_PERSON
    assert unnamed_type("the teens", granted=False, quoted=True) is AgentType.UNNAMED_GROUP


def test_a_document_is_never_anonymous() -> None:
    assert unnamed_type("a memo", granted=True, quoted=False) is AgentType.DOCUMENT


@pytest.mark.parametrize("word", ["No one", "Nobody", "Someone", "It", "You"])
def test_words_for_nobody_in_particular_are_unknown(word: str) -> None:
    text = f"{word} said that the bridge was safe."
    assert found(text, [(word, "said", "that the bridge was safe")]).statements[0].agent is None


@pytest.mark.parametrize(
    "source",
    [
        "Ada Quill and Tom Reed",
        "Mayor Ada Quill and union leader Tom Reed",
        "Ada Quill, Tom Reed and Sue Holt",
        "Ada Quill and her deputy",
        "the mayor and Tom Reed",
        "the mayor and her deputy",
    ],
)
def test_joint_sources_are_a_group(source: str) -> None:
    text = f"On Monday {source} said that the bridge was safe."
    findings = found(text, [(source, "said", "that the bridge was safe")], people=["Ada Quill", "Tom Reed", "Sue Holt"])
    (agent,) = speaking(findings)
    assert agent.type is AgentType.UNNAMED_GROUP
    assert agent.name == source.removeprefix("the ")


@pytest.mark.parametrize(
    "source",
    [
        "founder and director Ada Quill",
        "Ada Quill, head of Brenn Roads and Bridges",
        "Ada Quill, the mayor of Brenn, the town of bridges and locks",
        "the editor in chief, Ada Quill",
        "the minister of roads, Ms. Ada Quill",
    ],
)
def test_one_person_with_a_long_description_is_one_person(source: str) -> None:
    text = f"On Monday {source} said that the bridge was safe."
    findings = found(text, [(source, "said", "that the bridge was safe")], people=["Ada Quill"], bodies=["Brenn Roads"])
    assert [(a.type, a.name) for a in findings.agents] == [(AgentType.NAMED_PERSON, "Ada Quill")]


def test_a_shared_family_name_means_the_one_named_in_full_most_often() -> None:
    text = (
        "Ada Quill spoke in the rain. Everybody knows Ada Quill. Bo Quill, her son, listened.\n\n"
        "“The bridge is safe,” Quill said."
    )
    findings = find_statements(text)
    assert [speaker(findings, s) for s in findings.statements if "bridge" in content(findings, s)] == ["Ada Quill"]


def test_a_given_name_alone_is_the_person_who_bears_it() -> None:
    text = "Marta Velin spoke. So did Oskar Lindt. Marta said that the bridge was safe."
    findings = found(
        text, [("Marta said", "said", "that the bridge was safe")], people=["Marta Velin", "Oskar Lindt", "Marta"]
    )
    assert speaker(findings, findings.statements[0]) == "Marta Velin"


def test_a_pronoun_fits_the_given_name() -> None:
    text = "Oskar Lindt wrote to Marta Velin. She said that the bridge was safe."
    findings = found(text, [("She", "said", "that the bridge was safe")], people=["Marta Velin", "Oskar Lindt"])
    assert speaker(findings, findings.statements[0]) == "Marta Velin"


def test_a_pronoun_means_nobody_named_in_its_own_words() -> None:
    text = "Oskar Lindt was late. “I told Emil Ott that it holds,” he said."
    findings = found(text, [("he", "said", "“I told Emil Ott that it holds,”")], people=["Oskar Lindt", "Emil Ott"])
    assert speaker(findings, findings.statements[0]) == "Oskar Lindt"


@pytest.mark.parametrize(
    ("text", "is_she"),
    [
        ("Oskar Lindt spoke. He listened to Marta Velin, who said it holds.", True),
        ("Oskar Lindt spoke, and so did Marta Velin (who said it holds).", True),
        ("Oskar Lindt spoke. An adviser to Marta Velin, who said it holds, left.", False),
        ("Oskar Lindt spoke. Marta Velin’s adviser, who said it holds, left.", False),
    ],
)
def test_who_means_the_person_named_right_before(text: str, is_she: bool) -> None:
    findings = found(text, [("who", "said", "it holds")], people=["Marta Velin", "Oskar Lindt"])
    assert (speaker(findings, findings.statements[0]) == "Marta Velin") is is_she


def test_a_body_by_its_noun_is_the_one_named_before() -> None:
    text = "The Harbour Commission met. The commission said that the bridge was safe."
    findings = found(text, [("The commission", "said", "that the bridge was safe")], bodies=["Harbour Commission"])
    assert speaker(findings, findings.statements[0]) == "Harbour Commission"


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("The fair was for women. Ada Quill said it rained.", []),
        ("At Ada Quill, sources said it rained.", []),
        ("Ada Quill, chief of staff to Mr. Bo Holt, said it rained.", ["chief of staff to Mr. Bo Holt"]),
        ("Ada Quill, adviser to a king whom nobody knew, said it rained.", ["adviser to a king"]),
        ("It rained. But Mayor Ada Quill left. Ada Quill said it rained.", ["Mayor"]),
        ("Both Sen. Ada Quill and he left. Ada Quill said it rained.", ["Sen."]),
    ],
)
def test_titles_end_where_their_words_do(text: str, titles: list[str]) -> None:
    findings = found(text, [("Ada Quill", "said", "it rained")], people=["Ada Quill"])
    assert [r.title for a in findings.agents for r in a.roles] == titles


def test_what_a_source_knows_well_grants_no_anonymity() -> None:
    text = "Ada Quill's aide said that she was familiar with the bridge."
    findings = found(text, [("Ada Quill's aide", "said", "that she was familiar")], people=["Ada Quill"])
    assert [a.type for a in speaking(findings)] == [AgentType.UNNAMED_PERSON]


def test_the_head_of_a_description_takes_it_up_again() -> None:
    text = "Quill’s lawyers said the bridge was safe. The lawyers said the ferry was not. Engineers said so too."
    parts = [
        ("Quill’s lawyers", "said", "the bridge was safe"),
        ("The lawyers", "said", "the ferry was not"),
        ("Engineers", "said", "so"),
    ]
    first, second, third = (s.agent for s in found(text, parts).statements)
    assert first == second != third


def test_her_attorneys_are_the_lawyers_who_were_said_to_be_hers() -> None:
    text = "Quill’s lawyers agreed it was safe. The county attorneys said it shook. Her attorneys added that it held."
    parts = [
        ("Quill’s lawyers", "agreed", "it was safe"),
        ("The county attorneys", "said", "it shook"),
        ("Her attorneys", "added", "that it held"),
    ]
    first, second, third = (s.agent for s in found(text, parts).statements)
    assert first == third != second


def test_another_word_for_a_role_takes_it_up_only_behind_a_determiner() -> None:
    text = "Harbour advocates said it was safe. Activists added that it shook."
    parts = [("Harbour advocates", "said", "it was safe"), ("Activists", "added", "that it shook")]
    first, second = (s.agent for s in found(text, parts).statements)
    assert first != second


@pytest.mark.parametrize(
    ("body", "text", "noun", "expected"),
    [
        ("Lake Patrol", "One state agency, the Lake Patrol, agreed.", "agency", "Lake Patrol"),
        ("City Council", "The City Council met.", "city", None),
        ("Board of Trade", "The Board of Trade met.", "board", "Board of Trade"),
    ],
)
def test_a_noun_means_the_body_that_it_heads_or_introduces(
    body: str, text: str, noun: str, expected: str | None
) -> None:
    findings = found(f"{text} The {noun} said it was safe.", [(f"The {noun}", "said", "it was safe")], bodies=[body])
    assert speaker(findings, findings.statements[0]) == expected


def test_a_word_that_two_bodies_share_is_a_third() -> None:
    bodies = ["Olm", "Super Olm", "Friends Olm"]
    text = "Super Olm and Friends Olm marched. Super Olm cheered. The Olm said that the bridge was safe."
    findings = found(text, [("The Olm", "said", "that the bridge was safe")], bodies=bodies)
    assert speaker(findings, findings.statements[0]) == "Olm"


def test_whom_a_person_deals_with_does_not_speak() -> None:
    text = "Ada Quill won. The lawyer representing Ada Quill said that the bridge was safe."
    findings = found(text, [("The lawyer representing Ada Quill", "said", "that the bridge was safe")])
    agent = findings.agent_of(findings.statements[0])
    assert agent is not None
    assert agent.type is AgentType.UNNAMED_PERSON


def test_the_initials_of_a_body_name_it() -> None:
    text = "Reporters met the Lake Safety Board. “The bridge is safe,” the LSB said."
    bodies = ("Lake Safety Board", "LSB")
    findings = found(text, [("the LSB", "said", "“The bridge is safe,”")], bodies=bodies)
    agent = findings.agent_of(findings.statements[0])
    assert agent is not None
    assert agent.names == bodies
