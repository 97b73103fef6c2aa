"""What an urging says of the records."""

from datetime import date

import pytest

from data.canonical import canonical
from data.codes import TaskOutcome
from forms.urging import URGING
from tests.builders import a_closed_meeting, a_running_meeting
from tests.workbench.register import a_moment
from workbench.open_tasks import list_open_tasks
from workbench.paperwork.urging import urging_answers, urging_identity
from workbench.tasks import record_task_result

ISSUED = date(2027, 1, 6)


@pytest.fixture
def task(bench, team):
    """Given in October, due two days before Christmas."""
    a_closed_meeting(bench, team, date(2026, 10, 28))
    return list_open_tasks(bench)[0].id


def answers(bench, task_id, on=ISSUED, at=None, **more):
    with bench.store.reading() as session:
        return urging_answers(session, task_id, on, at, **more)


def test_every_field_is_answered_and_no_other(bench, task):
    said = answers(bench, task)
    assert set(said) - {"lists"} == {field.key for field in URGING.fields()}
    assert canonical(said)


def test_it_says_what_was_decided_when_and_how_long_it_is_overdue(bench, task):
    said = answers(bench, task)
    assert (said["title"], said["patient"]) == ("每周联合随访1次", "GA0101\u3000石*")
    assert (said["implementer"], said["department"]) == ("亓文涛", "民警单位")
    assert (said["origin"], said["decided_on"]) == ("2026年第1次例会第1案", "2026-10-28")
    assert (said["due_on"], said["overdue"]) == ("2026-12-23", 14)


def test_before_the_day_it_is_due_nothing_is_overdue(bench, task):
    assert answers(bench, task, date(2026, 12, 23))["overdue"] == 0


def test_all_that_was_heard_of_it_is_listed_by_day(bench, team, task):
    november = a_running_meeting(bench, team)
    record_task_result(
        bench,
        task,
        outcome=TaskOutcome.NOT_CARRIED_OUT,
        note="材料缺户口簿",
        meeting_id=november.id,
    )
    record_task_result(bench, task, outcome=TaskOutcome.NOT_CARRIED_OUT, note="仍未办")
    assert answers(bench, task)["heard"] == [
        {
            "on": "2026-11-25",
            "what": "2026年第2次例会核对",
            "outcome": "未落实",
            "note": "材料缺户口簿",
        },
        {"on": "2026-11-25", "what": "会外核对", "outcome": "未落实", "note": "仍未办"},
    ]


def test_without_a_day_to_reply_by_there_is_room_to_write_one(bench, task):
    assert answers(bench, task)["reply_by"] is None
    assert answers(bench, task, reply_by=date(2027, 1, 13))["reply_by"] == "2027-01-13"


def test_the_leader_issues_it_the_implementer_answers_and_the_recorder_checks(bench, team, task):
    signers = answers(bench, task)["signers"]
    members = team.members
    assert [(s["key"], s["role"]) for s in signers] == [
        (f"issuer:{members['龚砚秋']}", "签发人"),
        (f"implementer:{members['亓文涛']}", "责任人"),
        (f"checker:{members['穆青禾']}", "核对人"),
    ]


def test_an_urging_reads_later_as_it_read_then(bench, task, clock):
    moment, before = a_moment(clock), answers(bench, task)
    record_task_result(bench, task, outcome=TaskOutcome.DONE)
    assert answers(bench, task) != before
    assert answers(bench, task, at=moment) == before


def test_overleaf_the_sheet_says_which_task_is_urged(bench, task):
    assert urging_identity(answers(bench, task)) == (
        f"T-{task:04d}\u3000责任人 亓文涛",
        "GA0101\u3000石*",
    )
