"""What the list of contacts says of the records."""

from datetime import date

from data.canonical import canonical
from data.codes import MemberRole, TeamKind
from forms.contacts import CONTACTS
from tests.workbench.register import a_moment
from workbench.paperwork.contacts import contacts_answers
from workbench.paperwork.places import _WORDS
from workbench.teams import add_member, add_team, record_phone

DAY, EARLY = date(2026, 11, 25), date(2026, 1, 1)


def answers(bench, **more):
    with bench.store.reading() as session:
        return contacts_answers(session, DAY, **more)


def a_village(bench):
    team = add_team(bench, name="梧桐村关爱帮扶小组", kind=TeamKind.VILLAGE, area="梧桐村")
    for name, role in (("桑榆晚", MemberRole.GRID), ("石守田", MemberRole.FAMILY)):
        add_member(
            bench, team, name=name, role=role, unit="梧桐村", phone="13900000001", from_on=EARLY
        )
    return team


def test_the_list_answers_every_field_and_no_other(bench, team):
    fields = {field.key for field in CONTACTS.fields()}
    assert set(answers(bench)) == fields
    assert fields <= set(_WORDS)
    assert canonical(answers(bench))


def test_members_stand_under_the_name_of_their_team(bench, team):
    a_village(bench)
    record_phone(bench, team.members["亓文涛"], phone="13900000617", other_phone="99010001")
    rows = answers(bench)["members"]
    headings = [row["heading"] for row in rows if "heading" in row]
    assert headings == ["云栖镇个案管理小组（6人）", "梧桐村关爱帮扶小组（1人）"]
    assert next(row for row in rows if row.get("name") == "亓文涛") == {
        "name": "亓文涛",
        "role": "民警",
        "unit": "民警单位",
        "post": "",
        "phone": "13900000617",
        "other_phone": "99010001",
    }


def test_relatives_of_patients_are_not_on_it(bench, team):
    a_village(bench)
    assert "石守田" not in canonical(answers(bench))


def test_one_team_may_be_listed_alone(bench, team):
    village = a_village(bench)
    assert [row.get("name") for row in answers(bench, team_id=village)["members"]] == [
        None,
        "桑榆晚",
    ]


def test_numbers_are_those_known_at_the_moment(bench, team, clock):
    record_phone(bench, team.members["亓文涛"], phone="13900000617")
    at = a_moment(clock)
    known = answers(bench, at=at)
    record_phone(bench, team.members["亓文涛"], phone="13900000618")
    assert answers(bench) != known
    assert answers(bench, at=at) == known
