"""A meeting called for a case at once, and the one that follows a meeting."""

from datetime import date, time

import pytest

from data.codes import (
    AgendaReason,
    AgendaTier,
    MeetingKind,
    MeetingState,
    RiskLevel,
    Sex,
    TaskOutcome,
)
from tests.builders import a_closed_meeting, a_planned_meeting, a_running_meeting, settle
from workbench.agenda_plan import read_agenda_plan
from workbench.agenda_proposals import fill_agenda
from workbench.agendas import add_matter_to_agenda
from workbench.called_meetings import call_urgent_meeting, plan_next_meeting
from workbench.case_steps import read_entry_outlook
from workbench.closing import close_meeting
from workbench.decisions import defer_item
from workbench.errors import NextMeetingPlanned, NoTeamYet, NotFound
from workbench.meeting_rules import UsualMeeting, set_meeting_rule
from workbench.meetings import list_meetings, read_meeting, start_meeting
from workbench.open_tasks import list_open_tasks
from workbench.patients import Particulars, register_patient
from workbench.tasks import list_earlier_tasks, record_task_result
from workbench.teams import add_member, end_membership


def entries(bench, meeting):
    return read_agenda_plan(bench, meeting).listed


def a_meeting_that_put_everything_off(bench, team):
    running = a_running_meeting(bench, team)
    for item in running.items.values():
        defer_item(bench, item, reason="人没有到齐")
    close_meeting(bench, running.id, ends=time(16, 20))
    return running.id


def test_it_stands_prepared_for_now_with_place_and_people_as_last_time(bench, team):
    a_closed_meeting(bench, team, held_on=date(2026, 10, 28))
    called = call_urgent_meeting(bench, team.patients["GA0102"])
    found = read_meeting(bench, called)
    assert (found.row.title, found.row.kind) == ("2026年第1次临时会商", MeetingKind.URGENT)
    assert (found.row.held_on, found.row.begins) == (date(2026, 11, 25), time(14, 30))
    assert (found.row.place, found.row.chair) == ("镇政府三楼会议室", "龚砚秋")
    assert found.recorder == "穆青禾"
    (entry,) = entries(bench, called)
    assert (entry.case_number, entry.tier, entry.minutes) == ("GA0102", AgendaTier.FOCUS, 30)
    start_meeting(bench, called)
    assert read_meeting(bench, called).row.state is MeetingState.IN_SESSION


def test_nobody_calls_it_twice(bench, team):
    called = call_urgent_meeting(bench, team.patients["GA0102"])
    assert call_urgent_meeting(bench, team.patients["GA0102"]) == called
    assert call_urgent_meeting(bench, team.patients["GA0101"]) != called


def test_a_team_that_never_met_is_led_by_its_leader_at_the_unit(bench, team):
    found = read_meeting(bench, call_urgent_meeting(bench, team.patients["GA0101"]))
    assert (found.row.place, found.row.chair, found.recorder) == ("云栖镇", "龚砚秋", "穆青禾")


def test_somebody_without_a_case_is_talked_about_for_intake(bench, team):
    person = Particulars("百里屠", Sex.MALE, date(1991, 5, 6), "柳溪村1组", "双相障碍")
    called = call_urgent_meeting(bench, register_patient(bench, person))
    (entry,) = entries(bench, called)
    assert (entry.case_id, entry.title) == (None, "百*屠")


def test_what_a_called_meeting_is_about_is_all_that_is_proposed(bench, team):
    called = call_urgent_meeting(bench, team.patients["GA0102"])
    assert fill_agenda(bench, called) == 0
    assert len(entries(bench, called)) == 1


def test_without_a_team_it_is_refused(bench):
    person = Particulars("百里屠", Sex.MALE, date(1991, 5, 6), "柳溪村1组", "双相障碍")
    patient = register_patient(bench, person)
    with pytest.raises(NoTeamYet):
        call_urgent_meeting(bench, patient)
    with pytest.raises(NotFound):
        call_urgent_meeting(bench, 99)


def test_the_next_meeting_is_planned_by_the_rule_with_the_same_people(bench, team):
    set_meeting_rule(bench, team.id, UsualMeeting(4, 2, time(9), 90))
    closed = a_closed_meeting(bench, team)
    found = read_meeting(bench, plan_next_meeting(bench, closed.id))
    assert (found.row.held_on, found.row.begins) == (date(2026, 12, 23), time(9))
    assert (found.row.place, found.row.chair) == ("镇政府三楼会议室", "龚砚秋")
    assert found.row.title == "2026年第2次例会"


