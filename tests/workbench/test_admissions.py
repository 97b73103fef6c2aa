"""Stays in hospital, which never overlap."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.register_codes import AdmissionGround
from tests.workbench.register import FULL, STAY, a_moment
from workbench.admissions import (
    Stay,
    correct_admission,
    in_hospital_on,
    list_admissions,
    record_admission,
    record_discharge,
    withdraw_admission,
)
from workbench.errors import EmptyField, NotFound
from workbench.patients import register_patient
from workbench.register_errors import (
    AlreadyDischarged,
    DayNotCome,
    DaysReversed,
    StaysOverlap,
)

FIRST = date(2026, 1, 1)
STAYS = st.builds(
    lambda first, length: Stay(
        FIRST + timedelta(days=first),
        "甲医院",
        None if length is None else FIRST + timedelta(days=first + length),
    ),
    st.integers(0, 12),
    st.none() | st.integers(0, 8),
)


@pytest.fixture
def patient(bench):
    return register_patient(bench, FULL)


def stays(bench, patient, **when):
    return [row.stay for row in list_admissions(bench, patient, **when)]


def nights(stay):
    last = stay.discharged_on or date(2026, 3, 1)
    return {stay.admitted_on + timedelta(days=n) for n in range((last - stay.admitted_on).days)}


@given(STAYS, STAYS)
def test_stays_overlap_when_they_share_a_night(one, other):
    if nights(one) & nights(other):
        assert one.overlaps(other)
    assert one.overlaps(other) == other.overlaps(one)
    assert one.overlaps(one)


@pytest.mark.parametrize("ground", AdmissionGround)
def test_a_stay_is_kept_as_given(bench, patient, ground):
    given = replace(STAY, grounds=(ground,))
    record_admission(bench, patient, given)
    assert stays(bench, patient) == [given]


def test_a_discharge_ends_the_stay(bench, patient, clock):
    key = record_admission(bench, patient, replace(STAY, discharged_on=None), request_id="r1")
    assert record_admission(bench, patient, STAY, request_id="r1") == key
    before = a_moment(clock)
    assert in_hospital_on(list_admissions(bench, patient), date(2026, 11, 25))
    record_discharge(bench, key, discharged_on=date(2026, 11, 20))
    rows = list_admissions(bench, patient)
    assert rows[0].stay.discharged_on == date(2026, 11, 20)
    assert in_hospital_on(rows, date(2026, 11, 19))
    assert not in_hospital_on(rows, date(2026, 11, 20))
    assert stays(bench, patient, at=before)[0].discharged_on is None
    with pytest.raises(AlreadyDischarged, match="2026年11月20日"):
        record_discharge(bench, key, discharged_on=date(2026, 11, 21))


def test_on_an_earlier_day_nobody_knew_of_the_discharge_to_come(bench, patient):
    record_admission(bench, patient, STAY)
    assert stays(bench, patient, on=date(2026, 2, 28)) == []
    assert stays(bench, patient, on=date(2026, 4, 1))[0].discharged_on is None
    assert stays(bench, patient, on=date(2026, 4, 2)) == [STAY]


def test_a_stay_is_refused_in_words(bench, patient):
    record_admission(bench, patient, STAY)
    with pytest.raises(StaysOverlap, match="2026年3月1日在云栖县精神病院"):
        record_admission(bench, patient, Stay(date(2026, 4, 1), "乙医院"))
    with pytest.raises(DaysReversed):
        record_admission(bench, patient, replace(STAY, discharged_on=date(2026, 2, 1)))
    later = Stay(date(2026, 5, 1), "乙医院", date(2027, 1, 1))
    with pytest.raises(DayNotCome, match="出院日期"):
        record_admission(bench, patient, later)
    with pytest.raises(EmptyField, match="医院"):
        record_admission(bench, patient, Stay(date(2026, 5, 1), " "))
    with pytest.raises(NotFound):
        record_admission(bench, 99, STAY)
    assert stays(bench, patient) == [STAY]


def test_who_moves_from_one_hospital_to_another_is_admitted_twice(bench, patient):
    record_admission(bench, patient, STAY)
    moved = Stay(date(2026, 4, 2), "乙医院")
    key = record_admission(bench, patient, moved)
    assert stays(bench, patient) == [STAY, moved]
    with pytest.raises(DaysReversed):
        record_discharge(bench, key, discharged_on=date(2026, 4, 1))
    with pytest.raises(DayNotCome):
        record_discharge(bench, key, discharged_on=date(2027, 4, 1))


def test_a_stay_is_corrected_and_withdrawn(bench, patient, clock):
    key = record_admission(bench, patient, STAY)
    before = a_moment(clock)
    correct_admission(bench, key, replace(STAY, admitted_on=date(2026, 2, 27)), why="出院单为准")
    assert stays(bench, patient)[0].admitted_on == date(2026, 2, 27)
    withdraw_admission(bench, key, why="另一人")
    assert stays(bench, patient) == []
    assert stays(bench, patient, at=before) == [STAY]
    record_admission(bench, patient, STAY)
