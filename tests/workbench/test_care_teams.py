"""Which village team looks after whom, and what each team lacks."""

from dataclasses import replace
from datetime import date

import pytest

from data.codes import MemberRole, TeamKind
from tests.workbench.register import a_moment
from workbench.assistance_errors import NotVillageTeam
from workbench.care_teams import (
    CaredFor,
    correct_care_team,
    list_care_teams,
    record_care_team,
    withdraw_care_team,
)
from workbench.changes import list_changes
from workbench.errors import NotFound
from workbench.register import read_patient
from workbench.teams import add_member, add_team, end_membership

MARCH = date(2026, 3, 1)
# A head is a cadre too, so eight people are all nine kinds.
NINE = (
    MemberRole.LEADER,
    MemberRole.GRID,
    MemberRole.PREVENTION,
    MemberRole.MEDICAL,
    MemberRole.CIVIL_AFFAIRS,
    MemberRole.DISABLED_FEDERATION,
    MemberRole.FAMILY,
    MemberRole.VOLUNTEER,
)


@pytest.fixture
def patient(team):
    return team.patients["GA0101"]


@pytest.fixture
def village(bench):
    return add_team(bench, name="梧桐村关爱帮扶小组", kind=TeamKind.VILLAGE, area="梧桐村")


def complete(bench, village):
    return [
        add_member(bench, village, name=role.label, role=role, unit="梧桐村", from_on=MARCH)
        for role in NINE
    ]


def care(bench, patient, **when):
    return read_patient(bench, patient, **when).care_team


def test_a_patient_has_the_team_that_holds_on_a_day(bench, patient, village, clock):
    other = add_team(bench, name="柳溪村关爱帮扶小组", kind=TeamKind.VILLAGE)
    given = CaredFor(MARCH, village, "随现住地")
    key = record_care_team(bench, patient, given)
    before = a_moment(clock)
    record_care_team(bench, patient, CaredFor(date(2026, 6, 1), other))
    assert care(bench, patient, on=date(2026, 2, 28)) is None
    found = care(bench, patient, on=date(2026, 5, 31))
    assert (found.id, found.team, found.cared_for) == (key, "梧桐村关爱帮扶小组", given)
    assert care(bench, patient).team == "柳溪村关爱帮扶小组"
    assert care(bench, patient, at=before).cared_for == given


def test_a_patient_may_be_without_a_team_again(bench, patient, village):
    record_care_team(bench, patient, CaredFor(MARCH, village))
    record_care_team(bench, patient, CaredFor(date(2026, 6, 1), None, "迁出"))
    found = care(bench, patient)
    assert (found.team, found.lacking, found.cared_for.note) == ("", (), "迁出")
    assert list_care_teams(bench)[0].patients == ()
    assert list_care_teams(bench, date(2026, 5, 31))[0].patients == (patient,)


def test_a_correction_and_a_withdrawal_keep_what_was_known(bench, patient, village, clock):
    given = CaredFor(MARCH, village)
    key = record_care_team(bench, patient, given)
    before = a_moment(clock)
    correct_care_team(bench, key, replace(given, from_on=date(2026, 4, 1)), why="记早了")
    assert care(bench, patient, on=MARCH) is None
    withdraw_care_team(bench, key, why="另一名患者")
    assert care(bench, patient) is None
    assert care(bench, patient, at=before).cared_for == given


def test_only_a_village_team_looks_after_a_patient(bench, team, patient, village):
    with pytest.raises(NotVillageTeam, match="云栖镇个案管理小组"):
        record_care_team(bench, patient, CaredFor(MARCH, team.id))
    with pytest.raises(NotFound):
        record_care_team(bench, patient, CaredFor(MARCH, 99))
    with pytest.raises(NotFound):
        record_care_team(bench, 99, CaredFor(MARCH, village))


def test_a_missing_kind_of_member_is_warned_of_with_its_source(bench, patient, village):
    record_care_team(bench, patient, CaredFor(MARCH, village))
    assert len(care(bench, patient).lacking) == 9
    members = complete(bench, village)
    assert care(bench, patient).lacking == ()
    end_membership(bench, members[-1], until_on=date(2026, 10, 31))
    (lacking,) = care(bench, patient).lacking
    assert lacking.because == (
        "小组里没有“志愿者”，可由志愿者担任（齐云山镇提质增效专项行动方案（2024），三（一）1）。"
    )
    assert care(bench, patient, on=date(2026, 10, 31)).lacking == ()


def test_every_village_team_is_listed_with_whom_it_looks_after(bench, team, village, clock):
    empty = add_team(bench, name="柳溪村关爱帮扶小组", kind=TeamKind.VILLAGE, area="柳溪村")
    complete(bench, village)
    before = a_moment(clock)
    for number in ("GA0103", "GA0101"):
        record_care_team(bench, team.patients[number], CaredFor(MARCH, village))
    first, second = list_care_teams(bench)
    assert (first.team_id, first.area, first.lacking) == (village, "梧桐村", ())
    assert first.patients == (team.patients["GA0101"], team.patients["GA0103"])
    assert (second.team_id, second.patients, len(second.lacking)) == (empty, (), 9)
    assert list_care_teams(bench, at=before)[0].patients == ()


def test_the_same_request_is_written_once(bench, patient, village):
    given = CaredFor(MARCH, village)
    key = record_care_team(bench, patient, given, request_id="a")
    assert record_care_team(bench, patient, given, request_id="a") == key


def test_it_is_told_in_words(bench, patient, village, clock):
    record_care_team(bench, patient, CaredFor(MARCH, village))
    since = a_moment(clock)
    record_care_team(bench, patient, CaredFor(date(2026, 6, 1), None, "迁出"))
    (change,) = list_changes(bench, patient, since)
    assert change.sentence == (
        "自2026年6月1日起，关爱帮扶小组变更：小组由“梧桐村关爱帮扶小组”改为“没有小组”；"
        "说明由未知改为“迁出”。"
    )
