"""Deadlines in working days."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.holidays import working_years
from tests.workbench.rules.known import BASE
from workbench.rules.deadlines import due_after, is_working_day

RECEIVE, FILE = BASE["intake.receive"], BASE["intake.file"]
YEARS = working_years()


def due(since, limit=RECEIVE, years=YEARS):
    return due_after(since, limit, years).due_on


def test_t14_what_arrives_on_a_friday_is_due_next_friday_and_the_file_a_week_later():
    friday = date(2026, 11, 6)
    assert due(friday, RECEIVE) == date(2026, 11, 13)
    assert due(friday, FILE) == date(2026, 11, 20)


@pytest.mark.parametrize(
    ("since", "day"),
    [
        (
            date(2026, 9, 30),
            date(2026, 10, 13),
        ),  # the whole of 国庆节, and Saturday 10 October worked
        (date(2026, 2, 13), date(2026, 2, 27)),  # 春节, with Saturday 14 February worked
        (date(2026, 11, 7), date(2026, 11, 13)),  # arrived on a Saturday
        (date(2026, 9, 17), date(2026, 9, 23)),  # Sunday 20 September worked
    ],
)
def test_holidays_are_skipped_and_make_up_days_count(since, day):
    found = due_after(since, RECEIVE, YEARS)
    assert (found.due_on, found.provisional) == (day, False)


def test_a_year_without_official_days_makes_it_provisional():
    found = due_after(date(2026, 12, 30), RECEIVE, YEARS)
    assert (found.due_on, found.provisional) == (date(2027, 1, 6), True)
    assert "2027年的放假安排还没有录入，期限是暂定的" in found.because
    assert due_after(date(2026, 12, 24), RECEIVE, YEARS).provisional is False


def test_a_span_of_days_is_not_a_number_of_working_days():
    with pytest.raises(ValueError, match=r"lost\.retry_window"):
        due_after(date(2026, 11, 6), BASE["lost.retry_window"], YEARS)


@given(
    st.dates(date(2024, 1, 1), date(2029, 1, 1)), st.integers(1, 30), st.sampled_from([YEARS, {}])
)
def test_it_is_the_working_day_that_so_many_lie_before(since, amount, years):
    day = due(since, replace(RECEIVE, amount=amount), years)
    between = [since + timedelta(days=n) for n in range(1, (day - since).days + 1)]
    assert sum(is_working_day(d, years) for d in between) == amount
    assert is_working_day(day, years)


@given(st.dates(date(2030, 1, 1), date(2035, 1, 1)))
def test_without_official_days_five_working_days_are_one_week_or_a_bit_less(since):
    assert 5 <= (due(since, years={}) - since).days <= 7
