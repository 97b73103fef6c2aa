"""When a team usually meets."""

from dataclasses import replace
from datetime import time

import pytest

from workbench.meeting_rules import (
    MeetingRuleImpossible,
    UsualMeeting,
    read_meeting_rule,
    set_meeting_rule,
)

FOURTH_WEDNESDAY = UsualMeeting(4, 2, time(14, 30), 90)


def test_without_a_rule_there_is_none(bench, team):
    assert read_meeting_rule(bench, team.id) is None


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
    assert FOURTH_WEDNESDAY.said_every(3) == "每季度一次，第4个周三14:30，约90分钟"
    assert FOURTH_WEDNESDAY.said_every(6) == "每6个月一次，第4个周三14:30，约90分钟"
