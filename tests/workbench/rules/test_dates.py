"""Spans of days and months."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.workbench.rules.known import BASE
from workbench.rules.dates import plus, plus_months, said

DAYS = st.dates(date(2000, 1, 1), date(2090, 12, 31))


@pytest.mark.parametrize(
    ("day", "months", "later"),
    [
        (date(2026, 1, 31), 1, date(2026, 2, 28)),
        (date(2028, 1, 31), 1, date(2028, 2, 29)),
        (date(2026, 11, 30), 3, date(2027, 2, 28)),
        (date(2026, 12, 15), 1, date(2027, 1, 15)),
        (date(2028, 2, 29), -12, date(2027, 2, 28)),
        (date(2026, 3, 31), -1, date(2026, 2, 28)),
        (date(2026, 5, 31), 0, date(2026, 5, 31)),
    ],
)
def test_a_month_too_short_ends_on_its_last_day(day, months, later):
    assert plus_months(day, months) == later


@given(DAYS, st.integers(-60, 60))
def test_the_day_of_the_month_stays_unless_the_month_is_too_short(day, months):
    later = plus_months(day, months)
    assert (later.year * 12 + later.month) - (day.year * 12 + day.month) == months
    assert later.day == day.day or (later + timedelta(days=1)).day == 1


@given(DAYS)
def test_days_are_days_and_months_are_calendar_months(day):
    assert plus(day, BASE["visit.interval.unstable"]) == day + timedelta(days=14)
    assert plus(day, BASE["visit.interval.stable"]) == plus_months(day, 3)


def test_a_number_of_meetings_is_not_a_span():
    with pytest.raises(ValueError, match=r"visit\.min_per_year"):
        plus(date(2026, 1, 1), BASE["visit.min_per_year"])


def test_a_day_is_said_without_leading_zeros():
    assert said(date(2026, 1, 5)) == "2026年1月5日"