def test_whoever_left_the_team_is_replaced_by_somebody_on_it(bench, team):
    closed = a_closed_meeting(bench, team)
    add_member(
        bench, team.id, name="丘迟", role="prevention", unit="卫生院", from_on=date(2026, 1, 1)
    )
    end_membership(bench, team.members["穆青禾"], until_on=date(2026, 11, 30))
    assert read_meeting(bench, plan_next_meeting(bench, closed.id)).recorder == "丘迟"


def test_what_was_put_off_stands_on_the_next_agenda_with_its_reason(bench, team):
    running = a_running_meeting(bench, team)
    matter = add_matter_to_agenda(bench, running.id, title="冬季用药安全排查")
    defer_item(bench, matter, reason="卫生院还没有拿出方案")
    defer_item(bench, running.items["GA0102"], reason="监护人没有到场")
    for number in ("GA0101", "GA0103"):
        settle(bench, team, running.items[number], RiskLevel.ANYWHERE)
    close_meeting(bench, running.id, ends=time(16, 20))
    planned = plan_next_meeting(bench, running.id)
    case, other = entries(bench, planned)
    assert (case.case_number, case.tier) == ("GA0102", AgendaTier.FOCUS)
    assert [why.words for why in case.reasons] == ["上次会议暂缓议：监护人没有到场"]
    assert (other.title, other.tier) == ("冬季用药安全排查", AgendaTier.MATTER)
    fill_agenda(bench, planned)
    reasons = {e.case_number: [w.reason for w in e.reasons] for e in entries(bench, planned)}
    assert AgendaReason.DEFERRED in reasons["GA0102"]
    assert AgendaReason.DEFERRED not in reasons["GA0101"]


def test_after_a_meeting_about_one_case_comes_the_regular_one(bench, team):
    called = call_urgent_meeting(bench, team.patients["GA0101"])
    start_meeting(bench, called)
    (entry,) = entries(bench, called)
    settle(bench, team, entry.id, RiskLevel.ANYWHERE)
    close_meeting(bench, called, ends=time(16, 20))
    planned = read_meeting(bench, plan_next_meeting(bench, called))
    assert planned.row.kind is MeetingKind.REGULAR
    assert planned.row.held_on > date(2026, 11, 25)


def test_one_that_is_planned_already_is_not_planned_again(bench, team):
    closed = a_closed_meeting(bench, team)
    plan_next_meeting(bench, closed.id)
    with pytest.raises(NextMeetingPlanned, match="2026年第2次例会"):
        plan_next_meeting(bench, closed.id)
    assert len(list_meetings(bench)) == 2


def test_a_repeated_request_plans_once(bench, team):
    closed = a_closed_meeting(bench, team)
    once = plan_next_meeting(bench, closed.id, request_id="again")
    assert plan_next_meeting(bench, closed.id, request_id="again") == once


def test_it_hears_of_the_tasks_of_its_case_and_takes_none_from_the_regular_one(bench, team, clock):
    a_closed_meeting(bench, team, held_on=date(2026, 10, 28))
    clock.move(minutes=5)
    tasks = {task.case_number: task.id for task in list_open_tasks(bench)}
    record_task_result(bench, tasks["GA0103"], outcome=TaskOutcome.DONE)
    clock.move(minutes=5)
    called = call_urgent_meeting(bench, team.patients["GA0101"])
    assert [task.case_number for task in list_earlier_tasks(bench, called)] == ["GA0101"]
    start_meeting(bench, called)
    (entry,) = entries(bench, called)
    settle(bench, team, entry.id, RiskLevel.ANYWHERE)
    close_meeting(bench, called, ends=time(16, 20))
    regular = a_running_meeting(bench, team)
    heard = [(t.case_number, t.outcome) for t in list_earlier_tasks(bench, regular.id)]
    assert ("GA0103", TaskOutcome.DONE) in heard
    assert [number for number, _ in heard].count("GA0101") == 2


def test_a_meeting_called_for_one_is_no_place_for_the_intake_of_another(bench, team):
    person = Particulars("百里屠", Sex.MALE, date(1991, 5, 6), "柳溪村1组", "双相障碍")
    other = register_patient(bench, person)
    call_urgent_meeting(bench, team.patients["GA0101"])
    assert read_entry_outlook(bench, other).meeting is None
    planned = a_planned_meeting(bench, team, date(2026, 12, 23))
    assert read_entry_outlook(bench, other).meeting.id == planned.id
