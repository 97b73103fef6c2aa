"""Ten years of two hundred cases, written in bulk: monthly visits, ratings, work and plans."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

from sqlalchemy import insert, update

from data.casework_codes import ItemState, PlanArea
from data.clinical_codes import Adherence, Insight, SocialFunction, Symptoms
from data.codes import (
    AgendaTier,
    CaseKind,
    DecisionKind,
    MeetingKind,
    MeetingState,
    RiskLevel,
    Sex,
    Stability,
    TaskOutcome,
    TeamKind,
    VisitForm,
)
from data.medication_codes import MedicationPurpose
from data.models.agendas import AgendaItem
from data.models.assessments import Assessment
from data.models.cases import Case, CaseTerms
from data.models.decisions import Decision
from data.models.medication import MedicationLine
from data.models.meetings import Meeting
from data.models.patients import Patient, PatientDetails
from data.models.plans import Plan, PlanConfirmation, PlanItem, PlanProgress
from data.models.tasks import Task, TaskResult
from data.models.visits import Visit
from data.visit_codes import HospitalStay
from tests.builders import NAMES
from workbench.rules.dates import plus_months
from workbench.teams import add_member, add_team

FIRST = date(2017, 1, 20)
YEARS = 10
LINES = 4
_FUNCTIONS = ("self_care", "housework", "productive_work", "learning", "social_contact")


class History:
    """Rows by table until they are written; keys are handed out in order."""

    def __init__(self):
        self.rows = {}

    def add(self, table, **values):
        rows = self.rows.setdefault(table, [])
        rows.append({"id": len(rows) + 1, **values})
        return len(rows)

    def fact(self, table, patient_id, on, **values):
        key = len(self.rows.get(table, ())) + 1
        written = datetime(on.year, on.month, on.day, 9, tzinfo=UTC)
        stamps = {"root_id": key, "revision": 1, "written_at": written, "written_by": 1}
        return self.add(table, patient_id=patient_id, true_from=on, **stamps, **values)

    def write(self, session):
        for table, rows in self.rows.items():
            session.execute(insert(table), rows)


def a_long_history(bench, cases=200):
    """Fill a store and return the key of the meeting that is to be prepared."""
    team = add_team(bench, name="云栖镇个案管理小组", kind=TeamKind.CASE_MANAGEMENT)
    members = [
        add_member(bench, team, name=name, role=role, unit="云栖镇", from_on=FIRST)
        for name, role in NAMES.items()
    ]
    history = History()
    for number in range(cases):
        enter(history, number, members)
    days = [plus_months(FIRST, month) for month in range(YEARS * 12)]
    for month, day in enumerate(days):
        a_month(history, team, members, cases, month, day)
    for patient in range(1, cases + 1):
        if patient % 7:
            visit(history, patient, days[-1] + timedelta(days=20), RiskLevel(patient % 4), 1)
    to_prepare = hold(history, team, members, plus_months(FIRST, len(days)), len(days) + 1)
    with bench.store.writing() as session:
        history.write(session)
        for key, day in enumerate(days, start=1):
            closed = {"state": MeetingState.CLOSED, "closed_at": at(day, 10)}
            session.execute(update(Meeting).where(Meeting.id == key).values(closed))
    return to_prepare


def at(day, hour):
    return datetime(day.year, day.month, day.day, hour, tzinfo=UTC)


def enter(history, number, members):
    patient = history.add(Patient, registered_on=FIRST)
    history.fact(
        PatientDetails, patient, FIRST, name="仇小满", sex=Sex.MALE, born_on=date(1980, 2, 29)
    )
    case = history.add(Case, patient_id=patient, number=f"GA{number:04d}", entered_on=FIRST)
    kind = CaseKind.UNSTABLE if number % 3 else CaseKind.HIGH_RISK
    history.fact(CaseTerms, patient, FIRST, case_id=case, kind=kind, case_manager_id=members[1])


def hold(history, team, members, day, number):
    return history.add(
        Meeting,
        team_id=team,
        team_name="云栖镇个案管理小组",
        kind=MeetingKind.REGULAR,
        year=day.year,
        number=number,
        held_on=day,
        begins=time(14, 30),
        place="镇政府",
        chair_id=members[0],
        recorder_id=members[1],
        state=MeetingState.PREPARING,
    )


def a_month(history, team, members, cases, month, day):
    """Visits to everybody, then a meeting that rates them all and gives work on some."""
    meeting = hold(history, team, members, day, month + 1)
    for patient in range(1, cases + 1):
        level = RiskLevel((patient + month // 5) % 4)
        visit(history, patient, day - timedelta(days=patient % 15 + 1), level, month)
        item = history.add(
            AgendaItem,
            meeting_id=meeting,
            position=patient,
            tier=AgendaTier.ROUND,
            patient_id=patient,
            case_id=patient,
        )
        rated = {"item_id": item, "level": level, "stability": Stability.BASICALLY_STABLE}
        history.fact(Assessment, patient, day, **rated)
        decide(history, members, patient, item, day, month)
        if (patient + month) % 6 == 0:
            plan(history, members, patient, item, day, month // 6 + 1)
        if (patient + month) % 12 == 0:
            prescribe(history, patient, day)


def visit(history, patient, on, level, month):
    history.fact(
        Visit,
        patient,
        on,
        form=VisitForm.HOME,
        level=level,
        words="按时服药，睡眠一般",
        insight=Insight.PARTIAL,
        adherence=Adherence.REGULAR if month % 4 else Adherence.INTERMITTENT,
        symptom_severity=Symptoms.PRESENT,
        hospital_stay=HospitalStay.NONE,
        stability=Stability.BASICALLY_STABLE,
        doctor="穆青禾",
        **dict.fromkeys(_FUNCTIONS, SocialFunction.FAIR),
    )


def decide(history, members, patient, item, day, month):
    works = (patient + month) % 4 == 0
    decision = history.fact(
        Decision,
        patient,
        day,
        item_id=item,
        kind=DecisionKind.ACTION if works else DecisionKind.CONTINUE,
        text="每周联合随访1次" if works else "维持原等级和原计划",
        implementer_id=members[3],
        due_on=plus_months(day, 1),
    )
    if works:
        task = history.add(Task, decision_id=decision)
        if month < YEARS * 12 - 1 and (month < YEARS * 12 - 6 or patient % 5):
            done = {"task_id": task, "outcome": TaskOutcome.DONE}
            history.fact(TaskResult, patient, plus_months(day, 1), **done)


def plan(history, members, patient, item, day, number):
    key = history.fact(Plan, patient, day, case_id=patient, number=number, kind=CaseKind.HIGH_RISK)
    for _ in range(LINES):
        line = history.fact(
            PlanItem,
            patient,
            day,
            plan_id=key,
            area=PlanArea.RISK,
            problem="夜间大声喊叫",
            goal="三个月内不再惊扰邻居",
            measure="每周联合走访一次",
            responsible_id=members[3],
            due_on=plus_months(day, 6),
            criteria=(),
        )
        history.fact(PlanProgress, patient, day, line_id=line, state=ItemState.RUNNING)
    confirmed = {"plan_id": key, "item_id": item, "decision_id": item}
    history.fact(PlanConfirmation, patient, day, **confirmed)


def prescribe(history, patient, day):
    history.fact(MedicationLine, patient, day, purpose=MedicationPurpose.TAKEN, name="利培酮片")
