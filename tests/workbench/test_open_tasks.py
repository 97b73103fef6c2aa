"""Every task that is still open, of whom and about whom."""

from datetime import date, timedelta

import pytest

from data.codes import RiskLevel, TaskOutcome, VisitForm
from tests.builders import a_closed_meeting, settle
from tests.workbench.casework import psychiatrist
from workbench.annotations import adopt_as_task, write_annotation
from workbench.decisions import withdraw_decision
from workbench.open_tasks import list_open_tasks
from workbench.task_terms import TaskGiven
from workbench.tasks import name_task_partner, record_task_result
from workbench.visits import record_visit

DUE = date(2026, 12, 23)


@pytest.fixture
def given(bench, team):
    """Three tasks of a closed meeting, all due on one day and given to one member."""
    return a_closed_meeting(bench, team)


def open_tasks(bench, **which):
    return [(task.case_number, task.title) for task in list_open_tasks(bench, **which)]


def test_a_task_says_whose_it_is_about_whom_and_until_when(bench, team, given):
    name_task_partner(bench, 1, partner="镇派出所")
    task = list_open_tasks(bench, on=DUE + timedelta(days=5))[0]
    assert (task.title, task.implementer, task.implementer_id, task.partner) == (
        "每周联合随访1次",
        "亓文涛",
        team.members["亓文涛"],
        "镇派出所",
    )
    assert (task.case_number, task.patient_id, task.masked) == (
        "GA0101",
        team.patients["GA0101"],
        "石*",
    )
    assert (task.due_on, task.overdue_days) == (DUE, 5)
    assert list_open_tasks(bench)[0].overdue_days == 0


def test_done_and_no_longer_needed_are_not_open_but_not_carried_out_is(bench, given):
    record_task_result(bench, 1, outcome=TaskOutcome.DONE)
    record_task_result(bench, 2, outcome=TaskOutcome.NO_LONGER_NEEDED, note="已退租")
    record_task_result(bench, 3, outcome=TaskOutcome.NOT_CARRIED_OUT, note="材料缺户口簿")
    assert [number for number, _ in open_tasks(bench)] == ["GA0103"]


def test_tasks_of_one_member_or_about_one_patient(bench, team, given):
    patient = team.patients["GA0102"]
    visit = record_visit(bench, patient, visited_on=date(2026, 11, 20), form=VisitForm.HOME)
    remark = write_annotation(psychiatrist(bench), "visit", visit, text="请复查血药浓度")
    adopt_as_task(bench, remark, TaskGiven("陪同复查", team.members["皮桂香"], date(2026, 12, 1)))
    assert open_tasks(bench, patient_id=patient) == [
        ("GA0102", "陪同复查"),
        ("GA0102", "每周联合随访1次"),
    ]
    assert open_tasks(bench, member_id=team.members["皮桂香"]) == [("GA0102", "陪同复查")]
    assert open_tasks(bench, member_id=team.members["龚砚秋"]) == []
    assert len(open_tasks(bench)) == 4


def test_a_decision_taken_back_leaves_no_task(bench, team, meeting):
    decision = settle(bench, team, meeting.items["GA0101"], RiskLevel.ANYWHERE)
    assert len(list_open_tasks(bench)) == 1
    withdraw_decision(bench, decision, why="写到了别人名下")
    assert list_open_tasks(bench) == []


def test_what_was_open_at_a_moment_can_be_read_again(bench, given, clock):
    clock.move(minutes=1)
    before = bench.now()
    clock.move(minutes=1)
    record_task_result(bench, 1, outcome=TaskOutcome.DONE)
    assert len(list_open_tasks(bench)) == 2
    assert len(list_open_tasks(bench, at=before)) == 3
