"""Taking back what was done at a meeting, step by step."""

import json
from dataclasses import replace
from datetime import date, time

import pytest
import sqlalchemy as sa

from data.assistance_codes import ProposalOutcome, SubsidyState, SubsidyStep
from data.casework_codes import ExitReason, IntakeOutcome, ItemState
from data.codes import AbsenceReason, AgendaTier, Stability, TaskOutcome
from data.models.audit import AuditRow
from data.models.decisions import Decision
from forms.task_slip import TASK_SLIP
from tests.builders import a_running_meeting, reopened
from tests.workbench.casework import a_line, a_patient, accepted, an_intake
from tests.workbench.register import GUARDIAN
from tests.workbench.sitting import (
    FIRST,
    SECOND,
    TWO,
    after_october,
    confirm,
    decide,
    hear,
    rate,
    say,
)
from tests.workbench.standing import as_known, as_shown
from workbench.agenda_order import put_back_on_agenda
from workbench.agendas import (
    add_case_to_agenda,
    add_matter_to_agenda,
    add_patient_to_agenda,
    remove_from_agenda,
)
from workbench.assessments import record_opinion
from workbench.audit import verify_store
from workbench.case_life import exit_case
from workbench.closing import close_meeting
from workbench.decisions import (
    continue_case,
    defer_item,
    withdraw_decision,
)
from workbench.drafts import read_draft, save_draft, subject_of
from workbench.errors import MeetingAlreadyClosed
from workbench.guardians import name_guardian
from workbench.intake_decisions import Ruling, decide_intake, propose_intake
from workbench.live import list_agenda, read_item
from workbench.meetings import record_absence, record_presence
from workbench.paperwork.subjects import About, Subject
from workbench.plan_items import add_plan_item, record_plan_progress
from workbench.plans import confirm_plan, draw_up_plan
from workbench.printing import record_print
from workbench.register import read_patient
from workbench.subsidies import Subsidised, correct_subsidy, record_subsidy
from workbench.subsidy_proposals import (
    Proposed,
    StepRuling,
    decide_subsidy_proposal,
    propose_subsidy_step,
)
from workbench.tasks import record_task_result
from workbench.undo import NothingToUndo, list_undoable, undo_last
from workbench.undo_obstacles import CarriedFurther, ChangedSince


@pytest.fixture
def meeting(bench, team):
    """A meeting in session after one that left every case a task and the second case at 2级."""
    return after_october(bench, team)


def intake_ruled(bench, meeting, outcome):
    intake = an_intake(bench, a_patient(bench))
    item = propose_intake(bench, meeting.id, intake)
    return lambda: decide_intake(bench, intake, item, Ruling(outcome, "再观察一个月"))


def plan_of(bench, team):
    plan = draw_up_plan(bench, team.cases[FIRST])
    return plan, add_plan_item(bench, plan, a_line(team))


def subsidy_proposed(bench, team):
    patient = team.patients[FIRST]
    guardian = name_guardian(bench, patient, GUARDIAN, from_on=date(2024, 1, 1))
    granted = Subsidised(date(2026, 3, 1), SubsidyState.GRANTED, 240000)
    record_subsidy(bench, guardian, granted)
    proposed = Proposed(date(2026, 11, 20), SubsidyStep.CANCEL, "连续三个月没有督促服药")
    return propose_subsidy_step(bench, patient, proposed)


