"""How everybody on the register stands."""

from datetime import date

import pytest

from data.casework_codes import ExitReason
from data.clinical_codes import Adherence
from data.codes import RiskLevel, Sex, Stability, VisitForm
from data.visit_codes import DeathCause, LostReason
from tests.builders import a_closed_meeting, a_running_meeting
from tests.workbench.register import FULL, a_moment, fill
from workbench.admissions import Stay, record_admission
from workbench.case_life import exit_case
from workbench.patient_standings import age_on, list_patient_standings
from workbench.patients import Particulars, register_patient
from workbench.rules.visit_answers import VisitAnswers
from workbench.visits import record_visit


def standing(bench, patient, **when):
    return next(row for row in list_patient_standings(bench, **when) if row.id == patient)


def test_nobody_is_listed_by_full_name_and_a_case_brings_its_number(bench, team):
    register_patient(bench, Particulars("阿依努尔·买买提", Sex.FEMALE))
    rows = list_patient_standings(bench)
    assert [row.masked for row in rows] == ["石*", "欧阳**", "仇*满", "阿依**"]
    assert [row.case.number if row.case else "" for row in rows][-2:] == ["GA0103", ""]
    assert [row.managed for row in rows] == [True, True, True, False]


def test_level_and_class_are_those_of_the_last_closed_meeting(bench, team):
    a_closed_meeting(bench, team)
    row = standing(bench, team.patients["GA0101"])
    assert (row.level, row.stability) == (RiskLevel.ANYWHERE, Stability.UNSTABLE)


def test_a_visit_says_how_somebody_takes_medicine_and_when_the_next_is_due(bench, team):
    patient = team.patients["GA0103"]
    answers = VisitAnswers(adherence=Adherence.INTERMITTENT)
    day = date(2026, 11, 20)
    record_visit(bench, patient, visited_on=day, form=VisitForm.HOME, answers=answers)
    row = standing(bench, patient)
    assert (row.adherence, row.last_visit_on) == (Adherence.INTERMITTENT, day)
    assert row.visit_due_on > bench.today()
    assert not row.visit_due
    assert row.key is True


def test_who_was_never_visited_is_due_today(bench):
    patient = register_patient(bench, Particulars("丘迟", Sex.MALE))
    row = standing(bench, patient)
    assert row.visit_due_on == bench.today()
    assert row.visit_due


def test_nobody_visits_the_dead(bench, team):
    patient = team.patients["GA0101"]
    answers = VisitAnswers(died_on=date(2026, 11, 9), death_cause=DeathCause.PHYSICAL_ILLNESS)
    record_visit(
        bench, patient, visited_on=date(2026, 11, 10), form=VisitForm.PHONE, answers=answers
    )
    row = standing(bench, patient)
    assert row.gone
    assert row.visit_due_on is None
    assert not row.visit_due


def test_a_stay_in_hospital_and_lost_contact_are_told(bench, team):
    stayed, away = team.patients["GA0101"], team.patients["GA0102"]
    record_admission(bench, stayed, Stay(date(2026, 11, 10), "云栖县精神病院"))
    answers = VisitAnswers(lost_reason=LostReason.MISSING)
    record_visit(bench, away, visited_on=date(2026, 11, 12), form=VisitForm.PHONE, answers=answers)
    assert standing(bench, stayed).hospitalised
    assert standing(bench, stayed).visit_due_on is None
    assert standing(bench, away).lost
    assert not standing(bench, stayed).lost


def test_what_is_missing_is_named_until_it_is_filled_in(bench):
    bare = register_patient(bench, Particulars("丘迟", Sex.MALE))
    assert standing(bench, bare).gaps == (
        *("身份证号", "出生日期", "联系电话", "村组", "诊断", "监护人", "知情同意"),
        "危险性等级",
    )
    full = register_patient(bench, FULL)
    fill(bench, full)
    assert standing(bench, full).gaps == ("危险性等级",)


def test_a_case_that_is_over_is_no_longer_managed(bench, team):
    meeting = a_running_meeting(bench, team)
    ended = {"exit_reason": ExitReason.TRANSFERRED, "words": "迁往外县"}
    exit_case(bench, team.cases["GA0103"], meeting.items["GA0103"], **ended)
    row = standing(bench, team.patients["GA0103"])
    assert row.case.number == "GA0103"
    assert not row.managed


def test_the_list_is_as_known_at_a_moment(bench, team, clock):
    before = a_moment(clock)
    register_patient(bench, Particulars("丘迟", Sex.MALE))
    assert len(list_patient_standings(bench)) == 4
    assert len(list_patient_standings(bench, at=before)) == 3


@pytest.mark.parametrize(
    ("day", "age"),
    [(date(2026, 2, 28), 45), (date(2026, 3, 1), 46), (date(1979, 1, 1), None)],
)
def test_years_are_counted_when_they_are_complete(day, age):
    assert age_on(date(1980, 2, 29), day) == age
    assert age_on(None, day) is None
