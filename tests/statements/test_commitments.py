"""What binds whom, from when and by when, on what condition; and what only predicts, wishes or asks."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord import find_statements
from onrecord.records import Article, Commitment, Findings, Span, Strength, spans_text
from onrecord.statements.commitments import find_commitments
from onrecord.statements.undertakings import undertakings
from tests.statements.labelled import found

QUILL = "Mayor Ada Quill"


def quoted(words: str, *, published: str | None = "2024-05-15") -> Findings:
    text = f"“{words}” {QUILL} said."
    return found(text, [(QUILL, "said", f"“{words}”")], people=["Ada Quill"], published=published)


def words(findings: Findings) -> list[tuple[str, str]]:
    text = findings.article.text
    return [(c.strength.value, c.extent.of(text) if c.extent else "") for c in findings.commitments]


def the(findings: Findings) -> Commitment:
    (one,) = findings.commitments
    return one


@pytest.mark.parametrize(
    "said",
    [
        "We will close the pier on Monday",
        "I’m going to close the pier on Monday",
        "On Monday, we’ll close the pier",
        "We shall have talks with the union",
        "We plan to close the pier",
    ],
)
def test_what_the_speaker_will_do_binds_the_speaker(said: str) -> None:
    findings = quoted(said + ",")
    one = the(findings)
    assert one.strength is Strength.PROMISE
    assert findings.agents[0].id == one.agent
    assert one.statement == findings.statements[0].id


@pytest.mark.parametrize(
    "said",
    [
        "We will be happy",
        "Fares will rise",
        "The fishermen would close the pier",
        "I hope we are right",
        "Will we close the pier?",
        "I know what we will do",
        "We closed the pier",
        "We must keep trying",
    ],
)
def test_states_predictions_questions_and_what_others_would_do_bind_nobody(said: str) -> None:
    assert quoted(said).commitments == ()


def test_a_condition_is_kept_with_what_it_binds_and_harm_threatens() -> None:
    findings = quoted("If they close the pier, we will sue the town,")
    one = the(findings)
    assert one.strength is Strength.THREAT
    assert spans_text(findings.article.text, one.condition) == "If they close the pier"
    assert spans_text(findings.article.text, one.action) == "sue the town"


def test_a_reporting_verb_that_binds_gives_its_strength() -> None:
    findings = find_statements(f"{QUILL} vowed to close the pier by Friday. Tom Reed hoped to win the vote.")
    one = the(findings)
    assert one.strength is Strength.PROMISE
    assert spans_text(findings.article.text, one.action) == "to close the pier by Friday"


def test_what_the_reporter_tells_has_no_statement() -> None:
    findings = found("Ada Quill will meet Tom Reed on Friday. It rained.", [], people=["Ada Quill", "Tom Reed"])
    one = the(findings)
    assert (one.statement, one.strength) == (None, Strength.PLAN)
    assert one.agent == findings.agents[0].id
    assert (one.due and one.due.start) == "2024-05-17"


@pytest.mark.parametrize(
    ("said", "begins", "due"),
    [
        ("We will close the pier by 20 May", None, "2024-05-20"),
        ("We will close the pier before 20 May", None, "2024-05-19"),
        ("From 20 May, we will charge a toll", "2024-05-20", None),
        ("The repairs will begin on 20 May and take no more than 10 days", "2024-05-20", "2024-05-30"),
        ("We will close the pier on 20 May or 21 May", None, "2024-05-21"),
        ("We will end the mess of 2019", None, None),
        ("We will meet on Friday of next week", None, "2024-05-24"),
        ("We will close the pier", None, None),
    ],
)
def test_days_say_when_it_begins_and_by_when_it_is_due(said: str, begins: str | None, due: str | None) -> None:
    one = the(quoted(said))
    assert (one.begins.start if one.begins else None) == begins
    assert (one.due.end if one.due else None) == due


def test_an_event_takes_its_subject_into_the_action() -> None:
    findings = quoted("The withdrawal of the boats will begin in two days")
    assert len(the(findings).action) == 2
    assert the(findings).action[0].of(findings.article.text) == "The withdrawal of the boats"


PARTS = [
    "we",
    "will",
    "would",
    "if",
    "unless",
    "the pier",
    "close",
    "to",
    "plans",
    "must",
    "going",
    ",",
    ".",
    "“",
    "”",
    "and",
    "that",
]


@given(st.lists(st.sampled_from(PARTS), max_size=40).map(" ".join))
def test_any_text_gives_sound_spans(text: str) -> None:
    for one in undertakings(text, (Span(0, len(text)),) if text else ()):
        assert one.extent.covers(one.action)
        assert one.extent.covers(one.subject)
        assert one.condition is None or one.extent.covers(one.condition)
    for commitment in find_commitments(Article.of(text), (), (), ()):
        assert commitment.extent is not None


@pytest.mark.parametrize(
    "part", ["we will go, ", "if we will ", "he would, she would and ", "We plan to go. ", "must to "]
)
def test_a_long_text_takes_little_time(part: str) -> None:
    text = part * 5000
    start = time.process_time()
    list(undertakings(text, (Span(0, len(text)),)))
    assert time.process_time() - start < 5
