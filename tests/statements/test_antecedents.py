"""Whom pronouns and descriptions mean: by links, by the turn of speech, by what is said again, and when nobody."""

import time

import pytest

from onrecord import Findings
from onrecord.records import (
    AgentType,
    Article,
    CueLabel,
    Labels,
    LinkLabel,
    MentionForm,
    MentionKind,
    MentionLabel,
    RoleLabel,
    Span,
)
from onrecord.statements.find import find_statements
from onrecord.statements.pronouns import may_mean
from tests.statements.labelled import Other, found, speaker

PRONOUN, NOMINAL = MentionForm.PRONOUN, MentionForm.NOMINAL
PERSON, GROUP, BODY = MentionKind.PERSON, MentionKind.GROUP, MentionKind.ORGANIZATION
SAFE = "that the bridge was safe"


def described(findings: Findings, number: int = -1) -> str | None:
    """The words by which the agent of a statement is first mentioned."""
    agent = findings.agent_of(findings.statements[number])
    return agent.mentions[0].of(findings.article.text) if agent else None


def test_a_sure_link_says_whom_a_pronoun_means_and_the_statement_says_so() -> None:
    text = "Oskar Lindt wrote to Emil Ott. In the end he said that the bridge was safe."
    he: Other = ("he", PERSON, PRONOUN)
    for score, name, rule in ((0.8, "Emil Ott", "pronoun linked"), (0.3, "Oskar Lindt", "pronoun near")):
        findings = found(
            text,
            [("he", "said", SAFE)],
            people=["Oskar Lindt", "Emil Ott"],
            others=[he],
            links=[("he", "Emil Ott", score)],
        )
        assert speaker(findings, findings.statements[0]) == name
        assert findings.statements[0].rule == rule


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Oskar Lindt wrote to Marta Velin. In the end he said that the bridge was safe.", SAFE),
        ("Oskar Lindt was late. “Nobody told Marta Velin,” he said.", "“Nobody told Marta Velin,”"),
    ],
)
def test_no_link_is_believed_against_the_gender_or_into_the_own_words(text: str, content: str) -> None:
    findings = found(
        text,
        [("he", "said", content)],
        people=["Oskar Lindt", "Marta Velin"],
        others=[("he", PERSON, PRONOUN)],
        links=[("he", "Marta Velin", 0.99)],
    )
    assert speaker(findings, findings.statements[0]) == "Oskar Lindt"


@pytest.mark.parametrize(
    ("between", "name"),
    [
        ("Then ", "Ada Quill"),
        ("The rain began. The wind rose. Then ", "Sue Holt"),
        ("When Sue Holt left, ", "Sue Holt"),
    ],
)
def test_who_speaks_on_is_the_last_speaker(between: str, name: str) -> None:
    text = f"Sue Holt asked. Ada Quill said that it snowed. {between}she stressed that the bridge was safe."
    findings = found(
        text,
        [("Ada Quill", "said", "that it snowed"), ("she", "stressed", SAFE)],
        people=["Ada Quill", "Sue Holt"],
        others=[("she", PERSON, PRONOUN)],
        links=[("she", "Sue Holt", 0.99)],
    )
    assert speaker(findings, findings.statements[-1]) == name


def test_what_is_said_inside_another_statement_is_no_turn() -> None:
    text = "Ada Quill said that Sue Holt rang and that she denied it."
    findings = found(
        text,
        [("Ada Quill", "said", "that Sue Holt rang and that she denied it"), ("she", "denied", "it")],
        people=["Ada Quill", "Sue Holt"],
        others=[("she", PERSON, PRONOUN)],
        links=[("she", "Sue Holt", 0.9)],
    )
    assert [speaker(findings, s) for s in findings.statements] == ["Ada Quill", "Sue Holt"]


