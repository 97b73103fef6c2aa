"""What became of a case between two moments, in sentences."""

from datetime import date

import pytest

from data.casework_codes import ExitReason, ItemState, PlanArea
from data.codes import CaseKind, TaskOutcome
from tests.workbench.casework import (
    NONE_MET,
    TWO_MET,
    a_line,
    a_patient,
    accepted,
    an_intake,
    psychiatrist,
)
from workbench.annotations import adopt_as_task, decline_annotation, write_annotation
from workbench.case_life import exit_case, pause_case, resume_case
from workbench.changes import list_changes
from workbench.intake_decisions import decide_intake, propose_intake
from workbench.intakes import Assessed, review_criteria, withdraw_intake
from workbench.plan_items import add_plan_item, explain_criterion, record_plan_progress
from workbench.plan_reading import read_plan
from workbench.plans import PlanHeading, confirm_plan, draw_up_plan
from workbench.task_terms import TaskGiven
from workbench.tasks import record_task_result


@pytest.fixture
def changes(bench, clock):
    """The sentences about a patient since the last time they were asked for."""
    seen = [bench.now()]

    def sentences(patient):
        clock.move(minutes=5)
        found = list_changes(bench, patient, seen[-1])
        seen.append(bench.now())
        clock.move(minutes=5)
        return [change.sentence for change in found]

    return sentences


def test_an_intake_and_its_decision_are_told(bench, team, meeting, changes):
    patient = a_patient(bench)
    changes(patient)
    intake = an_intake(bench, patient)
    assert changes(patient) == [
        (
            "2026年11月20日，入组标准评估：符合的标准为危险性评估1—2级、"
            "未服药或服药不规律，除外遵医嘱不需服药，建议类型为高风险。"
        )
    ]
    decide_intake(bench, intake, propose_intake(bench, meeting.id, intake), accepted(team))
    assert changes(patient)[-1] == "2026年11月25日，入组决定：结论为同意入组，个案编号为GA0200。"


def test_a_withdrawn_intake_still_says_what_it_said(bench, team, changes):
    patient = a_patient(bench)
    intake = an_intake(bench, patient, kind=CaseKind.UNSTABLE, reason="近日自知力缺失")
    assert changes(patient)[-1].endswith(
        "建议类型为病情不稳定，由人选定类型为是，理由为近日自知力缺失。"
    )
    withdraw_intake(bench, intake, why="评的是另一个人")
    assert changes(patient) == [
        (
            "撤回2026年11月20日的入组标准评估：符合的标准为危险性评估1—2级、"
            "未服药或服药不规律，除外遵医嘱不需服药，建议类型为病情不稳定，由人选定类型为是，"
            "理由为近日自知力缺失。理由：评的是另一个人。"
        )
    ]


def test_a_review_names_its_case(bench, team, changes, clock):
    patient, case = team.patients["GA0101"], team.cases["GA0101"]
    clock.move(days=32)
    changes(patient)
    review_criteria(bench, case, Assessed(bench.today(), NONE_MET))
    assert changes(patient) == ["2026年12月27日，入组标准评估“GA0101”：没有写明内容。"]


def test_a_pause_and_an_end_are_told(bench, team, meeting, changes, clock):
    patient, case = team.patients["GA0101"], team.cases["GA0101"]
    changes(patient)
    pause_case(bench, case, reason="县院住院", until_on=date(2027, 1, 31))
    assert changes(patient) == [
        "2026年11月25日，个案状态“GA0101”：状态为暂停，预计恢复日期为2027年1月31日，说明为县院住院。"
    ]
    resume_case(bench, case)
    assert changes(patient) == ["2026年11月25日，个案状态“GA0101”：状态为在组。"]
    exit_case(bench, case, meeting.items["GA0101"], exit_reason=ExitReason.DIED, words="因病去世")
    assert changes(patient)[-1] == (
        "2026年11月25日，个案状态“GA0101”：状态为出组，出组原因为死亡，说明为因病去世。"
    )


def test_a_plan_is_told_when_it_is_confirmed(bench, team, meeting, changes, clock):
    patient, case = team.patients["GA0101"], team.cases["GA0101"]
    plan = draw_up_plan(bench, case, PlanHeading(strengths="会修农机"))
    line = add_plan_item(bench, plan, a_line(team))
    changes(patient)
    confirm_plan(bench, plan, meeting_id=meeting.id)
    assert changes(patient)[-1] == (
        "2026年11月25日，干预计划确认“第1次”：内容为共1项（风险防范“夜间大声喊叫”）。"
    )
    record_plan_progress(bench, line, state=ItemState.RUNNING, result="已走访两次")
    assert changes(patient) == [
        "2026年11月25日，干预计划进展“风险防范：夜间大声喊叫”：状态为进行中，完成情况为已走访两次。"
    ]
    review_criteria(bench, case, Assessed(date(2026, 11, 25), TWO_MET))
    second = draw_up_plan(bench, case)
    add_plan_item(bench, second, a_line(team, area=PlanArea.PSYCHOLOGY, problem="常独处"))
    for criterion in TWO_MET:
        explain_criterion(bench, second, criterion, reason="已有措施")
    assert changes(patient)[-1] == (
        "2026年11月25日，干预计划草稿“第2次”：类型为高风险，自身优势为会修农机。"
    )
    confirm_plan(bench, second, meeting_id=meeting.id)
    assert changes(patient)[-1] == (
        "2026年11月25日，干预计划确认“第2次”：内容为新增心理干预“常独处”，"
        "没有对应内容的标准为危险性评估1—2级（已有措施）；"
        "未服药或服药不规律，除外遵医嘱不需服药（已有措施）。"
    )
    assert read_plan(bench, second).row.kind is CaseKind.HIGH_RISK


def test_remarks_and_what_became_of_them_are_told(bench, team, changes):
    patient, doctor = team.patients["GA0101"], psychiatrist(bench)
    changes(patient)
    first = write_annotation(doctor, "visit", 1, text="建议查肝功能")
    assert changes(patient) == ["2026年11月25日，批注：内容为建议查肝功能。"]
    given = TaskGiven("陪同查肝功能", team.members["穆青禾"], date(2026, 12, 9), "镇卫生院")
    task = adopt_as_task(bench, first, given)
    assert sorted(changes(patient)) == [
        (
            "2026年11月25日，任务安排：任务为陪同查肝功能，责任人为穆青禾，协同部门为镇卫生院，"
            "完成时限为2026年12月9日。"
        ),
        "2026年11月25日，批注处理“建议查肝功能”：结论为采纳，列入为任务。",
    ]
    record_task_result(bench, task, outcome=TaskOutcome.DONE, evidence="化验单")
    assert changes(patient) == [
        "2026年11月25日，任务结果“陪同查肝功能”：结果为已办，证据为化验单。"
    ]
    second = write_annotation(doctor, "visit", 1, text="建议住院")
    decline_annotation(bench, second, reason="家属不同意")
    assert changes(patient)[-1] == (
        "2026年11月25日，批注处理“建议住院”：结论为不采纳，理由为家属不同意。"
    )
