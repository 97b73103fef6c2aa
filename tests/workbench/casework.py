"""Assessments, plans and remarks for tests, made through the use cases. People are invented."""

from datetime import date

from data.casework_codes import IntakeOutcome, PlanArea
from data.clinical_codes import Criterion
from data.codes import AccountKind, AgendaTier, CaseKind, Sex
from tests.builders import at_bench
from workbench.agendas import add_case_to_agenda
from workbench.cases import Entry
from workbench.intake_decisions import Ruling, decide_intake, propose_intake
from workbench.intakes import Assessed, Evidence, assess_intake
from workbench.patients import Particulars, register_patient
from workbench.plan_items import PlanLine

ON = date(2026, 11, 20)
TODAY = date(2026, 11, 25)
LEVEL = Evidence(True, "11月3日家访评为2级", date(2026, 11, 3), "随访记录")
PILLS = Evidence(True, "自行停药两周", date(2026, 11, 10), "面访监护人")
TWO_MET = {Criterion.LOW_LEVEL: LEVEL, Criterion.ADHERENCE: PILLS}
NONE_MET = {criterion: Evidence(False) for criterion in Criterion}


def a_patient(bench, name="丘迟"):
    return register_patient(bench, Particulars(name, Sex.FEMALE, None, "柳溪村2组", "双相障碍"))


def an_intake(bench, patient, evidence=None, **more):
    return assess_intake(bench, patient, Assessed(ON, evidence or TWO_MET, **more))


def accepted(team, **change):
    values = {
        "number": "GA0200",
        "kind": CaseKind.HIGH_RISK,
        "case_manager_id": team.members["穆青禾"],
    }
    return Ruling(IntakeOutcome.ACCEPTED, entry=Entry(**(values | change)))


def an_accepted_case(bench, team, meeting):
    """A patient taken in at a running meeting; returns patient, item and intake."""
    patient = a_patient(bench)
    intake = an_intake(bench, patient)
    item = propose_intake(bench, meeting.id, intake)
    decide_intake(bench, intake, item, accepted(team))
    return patient, item, intake


def a_line(team, **change):
    values = {
        "area": PlanArea.RISK,
        "problem": "夜间大声喊叫",
        "goal": "三个月内不再惊扰邻居",
        "measure": "每周联合走访一次",
        "responsible_id": team.members["亓文涛"],
        "partner": "镇派出所",
        "start_on": TODAY,
        "due_on": date(2027, 2, 25),
        "frequency": "每周一次",
    }
    return PlanLine(**(values | change))


def on_agenda(bench, meeting_id, case_id):
    return add_case_to_agenda(bench, meeting_id, case_id, tier=AgendaTier.ROUND)


def psychiatrist(bench):
    return at_bench(bench.store, bench.now, kind=AccountKind.PSYCHIATRIST, administers=False)
