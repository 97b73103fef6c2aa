"""Who agreed, who did not, and when they are asked again."""

from dataclasses import replace
from datetime import date

import pytest

from data.register_codes import ConsentAnswer, ReportType
from tests.workbench.register import FULL, a_moment
from workbench.consents import (
    Asked,
    DueAgain,
    correct_consent,
    list_due_again,
    record_consent,
    withdraw_consent_record,
)
from workbench.patients import correct_patient, register_patient
from workbench.register import read_patient
from workbench.register_errors import DayNotCome, DaysReversed

YES = Asked(date(2025, 3, 1), ConsentAnswer.AGREED, "石守田")
NO = Asked(date(2026, 3, 1), ConsentAnswer.REFUSED, "石䶮")


@pytest.fixture
def patient(bench):
    return register_patient(bench, FULL)


def consent(bench, patient, **when):
    found = read_patient(bench, patient, **when).consent
    return found and found.asked


def test_an_answer_holds_until_the_next(bench, patient):
    assert consent(bench, patient) is None
    record_consent(bench, patient, YES)
    record_consent(bench, patient, NO)
    assert consent(bench, patient, on=date(2026, 2, 28)) == YES
    assert consent(bench, patient) == replace(NO, ask_again_on=date(2027, 3, 1))


def test_who_was_reported_for_danger_is_not_asked_again(bench):
    reported = replace(FULL, report_type=ReportType.ONSET)
    patient = register_patient(bench, reported)
    record_consent(bench, patient, NO)
    assert consent(bench, patient).ask_again_on is None


def test_the_team_may_name_another_day_to_ask_again(bench, patient):
    sooner = replace(NO, ask_again_on=date(2026, 9, 1))
    record_consent(bench, patient, sooner)
    assert consent(bench, patient) == sooner
    with pytest.raises(DaysReversed):
        record_consent(bench, patient, replace(NO, ask_again_on=date(2026, 2, 1)))
    with pytest.raises(DayNotCome):
        record_consent(bench, patient, replace(NO, asked_on=date(2027, 1, 1)))


def test_a_wrong_answer_is_corrected_or_withdrawn_and_what_was_known_stays(bench, patient, clock):
    key = record_consent(bench, patient, YES)
    before = a_moment(clock)
    correct_consent(bench, key, replace(YES, answer=ConsentAnswer.REFUSED), why="看错了签字栏")
    assert consent(bench, patient).answer is ConsentAnswer.REFUSED
    withdraw_consent_record(bench, key, why="没有问过")
    assert consent(bench, patient) is None
    assert consent(bench, patient, at=before) == YES


def test_who_refused_is_due_again_after_a_year(bench, patient, clock):
    other = register_patient(bench, replace(FULL, name="仇小满", id_number=None))
    record_consent(bench, other, YES)
    key = record_consent(bench, patient, NO)
    before = a_moment(clock)
    assert list_due_again(bench) == []
    row = DueAgain(patient, "石䶮", date(2026, 3, 1), date(2027, 3, 1))
    assert list_due_again(bench, date(2027, 3, 1)) == [row]
    assert list_due_again(bench, date(2027, 2, 28)) == []
    correct_consent(bench, key, replace(NO, asked_on=date(2025, 11, 25)), why="补录的单子")
    assert list_due_again(bench) == [
        DueAgain(patient, "石䶮", date(2025, 11, 25), date(2026, 11, 25))
    ]
    assert list_due_again(bench, at=before) == []
    record_consent(bench, patient, replace(YES, asked_on=date(2026, 11, 20)))
    assert list_due_again(bench, date(2030, 1, 1)) == []


def test_who_is_managed_all_the_same_is_not_due_again(bench, patient):
    key = record_consent(bench, patient, NO)
    correct_consent(bench, key, NO, why="不另定日期")
    correct_patient(bench, patient, replace(FULL, report_type=ReportType.ONSET), why="看错了卡片")
    assert list_due_again(bench, date(2030, 1, 1)) == []
