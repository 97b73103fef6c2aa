"""Teams with what is in the hands of their members, and members who change their part."""

from datetime import date, timedelta

import pytest

from data.codes import MemberRole, TeamKind
from tests.builders import a_closed_meeting
from workbench.cases import read_case
from workbench.casework_errors import DayNotPossible, NothingChanges
from workbench.team_duties import change_member_role, list_team_duties
from workbench.teams import add_member, add_team, end_membership, list_contacts, record_phone

JUNE = date(2026, 6, 1)


def member(bench, name, **when):
    found = [m for team in list_team_duties(bench, **when) for m in team.members]
    return next((m for m in found if m.name == name), None)


def test_each_member_is_listed_with_cases_and_tasks_in_their_hands(bench, team):
    a_closed_meeting(bench, team)
    (office,) = list_team_duties(bench)
    assert office.team.name == "云栖镇个案管理小组"
    assert office.members[0].role is MemberRole.LEADER
    doctor = member(bench, "穆青禾")
    assert doctor.cases == ("GA0101", "GA0102", "GA0103")
    assert member(bench, "亓文涛").cases == ()
    assert sum(len(m.tasks) for m in office.members) > 0


def test_an_empty_village_team_is_listed_with_the_kinds_it_lacks(bench):
    add_team(bench, name="梧桐村关爱帮扶小组", kind=TeamKind.VILLAGE, area="梧桐村")
    add_team(bench, name="云栖镇领导小组", kind=TeamKind.LEADING)
    village, leading = list_team_duties(bench)
    assert (village.members, len(village.lacking)) == ((), 9)
    assert leading.lacking == ()


def test_who_left_is_gone_and_who_is_to_come_is_there(bench, team):
    key = add_member(
        bench,
        team.id,
        name="丘迟",
        role=MemberRole.GRID,
        unit="村委会",
        phone="99010077",
        from_on=bench.today() + timedelta(days=7),
    )
    assert member(bench, "丘迟").phone == "99010077"
    end_membership(bench, team.members["亓文涛"], until_on=bench.today())
    assert member(bench, "亓文涛").until_on == bench.today()
    assert member(bench, "亓文涛", on=bench.today() + timedelta(days=1)) is None
    assert key


def test_a_new_part_is_a_new_row_and_phones_and_cases_go_along(bench, team):
    old = team.members["穆青禾"]
    record_phone(bench, old, phone="99010011", from_on=JUNE)
    new = change_member_role(
        bench, old, role=MemberRole.MEDICAL, unit="镇卫生院", post="副院长", from_on=bench.today()
    )
    assert new != old
    found = member(bench, "穆青禾")
    assert (found.id, found.role, found.post, found.phone) == (
        new,
        MemberRole.MEDICAL,
        "副院长",
        "99010011",
    )
    assert found.cases == ("GA0101", "GA0102", "GA0103")
    case = team.cases["GA0101"]
    assert read_case(bench, case).case_manager_id == new
    before = list_contacts(bench, bench.today() - timedelta(days=1))
    assert [(c.member_id, c.role) for c in before if c.name == "穆青禾"] == [
        (old, MemberRole.PREVENTION)
    ]


def test_the_same_request_changes_the_part_once(bench, team):
    old = team.members["亓文涛"]
    said = {"role": MemberRole.LEADER, "unit": "派出所", "from_on": bench.today()}
    first = change_member_role(bench, old, request_id="a", **said)
    assert change_member_role(bench, old, request_id="a", **said) == first


def test_a_part_that_cannot_change_on_that_day_is_refused(bench, team):
    old = team.members["亓文涛"]

    def change(day, unit="派出所"):
        change_member_role(bench, old, role=MemberRole.POLICE, unit=unit, from_on=day)

    for day in (date(2025, 12, 31), bench.today() + timedelta(days=1)):
        with pytest.raises(DayNotPossible):
            change(day)
    with pytest.raises(NothingChanges):
        change(bench.today(), unit=f"{MemberRole.POLICE.label}单位")
    end_membership(bench, old, until_on=JUNE)
    with pytest.raises(DayNotPossible):
        change(bench.today())
