"""Dates of publication, as pages and files write them."""

from datetime import date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.reading.dates import day_near, to_iso

DAYS = st.dates(date(1900, 1, 1), date(2099, 12, 31))


@pytest.mark.parametrize(
    ("phrase", "iso"),
    [
        ("2022-01-11", "2022-01-11"),
        ("2022-01-11T10:00:00Z", "2022-01-11T10:00:00+00:00"),
        ("2022-01-11 10:00:00 +0300", "2022-01-11T10:00:00+03:00"),
        ("Tue, 11 Jan 2022 10:00:00 -0500", "2022-01-11T10:00:00-05:00"),
        ("Tuesday, January 11th, 2022", "2022-01-11"),
        ("Jan. 11, 2022 10:15 a.m. EST", "2022-01-11T10:15:00-05:00"),
        ("10:15 GMT, 11 January 2022", "2022-01-11T10:15:00+00:00"),
        ("11.01.2022", "2022-01-11"),
        ("13/11/2022", "2022-11-13"),
    ],
)
def test_a_date_is_read(phrase: str, iso: str) -> None:
    assert to_iso(phrase) == iso


@pytest.mark.parametrize(
    "phrase",
    [
        "",
        None,
        "January 2022",
        "31 February 2022",
        "01/11/2022",
        "yesterday",
        "11 January 2022 in London",
        "20:22",
        "x" * 500,
    ],
)
def test_what_is_not_one_day_is_no_date(phrase: str | None) -> None:
    assert to_iso(phrase) is None


def test_a_time_of_day_without_its_zone_is_left_out() -> None:
    assert to_iso("2022-01-11T10:00:00") == "2022-01-11"
    assert to_iso("January 11, 2022 10:15 AM ET") == "2022-01-11"


@given(
    DAYS, st.sampled_from(["%d %B %Y", "%B %d, %Y", "%A, %B %d, %Y", "%Y/%m/%d", "%d.%m.%Y", "%Y-%m-%d", "%d %b %Y"])
)
def test_every_form_of_a_day_gives_that_day(day: date, form: str) -> None:
    assert to_iso(day.strftime(form)) == day.isoformat()


@given(st.datetimes(datetime(1990, 1, 1), datetime(2090, 1, 1)), st.integers(-12 * 4, 14 * 4))
def test_a_moment_with_its_offset_comes_back(moment: datetime, quarters: int) -> None:
    stamp = moment.replace(microsecond=0, tzinfo=timezone(timedelta(minutes=15 * quarters))).isoformat()
    assert to_iso(stamp) == stamp


@given(st.text(max_size=120))
def test_no_text_raises(text: str) -> None:
    found = to_iso(text)
    assert found is None or datetime.fromisoformat(found)


@given(DAYS, st.integers(-150, 150))
def test_a_day_without_year_is_the_nearest_one(published: date, days: int) -> None:
    day = published + timedelta(days=days)
    assert day_near(day.strftime("%b"), day.day, published.isoformat()) == day.isoformat()
