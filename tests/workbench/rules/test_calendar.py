"""The day of the next meeting."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.rules.calendar import next_such_day, same_day_next_month, weekday_of_month


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
