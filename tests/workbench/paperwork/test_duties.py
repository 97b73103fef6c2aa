"""What a guardian's undertaking says of the records."""

from datetime import date

import pytest

from data.canonical import canonical
from data.register_codes import GuardianDuty, GuardianState
from forms.duties import DUTIES
from tests.workbench.register import FULL, GUARDIAN, a_moment, fill
from workbench.guardians import end_guardianship, name_guardian
from workbench.guardianship import Agreed, record_agreement
from workbench.paperwork.duties import duties_answers, duties_identity
from workbench.patients import correct_patient, register_patient


@pytest.fixture
def patient(bench, team):
    patient = team.patients["GA0101"]
    correct_patient(bench, patient, FULL, why="补录")
    return patient


@pytest.fixture
def filled(bench, patient):
    return fill(bench, patient)


def answers(bench, patient, at=None):
    with bench.store.reading() as session:
        return duties_answers(session, patient, at)


def test_every_field_is_answered_and_no_other(bench, patient, filled):
    said = answers(bench, patient)
    assert set(said) - {"lists"} == {field.key for field in DUTIES.fields()}
    assert canonical(said)


def test_patient_and_guardian_are_named_and_their_numbers_masked(bench, patient, filled):
    said = answers(bench, patient)
    assert (said["name"], said["guardian"], said["relation"]) == ("石䶮", "石守田", "父亲")
    assert said["id_number"].startswith("990***")
    assert said["guardian_id_number"].startswith("990***")
    assert (said["phone"], said["address"]) == ("139****0001", "梧桐村3组17号")
    assert (said["case_number"], said["case_manager"]) == ("GA0101", "穆青禾")


def test_the_duties_that_were_signed_for_are_ticked(bench, patient, filled):
    said = answers(bench, patient)
    assert (said["state"], said["signed_on"], said["until_on"]) == (
        "已签",
        "2026-01-05",
        "2026-12-31",
    )
    assert [row["undertaken"] for row in said["duties"]] == ["yes"] * len(GuardianDuty)


def test_a_refusal_ticks_nothing_and_says_so(bench, patient):
    guardian = name_guardian(bench, patient, GUARDIAN, from_on=date(2024, 1, 1))
    assert answers(bench, patient)["state"] == ""
    refused = Agreed(date(2026, 11, 1), (GuardianDuty.CARE,), signed=False, note="要求先补发补贴")
    record_agreement(bench, guardian, refused)
    said = answers(bench, patient)
    assert (said["state"], said["signed_on"], said["note"]) == ("未签", None, "要求先补发补贴")
    assert {row["undertaken"] for row in said["duties"]} == {""}


def test_guardian_village_police_and_clinic_sign(bench, team, patient, filled):
    signers = answers(bench, patient)["signers"]
    members = team.members
    assert [(row["key"], row["name"]) for row in signers] == [
        (f"guardian:{filled['guardian']}", "石守田"),
        (f"village:{members['皮桂香']}", "皮桂香"),
        (f"police:{members['亓文涛']}", "亓文涛"),
        (f"clinic:{members['穆青禾']}", "穆青禾"),
    ]


def test_a_guardian_who_no_longer_acts_undertakes_nothing(bench, patient, filled):
    end_guardianship(bench, filled["guardian"], state=GuardianState.DEAD, from_on=date(2026, 11, 1))
    said = answers(bench, patient)
    assert (said["guardian"], said["state"], said["signed_on"]) == ("", "", None)
    assert said["signers"][0] == {"key": "", "role": "监护人", "name": ""}


def test_without_a_case_places_are_left_for_whoever_comes(bench):
    patient = register_patient(bench, FULL)
    said = answers(bench, patient)
    assert (said["unit"], said["case_manager"]) == ("云栖镇", "")
    assert [row["key"] for row in said["signers"]] == [""] * 4


def test_an_undertaking_reads_later_as_it_read_then(bench, patient, filled, clock):
    moment, before = a_moment(clock), answers(bench, patient)
    later = Agreed(date(2026, 11, 20), (GuardianDuty.CARE,), date(2027, 12, 31))
    record_agreement(bench, filled["guardian"], later)
    assert answers(bench, patient)["until_on"] == "2027-12-31"
    assert answers(bench, patient, moment) == before


def test_overleaf_the_sheet_says_between_whom(bench, patient, filled):
    assert duties_identity(answers(bench, patient)) == (
        "GA0101\u3000石䶮",
        "监护人 石守田",
    )
