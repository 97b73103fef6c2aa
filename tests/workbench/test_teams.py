"""Teams of each level, who is on them on a day, and how to reach them."""

from datetime import date

import pytest

from data.codes import MemberRole, TeamKind
from workbench.casework_errors import DayNotPossible
from workbench.errors import EmptyField, NotFound
from workbench.teams import (
    add_member,
    add_team,
    check_village_team,
    end_membership,
    list_contacts,
    list_teams,
    record_phone,
)

EARLY = date(2026, 1, 1)


@pytest.fixture
def village(bench):
    """A village team of two whose head leads it."""
    team = add_team(bench, name="梧桐村关爱帮扶小组", kind=TeamKind.VILLAGE, area="梧桐村")
    for name, role in (("闻人澜", MemberRole.GRID), ("皮桂香", MemberRole.LEADER)):
        add_member(
            bench,
            team,
            name=name,
            role=role,
            unit="梧桐村委会",
            post="村委会主任" if role is MemberRole.LEADER else "",
            phone=f"9901000{len(name)}",
            from_on=EARLY,
        )
    return team


def names(bench, *args, **more):
    return [row.name for row in list_contacts(bench, *args, **more)]


def test_there_are_four_kinds_of_team(bench):
    assert [(kind.value, kind.label) for kind in TeamKind] == [
        ("case_management", "个案管理小组"),
        ("leading", "领导小组"),
        ("joint", "综合管理小组"),
        ("village", "关爱帮扶小组"),
    ]
    for kind in TeamKind:
        add_team(bench, name=f"云栖镇{kind.label}", kind=kind, area="云栖镇")
    assert [(row.kind, row.area) for row in list_teams(bench)] == [
        (kind, "云栖镇") for kind in TeamKind
    ]


def test_contacts_are_listed_by_kind_of_team_with_the_leader_first(bench, village):
    office = add_team(bench, name="云栖镇个案管理小组", kind=TeamKind.CASE_MANAGEMENT)
    add_member(bench, office, name="龚砚秋", role=MemberRole.LEADER, unit="镇综治中心")
    assert names(bench) == ["龚砚秋", "皮桂香", "闻人澜"]
    assert names(bench, team_id=village) == ["皮桂香", "闻人澜"]
    head = list_contacts(bench, team_id=village)[0]
    assert (head.team, head.role, head.unit, head.post, head.phone, head.other_phone) == (
        "梧桐村关爱帮扶小组",
        MemberRole.LEADER,
        "梧桐村委会",
        "村委会主任",
        "99010003",
        "",
    )


def test_only_those_on_the_team_that_day_are_listed(bench, village):
    assert names(bench, date(2025, 12, 31)) == []
    grid = list_contacts(bench)[1].member_id
    with pytest.raises(DayNotPossible):
        end_membership(bench, grid, until_on=date(2025, 12, 31))
    end_membership(bench, grid, until_on=date(2026, 11, 24))
    assert names(bench) == ["皮桂香"]
    assert names(bench, date(2026, 11, 24)) == ["皮桂香", "闻人澜"]


def test_a_new_number_leaves_the_old_one_readable(bench, village, clock):
    head = list_contacts(bench)[0].member_id
    clock.move(minutes=5)
    before = bench.now()
    clock.move(minutes=5)
    record_phone(bench, head, phone=" 99010077 ", other_phone="99010088", from_on=date(2026, 6, 1))

    def phones(*args):
        first = list_contacts(bench, *args)[0]
        return first.phone, first.other_phone

    assert phones() == ("99010077", "99010088")
    assert phones(date(2026, 5, 31)) == ("99010003", "")
    assert phones(None, before) == ("99010003", "")
    with pytest.raises(NotFound):
        record_phone(bench, 99, phone="1")


def test_a_village_team_is_told_which_kinds_it_lacks(bench, village):
    lacking = [row.kind for row in check_village_team(bench, village)]
    assert lacking == [
        "基层精防人员",
        "卫生医疗机构人员",
        "民政",
        "残疾人专职委员",
        "家属",
        "志愿者",
    ]
    assert len(check_village_team(bench, village, date(2025, 1, 1))) == 9
    office = add_team(bench, name="云栖镇个案管理小组", kind=TeamKind.CASE_MANAGEMENT)
    assert check_village_team(bench, office) == ()
    with pytest.raises(NotFound):
        check_village_team(bench, 99)


def test_a_team_needs_a_name_and_a_member_a_team(bench):
    with pytest.raises(EmptyField):
        add_team(bench, name=" ", kind=TeamKind.VILLAGE)
    with pytest.raises(NotFound):
        add_member(bench, 99, name="龚砚秋", role=MemberRole.MEDICAL, unit="镇卫生院")
