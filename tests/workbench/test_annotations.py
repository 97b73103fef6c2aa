"""Remarks of the psychiatrist, and what the team makes of them."""

from datetime import date, time

import pytest

from data.casework_codes import AnnotationOutcome, PlanArea
from data.codes import AccountKind, TaskOutcome
from tests.builders import a_closed_meeting, a_running_meeting, at_bench, settle_all
from tests.workbench.casework import a_line, psychiatrist
from workbench.annotations import (
    adopt_as_plan_item,
    adopt_as_task,
    decline_annotation,
    list_annotations,
    open_annotations_of,
    withdraw_annotation,
    write_annotation,
)
from workbench.audit import verify_store
from workbench.casework_errors import (
    AnnotationAnswered,
    DayNotPossible,
    NotAboutThis,
    PlanIsConfirmed,
)
from workbench.closing import close_meeting
from workbench.errors import (
    DecisionNeedsDueDate,
    DecisionNeedsImplementer,
    EmptyField,
    NotFound,
    NotPermitted,
)
from workbench.plan_items import add_plan_item
from workbench.plan_reading import read_plan
from workbench.plans import confirm_plan, draw_up_plan
from workbench.task_terms import TaskGiven
from workbench.tasks import list_earlier_tasks, name_task_partner, record_task_result

WORDS = "建议评估长效针剂，先查肝功能和心电图"


@pytest.fixture
def patient(team):
    return team.patients["GA0101"]


@pytest.fixture
def plan(bench, team):
    return draw_up_plan(bench, team.cases["GA0101"])


@pytest.fixture
def remark(bench, plan):
    return write_annotation(psychiatrist(bench), "plan", plan, text=WORDS)


def a_task(team, **change):
    values = {
        "title": "陪同到县院评估长效针剂",
        "implementer_id": team.members["穆青禾"],
        "due_on": date(2026, 12, 10),
        "partner": "县精神卫生中心",
    }
    return TaskGiven(**(values | change))


def test_a_remark_stands_on_a_plan_an_item_or_any_record(bench, team, patient, plan):
    doctor, item = psychiatrist(bench), add_plan_item(bench, plan, a_line(team))
    for subject, key in [("plan", plan), ("plan_item", item), ("visit", 1), ("case_terms", 1)]:
        write_annotation(doctor, subject, key, text=WORDS)
    found = list_annotations(bench, patient)
    assert [(row.subject, row.subject_id, row.about) for row in found] == [
        ("plan", plan, "干预计划"),
        ("plan_item", item, "干预计划条目"),
        ("visit", 1, "随访"),
        ("case_terms", 1, "个案管理"),
    ]
    assert {(row.text, row.state) for row in found} == {(WORDS, "待处理")}
    assert len(list_annotations(bench, patient, subject=("plan_item", item))) == 1
    with bench.store.reading() as session:
        assert open_annotations_of(session, [patient]) == {patient: 4}


@pytest.mark.parametrize(
    ("subject", "key"),
    [("plan", 99), ("annotation", 1), ("audit", 1), ("account", 1), ("nothing", 1)],
)
def test_a_remark_needs_a_record_about_a_patient(bench, remark, subject, key):
    with pytest.raises(NotFound):
        write_annotation(psychiatrist(bench), subject, key, text=WORDS)


def test_a_remark_needs_words(bench, plan):
    with pytest.raises(EmptyField, match="批注"):
        write_annotation(psychiatrist(bench), "plan", plan, text=" ")


def test_the_psychiatrist_remarks_and_the_recorder_answers(bench, team, plan, remark):
    doctor = psychiatrist(bench)
    reader = at_bench(bench.store, bench.now, kind=AccountKind.READER, administers=False)
    for account in (bench, reader):
        with pytest.raises(NotPermitted):
            write_annotation(account, "plan", plan, text=WORDS)
    for account in (doctor, reader):
        answers = [
            lambda account=account: decline_annotation(account, remark, reason="不合适"),
            lambda account=account: adopt_as_task(account, remark, a_task(team)),
            lambda account=account: adopt_as_plan_item(account, remark, plan, a_line(team)),
        ]
        for answer in answers:
            with pytest.raises(NotPermitted):
                answer()
        assert len(list_annotations(account, team.patients["GA0101"])) == 1


def test_a_remark_becomes_a_line_of_the_next_version(bench, team, patient, plan, remark):
    line = a_line(team, area=PlanArea.MEDICATION, problem="评估长效针剂")
    item = adopt_as_plan_item(bench, remark, plan, line, request_id="r")
    assert adopt_as_plan_item(bench, remark, plan, line, request_id="r") == item
    (row,) = list_annotations(bench, patient)
    assert (row.outcome, row.plan_item_id, row.task_id) == (AnnotationOutcome.ADOPTED, item, None)
    assert row.state == "采纳，列入干预计划"
    assert [i.id for i in read_plan(bench, plan).items] == [item]


