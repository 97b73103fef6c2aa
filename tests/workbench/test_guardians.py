"""Who guards a patient, who did before, and what was known of them."""

from dataclasses import replace
from datetime import date

import pytest

from data.codes import Sex
from data.register_codes import GuardianState, Relation
from tests.workbench.register import FULL, GUARDIAN, a_moment
from workbench.errors import EmptyField, NotFound
from workbench.guardian_withdrawing import withdraw_guardian
from workbench.guardians import (
    GuardianParticulars,
    change_guardian,
    correct_guardian,
    end_guardianship,
    list_guardians,
    name_guardian,
)
from workbench.guardianship import Agreed, record_agreement
from workbench.patients import Particulars, register_patient
from workbench.register import read_patient
from workbench.register_errors import DayNotCome, GuardianInUse, GuardianNotActing, IdNumberWrong

BROTHER = GuardianParticulars("石守林", Relation.SIBLING, phone="13900000002")
FIRST, SECOND = date(2024, 1, 1), date(2026, 6, 1)


@pytest.fixture
def patient(bench):
    return register_patient(bench, FULL)


@pytest.fixture
def father(bench, patient):
    return name_guardian(bench, patient, GUARDIAN, from_on=FIRST)


def names(bench, patient, **when):
    rows = list_guardians(bench, patient, **when)
    return [(row.particulars.name, row.state) for row in rows]


def test_a_guardian_is_kept_with_the_birth_date_of_the_id_number(bench, patient, father):
    kept = read_patient(bench, patient).guardian
    assert kept.particulars == replace(GUARDIAN, born_on=date(1955, 6, 7))
    assert (kept.id, kept.state, kept.from_on) == (father, GuardianState.ACTING, FIRST)


@pytest.mark.parametrize("relation", Relation)
def test_every_relation_is_kept(bench, patient, relation):
    given = replace(BROTHER, relation=relation)
    name_guardian(bench, patient, given, from_on=FIRST)
    assert read_patient(bench, patient).guardian.particulars == given


def test_a_replaced_guardian_stays_in_the_history(bench, patient, father):
    name_guardian(bench, patient, BROTHER, from_on=SECOND)
    assert names(bench, patient) == [
        ("石守田", GuardianState.REPLACED),
        ("石守林", GuardianState.ACTING),
    ]
    assert names(bench, patient, on=date(2026, 5, 31)) == [("石守田", GuardianState.ACTING)]
    assert read_patient(bench, patient, on=FIRST).guardian.particulars.name == "石守田"


def test_what_was_known_of_the_guardian_before_the_change_can_be_read(bench, patient, clock):
    assert names(bench, patient) == []
    name_guardian(bench, patient, GUARDIAN, from_on=FIRST)
    before = a_moment(clock)
    name_guardian(bench, patient, BROTHER, from_on=SECOND)
    assert names(bench, patient, at=before) == [("石守田", GuardianState.ACTING)]


@pytest.mark.parametrize(
    "state", [GuardianState.DEAD, GuardianState.MISSING, GuardianState.REPLACED]
)
def test_a_guardianship_ends_from_a_day_on(bench, patient, father, state):
    end_guardianship(bench, father, state=state, from_on=SECOND)
    assert names(bench, patient) == [("石守田", state)]
    assert names(bench, patient, on=FIRST) == [("石守田", GuardianState.ACTING)]
    with pytest.raises(GuardianNotActing, match=state.label):
        change_guardian(bench, father, GUARDIAN, from_on=SECOND)
    with pytest.raises(GuardianNotActing):
        end_guardianship(bench, father, state=state, from_on=SECOND)


def test_what_changes_of_a_guardian_holds_from_its_day(bench, patient, father):
    change_guardian(bench, father, replace(GUARDIAN, works_away=True), from_on=SECOND)
    assert read_patient(bench, patient).guardian.particulars.works_away is True
    earlier = read_patient(bench, patient, on=FIRST).guardian
    assert (earlier.id, earlier.particulars.works_away) == (father, False)


def test_a_guardian_named_by_mistake_is_taken_back_and_the_one_before_goes_on(
    bench, patient, father
):
    brother = name_guardian(bench, patient, BROTHER, from_on=SECOND)
    change_guardian(bench, brother, replace(BROTHER, works_away=True), from_on=SECOND)
    withdraw_guardian(bench, brother, why="记到别人名下了")
    assert names(bench, patient) == [("石守田", GuardianState.ACTING)]
    with pytest.raises(NotFound):
        withdraw_guardian(bench, brother, why="记到别人名下了")


def test_whoever_was_replaced_by_mistake_acts_until_the_next_one(bench, patient, father):
    brother = name_guardian(bench, patient, BROTHER, from_on=SECOND)
    third, day = replace(BROTHER, name="石守山"), date(2026, 9, 1)
    name_guardian(bench, patient, third, from_on=day)
    withdraw_guardian(bench, brother, why="记到别人名下了")
    assert names(bench, patient, on=SECOND) == [("石守田", GuardianState.ACTING)]
    assert names(bench, patient) == [
        ("石守田", GuardianState.REPLACED),
        ("石守山", GuardianState.ACTING),
    ]


def test_a_guardian_on_whom_records_rest_is_not_taken_back(bench, patient, father):
    record_agreement(bench, father, Agreed(SECOND, (), signed=False))
    with pytest.raises(GuardianInUse, match="监护协议"):
        withdraw_guardian(bench, father, why="写错了")
    with pytest.raises(EmptyField, match="撤回理由"):
        withdraw_guardian(bench, name_guardian(bench, patient, BROTHER, from_on=SECOND), why=" ")


def test_a_later_correction_of_the_old_guardian_does_not_bring_them_back(bench, patient, father):
    name_guardian(bench, patient, BROTHER, from_on=SECOND)
    correct_guardian(bench, father, replace(GUARDIAN, phone="13911111111"), why="空号")
    assert read_patient(bench, patient).guardian.particulars.name == "石守林"


def test_a_guardian_is_refused_in_words(bench, patient, father):
    with pytest.raises(EmptyField, match="监护人姓名"):
        name_guardian(bench, patient, replace(GUARDIAN, name=""), from_on=FIRST)
    with pytest.raises(IdNumberWrong):
        name_guardian(bench, patient, replace(GUARDIAN, id_number="1"), from_on=FIRST)
    with pytest.raises(DayNotCome):
        name_guardian(bench, patient, GUARDIAN, from_on=date(2027, 1, 1))
    with pytest.raises(NotFound):
        name_guardian(bench, 99, GUARDIAN, from_on=FIRST)
    with pytest.raises(NotFound):
        end_guardianship(bench, 99, state=GuardianState.DEAD, from_on=FIRST)
    with pytest.raises(EmptyField, match="更正理由"):
        correct_guardian(bench, father, GUARDIAN, why="")
    assert names(bench, patient) == [("石守田", GuardianState.ACTING)]


def test_a_guardian_is_named_once_for_one_request(bench, patient):
    first = name_guardian(bench, patient, GUARDIAN, from_on=FIRST, request_id="r1")
    assert name_guardian(bench, patient, GUARDIAN, from_on=FIRST, request_id="r1") == first
    assert len(names(bench, patient)) == 1


def test_another_patients_guardian_is_not_mixed_in(bench, patient, father):
    other = register_patient(bench, Particulars("丘迟", Sex.MALE))
    name_guardian(bench, other, BROTHER, from_on=FIRST)
    assert names(bench, patient) == [("石守田", GuardianState.ACTING)]