# What is done, after what, and how it is called; each gets bench, team, meeting and what went
# before it answered.
COMMANDS = {
    "石* 民警 亓*涛的意见": (None, lambda b, t, m, _: say(b, t, m.items[FIRST])),
    "改写的意见": (
        lambda b, t, m: say(b, t, m.items[FIRST]),
        lambda b, t, m, _: say(b, t, m.items[FIRST], "出警两次。"),
    ),
    "清空的意见": (
        lambda b, t, m: say(b, t, m.items[FIRST]),
        lambda b, t, m, _: record_opinion(b, m.items[FIRST], t.members["亓文涛"], words=""),
    ),
    "石* 评为3级": (None, lambda b, t, m, _: rate(b, m.items[FIRST])),
    "石* 评为2级": (
        lambda b, t, m: rate(b, m.items[FIRST]),
        lambda b, t, m, _: rate(b, m.items[FIRST], TWO, "两月无打砸。"),
    ),
    "石* 交办“补签协议”": (None, lambda b, t, m, _: decide(b, t, m.items[FIRST])),
    "石* 撤回决定“补签协议”": (
        lambda b, t, m: decide(b, t, m.items[FIRST]),
        lambda b, t, m, key: withdraw_decision(b, key, why="记错了"),
    ),
    "欧阳** 维持原等级": (None, lambda b, t, m, _: continue_case(b, m.items[SECOND])),
    "在维持之后交办": (
        lambda b, t, m: continue_case(b, m.items[SECOND]),
        lambda b, t, m, _: decide(b, t, m.items[SECOND]),
    ),
    "石* 暂缓议": (None, lambda b, t, m, _: defer_item(b, m.items[FIRST], reason="外出未归")),
    "交办之后的暂缓议": (
        lambda b, t, m: confirm(b, t, m.items[FIRST]),
        lambda b, t, m, _: defer_item(b, m.items[FIRST], reason="外出未归"),
    ),
    "石* 确认结论（3级）": (None, lambda b, t, m, _: confirm(b, t, m.items[FIRST])),
    "石* 确认结论": (
        lambda b, t, m: rate(b, m.items[FIRST]),
        lambda b, t, m, _: confirm(b, t, m.items[FIRST], stability=Stability.STABLE),
    ),
    "石* 任务记为“未落实”": (None, lambda b, t, m, _: hear(b, m)),
    "石* 任务记为“已办”": (
        lambda b, t, m: hear(b, m),
        lambda b, t, m, _: hear(b, m, TaskOutcome.DONE),
    ),
    "民警 亓*涛缺席": (
        None,
        lambda b, t, m, _: record_absence(b, m.id, t.members["亓文涛"], reason=AbsenceReason.DUTY),
    ),
    "民警 亓*涛到会": (
        lambda b, t, m: record_absence(b, m.id, t.members["亓文涛"], reason=AbsenceReason.SICK),
        lambda b, t, m, _: record_presence(b, m.id, t.members["亓文涛"]),
    ),
    "取暖安全 列入议程": (None, lambda b, t, m, _: add_matter_to_agenda(b, m.id, title="取暖安全")),
    "丘* 列入议程": (
        lambda b, t, m: a_patient(b),
        lambda b, t, m, patient: add_patient_to_agenda(b, m.id, patient),
    ),
    "石* 移出议程": (None, lambda b, t, m, _: remove_from_agenda(b, m.items[FIRST])),
    "石* 放回议程": (
        lambda b, t, m: remove_from_agenda(b, m.items[FIRST]),
        lambda b, t, m, kept: put_back_on_agenda(b, kept),
    ),
    "石* 列入议程": (
        lambda b, t, m: remove_from_agenda(b, m.items[FIRST]),
        lambda b, t, m, _: add_case_to_agenda(b, m.id, t.cases[FIRST], tier=AgendaTier.FOCUS),
    ),
    "石* 确认干预计划": (
        lambda b, t, m: plan_of(b, t),
        lambda b, t, m, plan: confirm_plan(b, plan[0], meeting_id=m.id),
    ),
    "石* 出组": (
        None,
        lambda b, t, m, _: exit_case(
            b, t.cases[FIRST], m.items[FIRST], exit_reason=ExitReason.DIED, words="因病去世"
        ),
    ),
    "丘* 入组决定": (
        lambda b, t, m: intake_ruled(b, m, IntakeOutcome.REJECTED),
        lambda b, t, m, rule: rule(),
    ),
    "石* 补贴决定": (
        lambda b, t, m: subsidy_proposed(b, t),
        lambda b, t, m, key: decide_subsidy_proposal(
            b,
            key,
            m.items[FIRST],
            StepRuling(ProposalOutcome.ACCEPTED, implementer_id=t.members["穆青禾"]),
        ),
    ),
}


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_is_taken_back_exactly(bench, team, meeting, name):
    first, command = COMMANDS[name]
    given = first(bench, team, meeting) if first else None
    before, shown = as_known(bench), as_shown(bench, meeting.id)
    command(bench, team, meeting, given)
    assert as_known(bench) != before
    told = list_undoable(bench, meeting.id)[0].sentence
    if " " in name:
        assert told == name
    assert undo_last(bench, meeting.id).sentence == told
    assert as_known(bench) == before
    assert as_shown(bench, meeting.id) == shown
    assert all(finding.good for finding in verify_store(bench))