def test_a_confirmed_version_or_someone_elses_takes_no_remark(
    bench, team, meeting, patient, plan, remark
):
    other = draw_up_plan(bench, team.cases["GA0102"])
    with pytest.raises(NotAboutThis):
        adopt_as_plan_item(bench, remark, other, a_line(team))
    add_plan_item(bench, plan, a_line(team))
    confirm_plan(bench, plan, meeting_id=meeting.id)
    with pytest.raises(PlanIsConfirmed):
        adopt_as_plan_item(bench, remark, plan, a_line(team))
    (row,) = list_annotations(bench, patient)
    assert row.outcome is None


def test_not_adopting_needs_a_reason_and_is_final(bench, team, patient, plan, remark):
    with pytest.raises(EmptyField, match="理由"):
        decline_annotation(bench, remark, reason=" ")
    decline_annotation(bench, remark, reason="家属已拒绝针剂")
    (row,) = list_annotations(bench, patient)
    assert (row.state, row.reason) == ("不采纳", "家属已拒绝针剂")
    answers = [
        lambda: decline_annotation(bench, remark, reason="再议"),
        lambda: adopt_as_task(bench, remark, a_task(team)),
        lambda: adopt_as_plan_item(bench, remark, plan, a_line(team)),
        lambda: withdraw_annotation(psychiatrist(bench), remark, why="收回"),
    ]
    for answer in answers:
        with pytest.raises(AnnotationAnswered, match="不采纳"):
            answer()


@pytest.mark.parametrize(
    ("change", "refusal"),
    [
        ({"title": " "}, EmptyField),
        ({"implementer_id": None}, DecisionNeedsImplementer),
        ({"implementer_id": 99}, NotFound),
        ({"due_on": None}, DecisionNeedsDueDate),
        ({"due_on": date(2026, 11, 24)}, DayNotPossible),
    ],
)
def test_work_is_given_to_someone_by_a_day(bench, team, patient, remark, change, refusal):
    with pytest.raises(refusal):
        adopt_as_task(bench, remark, a_task(team, **change))
    (row,) = list_annotations(bench, patient)
    assert row.outcome is None


def test_a_remark_becomes_a_task_the_next_meeting_hears_of(bench, team, patient, remark):
    task = adopt_as_task(bench, remark, a_task(team))
    december = a_running_meeting(bench, team, date(2026, 12, 23))
    (row,) = list_earlier_tasks(bench, december.id)
    assert (row.id, row.title, row.implementer, row.case_number, row.partner) == (
        task,
        "陪同到县院评估长效针剂",
        "穆青禾",
        "GA0101",
        "县精神卫生中心",
    )
    assert (row.state, row.patient_id) == ("逾期13天", patient)
    record_task_result(
        bench,
        task,
        outcome=TaskOutcome.DONE,
        note="已评估",
        evidence="门诊病历复印件",
        meeting_id=december.id,
    )
    (row,) = list_earlier_tasks(bench, december.id)
    assert (row.state, row.note, row.evidence) == ("已办", "已评估", "门诊病历复印件")
    settle_all(bench, team, december)
    close_meeting(bench, december.id, ends=time(16, 20))
    assert all(finding.good for finding in verify_store(bench))
    january = a_running_meeting(bench, team, date(2027, 1, 27))
    assert task not in {row.id for row in list_earlier_tasks(bench, january.id)}


def test_a_task_given_out_on_the_day_of_a_meeting_is_heard_at_the_next(bench, team, remark):
    november = a_closed_meeting(bench, team)
    task = adopt_as_task(bench, remark, a_task(team))
    assert task not in {row.id for row in list_earlier_tasks(bench, november.id)}
    assert all(finding.good for finding in verify_store(bench))
    december = a_running_meeting(bench, team, date(2026, 12, 23))
    rows = {row.id: row.case_number for row in list_earlier_tasks(bench, december.id)}
    assert rows[task] == "GA0101"
    assert len(rows) == 4


def test_a_sealed_meeting_reads_the_same_whatever_becomes_of_a_task(bench, team, remark, clock):
    task = adopt_as_task(bench, remark, a_task(team))
    december = a_running_meeting(bench, team, date(2026, 12, 23))
    settle_all(bench, team, december)
    clock.move(hours=1)
    close_meeting(bench, december.id, ends=time(16, 20))
    clock.move(days=30)
    name_task_partner(bench, task, partner="镇卫生院")
    record_task_result(bench, task, outcome=TaskOutcome.DONE, evidence="回执")
    assert all(finding.good for finding in verify_store(bench))


def test_remarks_read_as_they_were_known(bench, team, patient, remark, clock):
    clock.move(minutes=5)
    before = bench.now()
    clock.move(minutes=5)
    decline_annotation(bench, remark, reason="家属已拒绝针剂")
    assert list_annotations(bench, patient, at=before)[0].outcome is None
    assert list_annotations(bench, patient, at=before.replace(year=2025)) == []
    with bench.store.reading() as session:
        assert open_annotations_of(session, [patient]) == {}
        assert open_annotations_of(session, [patient], before) == {patient: 1}


def test_an_open_remark_can_be_taken_back_by_whoever_writes_them(bench, patient, remark):
    with pytest.raises(NotPermitted):
        withdraw_annotation(bench, remark, why="写错了")
    with pytest.raises(EmptyField):
        withdraw_annotation(psychiatrist(bench), remark, why=" ")
    withdraw_annotation(psychiatrist(bench), remark, why="写错了")
    assert list_annotations(bench, patient) == []
