"""The day that is proposed for a meeting, by its kind."""

from datetime import date, time

import pytest

from data.codes import MeetingKind, TeamKind
from tests.builders import a_closed_meeting
from workbench.errors import NotFound
from workbench.meeting_rules import UsualMeeting, set_meeting_rule
from workbench.meetings import plan_meeting, read_meeting
from workbench.next_meetings import suggest_meeting_day
from workbench.teams import add_member, add_team

FOURTH_WEDNESDAY = UsualMeeting(4, 2, time(14, 30), 90)


@pytest.fixture
def leading(bench):
    """The group that leads case management, and who chairs it."""
    group = add_team(bench, name="云栖镇个案管理领导小组", kind=TeamKind.LEADING)
    chair = add_member(
        bench, group, name="慕容策", role="leader", unit="镇政府", from_on=date(2026, 1, 1)
    )
    return group, chair


def held(bench, leading, day, kind=MeetingKind.LEADING):
    group, chair = leading
    return plan_meeting(
        bench,
        group,
        held_on=day,
        begins=time(9, 30),
        place="镇政府三楼会议室",
        chair_id=chair,
        recorder_id=chair,
        kind=kind,
    )


def test_without_a_rule_and_a_meeting_no_day_is_proposed(bench, team):
    assert suggest_meeting_day(bench, team.id) is None


def test_the_day_after_today_by_the_rule_is_proposed(bench, team):
    set_meeting_rule(bench, team.id, FOURTH_WEDNESDAY)
    proposed = suggest_meeting_day(bench, team.id)
    assert (proposed.day, proposed.begins) == (date(2026, 12, 23), time(14, 30))
    assert proposed.words == "每月第4个周三14:30，约90分钟"
    set_meeting_rule(bench, team.id, UsualMeeting(5, 4, time(9), 60))
    assert suggest_meeting_day(bench, team.id).day == date(2026, 11, 27)


def test_a_day_after_the_last_regular_meeting_is_proposed(bench, team):
    set_meeting_rule(bench, team.id, FOURTH_WEDNESDAY)
    a_closed_meeting(bench, team, held_on=date(2026, 12, 23))
    assert suggest_meeting_day(bench, team.id).day == date(2027, 1, 27)


def test_without_a_rule_the_last_meeting_tells_the_day(bench, team):
    a_closed_meeting(bench, team, held_on=date(2026, 9, 23))
    proposed = suggest_meeting_day(bench, team.id)
    assert (proposed.day, proposed.words) == (date(2026, 12, 23), "按上次2026年9月23日推算")


def test_the_leading_group_meets_every_quarter(bench, leading):
    group, _ = leading
    set_meeting_rule(bench, group, FOURTH_WEDNESDAY)
    held(bench, leading, date(2026, 10, 28))
    proposed = suggest_meeting_day(bench, group, MeetingKind.LEADING)
    assert proposed.day == date(2027, 1, 27)
    assert proposed.words == "每季度一次，第4个周三14:30，约90分钟"


def test_what_a_leading_group_met_for_under_the_old_name_counts(bench, leading):
    group, _ = leading
    held(bench, leading, date(2026, 10, 28), MeetingKind.REGULAR)
    assert suggest_meeting_day(bench, group, MeetingKind.LEADING).day == date(2027, 1, 27)
    assert suggest_meeting_day(bench, group, MeetingKind.JOINT) is None


def test_a_day_off_moves_the_meeting_to_the_next_working_day(bench, team):
    a_closed_meeting(bench, team, held_on=date(2026, 10, 1))
    set_meeting_rule(bench, team.id, UsualMeeting(1, 3, time(9), 60))
    proposed = suggest_meeting_day(bench, team.id)
    assert proposed.day == date(2026, 12, 3)
    set_meeting_rule(bench, team.id, UsualMeeting(1, 6, time(9), 60))
    proposed = suggest_meeting_day(bench, team.id)
    assert proposed.day == date(2026, 12, 7)
    assert "2026年12月6日不上班，顺延到2026年12月7日" in proposed.words


def test_a_meeting_about_a_case_that_cannot_wait_is_held_now(bench, team):
    proposed = suggest_meeting_day(bench, team.id, MeetingKind.URGENT)
    assert (proposed.day, proposed.begins) == (date(2026, 11, 25), time(14, 30))


def test_a_planned_meeting_knows_the_day_of_the_one_after_it(bench, team, leading):
    set_meeting_rule(bench, team.id, FOURTH_WEDNESDAY)
    called = plan_meeting(
        bench,
        team.id,
        held_on=date(2026, 12, 2),
        begins=time(9),
        place="卫生院",
        chair_id=team.members["龚砚秋"],
        recorder_id=team.members["穆青禾"],
        kind=MeetingKind.URGENT,
    )
    assert read_meeting(bench, called).next_held_on == date(2026, 12, 23)
    quarterly = held(bench, leading, date(2026, 10, 28))
    assert read_meeting(bench, quarterly).next_held_on == date(2027, 1, 27)


def test_a_team_that_is_not_there_is_missed(bench):
    with pytest.raises(NotFound):
        suggest_meeting_day(bench, 99)
