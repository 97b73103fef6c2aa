"""The checklist of help: each kind with how it stands and who sees to it."""

from dataclasses import replace
from datetime import date

import pytest

from data.assistance_codes import AssistanceKind, AssistanceState, SubsidyState
from data.register_codes import FlagKind
from tests.workbench.register import GUARDIAN, a_moment
from workbench.assistance import (
    Assisted,
    correct_assistance,
    list_assistance,
    record_assistance,
    withdraw_assistance,
)
from workbench.assistance_errors import NotMemberThen, SubsidyStandsApart
from workbench.changes import list_changes
from workbench.errors import NotFound
from workbench.flags import Flagged, record_flag
from workbench.guardians import name_guardian
from workbench.register import read_patient
from workbench.subsidies import Subsidised, record_subsidy
from workbench.teams import end_membership

MEDICINE = Assisted(
    date(2026, 2, 1), AssistanceKind.MEDICINE_COSTS, AssistanceState.APPLIED, partner="镇民政办"
)


@pytest.fixture
def patient(team):
    return team.patients["GA0101"]


def line(bench, patient, kind=AssistanceKind.MEDICINE_COSTS, **when):
    return next(row for row in list_assistance(bench, patient, **when) if row.kind is kind)


def test_every_kind_stands_on_the_list_and_nothing_is_known_at_first(bench, patient):
    rows = list_assistance(bench, patient)
    assert [row.kind for row in rows] == list(AssistanceKind)
    assert {(row.id, row.state, row.since, row.listed) for row in rows} == {(None,) * 4}
    assert read_patient(bench, patient).assistance == tuple(rows)
    with pytest.raises(NotFound):
        list_assistance(bench, 99)


ENTERED = [kind for kind in AssistanceKind if kind is not AssistanceKind.GUARDIAN_SUBSIDY]


@pytest.mark.parametrize("kind", ENTERED)
@pytest.mark.parametrize("state", AssistanceState)
def test_every_kind_and_state_is_read_back(bench, team, patient, kind, state):
    member = team.members["阿依努尔·买买提"]
    given = replace(MEDICINE, kind=kind, state=state, responsible_id=member, note="材料齐")
    key = record_assistance(bench, patient, given)
    found = line(bench, patient, kind)
    assert (found.id, found.state, found.since) == (key, state, MEDICINE.from_on)
    assert (found.responsible_id, found.responsible) == (member, "阿依努尔·买买提")
    assert (found.partner, found.note) == ("镇民政办", "材料齐")


def test_each_kind_changes_on_a_day_of_its_own(bench, patient, clock):
    record_assistance(bench, patient, MEDICINE)
    before = a_moment(clock)
    granted = replace(MEDICINE, from_on=date(2026, 6, 1), state=AssistanceState.RECEIVED)
    record_assistance(bench, patient, granted)
    record_assistance(bench, patient, replace(granted, kind=AssistanceKind.HOME_SERVICE))
    assert line(bench, patient, on=date(2026, 1, 31)).state is None
    assert line(bench, patient, on=date(2026, 5, 31)).state is AssistanceState.APPLIED
    assert line(bench, patient).state is AssistanceState.RECEIVED
    assert line(bench, patient, at=before).state is AssistanceState.APPLIED
    assert line(bench, patient, AssistanceKind.HOME_SERVICE, at=before).state is None


def test_a_correction_and_a_withdrawal_keep_what_was_known(bench, patient, clock):
    key = record_assistance(bench, patient, MEDICINE)
    before = a_moment(clock)
    correct_assistance(bench, key, replace(MEDICINE, partner="县残联"), why="问过民政")
    assert line(bench, patient).partner == "县残联"
    withdraw_assistance(bench, key, why="同名的人")
    assert line(bench, patient).state is None
    assert line(bench, patient, at=before).partner == "镇民政办"


def test_the_subsidy_is_recorded_once_and_shown_here_too(bench, patient):
    subsidy = AssistanceKind.GUARDIAN_SUBSIDY
    with pytest.raises(SubsidyStandsApart):
        record_assistance(bench, patient, replace(MEDICINE, kind=subsidy))
    guardian = name_guardian(bench, patient, GUARDIAN, from_on=date(2024, 1, 1))
    shown = {
        SubsidyState.APPLIED: AssistanceState.APPLIED,
        SubsidyState.GRANTED: AssistanceState.RECEIVED,
        SubsidyState.REFUSED: AssistanceState.REFUSED,
        SubsidyState.PAUSED: AssistanceState.PAUSED,
        SubsidyState.CANCELLED: AssistanceState.ENDED,
        SubsidyState.GUARDIAN_CHANGED: AssistanceState.ENDED,
    }
    assert shown.keys() == set(SubsidyState)
    for state, as_state in shown.items():
        given = Subsidised(date(2026, 3, 1), state, 240000, reason="年审")
        record_subsidy(bench, guardian, given)
        assert line(bench, patient, subsidy).state is as_state


def test_a_flag_of_the_national_system_is_shown_beside_it(bench, patient):
    record_flag(bench, patient, Flagged(date(2026, 1, 1), FlagKind.MINIMUM_LIVING, True))
    found = line(bench, patient, AssistanceKind.MINIMUM_LIVING)
    assert (found.listed, found.state) == (True, None)
    assert line(bench, patient, AssistanceKind.MINIMUM_LIVING, on=date(2025, 1, 1)).listed is None


def test_who_sees_to_it_is_a_member_on_that_day(bench, team, patient):
    member = team.members["亓文涛"]
    given = replace(MEDICINE, responsible_id=member)
    end_membership(bench, member, until_on=date(2026, 1, 31))
    with pytest.raises(NotMemberThen, match="亓文涛"):
        record_assistance(bench, patient, given)
    record_assistance(bench, patient, replace(given, from_on=date(2026, 1, 31)))
    with pytest.raises(NotMemberThen):
        record_assistance(bench, patient, replace(given, from_on=date(2025, 12, 31)))
    with pytest.raises(NotFound):
        record_assistance(bench, patient, replace(given, responsible_id=99))


def test_the_same_request_is_written_once(bench, patient):
    key = record_assistance(bench, patient, MEDICINE, request_id="a")
    assert record_assistance(bench, patient, MEDICINE, request_id="a") == key


def test_it_is_told_in_words(bench, team, patient, clock):
    given = replace(MEDICINE, responsible_id=team.members["皮桂香"])
    record_assistance(bench, patient, given)
    since = a_moment(clock)
    record_assistance(
        bench, patient, replace(given, from_on=date(2026, 5, 1), state=AssistanceState.RECEIVED)
    )
    (change,) = list_changes(bench, patient, since)
    assert change.sentence == ("自2026年5月1日起，救助“药费补助”变更：状态由“已申请”改为“已享受”。")
