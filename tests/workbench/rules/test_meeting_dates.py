"""Whether a body has met in time."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.codes import TeamKind
from data.profiles import read_profile
from tests.workbench.rules.known import BASE, ON
from workbench.rules.meeting_dates import body_has_met, period_of, psychiatrist_has_come

TOWN = read_profile("齐云山镇(2024)")
DAYS = st.dates(date(2025, 1, 1), date(2027, 12, 31))


def met(body, *meetings, on=ON, profile=BASE):
    return body_has_met(body, meetings, on=on, profile=profile)


@pytest.mark.parametrize(
    ("body", "last", "held", "due_by"),
    [
        (TeamKind.CASE_MANAGEMENT, date(2026, 11, 1), True, date(2026, 11, 30)),
        (TeamKind.CASE_MANAGEMENT, date(2026, 10, 31), False, date(2026, 11, 30)),
        (TeamKind.LEADING, date(2026, 10, 1), True, date(2026, 12, 31)),
        (TeamKind.LEADING, date(2026, 9, 30), False, date(2026, 12, 31)),
        (TeamKind.VILLAGE, date(2026, 11, 25), True, date(2026, 11, 30)),
    ],
)
def test_each_body_meets_in_its_own_period(body, last, held, due_by):
    found = met(body, last)
    assert (found.held, found.due_by, found.last_on) == (held, due_by, last)


def test_the_same_body_meets_more_often_where_the_place_says_so():
    october = date(2026, 10, 8)
    assert met(TeamKind.JOINT, october).held is True
    assert met(TeamKind.JOINT, october, profile=TOWN).held is False
    assert "齐云山镇(2024)" in met(TeamKind.JOINT, october, profile=TOWN).because


def test_a_body_that_never_met_and_a_meeting_still_to_come_have_not_been_held():
    found = met(TeamKind.CASE_MANAGEMENT, date(2026, 11, 28))
    assert (found.held, found.last_on) == (False, None)
    assert found.because.startswith("本月个案管理小组还没有开会，还没有过，应不迟于2026年11月30日")


def test_a_psychiatrist_comes_at_least_once_a_quarter():
    assert psychiatrist_has_come([date(2026, 10, 28)], on=ON, profile=BASE).held is True
    missing = psychiatrist_has_come([date(2026, 9, 23)], on=ON, profile=BASE)
    assert (missing.held, missing.due_by) == (False, date(2026, 12, 31))
    assert "精神科医师还没有参会，最近一次是2026年9月23日" in missing.because


@given(DAYS, st.sampled_from([1, 3, 6, 12]))
def test_a_period_is_whole_months_around_the_day(day, months):
    first, last = period_of(day, months)
    assert first <= day <= last
    assert first.day == 1
    assert (last.month - first.month + 1) == months
    assert period_of(first, months) == period_of(last, months) == (first, last)
