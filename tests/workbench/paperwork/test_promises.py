"""What 上次说的话 says of the records."""

from datetime import date, time

import pytest

from data.canonical import canonical
from data.codes import RiskLevel, TaskOutcome
from data.models.meetings import Meeting
from forms.promises import PROMISES
from tests.builders import a_closed_meeting, a_planned_meeting, a_running_meeting, settle
from tests.workbench.register import a_moment
from workbench.closing import close_meeting
from workbench.decisions import record_decision
from workbench.paperwork.places import _WORDS
from workbench.paperwork.promises import promises_answers
from workbench.tasks import list_earlier_tasks, record_task_result

OCTOBER, JANUARY = date(2026, 10, 28), date(2027, 1, 27)
DONE, NOT, NO_LONGER = TaskOutcome


def answers(bench, meeting, **more):
    with bench.store.reading() as session:
        return promises_answers(session, session.get_one(Meeting, meeting.id), **more)


@pytest.fixture
def promised(bench, team):
    """The police promised three things in October, and the village two."""
    october = a_running_meeting(bench, team, OCTOBER)
    for item in october.items.values():
        settle(bench, team, item, RiskLevel.ANYWHERE)
    for number, due in enumerate((date(2026, 12, 1), date(2027, 6, 1)), 1):
        record_decision(
            bench,
            october.items["GA0102"],
            text=f"走访邻居第{number}次",
            implementer_id=team.members["皮桂香"],
            due_on=due,
        )
    close_meeting(bench, october.id, ends=time(16, 20))
    return a_planned_meeting(bench, team, JANUARY)


def report(bench, meeting, *outcomes):
    for task, outcome in zip(list_earlier_tasks(bench, meeting.id), outcomes, strict=False):
        record_task_result(bench, task.id, outcome=outcome, note="情况如此")


def test_the_sheet_answers_every_field_and_no_other(bench, promised):
    fields = {field.key for field in PROMISES.fields()}
    assert set(answers(bench, promised)) == fields
    assert fields <= set(_WORDS)
    assert canonical(answers(bench, promised))


def test_a_first_meeting_hears_of_nothing(bench, meeting):
    said = answers(bench, meeting)
    assert (said["departments"], said["tasks"]) == ([], [])


def test_each_unit_is_counted_and_all_together(bench, promised):
    report(bench, promised, DONE, NOT, NO_LONGER)
    departments = answers(bench, promised)["departments"]
    assert [tuple(row.values()) for row in departments] == [
        ("民警单位", 3, 1, 0, 1, 0, 1, "50%"),
        ("村（社区）干部单位", 2, 0, 1, 0, 1, 0, "0%"),
        ("合计", 5, 1, 1, 1, 1, 1, "33%", True),
    ]
    assert list(departments[0]) == [
        *("department", "promised", "not_carried_out", "overdue"),
        *("no_longer_needed", "open", "done", "rate"),
    ]


def test_one_unit_needs_no_sum(bench, team):
    a_closed_meeting(bench, team, OCTOBER)
    november = a_planned_meeting(bench, team)
    (row,) = answers(bench, november)["departments"]
    assert (row["department"], row["promised"], row["open"], row["rate"]) == ("民警单位", 3, 3, "")


def test_tasks_stand_with_their_unit_the_undone_first(bench, promised):
    report(bench, promised, DONE, NOT)
    tasks = answers(bench, promised)["tasks"]
    assert [(t["department"], t["case"], t["outcome"], t["note"]) for t in tasks] == [
        ("民警单位", "GA0102", "未落实", "情况如此"),
        ("民警单位", "GA0103", "逾期35天", ""),
        ("民警单位", "GA0101", "已办", "情况如此"),
        ("村（社区）干部单位", "GA0102", "逾期57天", ""),
        ("村（社区）干部单位", "GA0102", "未到期", ""),
    ]


def test_the_sheet_reads_the_same_at_its_moment(bench, clock, promised):
    at = a_moment(clock)
    known = answers(bench, promised, at=at)
    report(bench, promised, DONE, NOT)
    assert answers(bench, promised) != known
    assert answers(bench, promised, at=at) == known
