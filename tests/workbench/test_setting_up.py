"""What a new store is told first, and what is said to be missing."""

from datetime import time

import pytest

from data.codes import MemberRole, TeamKind
from workbench.errors import EmptyField, TeamHasMet
from workbench.meeting_rules import UsualMeeting, set_meeting_rule
from workbench.member_lists import MemberLine, record_members
from workbench.setting_up import SetUpStep, name_unit, read_setup
from workbench.teams import add_team, change_team, list_teams


def test_a_store_says_what_it_was_not_told_yet(bench):
    assert read_setup(bench).missing == (SetUpStep.TEAM, SetUpStep.MEMBERS, SetUpStep.MEETING)
    team = add_team(bench, name="云栖镇个案管理小组", kind=TeamKind.CASE_MANAGEMENT)
    assert SetUpStep.TEAM not in read_setup(bench).missing
    record_members(bench, team, [MemberLine("龚砚秋", MemberRole.LEADER, "镇综治中心")])
    set_meeting_rule(bench, team, UsualMeeting(4, 2, time(14, 30), 90))
    assert read_setup(bench).missing == ()


def test_the_unit_may_be_named_later_and_again(bench):
    renamed = name_unit(bench, " 云栖镇平安办 ")
    assert renamed.unit == read_setup(bench).unit == "云栖镇平安办"
    with pytest.raises(EmptyField):
        name_unit(bench, " ")
    assert read_setup(bench).unit == "云栖镇平安办"


def test_a_team_may_be_renamed_but_keeps_its_kind_once_it_has_met(bench, meeting):
    team = list_teams(bench)[0]
    change_team(bench, team.id, name="改过的名字", kind=team.kind)
    with pytest.raises(TeamHasMet):
        change_team(bench, team.id, name="改过的名字", kind=TeamKind.VILLAGE)
    assert (list_teams(bench)[0].name, list_teams(bench)[0].kind) == ("改过的名字", team.kind)


def test_a_team_that_never_met_may_be_of_another_kind(bench):
    key = add_team(bench, name="小组", kind=TeamKind.LEADING)
    change_team(bench, key, name="小组", kind=TeamKind.CASE_MANAGEMENT)
    assert list_teams(bench)[0].kind is TeamKind.CASE_MANAGEMENT
