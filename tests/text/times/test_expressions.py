"""Extents of time expressions: what is one, where it starts and ends, and that finding them is fast and safe."""

from __future__ import annotations

import itertools
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.text.times.expressions import find_time_expressions
from onrecord.text.times.rules import stems

FOUND = [
    ("The council met on Tuesday.", [("Tuesday", "DATE")]),
    ("The council met late on Tuesday night.", [("late on Tuesday night", "TIME")]),
    ("She arrived yesterday and leaves tomorrow.", [("yesterday", "DATE"), ("tomorrow", "DATE")]),
    ("It opened on 3 March 2021.", [("3 March 2021", "DATE")]),
    ("It opened on March 3, 2021, they said.", [("March 3, 2021", "DATE")]),
    ("It opened on Friday, Sept. 3.", [("Friday, Sept. 3", "DATE")]),
    ("It opened in May and shut in early June.", [("May", "DATE"), ("early June", "DATE")]),
    ("In May 2019 it reopened.", [("May 2019", "DATE")]),
    ("Filed 2021-03-04T10:30:00Z by the desk.", [("2021-03-04T10:30:00Z", "TIME")]),
    ("Filed 04.03.2021 by the desk.", [("04.03.2021", "DATE")]),
    ("Two days ago it rained.", [("Two days ago", "DATE")]),
    ("A week earlier it had snowed.", [("A week earlier", "DATE")]),
    ("The ferry will sail in two days.", [("in two days", "DATE")]),
    ("In two days, the ferry will sail.", [("In two days", "DATE")]),
    ("In two days, the crew rebuilt it.", [("two days", "DURATION")]),
    ("The crew rebuilt it in two days.", [("two days", "DURATION")]),
    ("It lasted no more than 10 days.", [("no more than 10 days", "DURATION")]),
    ("It will rain in the next two weeks.", [("the next two weeks", "DURATION")]),
    ("It lasted for weeks.", [("weeks", "DURATION")]),
    ("A two-week strike.", [("two-week", "DURATION")]),
    ("Prices rose in the third quarter of 2020.", [("the third quarter of 2020", "DATE")]),
    ("Last year and next month differ.", [("Last year", "DATE"), ("next month", "DATE")]),
    ("By the end of 2030 it will be done.", [("the end of 2030", "DATE")]),
    ("It began in the late 1990s.", [("the late 1990s", "DATE")]),
    ("The bus runs every day, and twice a week at night.", [("every day", "SET"), ("a week", "SET")]),
    ("It begins at 10:30 a.m. on Friday.", [("10:30 a.m. on Friday", "TIME")]),
    ("It begins on Friday at noon.", [("Friday at noon", "TIME")]),
    ("The lines were cut\nlast\nweek.", [("last\nweek", "DATE")]),
    ("It takes two to six days.", [("two to six days", "DURATION")]),
    ("A year or two ago it snowed.", [("A year or two ago", "DATE")]),
    ("It opens on Fridays and Monday nights.", [("Fridays", "SET"), ("Monday nights", "SET")]),
    ("It shut on Easter Monday 2021.", [("Easter Monday 2021", "DATE")]),
    ("It ran March 3-5, 2021.", [("March 3-5, 2021", "DATE")]),
    ("The March flood came in March.", [("March", "DATE"), ("March", "DATE")]),
    ("It begins at 10 p.m. EST, Nov. 6.", [("10 p.m. EST, Nov. 6", "TIME")]),
    ("In the year ended March 31 it grew.", [("the year", "DURATION"), ("March 31", "DATE")]),
    ("It beat the year-earlier third quarter.", [("the year-earlier third quarter", "DATE")]),
    ("A decades-old bridge.", [("decades-old", "DURATION")]),
    ("The two-week strike.", [("two-week", "DURATION")]),
    ("In the days before the storm.", [("days", "DURATION")]),
    ("It was built in 490 BC.", [("490 BC", "DATE")]),
]
NOT_FOUND = [
    "Theresa May spoke.",
    "They march on.",
    "The second man may sit.",
    "The hall holds 2000 people.",
    "It cost $2019.",
    "A 52-year-old baker.",
    "She is 37 years old.",
    "He scored 20 points.",
    "Three quarters of them agreed.",
    "The score was 3.5.",
    "Eggs hatch for a baker aged 37.",
    "Nineteen ninety-year-old bakers.",
    "The fall of the town.",
    "It rained each tonİght.",
    "The Mayó festival in Mayó.",
]


@pytest.mark.parametrize(("text", "expected"), FOUND)
def test_expressions_with_their_types(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(label.span.of(text), label.type) for label in find_time_expressions(text)] == expected


@pytest.mark.parametrize("text", NOT_FOUND)
def test_words_that_only_look_like_time(text: str) -> None:
    assert find_time_expressions(text) == ()


WORDS = st.sampled_from(
    [
        *stems(),
        "in",
        "two",
        "ago",
        "last",
        "next",
        "the",
        "of",
        "on",
        "Tuesday",
        "10",
        "2021",
        "a.m.",
        ",",
        ".",
    ]
)
TEXTS = st.one_of(
    st.text(), st.lists(WORDS).map(" ".join), st.lists(st.one_of(WORDS, st.text(max_size=3))).map("".join)
)


@given(TEXTS)
def test_extents_are_sorted_disjoint_trimmed_and_inside(text: str) -> None:
    labels = find_time_expressions(text)
    assert all(label.span.end <= len(text) for label in labels)
    assert all(label.span.of(text) == label.span.of(text).strip() for label in labels)
    assert all(a.span.end <= b.span.start for a, b in itertools.pairwise(labels))


@given(st.sampled_from([text for text, _ in FOUND]), st.sampled_from(["", "İ", "x" * 500, "\U0001f4f0 ", "\n\n"]))
def test_what_stands_far_before_changes_nothing(text: str, before: str) -> None:
    padded = f"{before}\n\n{text}"
    shift = len(padded) - len(text)
    expected = [(label.span.start + shift, label.type) for label in find_time_expressions(text)]
    assert [(label.span.start, label.type) for label in find_time_expressions(padded)] == expected


@pytest.mark.parametrize(
    "unit", ["Monday ", "one ", "1", "in a ", "twenty-", "the last ", "March 3, ", "a\n", "10:30 ", " "]
)
def test_a_megabyte_of_odd_text_is_read_in_linear_time(unit: str) -> None:
    def seconds(size: int) -> float:
        text = unit * (size // len(unit))
        start = time.process_time()
        find_time_expressions(text)
        return time.process_time() - start

    small, large = seconds(100_000), seconds(1_000_000)
    assert large < 30 * small + 0.5
    assert large < 20
