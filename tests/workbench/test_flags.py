"""What a patient is entitled to: yes, no, or not known, each from its own day."""

from dataclasses import replace
from datetime import date

import pytest

from data.register_codes import DisabilityGrade, FlagKind
from tests.workbench.register import FULL, a_moment
from workbench.flags import Flagged, correct_flag, record_flag, withdraw_flag
from workbench.patients import register_patient
from workbench.register import read_patient
from workbench.register_errors import GradeWithoutCard

POOR = Flagged(date(2025, 1, 1), FlagKind.MINIMUM_LIVING, True, note="每月620元")


@pytest.fixture
def patient(bench):
    return register_patient(bench, FULL)


def flags(bench, patient, **when):
    found = read_patient(bench, patient, **when).flags
    return {row.flagged.kind: row.flagged for row in found}


@pytest.mark.parametrize("kind", FlagKind)
@pytest.mark.parametrize("holds", [True, False])
def test_every_flag_is_kept_as_yes_or_no(bench, patient, kind, holds):
    given = Flagged(date(2025, 1, 1), kind, holds)
    record_flag(bench, patient, given)
    assert flags(bench, patient) == {kind: given}


def test_a_flag_that_ends_was_still_true_before(bench, patient):
    record_flag(bench, patient, POOR)
    record_flag(bench, patient, Flagged(date(2026, 7, 1), FlagKind.MINIMUM_LIVING, False))
    assert flags(bench, patient, on=date(2024, 12, 31)) == {}
    assert flags(bench, patient, on=date(2026, 6, 30))[FlagKind.MINIMUM_LIVING] == POOR
    assert flags(bench, patient)[FlagKind.MINIMUM_LIVING].holds is False


@pytest.mark.parametrize("grade", DisabilityGrade)
def test_the_card_states_its_grade_and_nothing_else_does(bench, patient, grade):
    card = Flagged(date(2025, 1, 1), FlagKind.DISABILITY_CARD, True, grade)
    record_flag(bench, patient, card)
    assert flags(bench, patient)[FlagKind.DISABILITY_CARD] == card
    with pytest.raises(GradeWithoutCard):
        record_flag(bench, patient, replace(POOR, grade=grade))
    with pytest.raises(GradeWithoutCard):
        record_flag(bench, patient, replace(card, holds=False))


def test_a_flag_is_corrected_and_withdrawn_with_what_was_known_kept(bench, patient, clock):
    key = record_flag(bench, patient, POOR)
    before = a_moment(clock)
    correct_flag(bench, key, replace(POOR, note="每月720元"), why="标准调整")
    assert flags(bench, patient)[FlagKind.MINIMUM_LIVING].note == "每月720元"
    withdraw_flag(bench, key, why="同名的人")
    assert flags(bench, patient) == {}
    assert flags(bench, patient, at=before) == {FlagKind.MINIMUM_LIVING: POOR}
