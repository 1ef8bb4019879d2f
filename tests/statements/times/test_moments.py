"""Moments: what time expressions mean on a day of publication, and when a statement was said."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.records import AnchorKind, Article, Moment, Span, TimeLabel
from onrecord.statements.times.moments import find_moments

PUBLISHED = "2022-01-11"  # a Tuesday


def moments(text: str, published: str | None = PUBLISHED) -> list[Moment]:
    return list(find_moments(Article.of(text, published=published)))


VALUES = [
    ("The mayor spoke on Tuesday.", "2022-01-11"),
    ("The mayor spoke on Wednesday.", "2022-01-05"),
    ("The mayor will speak on Wednesday.", "2022-01-12"),
    ("On Thursday, the mayor will speak.", "2022-01-13"),
    ("The mayor has spoken since Monday.", "2022-01-10"),
    ("The bridge stays shut until Friday.", "2022-01-14"),
    ("The mayor spoke last Tuesday.", "2022-01-04"),
    ("The mayor speaks next Tuesday.", "2022-01-18"),
    ("The mayor spoke today.", "2022-01-11"),
    ("The mayor spoke yesterday.", "2022-01-10"),
    ("The mayor speaks tomorrow.", "2022-01-12"),
    ("The mayor spoke the day before yesterday.", "2022-01-09"),
    ("The mayor speaks tonight.", "2022-01-11TNI"),
    ("The mayor spoke this morning.", "2022-01-11TMO"),
    ("The mayor spoke last night.", "2022-01-10TNI"),
    ("The mayor spoke on Monday evening.", "2022-01-10TEV"),
    ("It rained two days ago.", "2022-01-09"),
    ("It rained three weeks ago.", "2021-W51"),
    ("It rained two months ago.", "2021-11"),
    ("It rained a year ago.", "2021"),
    ("It rained a decade ago.", "201"),
    ("It rained a few days ago.", "PAST_REF"),
    ("It had rained a week earlier.", "2022-W01"),
    ("The ferry will sail in two days.", "2022-01-13"),
    ("It rained last week.", "2022-W01"),
    ("It rains this week.", "2022-W02"),
    ("It rained last month.", "2021-12"),
    ("It rained last year.", "2021"),
    ("It will rain next month.", "2022-02"),
    ("It rained over the weekend.", "2022-W01-WE"),
    ("It rained last summer.", "2021-SU"),
    ("It rained last winter.", "2020-WI"),
    ("It snowed on December 20.", "2021-12-20"),
    ("It will snow on February 3.", "2022-02-03"),
    ("It snowed on Feb. 3, 2019.", "2019-02-03"),
    ("It snowed on 3 February 2019.", "2019-02-03"),
    ("It snowed in November.", "2021-11"),
    ("It snowed in November last year.", "2021-11"),
    ("It snowed in March 2020.", "2020-03"),
    ("It snowed in 2020.", "2020"),
    ("It snowed in the late 1990s.", "199"),
    ("It was built in the 19th century.", "18"),
    ("Profit fell in the third quarter.", "2021-Q3"),
    ("Profit fell in the first half of 2020.", "2020-H1"),
    ("Filed 2021-03-04.", "2021-03-04"),
    ("Filed 04.03.2021.", "2021-03-04"),
    ("It begins at 10:30 p.m. on Friday.", "2022-01-07T22:30"),
    ("It began at noon.", "2022-01-11T12:00"),
    ("It lasted two and a half hours, then five days.", "P5D"),
    ("It lasted no more than 10 days.", "P10D"),
    ("It lasted twenty-five minutes.", "PT25M"),
    ("It lasted half an hour.", "PT0.5H"),
    ("It lasted several years.", "PXY"),
    ("The bus runs every day.", "P1D"),
    ("The bus runs every other week.", "P2W"),
    ("The bus runs 5 times per day.", "P1D"),
    ("It had rained two days before.", "2022-01-09"),
    ("The bus runs each Friday.", "XXXX-WXX-5"),
    ("The bus is late now.", "PRESENT_REF"),
]


@pytest.mark.parametrize(("text", "value"), VALUES)
def test_value_on_a_tuesday_in_january(text: str, value: str) -> None:
    assert moments(text)[-1].value == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The mayor spoke on Tuesday.", "XXXX-WXX-2"),
        ("The mayor spoke on March 3.", "XXXX-03-03"),
        ("The mayor spoke yesterday.", "XXXX-XX-XX"),
        ("The mayor spoke last week.", "XXXX-WXX"),
        ("The mayor spoke last year.", "XXXX"),
        ("The mayor spoke two days ago.", "XXXX-XX-XX"),
        ("The mayor spoke this morning.", "XXXX-XX-XXTMO"),
    ],
)
def test_without_a_day_of_publication_values_stay_open(text: str, value: str) -> None:
    (found,) = moments(text, None)
    assert (found.value, found.start, found.end, found.anchor) == (value, None, None, None)


def test_an_absolute_date_needs_no_anchor() -> None:
    (found,) = moments("It opened on 3 March 2021.", None)
    assert (found.start, found.end, found.granularity, found.anchor) == ("2021-03-03", "2021-03-03", "day", None)


@pytest.mark.parametrize(
    ("text", "mod"),
    [
        ("It lasted no more than 10 days.", "EQUAL_OR_LESS"),
        ("It lasted at least 10 days.", "EQUAL_OR_MORE"),
        ("It lasted more than 10 days.", "MORE_THAN"),
        ("It lasted about 10 days.", "APPROX"),
        ("It rained early last year.", "START"),
        ("It rained in late March.", "END"),
        ("It rained in mid-March.", "MID"),
    ],
)
def test_modifiers(text: str, mod: str) -> None:
    assert moments(text)[0].mod == mod


def test_a_relative_day_counts_from_the_day_named_before_it() -> None:
    first, later = moments("The fair opened on March 3, 2021. The next day it closed.")
    assert (later.start, later.anchor and later.anchor.kind, later.anchor and later.anchor.span) == (
        "2021-03-04",
        AnchorKind.TEXT,
        first.span,
    )


def test_an_ambiguous_numeric_date_keeps_its_other_reading() -> None:
    (found,) = moments("Filed 03/04/2021.")
    assert (found.value, found.candidates) == ("2021-03-04", ("2021-04-03",))


def test_extents_of_a_labeller_are_taken_as_they_are() -> None:
    article = Article.of("It lasted from May to Tuesday.", published=PUBLISHED)
    found = find_moments(article, [TimeLabel(Span(15, 18), "DATE")])
    assert [(m.span, m.value) for m in found] == [(Span(15, 18), "2021-05")]


# the article that specifies the product


def test_the_seed_article(shared: Path) -> None:
    text = (shared / "data/seed/peskov-csto-2022-01-11.txt").read_text(encoding="utf-8")
    found = [(m.span.of(text) if m.span else None, m.type, m.value, m.mod) for m in moments(text)]
    assert found == [
        ("11 January 2022", "DATE", "2022-01-11", None),
        ("Tuesday", "DATE", "2022-01-11", None),
        ("yesterday", "DATE", "2022-01-10", None),
        ("a week earlier", "DATE", "2022-W01", None),
        ("in two days", "DATE", "2022-01-13", None),
        ("no more than 10 days", "DURATION", "P10D", "EQUAL_OR_LESS"),
    ]


# properties

DAYS = st.dates(date(1600, 1, 1), date(2600, 12, 31))
RELATIVE = st.sampled_from(
    [
        "yesterday",
        "tomorrow",
        "two days ago",
        "a week earlier",
        "last week",
        "next month",
        "last year",
        "three months ago",
        "on Friday",
        "next Friday",
        "last Monday night",
        "last winter",
        "next spring",
        "the third quarter",
        "a decade ago",
        "March 3",
        "in November",
        "last November",
    ]
)


@given(RELATIVE, DAYS, st.integers(0, 800))
def test_relative_moments_are_monotone_in_the_day_of_publication(words: str, day: date, gap: int) -> None:
    first, second = (moments(f"It rained {words}.", d.isoformat())[0] for d in (day, day + timedelta(days=gap)))
    assert first.start is not None
    assert second.start is not None
    assert first.start <= second.start


ANY_DAY = st.one_of(st.none(), st.dates().map(date.isoformat), st.just("no date"), st.just("0001-01-01"))
WORDS = st.sampled_from(
    """in two 10 9999 days weeks centuries ago earlier later last next the past of on Tuesday February 29 30 2021
    12:30 a.m. tonight this that following same day quarter first half 1990s 19th century every daily noon will
    until before , .""".split()
)
TEXTS = st.one_of(st.text(), st.lists(WORDS, max_size=30).map(" ".join), st.lists(WORDS).map("\n".join))


@given(TEXTS, ANY_DAY)
def test_moments_never_fail_and_hold_against_the_text(text: str, published: str | None) -> None:
    for found in moments(text, published):
        assert found.span is not None
        assert found.span.end <= len(text)
        assert found.start is None or found.end is None or found.start <= found.end


@given(st.text(min_size=1, max_size=40), st.dates())
def test_any_extent_of_a_labeller_is_read(text: str, day: date) -> None:
    article = Article.of(text, published=day.isoformat())
    assert len(find_moments(article, [TimeLabel(Span(0, len(text)), "DATE")])) == 1


@given(st.dates(date(2020, 1, 1), date(2024, 12, 31)))
def test_a_weekday_in_a_report_is_within_the_last_seven_days(day: date) -> None:
    for name in ("Monday", "Wednesday", "Sunday"):
        found = date.fromisoformat(moments(f"The mayor spoke on {name}.", day.isoformat())[0].start or "")
        assert day - timedelta(days=7) < found <= day
        assert found.strftime("%A") == name
