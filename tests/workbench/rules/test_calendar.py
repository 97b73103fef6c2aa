"""The day of the next meeting."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.rules.calendar import (
    next_in_rhythm,
    next_such_day,
    same_day_next_month,
    weekday_of_month,
)

LAST_WEDNESDAY = {"week": 5, "weekday": 2}


@pytest.mark.parametrize(
    ("day", "following"),
    [
        (date(2026, 10, 28), date(2026, 11, 25)),  # fourth Wednesday
        (date(2026, 12, 30), date(2027, 1, 27)),  # a fifth Wednesday, then the last
        (date(2026, 1, 1), date(2026, 2, 5)),
    ],
)
def test_the_same_weekday_of_the_same_week(day, following):
    assert same_day_next_month(day) == following


@given(st.dates(date(2020, 1, 1), date(2040, 1, 1)))
def test_it_is_always_the_same_weekday_three_to_six_weeks_on(day):
    following = same_day_next_month(day)
    assert following.weekday() == day.weekday()
    assert timedelta(weeks=3) <= following - day <= timedelta(weeks=6)


def test_the_fifth_such_day_is_the_last_one_of_the_month():
    assert weekday_of_month(2026, 11, 5, 2) == date(2026, 11, 25)
    assert weekday_of_month(2026, 12, 5, 2) == date(2026, 12, 30)


@given(st.dates(date(2000, 1, 1), date(2090, 1, 1)), st.integers(1, 5), st.integers(0, 6))
def test_the_next_such_day_is_the_first_after_a_day(after, week, weekday):
    found = next_such_day(after, week, weekday)
    assert found > after
    assert found == weekday_of_month(found.year, found.month, week, weekday)
    between = [weekday_of_month(d.year, d.month, week, weekday) for d in (after, found)]
    assert not [day for day in between if after < day < found]


@pytest.mark.parametrize(
    ("held_on", "following"),
    [
        (date(2026, 11, 25), date(2026, 12, 30)),
        (date(2026, 11, 22), date(2026, 12, 30)),  # some days early: that was November's
        (date(2026, 12, 2), date(2026, 12, 30)),  # a week late
        (date(2026, 11, 5), date(2026, 11, 25)),  # so early that the month has its own
    ],
)
def test_a_monthly_meeting_held_some_days_early_took_the_place_of_that_months(held_on, following):
    """Moved from the 25th to the 22nd, the next one was proposed for three days later."""
    assert next_in_rhythm(held_on, held_on, months=1, **LAST_WEDNESDAY) == following


def test_after_a_meeting_about_one_case_the_next_regular_one_stays_where_it_is():
    assert next_in_rhythm(date(2026, 11, 22), None, months=1, **LAST_WEDNESDAY) == date(
        2026, 11, 25
    )
