"""Who is in case management, under which number, and who is responsible."""

from datetime import date

import pytest
import sqlalchemy as sa

from data.casework_codes import ExitReason
from data.codes import CaseKind, Sex
from data.models.patients import Patient
from workbench.case_life import exit_case
from workbench.cases import (
    Entry,
    admit_new_patient,
    list_cases,
    open_case_management,
    suggest_case_number,
)
from workbench.duplicates import Doubt
from workbench.errors import (
    AlreadyInManagement,
    EmptyField,
    NameTooLong,
    NotFound,
    NumberTaken,
)
from workbench.patients import Particulars, register_patient
from workbench.register_errors import DoubtsOpen

WHO = Particulars("丘迟", Sex.MALE, None, "柳溪村2组", "双相障碍")


def patients(bench):
    with bench.store.reading() as session:
        return session.scalar(sa.select(sa.func.count(Patient.id)))


def entry(team, **change):
    values = {
        "number": "GA0200",
        "kind": CaseKind.UNSTABLE,
        "case_manager_id": team.members["穆青禾"],
    }
    return Entry(**(values | change))


def test_a_person_is_registered_and_enters_in_one_go(bench, team):
    key = admit_new_patient(bench, WHO, entry(team), request_id="r1")
    assert admit_new_patient(bench, WHO, entry(team), request_id="r1") == key
    row = list_cases(bench)[-1]
    assert (row.number, row.masked, row.village, row.kind) == (
        "GA0200",
        "丘*",
        "柳溪村2组",
        CaseKind.UNSTABLE,
    )


@pytest.mark.parametrize(
    ("who", "change", "refusal"),
    [
        (WHO, {"number": "GA0101"}, NumberTaken),
        (WHO, {"number": " "}, EmptyField),
        (WHO, {"case_manager_id": None}, EmptyField),
        (WHO, {"case_manager_id": 99}, NotFound),
        (Particulars(" ", Sex.MALE), {}, EmptyField),
        (Particulars("丘" * 51, Sex.MALE), {}, NameTooLong),
    ],
)
def test_nobody_is_half_admitted(bench, team, who, change, refusal):
    before = patients(bench)
    with pytest.raises(refusal):
        admit_new_patient(bench, who, entry(team, **change))
    assert patients(bench) == before
    assert len(list_cases(bench)) == 3


def test_nobody_is_in_management_twice(bench, team):
    with pytest.raises(AlreadyInManagement, match="GA0101"):
        open_case_management(bench, team.patients["GA0101"], entry(team))
    with pytest.raises(NotFound):
        open_case_management(bench, 99, entry(team))


def test_someone_on_the_register_may_enter_later(bench, team):
    patient = register_patient(bench, WHO)
    open_case_management(bench, patient, entry(team))
    assert list_cases(bench)[-1].number == "GA0200"


def test_the_next_number_is_suggested(bench, team):
    assert suggest_case_number(bench) == "GA0104"


def test_a_namesake_born_on_the_same_day_enters_once_somebody_has_checked(bench, team):
    twin = Particulars("石䶮", Sex.MALE, date(1980, 2, 29))
    with pytest.raises(DoubtsOpen, match="同名"):
        admit_new_patient(bench, twin, entry(team))
    admit_new_patient(bench, twin, entry(team), accepted=[Doubt.SAME_PERSON])
    assert list_cases(bench)[-1].number == "GA0200"


def test_cases_that_are_over_are_listed_only_when_asked_for(bench, team, meeting):
    words = {"exit_reason": ExitReason.TRANSFERRED, "words": "迁往柳河镇，已由当地接收"}
    exit_case(bench, team.cases["GA0102"], meeting.items["GA0102"], **words)
    assert [row.number for row in list_cases(bench)] == ["GA0101", "GA0103"]
    assert [row.number for row in list_cases(bench, ended=True)] == ["GA0101", "GA0102", "GA0103"]
