"""Work that follows from decisions, and what the next meeting hears of it."""

from datetime import date, time

import pytest

from data.codes import RiskLevel, TaskOutcome
from tests.builders import a_closed_meeting, a_running_meeting, settle
from workbench.closing import close_meeting
from workbench.errors import EmptyField, MeetingAlreadyClosed, NotFound
from workbench.live import read_item
from workbench.tasks import list_earlier_tasks, name_task_partner, record_task_result

SEPTEMBER, OCTOBER = date(2026, 9, 23), date(2026, 10, 28)


def states(bench, meeting):
    return [(t.case_number, t.state) for t in list_earlier_tasks(bench, meeting.id)]


def test_the_first_meeting_hears_of_nothing(bench, meeting):
    assert list_earlier_tasks(bench, meeting.id) == []


def test_the_next_meeting_hears_of_every_task(bench, team):
    a_closed_meeting(bench, team, OCTOBER)
    november = a_running_meeting(bench, team)
    tasks = list_earlier_tasks(bench, november.id)
    assert [t.case_number for t in tasks] == ["GA0101", "GA0102", "GA0103"]
    assert {(t.title, t.implementer, t.state) for t in tasks} == {
        ("每周联合随访1次", "亓文涛", "未到期")
    }
    mine = read_item(bench, november.items["GA0102"]).earlier_tasks
    assert [t.case_number for t in mine] == ["GA0102"]


def test_days_overdue_count_to_the_day_of_the_meeting(bench, team):
    a_closed_meeting(bench, team, OCTOBER)  # due on 23 December
    january = a_running_meeting(bench, team, date(2027, 1, 27))
    assert states(bench, january)[0] == ("GA0101", "逾期35天")


def test_what_was_not_done_comes_back_and_what_was_done_does_not(bench, team):
    a_closed_meeting(bench, team, SEPTEMBER)
    october = a_running_meeting(bench, team, OCTOBER)
    one, two, three = list_earlier_tasks(bench, october.id)
    record_task_result(bench, one.id, outcome=TaskOutcome.DONE, meeting_id=october.id)
    record_task_result(
        bench,
        two.id,
        outcome=TaskOutcome.NOT_CARRIED_OUT,
        note="材料缺户口簿",
        meeting_id=october.id,
    )
    record_task_result(
        bench,
        three.id,
        outcome=TaskOutcome.NO_LONGER_NEEDED,
        note="已退租",
        meeting_id=october.id,
    )
    assert [s for _, s in states(bench, october)] == ["已办", "未落实", "不再需要"]
    for item in october.items.values():
        settle(bench, team, item, RiskLevel.ANYWHERE)
    close_meeting(bench, october.id, ends=time(16, 0))
    november = a_running_meeting(bench, team)
    back = [t.id for t in list_earlier_tasks(bench, november.id)]
    assert two.id in back
    assert one.id not in back
    assert three.id not in back
    assert len(back) == 1 + 3


def test_a_result_between_meetings_is_heard_at_the_next(bench, team):
    a_closed_meeting(bench, team, OCTOBER)
    november = a_running_meeting(bench, team)
    task = list_earlier_tasks(bench, november.id)[0]
    record_task_result(bench, task.id, outcome=TaskOutcome.DONE)
    assert states(bench, november)[0] == ("GA0101", "已办")


def test_a_result_said_again_at_the_same_meeting_is_a_correction(bench, team):
    a_closed_meeting(bench, team, OCTOBER)
    november = a_running_meeting(bench, team)
    task = list_earlier_tasks(bench, november.id)[0]
    for outcome in (TaskOutcome.NOT_CARRIED_OUT, TaskOutcome.DONE):
        record_task_result(bench, task.id, outcome=outcome, note="说明", meeting_id=november.id)
    assert states(bench, november)[0] == ("GA0101", "已办")


def test_whatever_was_not_done_needs_a_word(bench, team):
    a_closed_meeting(bench, team, OCTOBER)
    november = a_running_meeting(bench, team)
    task = list_earlier_tasks(bench, november.id)[0]
    for outcome in (TaskOutcome.NOT_CARRIED_OUT, TaskOutcome.NO_LONGER_NEEDED):
        with pytest.raises(EmptyField, match="说明"):
            record_task_result(bench, task.id, outcome=outcome, meeting_id=november.id)


def test_a_sealed_meeting_hears_nothing_more(bench, team):
    october = a_closed_meeting(bench, team, OCTOBER)
    november = a_running_meeting(bench, team)
    task = list_earlier_tasks(bench, november.id)[0]
    with pytest.raises(MeetingAlreadyClosed):
        record_task_result(bench, task.id, outcome=TaskOutcome.DONE, meeting_id=october.id)
    with pytest.raises(NotFound):
        record_task_result(bench, 99, outcome=TaskOutcome.DONE)


def test_a_task_of_a_decision_names_who_helps_and_what_shows_it(bench, team, clock):
    a_closed_meeting(bench, team, OCTOBER)
    november = a_running_meeting(bench, team)
    task = list_earlier_tasks(bench, november.id)[0]
    assert (task.partner, task.evidence) == ("", "")
    for partner in ("镇民政办", " 镇残联 "):
        name_task_partner(bench, task.id, partner=partner)
    clock.move(minutes=5)
    before = bench.now()
    clock.move(minutes=5)
    record_task_result(bench, task.id, outcome=TaskOutcome.DONE, evidence="走访照片两张")
    now = list_earlier_tasks(bench, november.id)[0]
    assert (now.partner, now.evidence, now.state) == ("镇残联", "走访照片两张", "已办")
    then = list_earlier_tasks(bench, november.id, before)[0]
    assert (then.partner, then.evidence, then.state) == ("镇残联", "", "未到期")
    with pytest.raises(NotFound):
        name_task_partner(bench, 99, partner="镇残联")
