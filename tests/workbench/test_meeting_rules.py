"""When a team usually meets, and the day that is proposed."""

from dataclasses import replace
from datetime import date, time

import pytest

from tests.builders import a_closed_meeting
from workbench.meeting_rules import (
    MeetingRuleImpossible,
    UsualMeeting,
    read_meeting_rule,
    set_meeting_rule,
    suggest_meeting_day,
)

FOURTH_WEDNESDAY = UsualMeeting(4, 2, time(14, 30), 90)


def test_without_a_rule_no_day_is_proposed(bench, team):
    assert read_meeting_rule(bench, team.id) is None
    assert suggest_meeting_day(bench, team.id) is None


def test_the_day_after_today_by_the_rule_is_proposed(bench, team):
    set_meeting_rule(bench, team.id, FOURTH_WEDNESDAY)
    assert suggest_meeting_day(bench, team.id) == (date(2026, 12, 23), FOURTH_WEDNESDAY)
    last_friday = UsualMeeting(5, 4, time(9), 60)
    set_meeting_rule(bench, team.id, last_friday)
    assert suggest_meeting_day(bench, team.id) == (date(2026, 11, 27), last_friday)


def test_a_day_after_the_last_regular_meeting_is_proposed(bench, team):
    set_meeting_rule(bench, team.id, FOURTH_WEDNESDAY)
    a_closed_meeting(bench, team, held_on=date(2026, 12, 23))
    day, _ = suggest_meeting_day(bench, team.id)
    assert day == date(2027, 1, 27)


def test_what_the_rule_was_at_a_moment_can_be_asked(bench, team, clock):
    set_meeting_rule(bench, team.id, FOURTH_WEDNESDAY)
    clock.move(minutes=1)
    before = clock()
    clock.move(minutes=1)
    set_meeting_rule(bench, team.id, replace(FOURTH_WEDNESDAY, week=1))
    assert read_meeting_rule(bench, team.id, before) == FOURTH_WEDNESDAY
    assert read_meeting_rule(bench, team.id).week == 1


@pytest.mark.parametrize("wrong", [{"week": 0}, {"week": 6}, {"weekday": 7}, {"minutes": 5}])
def test_an_impossible_rule_is_refused(bench, team, wrong):
    with pytest.raises(MeetingRuleImpossible):
        set_meeting_rule(bench, team.id, replace(FOURTH_WEDNESDAY, **wrong))
    assert read_meeting_rule(bench, team.id) is None


def test_the_rule_is_said_in_words():
    assert FOURTH_WEDNESDAY.words == "每月第4个周三14:30，约90分钟"
    assert UsualMeeting(5, 0, time(9), 60).words == "每月最后一个周一09:00，约60分钟"
