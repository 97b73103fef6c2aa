"""Who on the register may be the same person, before anything is saved."""

from dataclasses import replace
from datetime import date

import pytest

from data.codes import Sex
from tests.builders import an_id_number
from tests.workbench.register import BORN, FULL
from workbench.duplicates import find_likenesses
from workbench.patients import Doubt, Particulars, correct_patient, register_patient
from workbench.register_errors import DoubtsOpen, IdNumberWrong


@pytest.fixture
def patient(bench):
    return register_patient(bench, FULL)


def found(bench, given, **more):
    return [(like.patient_id, like.by_id_number) for like in find_likenesses(bench, given, **more)]


def test_the_number_tells_first_and_name_with_birth_date_next(bench, patient):
    namesake = register_patient(
        bench, Particulars("丘迟", Sex.MALE, BORN, id_number=an_id_number(BORN, 7))
    )
    both = replace(FULL, name="丘迟")
    assert found(bench, both) == [(patient, True), (namesake, False)]
    assert found(bench, both, patient_id=patient) == [(namesake, False)]


def test_an_older_number_is_the_same_number(bench, patient):
    short = FULL.id_number[:6] + FULL.id_number[8:17]
    assert found(bench, Particulars("另名", Sex.MALE, id_number=short)) == [(patient, True)]


def test_the_birth_date_may_come_from_the_number(bench, patient):
    given = replace(FULL, id_number=an_id_number(BORN, 9), born_on=None)
    assert found(bench, given) == [(patient, False)]


def test_a_name_alone_makes_nobody_the_same(bench, patient):
    assert found(bench, Particulars(FULL.name, Sex.MALE)) == []
    assert found(bench, Particulars(FULL.name, Sex.MALE, date(1981, 2, 28))) == []


def test_what_was_corrected_away_no_longer_counts(bench, patient):
    correct_patient(bench, patient, Particulars("丘迟", Sex.MALE), why="登记成了别人")
    assert found(bench, FULL) == []


def test_whoever_may_be_meant_is_shown_masked(bench, team):
    (like,) = find_likenesses(bench, FULL)
    assert like.who == "个案GA0101 石*"
    second = register_patient(bench, FULL, accepted=[Doubt.SAME_PERSON])
    with pytest.raises(DoubtsOpen, match=rf"与个案GA0101 石\*、患者{second}号 石\*同名"):
        register_patient(bench, replace(FULL, id_number=None))


def test_a_wrong_number_is_refused_before_anybody_is_looked_for(bench):
    with pytest.raises(IdNumberWrong):
        find_likenesses(bench, replace(FULL, id_number="990101"))
