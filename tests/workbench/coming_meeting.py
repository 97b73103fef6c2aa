"""A meeting to be prepared, with what the record has to say for it."""

from datetime import date, time

from data.clinical_codes import Adherence
from data.codes import (
    RiskLevel,
    Sex,
    VisitForm,
)
from tests.builders import a_running_meeting
from tests.ready import ready
from workbench.agenda_proposals import propose_agenda
from workbench.assessments import record_assessment, record_opinion
from workbench.closing import close_meeting
from workbench.decisions import record_decision
from workbench.meetings import plan_meeting
from workbench.patients import Particulars, register_patient
from workbench.rules.visit_answers import VisitAnswers
from workbench.visits import record_visit

LAST, DUE = date(2026, 12, 23), date(2027, 2, 20)
JANUARY, MARCH = date(2027, 1, 27), date(2027, 3, 3)


def planned(bench, team, held_on=JANUARY, **more):
    return plan_meeting(
        bench,
        team.id,
        held_on=held_on,
        begins=time(14, 30),
        place="镇政府三楼会议室",
        chair_id=team.members["龚砚秋"],
        recorder_id=team.members["穆青禾"],
        **more,
    )


def visit(bench, patient, on, level=RiskLevel.VERBAL, **answers):
    return record_visit(
        bench,
        patient,
        visited_on=on,
        form=VisitForm.HOME,
        level=level,
        answers=VisitAnswers(**answers),
    )


def proposal(bench, meeting, patient, at=None):
    return next(p for p in propose_agenda(bench, meeting, at) if p.patient_id == patient)


def reasons(bench, meeting, patient, at=None):
    return [why.reason for why in proposal(bench, meeting, patient, at).reasons]


def proposed(bench, meeting):
    return [p.patient_id for p in propose_agenda(bench, meeting)]


@ready
def a_december(bench, team, clock):
    clock.move(days=20)
    for patient in team.patients.values():
        visit(bench, patient, date(2026, 12, 10))
    clock.move(days=8)
    meeting = a_running_meeting(bench, team, LAST)
    for item in meeting.items.values():
        record_opinion(bench, item, team.members["亓文涛"], words="近一月未接到警情。")
        record_assessment(bench, item, level=RiskLevel.VERBAL, stability=None)
        record_decision(
            bench,
            item,
            text="每周联合随访1次",
            implementer_id=team.members["亓文涛"],
            due_on=DUE,
        )
    close_meeting(bench, meeting.id, ends=time(16, 20))
    return meeting


def a_risky_patient(bench):
    """Someone without a case of whom two criteria are met."""
    found = register_patient(
        bench, Particulars("鲜于澈", Sex.FEMALE, None, "柳溪村2组", "双相障碍")
    )
    visit(bench, found, date(2027, 1, 12), adherence=Adherence.NONE)
    return found


def a_january(bench, team, clock):
    """The meeting of January, to be prepared; everybody was visited and nothing is new."""
    clock.move(days=28)
    for patient in team.patients.values():
        visit(bench, patient, date(2027, 1, 15))
    return planned(bench, team)