def test_pronouns_mean_people_and_bodies_that_are_only_described_and_say_nothing_themselves() -> None:
    text = "The divers surfaced at dawn. Later they said that the bridge was safe."
    findings = found(
        text,
        [("they", "said", SAFE)],
        others=[("The divers", GROUP, NOMINAL), ("they", GROUP, PRONOUN)],
        links=[("they", "The divers", 0.9)],
    )
    (agent,) = findings.agents
    assert (agent.type, described(findings)) == (AgentType.UNNAMED_GROUP, "The divers")


def test_it_is_a_body_only_by_a_link() -> None:
    text = "The Harbour Fund met in the rain. On Monday it said that the bridge was safe."
    for links, name in (([("it", "Harbour Fund", 0.9)], "Harbour Fund"), ([], None)):
        findings = found(
            text, [("it", "said", SAFE)], bodies=["Harbour Fund"], others=[("it", BODY, PRONOUN)], links=links
        )
        assert speaker(findings, findings.statements[0]) == name


def test_a_link_that_leads_to_no_name_leaves_them_unknown() -> None:
    text = "The Harbour Fund said that it rained. They met. In the end they stressed that the bridge was safe."
    findings = found(
        text,
        [("The Harbour Fund", "said", "that it rained"), ("they", "stressed", SAFE)],
        bodies=["Harbour Fund"],
        others=[("They", GROUP, PRONOUN), ("they", GROUP, PRONOUN)],
        links=[("they", "They", 0.9)],
    )
    assert findings.statements[-1].agent is None


def test_the_pronouns_that_mean_a_person_tell_the_gender() -> None:
    text = "Wren sang while she swam. Dorn said that it rained. It was cold. Then he stressed that the bridge was safe."
    findings = found(
        text,
        [("Dorn", "said", "that it rained"), ("he", "stressed", SAFE)],
        people=["Wren", "Dorn"],
        others=[("she", PERSON, PRONOUN), ("he", PERSON, PRONOUN)],
        links=[("she", "Wren", 0.95), ("he", "Wren", 0.8)],
    )
    assert speaker(findings, findings.statements[-1]) == "Dorn"


@pytest.mark.parametrize(
    ("later", "score", "same"),
    [
        ("the diver", 0.6, True),  # the same head
        ("his diver", 0.6, True),
        ("the swimmer", 0.8, True),  # another head needs a surer link
        ("the swimmer", 0.6, False),
        ("a diver", 0.99, False),  # who is introduced is new
        ("some swimmer", 0.99, False),
    ],
)
def test_a_definite_description_takes_up_what_its_link_leads_to(later: str, score: float, same: bool) -> None:
    text = f"An old diver sang. It rained. In the end {later} said that the bridge was safe."
    findings = found(
        text,
        [(later, "said", SAFE)],
        others=[("An old diver", PERSON, NOMINAL), (later, PERSON, NOMINAL)],
        links=[(later, "An old diver", score)],
    )
    assert described(findings) == ("An old diver" if same else later)


@pytest.mark.parametrize(("sentences", "first"), [(40, "The tall diver"), (1, "the tall diver")])
def test_the_same_words_are_the_same_people_where_no_link_reaches(sentences: int, first: str) -> None:
    text = (
        "The tall diver sang while she swam. "
        + "It rained all day long. " * sentences
        + f"Then the tall diver said {SAFE}."
    )
    findings = found(
        text,
        [("the tall diver", "said", SAFE)],
        others=[("The tall diver", PERSON, NOMINAL), ("she", PERSON, PRONOUN), ("the tall diver", PERSON, NOMINAL)],
        links=[("she", "The tall diver", 0.9)],
    )
    assert described(findings) == first


