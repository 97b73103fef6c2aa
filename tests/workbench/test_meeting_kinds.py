"""What comes before a meeting that stands above the team, and what it has to settle."""

from datetime import date, time

import pytest

from data.codes import (
    AgendaReason,
    AgendaTier,
    MeetingKind,
    RiskLevel,
    TaskOutcome,
    TeamKind,
)
from data.visit_codes import LostReason
from tests.builders import a_closed_meeting, a_running_meeting, settle
from tests.workbench.test_agenda_proposals import visit
from workbench.agenda_proposals import fill_agenda, propose_agenda
from workbench.checkup import Point, read_checkup
from workbench.closing import close_meeting
from workbench.confirming import Confirmed, confirm_item
from workbench.decisions import Deciding, defer_item
from workbench.errors import LevelMissing
from workbench.live import list_agenda
from workbench.meetings import plan_meeting, read_meeting, start_meeting
from workbench.open_tasks import list_open_tasks
from workbench.tasks import record_task_result
from workbench.teams import add_member, add_team


@pytest.fixture
def leaders(bench, team):
    """A planned meeting of the group that leads case management, and who chairs it."""
    group = add_team(bench, name="云栖镇个案管理领导小组", kind=TeamKind.LEADING)
    chair = add_member(
        bench, group, name="慕容策", role="leader", unit="镇政府", from_on=date(2026, 1, 1)
    )
    meeting = plan_meeting(
        bench,
        group,
        held_on=date(2026, 12, 30),
        begins=time(9, 30),
        place="镇政府三楼会议室",
        chair_id=chair,
        recorder_id=chair,
        kind=MeetingKind.LEADING,
    )
    return meeting, chair


def reasons(bench, meeting):
    found = propose_agenda(bench, meeting)
    return {row.case_number: [why.reason for why in row.reasons] for row in found}


def test_only_what_the_team_cannot_settle_comes_before_the_leading_group(bench, team, leaders):
    meeting, _ = leaders
    assert reasons(bench, meeting) == {"GA0101": [AgendaReason.HIGH_LEVEL]}
    assert {row.tier for row in propose_agenda(bench, meeting)} == {AgendaTier.FOCUS}


def test_tasks_of_every_team_that_are_late_or_failed_come_before_it(bench, team, leaders):
    meeting, _ = leaders
    a_closed_meeting(bench, team, held_on=date(2026, 10, 28))
    of_second = next(t for t in list_open_tasks(bench) if t.case_number == "GA0102")
    record_task_result(bench, of_second.id, outcome=TaskOutcome.DONE)
    of_third = next(t for t in list_open_tasks(bench) if t.case_number == "GA0103")
    words = "民政没有名额"
    record_task_result(bench, of_third.id, outcome=TaskOutcome.NOT_CARRIED_OUT, note=words)
    found = reasons(bench, meeting)
    assert AgendaReason.BLOCKED_TASKS in found["GA0103"]
    assert AgendaReason.OVERDUE_TASKS in found["GA0101"]
    assert AgendaReason.BLOCKED_TASKS not in found["GA0101"]


def test_what_the_team_put_off_comes_before_it_until_it_is_settled(bench, team, leaders):
    meeting, _ = leaders
    running = a_running_meeting(bench, team)
    defer_item(bench, running.items["GA0102"], reason="要镇里协调床位")
    for number in ("GA0101", "GA0103"):
        settle(bench, team, running.items[number], RiskLevel.AT_HOME, reason="会上评定。")
    close_meeting(bench, running.id, ends=time(16, 20))
    assert AgendaReason.DEFERRED in reasons(bench, meeting)["GA0102"]
    again = a_running_meeting(bench, team)
    for item in again.items.values():
        settle(bench, team, item, RiskLevel.AT_HOME, reason="会上评定。")
    close_meeting(bench, again.id, ends=time(16, 20))
    assert AgendaReason.DEFERRED not in reasons(bench, meeting)["GA0102"]


def test_the_joint_meeting_takes_up_whoever_cannot_be_found(bench, team):
    office = add_team(bench, name="云栖镇综合管理小组", kind=TeamKind.JOINT)
    chair = add_member(
        bench, office, name="慕容策", role="politics_law", unit="镇综治办", from_on=date(2026, 1, 1)
    )
    meeting = plan_meeting(
        bench,
        office,
        held_on=date(2026, 12, 30),
        begins=time(9, 30),
        place="镇综治中心",
        chair_id=chair,
        recorder_id=chair,
        kind=MeetingKind.JOINT,
    )
    assert reasons(bench, meeting) == {"GA0101": [AgendaReason.HIGH_LEVEL]}
    missed = {"level": None, "lost_reason": LostReason.MISSING}
    visit(bench, team.patients["GA0103"], date(2026, 11, 20), **missed)
    assert AgendaReason.LOST_CONTACT in reasons(bench, meeting)["GA0103"]
    assert read_meeting(bench, meeting).row.title == "2026年第1次联合会商"


def test_it_settles_a_case_without_rating_it(bench, team, leaders):
    meeting, chair = leaders
    assert fill_agenda(bench, meeting) == 1
    start_meeting(bench, meeting)
    (item,) = list_agenda(bench, meeting)
    deciding = Deciding("由民政解决床位", chair, date(2027, 1, 8))
    confirm_item(bench, item.id, Confirmed(deciding=deciding))
    assert list_agenda(bench, meeting)[0].settled
    close_meeting(bench, meeting, ends=time(11))
    assert read_meeting(bench, meeting).digest


def test_a_team_rates_whatever_it_settles(bench, team, meeting):
    item = meeting.items["GA0101"]
    deciding = Deciding("每周联合随访1次", team.members["亓文涛"], date(2026, 12, 23))
    with pytest.raises(LevelMissing):
        confirm_item(bench, item, Confirmed(deciding=deciding))


def test_the_lights_before_it_ask_for_its_own_people_and_no_ratings(bench, team, leaders):
    meeting, _ = leaders
    lights = {light.point: light for light in read_checkup(bench, meeting)}
    assert Point.RATINGS not in lights
    assert lights[Point.TABLE].about == ("精防医师", "民警", "综治")
    titled = read_meeting(bench, meeting).row.title
    assert titled == "2026年第1次领导小组会议"
