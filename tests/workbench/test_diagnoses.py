"""What the illness is said to be, and what the team knew of it."""

from dataclasses import replace
from datetime import date

import pytest

from data.register_codes import DiagnosisClass
from tests.workbench.register import DIAGNOSED, FULL, a_moment
from workbench.diagnoses import (
    Diagnosed,
    correct_diagnosis,
    record_diagnosis,
    withdraw_diagnosis,
)
from workbench.errors import EmptyField, NotFound
from workbench.patients import register_patient
from workbench.register import list_patients, read_patient
from workbench.register_errors import DayNotCome
from workbench.rules.rough_days import RoughDay


@pytest.fixture
def patient(bench):
    return register_patient(bench, FULL)


def words(bench, patient, **when):
    return read_patient(bench, patient, **when).diagnosis_words


def test_the_latest_diagnosis_by_a_day_speaks_and_the_registered_one_until_then(bench, patient):
    record_diagnosis(bench, patient, DIAGNOSED)
    later = Diagnosed(date(2020, 1, 1), DiagnosisClass.SCHIZOAFFECTIVE)
    record_diagnosis(bench, patient, later)
    assert words(bench, patient, on=date(2010, 3, 31)) == "精神分裂症"
    assert words(bench, patient, on=date(2010, 4, 1)) == "双相情感障碍，目前为躁狂发作"
    assert words(bench, patient) == "分裂情感性障碍"
    assert list_patients(bench)[0].diagnosis == "分裂情感性障碍"


def test_a_corrected_diagnosis_is_read_as_it_was_known(bench, patient, clock):
    key = record_diagnosis(bench, patient, DIAGNOSED, request_id="r1")
    assert record_diagnosis(bench, patient, DIAGNOSED, request_id="r1") == key
    before = a_moment(clock)
    correct_diagnosis(bench, key, replace(DIAGNOSED, words="双相障碍"), why="抄错")
    assert words(bench, patient) == "双相障碍"
    assert words(bench, patient, at=before) == "双相情感障碍，目前为躁狂发作"
    withdraw_diagnosis(bench, key, why="另一人的诊断")
    assert words(bench, patient) == "精神分裂症"
    with pytest.raises(NotFound):
        withdraw_diagnosis(bench, key, why="再撤一次")


def test_a_diagnosis_needs_a_patient_a_reason_and_a_day_that_has_come(bench, patient):
    with pytest.raises(NotFound):
        record_diagnosis(bench, 99, DIAGNOSED)
    late = replace(DIAGNOSED, confirmed=RoughDay(date(2027, 1, 1)))
    with pytest.raises(DayNotCome, match="确诊日期"):
        record_diagnosis(bench, patient, late)
    key = record_diagnosis(bench, patient, DIAGNOSED)
    with pytest.raises(EmptyField, match="更正理由"):
        correct_diagnosis(bench, key, DIAGNOSED, why="")
    with pytest.raises(EmptyField, match="撤回理由"):
        withdraw_diagnosis(bench, key, why=" ")
