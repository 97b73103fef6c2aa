"""A list of members written as a whole, as often as it is handed in."""

from dataclasses import replace

import pytest

from data.codes import MemberRole, TeamKind
from workbench.cases import read_case
from workbench.errors import NotFound
from workbench.member_lists import LinesUnfit, MemberLine, list_member_lines, record_members
from workbench.teams import add_team, list_contacts, list_members

LEADER = MemberLine("龚砚秋", MemberRole.LEADER, "镇综治中心", "13900000111")
DOCTOR = MemberLine("石䶮", MemberRole.PREVENTION, "镇卫生院")


@pytest.fixture
def key(bench):
    return add_team(bench, name="云栖镇个案管理小组", kind=TeamKind.CASE_MANAGEMENT)


def names(bench, key, on=None):
    return [member.name for member in list_members(bench, key, on)]


def test_a_list_is_written_once_however_often_it_is_handed_in(bench, key):
    record_members(bench, key, [LEADER, MemberLine(), DOCTOR])
    first = list_member_lines(bench, key)
    assert [replace(line, id=None) for line in first] == [LEADER, DOCTOR]
    record_members(bench, key, first)
    assert list_member_lines(bench, key) == first


def test_the_same_order_given_twice_is_carried_out_once(bench, key):
    for _ in range(2):
        assert record_members(bench, key, [LEADER], request_id="one") == 1
    assert names(bench, key) == ["龚砚秋"]


def test_a_new_role_begins_a_new_membership_and_the_old_days_stay(bench, key, clock):
    record_members(bench, key, [LEADER])
    joined = bench.today()
    clock.move(days=40)
    (line,) = list_member_lines(bench, key)
    record_members(bench, key, [replace(line, role=MemberRole.POLITICS_LAW)])
    assert list_members(bench, key, joined)[0].role is MemberRole.LEADER
    assert list_members(bench, key)[0].role is MemberRole.POLITICS_LAW
    assert list_contacts(bench)[0].phone == "13900000111"


def test_a_cleared_line_ends_the_membership(bench, key):
    record_members(bench, key, [LEADER, DOCTOR])
    leader, doctor = list_member_lines(bench, key)
    record_members(bench, key, [MemberLine(id=leader.id), doctor])
    assert names(bench, key) == ["石䶮"]


def test_whoever_is_not_on_the_list_handed_in_stays(bench, key):
    record_members(bench, key, [LEADER])
    record_members(bench, key, [DOCTOR])
    assert names(bench, key) == ["龚砚秋", "石䶮"]


def test_a_new_number_alone_leaves_the_membership(bench, key):
    record_members(bench, key, [LEADER])
    (line,) = list_member_lines(bench, key)
    record_members(bench, key, [replace(line, phone="13900000222")])
    assert list_member_lines(bench, key) == [replace(line, phone="13900000222")]


def test_lines_that_lack_something_are_named_and_nothing_is_written(bench, key):
    with pytest.raises(LinesUnfit) as refusal:
        record_members(bench, key, [LEADER, replace(DOCTOR, unit=" ", role=None), LEADER])
    assert "第2行还没有填写角色、单位。" in refusal.value.message
    assert "第3行与第1行姓名和角色相同。" in refusal.value.message
    assert names(bench, key) == []


def test_a_member_of_another_team_is_not_taken_over(bench, key):
    other = add_team(bench, name="别的小组", kind=TeamKind.LEADING)
    record_members(bench, other, [LEADER])
    (line,) = list_member_lines(bench, other)
    with pytest.raises(NotFound):
        record_members(bench, key, [line])


def test_the_cases_of_a_member_stay_with_them_in_their_new_role(bench, team):
    lines = list_member_lines(bench, team.id)
    changed = [
        replace(line, role=MemberRole.MEDICAL) if line.name == "穆青禾" else line for line in lines
    ]
    record_members(bench, team.id, changed)
    (manager,) = (m for m in list_members(bench, team.id) if m.name == "穆青禾")
    assert manager.id != team.members["穆青禾"]
    assert read_case(bench, team.cases["GA0101"]).case_manager_id == manager.id
