"""Members come in from a list: onto the team that is meant, with a new row for a new role."""

from datetime import timedelta

import pytest
import sqlalchemy as sa

from data.codes import MemberRole, TeamKind
from data.import_codes import ImportKind
from data.models.teams import Member
from tests.workbench.imports.sheets import MEMBER_HEADER, given, pasted, previewed, sentences
from workbench.errors import NotFound
from workbench.imports.applying import apply_import, preview_import
from workbench.imports.errors import TeamUnclear
from workbench.imports.members import contacts_of
from workbench.teams import add_member, add_team, list_members

SOCIAL_WORKER = ["蒯良材", "社工", "云栖社工站", "副站长", "13800000009"]
MEMBERS = ImportKind.MEMBERS


def imported(bench, *rows, **more):
    listed = given(bench, pasted(*rows, header=MEMBER_HEADER), MEMBERS, **more)
    return apply_import(bench, listed, seen=preview_import(bench, listed).seen)


def phone(bench, member):
    with bench.store.reading() as session:
        found = contacts_of(session).get(member)
        return found.phone if found else None


def test_a_member_joins_the_only_team_from_today(bench, team):
    imported(bench, SOCIAL_WORKER)
    newest = list_members(bench, team.id)[-1]
    assert (newest.name, newest.role, newest.unit, newest.post) == (
        "蒯良材",
        MemberRole.SOCIAL_WORKER,
        "云栖社工站",
        "副站长",
    )
    assert phone(bench, newest.id) == "13800000009"
    yesterday = bench.today() - timedelta(days=1)
    assert newest.id not in {m.id for m in list_members(bench, team.id, yesterday)}


def test_the_same_list_again_changes_nothing(bench, team):
    imported(bench, SOCIAL_WORKER)
    preview = previewed(bench, pasted(SOCIAL_WORKER, header=MEMBER_HEADER), MEMBERS)
    assert (len(preview.new), len(preview.same), len(preview.different)) == (0, 1, 0)


def test_a_new_phone_alone_keeps_the_membership(bench, team):
    police = team.members["亓文涛"]
    imported(bench, ["亓文涛", "民警", "民警单位", "", "13800000002"])
    assert police in {m.id for m in list_members(bench, team.id)}
    assert phone(bench, police) == "13800000002"


def test_a_new_role_is_a_new_membership_and_the_old_one_ends_yesterday(bench, team):
    police = team.members["亓文涛"]
    row = ["亓文涛", "司法", "云栖司法所", "", ""]
    preview = previewed(bench, pasted(row, header=MEMBER_HEADER), MEMBERS)
    (shown,) = preview.different
    assert [(c.label, c.was, c.becomes) for c in shown.changes] == [
        ("角色", "民警", "司法"),
        ("单位", "民警单位", "云栖司法所"),
    ]
    assert any("任职有变动" in notice for notice in preview.notices)
    imported(bench, row)
    with bench.store.reading() as session:
        old = session.get_one(Member, police)
        assert (old.role, old.until_on) == (
            MemberRole.POLICE,
            bench.today() - timedelta(days=1),
        )
    found = {m.name: m.role for m in list_members(bench, team.id)}
    assert found["亓文涛"] is MemberRole.JUSTICE


def test_the_phone_goes_along_to_the_new_membership(bench, team):
    imported(bench, SOCIAL_WORKER)
    imported(bench, ["蒯良材", "社工", "云栖社工站", "站长", ""])
    newest = list_members(bench, team.id)[-1]
    assert (newest.post, phone(bench, newest.id)) == ("站长", "13800000009")


def test_two_members_of_one_name_are_told_apart_by_their_role(bench, team):
    for role in (MemberRole.GRID, MemberRole.VOLUNTEER):
        add_member(bench, team.id, name="蒯良材", role=role, unit="梧桐村")
    sheet = pasted(["蒯良材", "网格员", "柳溪村", "", ""], header=MEMBER_HEADER)
    assert len(previewed(bench, sheet, MEMBERS).different) == 1
    sheet = pasted(["蒯良材", "社工", "柳溪村", "", ""], header=MEMBER_HEADER)
    assert sentences(previewed(bench, sheet, MEMBERS)) == [
        "第2行：姓名在小组里有2个人都对得上，请先核对他们的角色"
    ]


def test_the_team_has_to_be_clear(bench):
    sheet = pasted(SOCIAL_WORKER, header=MEMBER_HEADER)
    with pytest.raises(TeamUnclear, match="还没有建立小组"):
        previewed(bench, sheet, MEMBERS)
    village = add_team(bench, name="梧桐村帮扶小组", kind=TeamKind.VILLAGE)
    assert len(previewed(bench, sheet, MEMBERS).new) == 1
    add_team(bench, name="柳溪村帮扶小组", kind=TeamKind.VILLAGE)
    with pytest.raises(TeamUnclear, match="梧桐村帮扶小组、2"):
        previewed(bench, sheet, MEMBERS)
    with pytest.raises(NotFound):
        previewed(bench, sheet, MEMBERS, team_id=99)
    imported(bench, SOCIAL_WORKER, team_id=village)
    assert [m.name for m in list_members(bench, village)] == ["蒯良材"]


def test_the_managing_team_is_meant_where_it_is_the_only_one(bench, team):
    add_team(bench, name="梧桐村帮扶小组", kind=TeamKind.VILLAGE)
    imported(bench, SOCIAL_WORKER)
    assert list_members(bench, team.id)[-1].name == "蒯良材"


def test_an_import_writes_members_alone(bench, team):
    imported(bench, SOCIAL_WORKER)
    with bench.store.reading() as session:
        rows = session.execute(sa.text("SELECT member_id, patient_id FROM imported_row")).all()
    assert rows == [(len(team.members) + 1, None)]
