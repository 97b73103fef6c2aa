"""What a guardian undertook, what the facts suggest, and what a person decided."""

from dataclasses import replace
from datetime import date

import pytest

from data.clinical_codes import Guardianship
from data.codes import Sex
from data.register_codes import GuardianDuty, GuardianState
from tests.workbench.register import FULL, GUARDIAN, a_moment
from workbench.errors import NotFound
from workbench.guardians import end_guardianship, name_guardian
from workbench.guardianship import (
    Agreed,
    Judged,
    correct_agreement,
    correct_capacity,
    record_agreement,
    record_capacity,
    suggest_capacity,
    withdraw_agreement,
    withdraw_capacity,
)
from workbench.patients import Particulars, register_patient
from workbench.register import read_patient
from workbench.register_errors import DaysReversed, GuardianNotActing, NoDuties

FIRST = date(2024, 1, 1)
SIGNED = Agreed(date(2026, 1, 5), (GuardianDuty.CARE, GuardianDuty.MEDICATION), date(2026, 12, 31))
YOUNG = replace(GUARDIAN, id_number=None, born_on=date(1985, 1, 1))


@pytest.fixture
def patient(bench):
    return register_patient(bench, FULL)


@pytest.fixture
def father(bench, patient):
    return name_guardian(bench, patient, GUARDIAN, from_on=FIRST)


def test_an_agreement_is_in_force_between_its_days(bench, patient, father):
    key = record_agreement(bench, father, SIGNED, request_id="r1")
    assert record_agreement(bench, father, SIGNED, request_id="r1") == key
    assert read_patient(bench, patient, on=date(2026, 1, 4)).agreement is None
    kept = read_patient(bench, patient).agreement
    assert (kept.agreed, kept.guardian_id) == (SIGNED, father)
    assert kept.in_force_on(date(2026, 12, 31))
    assert not kept.in_force_on(date(2027, 1, 1))
    assert "没有在有效期内的监护协议" not in suggest_capacity(bench, patient).reasons
    expired = suggest_capacity(bench, patient, on=date(2027, 1, 1))
    assert "没有在有效期内的监护协议" in expired.reasons


@pytest.mark.parametrize("duty", GuardianDuty)
def test_every_duty_is_kept(bench, patient, father, duty):
    record_agreement(bench, father, replace(SIGNED, duties=(duty,)))
    assert read_patient(bench, patient).agreement.agreed.duties == (duty,)


def test_an_agreement_nobody_signed_speaks_for_a_weak_guardianship(bench, patient, father):
    record_agreement(bench, father, Agreed(date(2026, 1, 5), (), signed=False))
    hint = suggest_capacity(bench, patient)
    assert hint.suggested is Guardianship.WEAK
    assert "监护人拒绝签订监护协议" in hint.reasons


def test_an_agreement_is_refused_in_words(bench, patient, father):
    with pytest.raises(NoDuties):
        record_agreement(bench, father, replace(SIGNED, duties=()))
    with pytest.raises(DaysReversed):
        record_agreement(bench, father, replace(SIGNED, until_on=date(2026, 1, 4)))
    with pytest.raises(NotFound):
        record_agreement(bench, 99, SIGNED)
    end_guardianship(bench, father, state=GuardianState.DEAD, from_on=date(2026, 1, 1))
    with pytest.raises(GuardianNotActing, match="已去世"):
        record_agreement(bench, father, SIGNED)


def test_an_agreement_is_corrected_and_withdrawn(bench, patient, father, clock):
    key = record_agreement(bench, father, SIGNED)
    before = a_moment(clock)
    correct_agreement(bench, key, replace(SIGNED, until_on=None), why="没有写到期日")
    assert read_patient(bench, patient).agreement.agreed.until_on is None
    withdraw_agreement(bench, key, why="签的是另一户")
    assert read_patient(bench, patient).agreement is None
    assert read_patient(bench, patient, at=before).agreement.agreed == SIGNED


def test_what_a_person_decided_stands_whatever_the_hints_say(bench, patient, father):
    assert suggest_capacity(bench, patient).suggested is Guardianship.WEAK
    judged = Judged(date(2026, 1, 5), Guardianship.ADEQUATE, "邻居每天搭手")
    record_capacity(bench, patient, judged)
    found = read_patient(bench, patient)
    assert found.capacity.judged == judged
    assert found.capacity_hint.suggested is Guardianship.WEAK


@pytest.mark.parametrize("level", Guardianship)
def test_a_decision_holds_from_its_day_and_can_be_corrected(bench, patient, level, clock):
    key = record_capacity(bench, patient, Judged(FIRST, Guardianship.NONE))
    before = a_moment(clock)
    correct_capacity(bench, key, Judged(FIRST, level, "核实后更正"), why="核实")
    assert read_patient(bench, patient).capacity.judged.level is level
    assert read_patient(bench, patient, at=before).capacity.judged.level is Guardianship.NONE
    assert read_patient(bench, patient, on=date(2023, 12, 31)).capacity is None
    withdraw_capacity(bench, key, why="没有开会")
    assert read_patient(bench, patient).capacity is None


def test_hints_follow_the_register_on_a_day_and_as_known(bench, patient, clock):
    assert suggest_capacity(bench, patient).reasons == ("没有登记监护人",)
    before = a_moment(clock)
    guardian = name_guardian(bench, patient, YOUNG, from_on=FIRST)
    record_agreement(bench, guardian, SIGNED)
    hint = suggest_capacity(bench, patient)
    assert (hint.suggested, hint.missing) == (None, ("监护人是否还在照看另一名患者",))
    assert suggest_capacity(bench, patient, at=before).reasons == ("没有登记监护人",)
    assert suggest_capacity(bench, patient, age_limit=40).suggested is Guardianship.WEAK


def test_who_guards_two_patients_is_found_by_the_id_number(bench, patient, father):
    other = register_patient(bench, Particulars("丘迟", Sex.MALE))
    second = name_guardian(bench, other, GUARDIAN, from_on=date(2025, 1, 1))
    words = "监护人还在照看另一名患者"
    assert words in suggest_capacity(bench, patient).reasons
    assert words not in suggest_capacity(bench, patient, on=date(2024, 12, 31)).reasons
    end_guardianship(bench, second, state=GuardianState.REPLACED, from_on=date(2026, 1, 1))
    assert words not in suggest_capacity(bench, patient).reasons
    with pytest.raises(NotFound):
        suggest_capacity(bench, 99)
