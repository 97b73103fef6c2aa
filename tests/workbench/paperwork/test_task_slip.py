"""What a task slip says of the records."""

from datetime import date

import pytest

from data.canonical import canonical
from forms.task_slip import TASK_SLIP
from tests.builders import a_closed_meeting, a_running_meeting, settle
from tests.workbench.casework import psychiatrist
from tests.workbench.register import a_moment
from workbench.agendas import add_matter_to_agenda
from workbench.annotations import adopt_as_task, write_annotation
from workbench.decisions import record_decision, withdraw_decision
from workbench.errors import NotFound
from workbench.live import read_item
from workbench.open_tasks import list_open_tasks
from workbench.paperwork.task_slip import task_slip_answers, task_slip_identity
from workbench.task_terms import TaskGiven
from workbench.tasks import name_task_partner
from workbench.teams import record_phone

DUE = date(2026, 12, 2)


def answers(bench, task_id, at=None):
    with bench.store.reading() as session:
        return task_slip_answers(session, task_id, at)


def a_task(bench, team, meeting, number="GA0102", who="亓文涛", **change):
    given = {"text": "陪同欧阳松柏到县三院门诊", "due_on": DUE} | change
    item = meeting.items[number]
    record_decision(bench, item, implementer_id=team.members[who], **given)
    return max(task.id for task in list_open_tasks(bench))


def test_every_field_is_answered_and_no_other(bench, team, meeting):
    said = answers(bench, a_task(bench, team, meeting))
    assert set(said) - {"lists"} == {field.key for field in TASK_SLIP.fields()}
    assert canonical(said)
    assert {name: len(options) for name, options in said["lists"].items()} == {
        "results": 4,
        "evidence": 4,
    }


def test_the_slip_says_what_who_when_and_about_whom_without_the_name(bench, team, meeting):
    task = a_task(bench, team, meeting)
    name_task_partner(bench, task, partner="监护人、皮桂香")
    said = answers(bench, task)
    assert (said["title"], said["patient"]) == ("陪同欧阳**到县三院门诊", "GA0102\u3000欧阳**")
    assert (said["implementer"], said["partner"]) == ("亓文涛", "监护人、皮桂香")
    assert (said["due_on"], said["number"]) == ("2026-12-02", f"T-{task:04d}")
    assert said["origin"] == "2026年第1次例会第2案"
    assert "欧阳松柏" not in canonical(said)


def test_it_returns_to_the_recorder_who_checks_it(bench, team, meeting):
    recorder = team.members["穆青禾"]
    record_phone(bench, recorder, phone="13900000617")
    said = answers(bench, a_task(bench, team, meeting))
    assert said["return_to"] == "穆青禾（精防医师单位，13900000617）"
    assert said["checker"] == f"checker:{recorder}"
    assert said["receiver"] == f"implementer:{team.members['亓文涛']}"


def test_nobody_checks_their_own_work(bench, team, meeting):
    said = answers(bench, a_task(bench, team, meeting, who="穆青禾"))
    assert said["checker"] == f"checker:{team.members['龚砚秋']}"


def test_what_comes_back_on_it_is_left_white(bench, team, meeting):
    said = answers(bench, a_task(bench, team, meeting))
    assert (said["result"], said["words"], said["evidence"]) == (None, None, None)


def test_a_task_about_nobody_in_particular_names_nobody(bench, team, meeting):
    item = add_matter_to_agenda(bench, meeting.id, title="冬季取暖安全")
    meeting.items["matter"] = item
    said = answers(bench, a_task(bench, team, meeting, "matter", text="逐户检查炉具"))
    assert (said["patient"], said["title"]) == ("", "逐户检查炉具")
    assert said["origin"] == "2026年第1次例会第4案"


def test_a_task_from_a_remark_returns_to_the_case_manager(bench, team, meeting):
    remark = write_annotation(psychiatrist(bench), "case_terms", 1, text="查肝功能")
    given = TaskGiven("陪同石䶮查肝功能", team.members["皮桂香"], DUE, "县精神卫生中心")
    said = answers(bench, adopt_as_task(bench, remark, given))
    assert (said["origin"], said["meeting"]) == ("采纳2026-11-25医师批注", "")
    assert (said["title"], said["partner"]) == ("陪同石*查肝功能", "县精神卫生中心")
    assert said["checker"] == f"checker:{team.members['穆青禾']}"
    assert said["unit"] == "云栖镇个案管理小组"


def test_a_task_that_was_taken_back_has_no_slip(bench, team, meeting):
    task = a_task(bench, team, meeting)
    decision = read_item(bench, meeting.items["GA0102"]).decisions[0]
    withdraw_decision(bench, decision.id, why="记错")
    with pytest.raises(NotFound, match="任务"):
        answers(bench, task)


def test_a_slip_reads_later_as_it_read_then(bench, team, clock):
    a_closed_meeting(bench, team, date(2026, 10, 28))
    task = list_open_tasks(bench)[0].id
    moment, before = a_moment(clock), answers(bench, task)
    name_task_partner(bench, task, partner="派出所")
    assert answers(bench, task) != before
    assert answers(bench, task, moment) == before


def test_overleaf_the_slip_says_which_task_it_is(bench, team):
    meeting = a_running_meeting(bench, team)
    settle(bench, team, meeting.items["GA0101"], 3)
    task = list_open_tasks(bench)[0].id
    assert task_slip_identity(answers(bench, task)) == (f"T-{task:04d}\u3000GA0101\u3000石*",)
