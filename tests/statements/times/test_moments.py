"""Moments: what time expressions mean on a day of publication, and when a statement was said."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.records import AnchorKind, Article, Candidate, Dateline, Moment, Span, TimeLabel
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
    ("It lasted two and a half hours.", "PT2H30M"),
    ("It lasted 2 1/2 years.", "P2Y6M"),
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
    ("It takes 12 to 18 months.", "PXM"),
    ("It lasted three quarters.", "P9M"),
    ("It was shut for centuries.", "PXC"),
    ("It was a decades-long dispute.", "PXE"),
    ("It happened months ago.", "PAST_REF"),
    ("It is a decades-old bridge.", "PXE"),
    ("It opens on Fridays.", "XXXX-WXX-5"),
    ("It opens on Monday nights.", "XXXX-WXX-1TNI"),
    ("It opens each July.", "XXXX-07"),
    ("It opens on weekends.", "XXXX-WXX-WE"),
    ("It shut on Easter Monday 2019.", "2019-04-22"),
    ("It shut on Good Friday 2000.", "2000-04-21"),
    ("It shut for Orthodox Easter 2024.", "2024-05-05"),
    ("It was crowded on Thanksgiving.", "2021-11-25"),
    ("It was quiet last Labor Day.", "2021-09-06"),
    ("They voted on Election Day 2020.", "2020-11-03"),
    ("It was built in 1453.", "1453"),
    ("It was built in 490 BC.", "BC0490"),
    ("It fell in AD 79.", "0079"),
    ("It was sold in nineteen ninety-four.", "1994"),
    ("It was sold in two thousand and five.", "2005"),
    ("It was sold in twenty twelve.", "2012"),
    ("It snowed in the winter of nineteen ninety.", "1990-WI"),
    ("It opened in the sixties.", "196"),
    ("It opened in the late '80s.", "198"),
    ("It opened in the fifth century BC.", "BC04"),
    ("It ran 1990-95.", "1990/1995"),
    ("It ran March 3-5, 2021.", "2021-03-03/2021-03-05"),
    ("Profit rose in Q3 2020.", "2020-Q3"),
    ("Profit rose in fiscal 2019.", "2019"),
    ("Sales doubled by year-end.", "2021-12-31"),
    ("Sales will double by year-end.", "2022-12-31"),
    ("It opens on the 14th.", "2022-01-14"),
    ("It opened on the third of March 2021.", "2021-03-03"),
    ("It closes a week from Tuesday.", "2022-01-18"),
    ("It opened in July of last year.", "2021-07"),
    ("It began at 0900 GMT.", "2022-01-11T09:00"),
    ("It opened this past Sunday.", "2022-01-09"),
    ("It met as early as Thursday.", "2022-01-13"),
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
    assert found.value == "2021-03-04"
    assert found.candidates == (
        Candidate("2021-03-04", 0.6, "2021-03-04", "2021-03-04"),
        Candidate("2021-04-03", 0.4, "2021-04-03", "2021-04-03"),
    )


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("The mayor spoke on Tuesday.", ["2022-01-11", "2022-01-04"]),  # the report's own weekday
        ("The mayor will speak on Tuesday.", ["2022-01-11", "2022-01-18"]),
        ("Ball: Friday.", ["2022-01-07", "2022-01-14"]),  # no verb tells
        ("The mayor will speak next Friday.", ["2022-01-14", "2022-01-21"]),
        ("The mayor spoke last Monday.", ["2022-01-10", "2022-01-03"]),
        ("It begins at midnight Friday.", ["2022-01-07T24:00", "2022-01-07T00:00"]),
        ("The list is biweekly.", ["P2W", "P0.5W"]),
        ("It takes 12 to 18 months.", ["P12M", "P18M"]),
        ("Profit rose in fiscal 2019.", ["2019", "2018-07/2019-06"]),
        ("The pool opens in the summer.", ["2021-SU", "2022-SU"]),
        ("Ball in July.", ["2021-07", "2022-07"]),
    ],
)
def test_what_can_be_read_in_several_ways_shows_them_with_weights(text: str, values: list[str]) -> None:
    (found,) = moments(text)
    assert [c.value for c in found.candidates] == values
    assert sum(c.weight for c in found.candidates) == pytest.approx(1)
    assert [c.weight for c in found.candidates] == sorted((c.weight for c in found.candidates), reverse=True)


@pytest.mark.parametrize(
    "text",
    ["The mayor spoke on Monday.", "It opened on 3 March 2021.", "It snowed in November.", "It lasted two days."],
)
def test_what_can_be_read_in_one_way_has_no_candidates(text: str) -> None:
    assert moments(text)[0].candidates == ()


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("It was shut for the past three years.", "2019-01-11", "2022-01-11"),
        ("It shuts for the next 10 days.", "2022-01-11", "2022-01-21"),
        ("It shut in the past few weeks.", None, "2022-01-11"),
        ("It shuts in the coming weeks.", "2022-01-11", None),
        ("It shut in recent months.", None, "2022-01-11"),
        ("It shut in the year ended March 31.", "2020-04-01", "2021-03-31"),
        ("It shut in the quarter ended Sept. 30.", "2021-07-01", "2021-09-30"),
        ("It lasted three years.", None, None),
    ],
)
def test_durations_that_touch_the_day_of_the_report_are_intervals(text: str, start: str, end: str) -> None:
    found = moments(text)[0]
    assert (found.start, found.end) == (start, end)


@pytest.mark.parametrize(
    ("text", "instant"),
    [
        ("It begins at 10 p.m. GMT on 3 March 2021.", "2021-03-03T22:00:00+00:00"),
        ("It begins at 10 p.m. ET on 3 July 2021.", "2021-07-03T22:00:00-04:00"),
        ("It begins at midnight CET on 3 March 2021.", "2021-03-04T00:00:00+01:00"),
        ("Sent 2021-03-04T10:30:00+03:00.", "2021-03-04T10:30:00+03:00"),
    ],
)
def test_a_clock_time_with_a_zone_is_an_instant(text: str, instant: str) -> None:
    (found,) = moments(text)
    assert (found.start, found.end, found.granularity) == (instant, instant, "minute")


def test_a_clock_time_without_a_zone_is_its_day() -> None:
    (found,) = moments("It begins at 10 p.m. on 3 March 2021.")
    assert (found.value, found.start, found.end) == ("2021-03-03T22:00", "2021-03-03", "2021-03-03")


# what is counted from the text


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The fair opened on March 3, 2021. Two days later it closed.", "2021-03-05"),
        ("The fair opened on March 3, 2021. The same day it rained.", "2021-03-03"),
        ("The fair opened in March 2021. The following month it closed.", "2021-04"),
        ("The fair ran from Nov. 30 to Jan. 5.", "2022-01-05"),
        ("The fair ran from Monday to Friday.", "2022-01-14"),
        ("The fair ran on March 3 and 5.", "2022-03-05"),
        ("In 1998 he moved away and in March he married.", "1998-03"),
        ("In the third quarter sales rose. They had been flat a year earlier.", "2020-Q3"),
        ("In the third quarter sales rose. They beat the year-earlier period.", "2020-Q3"),
        ("In the third quarter sales rose. Costs fell in the quarter.", "2021-Q3"),
    ],
)
def test_what_counts_from_a_moment_named_before(text: str, value: str) -> None:
    found = moments(text)[-1]
    assert (found.value, found.anchor and found.anchor.kind) in ((value, AnchorKind.TEXT), (value, None))


def test_a_year_named_behind_holds_for_both_months() -> None:
    assert [m.value for m in moments("It snowed in March and April 1998.")] == ["1998-03", "1998-04"]


def test_a_tale_of_the_past_counts_from_the_years_it_names() -> None:
    text = (
        "War came in 1861. The fort fell on April 13. In May 1862 troops marched. "
        "They won in 1863. On July 4 they came home. In 1864 it was over."
    )
    found = {m.span.of(text): m.value for m in moments(text) if m.span}
    assert (found["April 13"], found["July 4"]) == ("1861-04-13", "1863-07-04")


def test_a_report_that_names_old_years_counts_from_its_own_day() -> None:
    text = (
        "The bridge of 1861 was closed on November 13. It was mended in 1902, 1931 and 1950, the mayor said on Tuesday."
    )
    assert moments(text)[1].value == "2021-11-13"


def test_the_dateline_dates_a_report_without_a_date() -> None:
    dateline = Dateline(Span(0, 11), "OLM", date="2021-03-03")
    (found,) = find_moments(Article.of("OLM, March — It rained yesterday.", dateline=dateline))[-1:]
    assert (found.start, found.anchor and found.anchor.span) == ("2021-03-02", Span(0, 11))


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