def test_several_steps_go_back_one_after_the_other_over_lock_and_restart(bench, team, meeting):
    item, other = meeting.items[FIRST], meeting.items[SECOND]
    stood = [as_known(bench)]
    for command in (
        lambda: say(bench, team, item),
        lambda: confirm(bench, team, item),
        lambda: continue_case(bench, other),
        lambda: defer_item(bench, other, reason="外出未归"),
        lambda: hear(bench, meeting),
    ):
        command()
        stood.append(as_known(bench))
    assert [step.sentence for step in list_undoable(bench, meeting.id)] == [
        "石* 任务记为“未落实”",
        "欧阳** 暂缓议",
        "欧阳** 维持原等级",
        "石* 确认结论（3级）",
        "石* 民警 亓*涛的意见",
    ]
    bench = reopened(bench)
    leads = []
    while list_undoable(bench, meeting.id):
        stood.pop()
        leads.append(undo_last(bench, meeting.id).item_id)
        assert as_known(bench) == stood[-1]
    assert leads == [item, other, other, item, item]
    with pytest.raises(NothingToUndo):
        undo_last(bench, meeting.id)
    bench.close()


def test_what_was_taken_back_can_be_done_anew_and_taken_back_again(bench, team, meeting):
    item = meeting.items[FIRST]
    before = as_known(bench)
    for _ in range(2):
        confirm(bench, team, item)
        undo_last(bench, meeting.id)
        assert as_known(bench) == before
    assert list_undoable(bench, meeting.id) == []


def test_nothing_is_erased_and_the_chain_tells_both(bench, team, meeting):
    key = decide(bench, team, meeting.items[FIRST])
    step = undo_last(bench, meeting.id)
    with bench.store.reading() as session:
        rows = session.scalars(
            sa.select(Decision).where(Decision.root_id == key).order_by(Decision.revision)
        )
        assert [(row.text, row.withdrawn, row.why) for row in rows] == [
            ("补签协议", False, ""),
            ("补签协议", True, "撤销"),
        ]
        done, undone = session.scalars(sa.select(AuditRow).order_by(AuditRow.id)).all()[-2:]
    assert (done.action, done.id, undone.action) == ("record_decision", step.id, "undo_last")
    assert json.loads(undone.detail) == {
        "meeting": meeting.id,
        "item": meeting.items[FIRST],
        "step": step.id,
    }


def test_what_was_typed_stands_in_the_fields_again(bench, team, meeting):
    item = meeting.items[FIRST]
    subject = subject_of(meeting.id, item)
    save_draft(bench, "live", subject, {"words": "出警一次"})
    confirm(bench, team, item)
    assert read_draft(bench, "live", subject) is None
    undo_last(bench, meeting.id)
    assert read_draft(bench, "live", subject) == {"words": "出警一次"}


def test_what_was_typed_since_is_not_written_over(bench, team, meeting):
    item = meeting.items[FIRST]
    subject = subject_of(meeting.id, item)
    save_draft(bench, "live", subject, {"words": "出警一次"})
    confirm(bench, team, item)
    save_draft(bench, "live", subject, {"words": "后来又写的"})
    undo_last(bench, meeting.id)
    assert read_draft(bench, "live", subject) == {"words": "后来又写的"}


