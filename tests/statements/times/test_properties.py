"""What holds of every time expression: monotone in its anchor, never inverted, never an exception, and soon done."""

from __future__ import annotations

import itertools
import time
from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from benchmarks.time_phrases import phrases
from hypothesis import given
from hypothesis import strategies as st

from onrecord.records import Article, Moment, Span, TimeLabel, from_json, to_json
from onrecord.statements.times.moments import find_moments

LIMIT = 0.010
"""Seconds that one expression may take."""


def moments(text: str, published: str | None) -> tuple[Moment, ...]:
    return find_moments(Article.of(text, published=published))


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
        "over the summer",
        "the third quarter",
        "this quarter",
        "a decade ago",
        "March 3",
        "February 28",
        "March 3-5",
        "in November",
        "last November",
        "on the 14th",
        "on the 31st",
        "on Easter Monday",
        "last Thanksgiving",
        "a week from Tuesday",
        "at year-end",
        "at the end of the month",
        "in the past two weeks",
        "for the next three months",
    ]
)


@given(RELATIVE, DAYS, st.integers(0, 800))
def test_relative_moments_are_monotone_in_the_day_of_publication(words: str, day: date, gap: int) -> None:
    first, second = (moments(f"It rained {words}.", d.isoformat())[0] for d in (day, day + timedelta(days=gap)))
    assert first.start is not None
    assert second.start is not None
    assert first.start <= second.start
    assert (first.end or "") <= (second.end or "")


@given(RELATIVE, st.sampled_from(["2024-02-29", "2023-02-28", "2024-12-31", "2025-01-01", "1999-12-31", "2000-02-29"]))
def test_leap_days_and_year_ends_are_days_like_others(words: str, day: str) -> None:
    (found,) = moments(f"It rained {words}.", day)
    assert found.start is not None
    assert found.end is not None
    assert found.start <= found.end


@pytest.mark.parametrize(
    ("published", "words", "value"),
    [
        ("2024-02-29", "a year ago", "2023"),
        ("2024-02-29", "yesterday", "2024-02-28"),
        ("2024-03-01", "yesterday", "2024-02-29"),
        ("2023-03-01", "yesterday", "2023-02-28"),
        ("2024-12-31", "tomorrow", "2025-01-01"),
        ("2024-12-31", "this week", "2025-W01"),
        ("2021-01-01", "this week", "2020-W53"),
        ("2024-03-31", "last month", "2024-02"),
        ("2023-03-01", "on February 29", "2024-02-29"),
        ("2024-01-02", "on December 30", "2023-12-30"),
        ("2024-03-31", "on the 30th", "2024-03-30"),
    ],
)
def test_around_leap_days_and_year_ends(published: str, words: str, value: str) -> None:
    assert moments(f"It rained {words}.", published)[0].value == value


@given(st.datetimes(datetime(1990, 1, 1), datetime(2090, 1, 1)), st.integers(-12, 14), RELATIVE)
def test_days_are_those_of_the_articles_own_zone(moment: datetime, hours: int, words: str) -> None:
    there = moment.replace(tzinfo=timezone(timedelta(hours=hours)))
    text = f"It rained {words}."
    assert moments(text, there.isoformat()) == moments(text, there.date().isoformat())


ZONES = st.sampled_from("EST EDT CET CEST GMT MSK".split())


@given(st.dates(date(1990, 1, 1), date(2090, 1, 1)), st.integers(0, 23), ZONES)
def test_the_same_clock_time_comes_sooner_further_east(day: date, hour: int, zone: str) -> None:
    text = f"It began at {hour:02d}:30 {{}} on {day:%B} {day.day}, {day.year}."
    here, in_utc = (moments(text.format(z), None)[0].start for z in (zone, "UTC"))
    assert here is not None
    assert in_utc is not None
    east = zone not in ("EST", "EDT")
    assert (datetime.fromisoformat(here) <= datetime.fromisoformat(in_utc)) == (east or zone == "GMT")
    assert datetime.fromisoformat(in_utc).astimezone(UTC).date() == day


@pytest.mark.parametrize(
    ("day", "offset"),
    [
        ("March 13, 2021", "-05:00"),
        ("March 14, 2021", "-04:00"),
        ("November 6, 2021", "-04:00"),
        ("November 7, 2021", "-05:00"),
        ("April 1, 2006", "-05:00"),
        ("April 2, 2006", "-04:00"),
    ],
)
def test_eastern_time_follows_the_clocks_of_its_day(day: str, offset: str) -> None:
    start = moments(f"It began at 5 p.m. ET on {day}.", None)[0].start
    assert start is not None
    assert start.endswith(f"T17:00:00{offset}")


def test_ten_thousand_made_up_expressions_are_read_without_fault() -> None:
    days = itertools.cycle(["2022-01-11", "2024-02-29", "0001-01-01", "9999-12-31", "1999-12-31", None])
    for text, published in zip(phrases(1, 10_000), days, strict=False):
        for found in moments(text, published):
            assert found.span is not None, text
            assert found.start is None or found.end is None or found.start[:10] <= found.end[:10], text
            weights = [c.weight for c in found.candidates]
            assert not weights or (len(weights) > 1 and abs(sum(weights) - 1) < 0.02), text
            assert not weights or found.candidates[0].value == found.value or "X" in found.value, text
            assert from_json(Moment, to_json(found)) == found


def fastest(text: str, label: TimeLabel | None) -> float:
    """CPU seconds of the fastest of three tries."""
    article = Article.of(text, published="2022-01-11")
    taken = []
    for _ in range(3):
        start = time.process_time()
        find_moments(article, (label,) if label else ())
        taken.append(time.process_time() - start)
    return min(taken)


ODD = [*itertools.islice(phrases(2, 400), 0, None, 5), "a one two 10 days " * 10, "the last " * 20]


@pytest.mark.parametrize("text", ODD)
def test_no_expression_takes_long(text: str) -> None:
    assert fastest(text, None) < LIMIT
    assert fastest(text, TimeLabel(Span(0, len(text)), "DATE")) < LIMIT


@pytest.mark.parametrize("unit", ["in two days ", "a", "-1", "twenty-", "March 3 ", "\n", "10:30 "])
def test_no_extent_of_a_labeller_takes_long(unit: str) -> None:
    text = unit * (100_000 // len(unit))
    assert fastest(text, TimeLabel(Span(0, len(text)), "DATE")) < 1.0
