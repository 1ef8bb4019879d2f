"""Where a speaker's words take a stand: on what, which, and where they take none."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.answers.stands import Stand, stance_of_cue, stands
from onrecord.lexicon.stances import stances
from onrecord.records import Span


def read(text: str, side: str = "ruritania") -> list[Stand]:
    content = (Span(0, len(text)),) if text else ()
    return list(stands(text, content, lambda words: words.lower() in {"we", "i", side}))


@pytest.mark.parametrize(
    ("text", "stance", "shown_by", "matter"),
    [
        ("We support the new pier.", "for", "support", "the new pier"),
        ("“We strongly oppose the new pier,”", "against", "oppose", "the new pier"),
        ("But we do not support the new pier.", "against", "support", "the new pier"),
        ("We do not oppose a toll.", "open", "oppose", "a toll"),
        ("I think Ruritania is firmly opposed to the toll.", "against", "opposed to", "the toll"),
        ("We're open to talks with the union.", "for", "open to", "talks with the union"),
        (
            "The toll on the Quill Bridge (QB) is a grave mistake.",
            "against",
            "mistake",
            "The toll on the Quill Bridge (QB)",
        ),
        ("Raising the toll would be neither fair nor wise.", "against", "fair", "Raising the toll"),
        ("The toll is not illegal.", "for", "illegal", "The toll"),
        ("The toll is a dangerous step.", "against", "dangerous", "The toll"),
        ("The toll is the town's prerogative; we paint boats.", "open", "prerogative", "The toll"),
        ("It is wrong to close the pier in spring.", "against", "wrong", "to close the pier in spring"),
        ("What the mayor did is unacceptable.", "against", "unacceptable", "What the mayor did"),
        ("It rained, and the pier must stay open.", "for", "must", "the pier | stay open"),
        ("The pier should not be closed.", "against", "should", "The pier | be closed"),
        ("We have no right to close the pier.", "against", "have no right to", "close the pier"),
        ("That is wrong.", "against", "wrong", ""),
        ("We have no right to meddle with it.", "open", "have no right to", ""),
    ],
)
def test_a_stand_has_its_matter_and_the_words_that_show_it(text: str, stance: str, shown_by: str, matter: str) -> None:
    (found,) = read(text)
    assert (found.stance.value, found.shown_by.of(text)) == (stance, shown_by)
    assert " | ".join(span.of(text) for span in found.matter) == matter


@pytest.mark.parametrize(
    "text",
    [
        "The fishermen support the new pier.",
        "If the toll is illegal, it will go.",
        "Is the toll a mistake?",
        "He is a legal expert.",
        "There is a threat.",
        "They must have known of the toll.",
        "The mayor was criticised by the union.",
        "A need to raise the toll was seen.",
        "Some say that the toll is wrong.",
        "We paint boats in the spring.",
        "",
    ],
)
def test_questions_conditions_and_what_others_hold_are_no_stand(text: str) -> None:
    assert read(text) == []


def test_each_clause_has_a_stand_of_its_own() -> None:
    found = read("We welcome the pier, but the toll is unacceptable. We will fish.")
    assert [(s.stance.value, len(s.matter)) for s in found] == [("for", 1), ("against", 1)]


def test_a_reporting_verb_may_take_a_stand_itself() -> None:
    text = "The union condemned the toll"
    shown = stance_of_cue(text, (Span(10, 19),))
    assert shown is not None
    assert (shown[0].of(text), shown[1].value) == ("condemned", "against")
    assert stance_of_cue("The union said", (Span(10, 14),)) is None


words = st.sampled_from(
    [*stances(), "the", "pier", "we", "is", "not", "that", "it's", ",", ".", "“", "”", "(", ")", "and"]
)


@given(st.lists(words, max_size=40).map(" ".join), st.data())
def test_every_span_lies_in_the_content(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    content = (Span(start, len(text)),) if start < len(text) else ()
    for stand in stands(text, content, lambda subject: "we" in subject):
        assert stand.clause.of(text).strip()
        for span in (stand.clause, stand.shown_by, *stand.matter):
            assert content[0].covers(span)
        assert stand.clause.covers(stand.shown_by)


@pytest.mark.parametrize(
    "part", ["the toll is a ", "we ", "and the pier is wrong, ", "that is ", "must ", "(", "it's "]
)
def test_a_long_sentence_takes_little_time(part: str) -> None:
    text = part * 4000
    start = time.process_time()
    read(text)
    assert time.process_time() - start < 5