def test_a_name_in_the_phrase_outranks_what_its_first_noun_means_elsewhere() -> None:
    text = (
        "A clerk confirmed that city treasurer Oskar Lindt had said that the bridge was safe. "
        "The city hoped that the ice would hold."
    )
    findings = found(
        text,
        [
            ("A clerk", "confirmed", "that city treasurer Oskar Lindt had said that the bridge was safe"),
            ("city treasurer Oskar Lindt", "had said", SAFE),
            ("The city", "hoped", "that the ice would hold"),
        ],
        people=["Oskar Lindt"],
        others=[("city", BODY, NOMINAL), ("The city", BODY, NOMINAL)],
        links=[("The city", "city", 0.9)],
    )
    (nested,) = [s for s in findings.statements if s.parent]
    assert speaker(findings, nested) == "Oskar Lindt"


def test_some_and_some_are_others() -> None:
    text = "Some divers said that it rained. Some divers said that the bridge was safe."
    second = text.rindex("Some")
    cues = [
        CueLabel(
            (Span(at + 12, at + 16),),
            sources=(RoleLabel((Span(at, at + 11),)),),
            contents=(RoleLabel((Span(at + 17, end),)),),
        )
        for at, end in ((0, second - 2), (second, len(text) - 1))
    ]
    assert len(find_statements(Article.of(text), Labels("hand 1", tuple(cues))).agents) == 2


@pytest.mark.parametrize(
    ("word", "kind", "form", "may"),
    [
        ("she", PERSON, MentionForm.NAME, True),
        ("she", GROUP, NOMINAL, False),
        ("it", BODY, MentionForm.NAME, True),
        ("it", PERSON, NOMINAL, False),
        ("they", GROUP, NOMINAL, True),
        ("they", PERSON, NOMINAL, True),
        ("they", PERSON, MentionForm.NAME, False),
    ],
)
def test_what_a_pronoun_may_mean(word: str, kind: MentionKind, form: MentionForm, may: bool) -> None:
    assert may_mean(word, MentionLabel(Span(0, 1), kind, form)) is may


def test_a_long_chain_of_descriptions_is_followed_in_little_time() -> None:
    count, words = 5000, "the diver sang. "
    text = words * count + "the diver said that it rained."
    spans = [Span(i * len(words), i * len(words) + 9) for i in range(count + 1)]
    last = spans[-1]
    labels = Labels(
        "hand 1",
        (
            CueLabel(
                (Span(last.end + 1, last.end + 5),),
                sources=(RoleLabel((last,)),),
                contents=(RoleLabel((Span(last.end + 6, len(text) - 1),)),),
            ),
        ),
        tuple(MentionLabel(s, PERSON, NOMINAL, Span(s.start + 4, s.end)) for s in spans),
        tuple(LinkLabel(k + 1, k, 0.9) for k in range(count)),
    )
    start = time.process_time()
    (agent,) = find_statements(Article.of(text), labels).agents
    assert agent.mentions == (spans[0], last)
    assert time.process_time() - start < 5


@pytest.mark.parametrize(("score", "name"), [(0.6, "Emil Ott"), (0.4, "Oskar Lindt")])
def test_of_two_with_a_role_the_one_that_a_link_leads_to_is_meant(score: float, name: str) -> None:
    text = "Mayor Emil Ott came. Mayor Oskar Lindt came too. The mayor said that the bridge was safe."
    findings = found(
        text,
        [("The mayor", "said", SAFE)],
        people=["Oskar Lindt", "Emil Ott"],
        others=[("The mayor", PERSON, NOMINAL)],
        links=[("The mayor", "Emil Ott", score)],
    )
    assert speaker(findings, findings.statements[0]) == name


@pytest.mark.parametrize(("score", "name"), [(0.95, "Oskar Lindt"), (0.6, "Emil Ott")])
def test_whom_a_pronoun_certainly_means_is_as_good_as_named(score: float, name: str) -> None:
    text = "Oskar Lindt was late. For a day he had waited for Emil Ott. He said that the bridge was safe."
    findings = found(
        text,
        [("He", "said", SAFE)],
        people=["Oskar Lindt", "Emil Ott"],
        others=[("he", PERSON, PRONOUN)],
        links=[("he", "Oskar Lindt", score)],
    )
    assert speaker(findings, findings.statements[0]) == name
