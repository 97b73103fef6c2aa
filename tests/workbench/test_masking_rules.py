"""What a unit decided about masking, and where it is followed."""

from dataclasses import replace

import pytest

from data.codes import AccountKind
from workbench.errors import NotPermitted
from workbench.masking import masked_id
from workbench.masking_rules import Masking, MaskingImpossible, read_masking, set_masking
from workbench.unmasking import read_masked_patient


def test_without_a_decision_three_and_four_signs_and_ten_minutes_hold(bench):
    assert read_masking(bench) == Masking(3, 4, 10)


def test_the_last_decision_holds_and_the_earlier_is_known_for_its_time(bench):
    set_masking(bench, Masking(6, 2, 5))
    before = bench.now()
    set_masking(bench, Masking(0, 4, 1))
    assert read_masking(bench) == Masking(0, 4, 1)
    assert read_masking(bench, at=before) == Masking(6, 2, 5)


@pytest.mark.parametrize("wrong", [(7, 4, 10), (3, 5, 10), (3, 4, 0), (3, 4, 61), (-1, 4, 10)])
def test_what_hides_nothing_is_refused(bench, wrong):
    with pytest.raises(MaskingImpossible):
        set_masking(bench, Masking(*wrong))
    assert read_masking(bench) == Masking()


def test_only_who_administers_decides(bench):
    with pytest.raises(NotPermitted):
        set_masking(replace(bench, kind=AccountKind.RECORDER, administers=False), Masking())


def test_the_masked_person_follows_it(bench, team):
    patient = next(iter(team.patients.values()))
    whole = read_masked_patient(bench, patient).particulars.id_number
    set_masking(bench, Masking(6, 0, 10))
    fewer = read_masked_patient(bench, patient).particulars.id_number
    assert (whole is None) == (fewer is None)
    assert masked_id("990101199001011234", 6, 0) == "990101************"
    assert masked_id("990101199001011234") == "990***********1234"
