"""Somebody is found on the register by a few signs, and only their key is told."""

from dataclasses import replace

from tests.workbench.register import FULL, a_moment
from workbench.patient_search import index_patients
from workbench.patients import correct_patient, register_patient


def found(bench, typed, **when):
    return list(index_patients(bench, **when).find(typed))


def test_people_are_found_by_name_number_and_what_they_were_called_before(bench, team):
    patient = register_patient(bench, replace(FULL, name="丘迟"))
    assert found(bench, "石小") == [patient]
    assert found(bench, "GA0102") == [team.patients["GA0102"]]
    assert found(bench, FULL.id_number[-4:]) == [patient]
    assert found(bench, "没有这个人") == []
    assert len(found(bench, "")) == 4


def test_letters_find_whoever_is_meant_most_first(bench, team):
    other = register_patient(bench, replace(FULL, name="丘仇迟", former_name="", id_number=None))
    assert found(bench, "qiu") == [team.patients["GA0103"], other]
    assert found(bench, "qxm") == [team.patients["GA0103"]]
    assert found(bench, "ou yang") == [team.patients["GA0102"]]


def test_a_corrected_name_is_searched_for_as_it_is_now(bench):
    patient = register_patient(bench, FULL)
    correct_patient(bench, patient, replace(FULL, name="石玉䶮"), why="身份证上如此")
    assert found(bench, "玉䶮") == [patient]
    assert found(bench, "syy") == [patient]


def test_who_came_later_is_not_found_in_what_was_known_before(bench, team, clock):
    before = a_moment(clock)
    patient = register_patient(bench, replace(FULL, name="丘迟"))
    assert found(bench, "qiuc") == [patient]
    assert found(bench, "qiuc", at=before) == []


def test_the_index_shows_no_name_when_it_is_printed(bench, team):
    assert "石" not in repr(index_patients(bench))
