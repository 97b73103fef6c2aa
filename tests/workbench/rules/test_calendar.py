"""The day of the next meeting."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.rules.calendar import same_day_next_month


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
