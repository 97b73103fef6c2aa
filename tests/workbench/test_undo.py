"""Taking back what was done at a meeting, step by step."""

import ast
import json
import re
from dataclasses import replace
from datetime import date, time
from pathlib import Path

import pytest
import sqlalchemy as sa

from data.assistance_codes import ProposalOutcome
from data.casework_codes import ItemState
from data.codes import TaskOutcome
from data.models.audit import AuditRow
from data.models.decisions import Decision
from forms.task_slip import TASK_SLIP
from tests.builders import a_running_meeting, reopened
from tests.workbench.casework import a_patient, accepted, an_intake
from tests.workbench.meeting_commands import COMMANDS, plan_of, subsidy_proposed
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
from workbench.agendas import (
    add_matter_to_agenda,
)
from workbench.audit import verify_store
from workbench.closing import close_meeting
from workbench.decisions import (
    continue_case,
    defer_item,
)
from workbench.drafts import read_draft, save_draft, subject_of
from workbench.errors import MeetingAlreadyClosed
from workbench.intake_decisions import decide_intake, propose_intake
from workbench.live import list_agenda, read_item
from workbench.paperwork.subjects import About, Subject
from workbench.plan_items import record_plan_progress
from workbench.plans import confirm_plan, draw_up_plan
from workbench.printing import record_print
from workbench.register import read_patient
from workbench.subsidies import correct_subsidy
from workbench.subsidy_proposals import (
    StepRuling,
    decide_subsidy_proposal,
)
from workbench.tasks import record_task_result
from workbench.undo import NothingToUndo, list_undoable, undo_last
from workbench.undo_obstacles import CarriedFurther, ChangedSince
from workbench.undo_steps import TAKEN_BACK


@pytest.fixture
def meeting(bench, team):
    """A meeting in session after one that left every case a task and the second case at 2级."""
    return after_october(bench, team)


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


def test_whatever_needs_a_meeting_in_session_can_be_taken_back():
    workbench = Path(__file__).parents[2] / "workbench"
    found = set()
    for file in workbench.glob("*.py"):
        for function in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(function, ast.FunctionDef):
                words = ast.unparse(function)
                if "running_item(" in words or "running_meeting(" in words:
                    found |= set(re.findall(r"bench.doing\('(\w+)'", words))
    assert found - {"close_meeting", "undo_last"} <= TAKEN_BACK
    assert len(found) > 10