def test_a_closed_meeting_keeps_no_words_aside_and_takes_nothing_back(bench, team, meeting):
    for number, item in meeting.items.items():
        save_draft(bench, "live", subject_of(meeting.id, item), {"words": "写了一半"})
        defer_item(bench, item, reason=f"{number}外出未归")
    close_meeting(bench, meeting.id, ends=time(16, 20))
    assert list_undoable(bench, meeting.id) == []
    assert as_known(bench)[1]["draft"] == []
    with bench.store.reading() as session:
        assert session.scalar(sa.text("SELECT count(*) FROM draft")) == 0
    with pytest.raises(MeetingAlreadyClosed):
        undo_last(bench, meeting.id)


def test_another_meeting_in_session_is_left_alone(bench, team, meeting):
    other = a_running_meeting(bench, team, date(2026, 11, 26))
    say(bench, team, meeting.items[FIRST])
    rate(bench, other.items[SECOND], TWO)
    assert [s.sentence for s in list_undoable(bench, meeting.id)] == ["石* 民警 亓*涛的意见"]
    undo_last(bench, meeting.id)
    assert read_item(bench, other.items[SECOND]).level is TWO


def task_of(bench, decision):
    with bench.store.reading() as session:
        return session.scalar(
            sa.text("SELECT id FROM task WHERE decision_id = :key").bindparams(key=decision)
        )


def report(bench, team, meeting, key):
    record_task_result(bench, task_of(bench, key), outcome=TaskOutcome.DONE)


def print_slip(bench, team, meeting, key):
    slip = Subject(About.TASK, task_of(bench, key))
    record_print(bench, TASK_SLIP.code, slip, pages=1, copies=1)


@pytest.mark.parametrize(
    ("further", "reason"), [(report, "已经报了办理结果"), (print_slip, "已经打印")]
)
def test_work_that_was_handed_out_is_not_taken_back(bench, team, meeting, further, reason):
    key = decide(bench, team, meeting.items[FIRST])
    further(bench, team, meeting, key)
    before = as_known(bench)
    with pytest.raises(CarriedFurther, match=reason) as refused:
        undo_last(bench, meeting.id)
    assert "石* 交办“补签协议”" in refused.value.message
    assert refused.value.next_step == "需要改变时，请在会上另作决定。"
    assert as_known(bench) == before


def test_a_plan_somebody_works_by_stays_confirmed(bench, team, meeting):
    plan, line = plan_of(bench, team)
    confirm_plan(bench, plan, meeting_id=meeting.id)
    record_plan_progress(bench, line, state=ItemState.RUNNING)
    draw_up_plan(bench, team.cases[FIRST])
    with pytest.raises(CarriedFurther, match="已经开始修订下一次计划；已经登记了计划进展"):
        undo_last(bench, meeting.id)


def test_a_case_that_was_opened_stays_open(bench, team, meeting):
    intake = an_intake(bench, a_patient(bench))
    item = propose_intake(bench, meeting.id, intake)
    decide_intake(bench, intake, item, accepted(team))
    with pytest.raises(CarriedFurther, match="个案编号GA0200已经启用"):
        undo_last(bench, meeting.id)


def test_what_was_written_over_elsewhere_is_not_taken_back(bench, team, meeting):
    key = subsidy_proposed(bench, team)
    given = StepRuling(ProposalOutcome.ACCEPTED, implementer_id=team.members["穆青禾"])
    decide_subsidy_proposal(bench, key, meeting.items[FIRST], given)
    row = read_patient(bench, team.patients[FIRST]).subsidy
    ended = replace(row.subsidised, yearly_amount=120000)
    correct_subsidy(bench, row.id, ended, why="金额抄错")
    with pytest.raises(ChangedSince, match="后来又在别处改过"):
        undo_last(bench, meeting.id)


def test_a_late_item_somebody_writes_about_stays_on_the_agenda(bench, team, meeting):
    item = add_matter_to_agenda(bench, meeting.id, title="取暖安全")
    save_draft(bench, "live", subject_of(meeting.id, item), {"words": "写了一半"})
    with pytest.raises(Exception, match="草稿"):
        undo_last(bench, meeting.id)
    assert [row.title for row in list_agenda(bench, meeting.id)][-1] == "取暖安全"
