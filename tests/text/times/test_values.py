"""TIMEX3 values as intervals of days, and days counted in calendar units."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.text.times.values import interval, shift, week

CASES = [
    ("2022-01-13", "2022-01-13", "2022-01-13", "day"),
    ("2022-01-13TMO", "2022-01-13", "2022-01-13", "part_of_day"),
    ("2022-01-13T10:30", "2022-01-13", "2022-01-13", "minute"),
    ("2022-W02", "2022-01-10", "2022-01-16", "week"),
    ("2020-W53", "2020-12-28", "2021-01-03", "week"),
    ("2022-W02-WE", "2022-01-15", "2022-01-16", "week"),
    ("2024-02", "2024-02-01", "2024-02-29", "month"),
    ("2023-12", "2023-12-01", "2023-12-31", "month"),
    ("2023-Q4", "2023-10-01", "2023-12-31", "quarter"),
    ("2023-H2", "2023-07-01", "2023-12-31", "quarter"),
    ("2023-WI", "2023-12-01", "2024-02-29", "season"),
    ("2023", "2023-01-01", "2023-12-31", "year"),
    ("199", "1990-01-01", "1999-12-31", "decade"),
    ("18", "1800-01-01", "1899-12-31", "century"),
]


@pytest.mark.parametrize(("value", "start", "end", "granularity"), CASES)
def test_a_value_is_an_interval(value: str, start: str, end: str, granularity: str) -> None:
    found = interval(value)
    assert (str(found.start), str(found.end), found.granularity) == (start, end, granularity)


@pytest.mark.parametrize(
    "value", ["XXXX-WXX-2", "XXXX-03-03", "P10D", "PAST_REF", "2022-02-30", "2021-W53", "0000", ""]
)
def test_an_open_or_impossible_value_has_no_days(value: str) -> None:
    assert (interval(value).start, interval(value).end) == (None, None)


@pytest.mark.parametrize(
    ("value", "granularity"), [("P10D", "day"), ("P2W", "week"), ("PT3H", "hour"), ("PXY", "year")]
)
def test_a_duration_keeps_its_unit(value: str, granularity: str) -> None:
    assert interval(value).granularity == granularity


@given(st.text(max_size=20))
def test_any_value_can_be_read(value: str) -> None:
    found = interval(value)
    assert found.start is None or found.end is None or found.start <= found.end


DAYS = st.dates(date(1000, 1, 1), date(3000, 12, 31))
UNITS = st.sampled_from(["day", "week", "month", "quarter", "year", "decade"])


@given(DAYS, DAYS, st.integers(-50, 50), UNITS)
def test_counting_is_monotone_in_the_day(first: date, second: date, count: int, unit: str) -> None:
    first, second = sorted((first, second))
    assert shift(first, count, unit) <= shift(second, count, unit)


@given(DAYS)
def test_a_week_holds_its_day(day: date) -> None:
    found = interval(week(day))
    assert found.start is not None
    assert found.end is not None
    assert found.start <= day <= found.end


@pytest.mark.parametrize(
    ("day", "count", "unit", "expected"),
    [
        (date(2024, 2, 29), -1, "year", date(2023, 2, 28)),
        (date(2024, 3, 31), -1, "month", date(2024, 2, 29)),
        (date(2023, 12, 31), 1, "day", date(2024, 1, 1)),
        (date(2023, 11, 30), 1, "quarter", date(2024, 2, 29)),
    ],
)
def test_leap_years_and_year_ends(day: date, count: int, unit: str, expected: date) -> None:
    assert shift(day, count, unit) == expected
