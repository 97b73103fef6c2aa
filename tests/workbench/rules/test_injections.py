"""When a long-acting medicine is due again."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.medication_codes import InjectionState, Span
from workbench.rules.injections import Due, Schedule, next_due, state_on

DAYS = st.dates(date(2020, 1, 1), date(2035, 12, 31))
SCHEDULES = st.builds(
    Schedule, st.integers(1, 12), st.sampled_from(Span), st.integers(0, 10), st.none()
)
NOT_YET, DUE, OVERDUE = InjectionState.NOT_YET, InjectionState.DUE, InjectionState.OVERDUE


@pytest.mark.parametrize(
    ("schedule", "last", "due_on"),
    [
        (Schedule(4, Span.WEEKS), date(2026, 11, 2), date(2026, 11, 30)),
        (Schedule(2, Span.WEEKS), date(2026, 12, 25), date(2027, 1, 8)),
        (Schedule(1, Span.MONTHS), date(2026, 1, 31), date(2026, 2, 28)),
        (Schedule(1, Span.MONTHS), date(2028, 1, 31), date(2028, 2, 29)),
        (Schedule(3, Span.MONTHS, 7), date(2026, 11, 30), date(2027, 2, 28)),
    ],
)
def test_the_next_injection_is_the_last_and_the_interval(schedule, last, due_on):
    earlier = last - timedelta(days=100)
    due = next_due(schedule, [last, earlier], None)
    assert due is not None
    assert due.due_on == due_on


def test_three_monthly_injections_may_be_seven_days_early_or_late():
    due = next_due(Schedule(3, Span.MONTHS, 7), [date(2026, 8, 20)], None)
    assert due == Due(date(2026, 11, 13), date(2026, 11, 20), date(2026, 11, 27))
    states = {day: state_on(due, date(2026, 11, day)) for day in (12, 13, 20, 27, 28)}
    assert states == {12: NOT_YET, 13: DUE, 20: DUE, 27: DUE, 28: OVERDUE}


def test_without_a_window_the_day_after_is_overdue():
    due = next_due(Schedule(2, Span.WEEKS), [date(2026, 11, 1)], None)
    states = [state_on(due, date(2026, 11, day)) for day in (14, 15, 16)]
    assert states == [NOT_YET, DUE, OVERDUE]


def test_a_second_injection_may_follow_sooner_than_the_others():
    schedule = Schedule(1, Span.MONTHS, second_after_days=7)
    first, second = date(2026, 11, 2), date(2026, 11, 9)
    assert next_due(schedule, [first], None).due_on == second
    assert next_due(schedule, [first, second], None).due_on == date(2026, 12, 9)


def test_before_the_first_injection_the_start_counts():
    schedule, start = Schedule(2, Span.WEEKS), date(2026, 11, 10)
    assert next_due(schedule, [], start) == Due(start, start, start)
    assert next_due(schedule, [], None) is None


def test_without_an_interval_nothing_is_due():
    assert next_due(Schedule(None, None), [date(2026, 11, 2)], date(2026, 11, 2)) is None
    assert state_on(None, date(2026, 11, 2)) is InjectionState.NO_INTERVAL


@given(SCHEDULES, st.lists(DAYS, min_size=1, max_size=5))
def test_the_window_lies_around_the_day_and_after_the_last_injection(schedule, given_on):
    due = next_due(schedule, given_on, None)
    assert due.opens_on <= due.due_on <= due.closes_on
    assert due.due_on > max(given_on)


@given(SCHEDULES, DAYS, DAYS, DAYS)
def test_waiting_never_makes_an_injection_less_due(schedule, last, one, other):
    due = next_due(schedule, [last], None)
    order = [NOT_YET, DUE, OVERDUE]
    early, late = sorted((one, other))
    assert order.index(state_on(due, early)) <= order.index(state_on(due, late))
