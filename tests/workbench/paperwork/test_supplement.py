"""What the supplementary record says of the records."""

from datetime import date

import pytest

from data.canonical import canonical
from data.register_codes import ConsentAnswer, PastEffect, PastOutpatientCare, Precision
from data.visit_codes import DangerousAct, FormVersion, Locking, Symptom
from forms.supplement import SUPPLEMENT
from tests.workbench.register import FULL, a_moment, fill
from workbench.consents import Asked, record_consent
from workbench.histories import record_history
from workbench.paperwork.supplement import (
    supplement_answers,
    supplement_identity,
    supplement_lists,
)
from workbench.patients import correct_patient
from workbench.rules.histories import History
from workbench.rules.rough_days import RoughDay

HISTORY = History(
    asked_on=date(2026, 11, 20),
    acts={DangerousAct.OFFENCE: 2},
    locking=Locking.NEVER,
    symptoms=(Symptom.SUSPICION,),
    outpatient=PastOutpatientCare.INTERMITTENT,
    admissions=0,
    first_treated=RoughDay(date(2010, 1, 1), Precision.YEAR),
    effect=PastEffect.BETTER,
    specialist_words="定期复查血糖",
)


@pytest.fixture
def patient(bench, team):
    patient = team.patients["GA0101"]
    correct_patient(bench, patient, FULL, why="补录")
    fill(bench, patient)
    record_history(bench, patient, HISTORY)
    return patient


def answers(bench, patient, at=None):
    with bench.store.reading() as session:
        return supplement_answers(session, patient, at)


def test_every_field_is_answered_and_no_other(bench, patient):
    said = answers(bench, patient)
    assert set(said) - {"lists"} == {field.key for field in SUPPLEMENT.fields()}
    assert canonical(said)


def test_guardian_and_committee_are_reached_by_numbers_shown_by_their_ends(bench, patient):
    said = answers(bench, patient)
    assert (said["guardian"], said["relation"]) == ("石守田", "父亲")
    assert said["guardian_phone"] == "139****0001"
    assert (said["committee_contact"], said["committee_phone"]) == ("皮桂香", "990*0003")


def test_what_was_asked_of_the_past_stands_in_numbers(bench, patient):
    said = answers(bench, patient)
    assert (said["household"], said["economy"], said["employment"]) == ("2", "1", "3")
    assert said["symptoms"] == {"chosen": ["3"], "words": {}}
    assert (said["locking"], said["outpatient"], said["effect"]) == ("1", "2", "2")
    assert (said["onset"], said["first_treated"], said["admissions"]) == ("2009年3月", "2010年", 0)
    assert said["acts"]["chosen"] == ["2"]
    assert (said["acts"]["words"]["2"], said["acts"]["words"]["1"]) == ("2", "0")
    assert (said["specialist_words"], said["filled_on"]) == ("定期复查血糖", "2026-11-20")


def test_the_diagnosis_is_told_with_hospital_and_day(bench, patient):
    said = answers(bench, patient)
    assert said["diagnosis"] == "双相情感障碍，目前为躁狂发作"
    assert (said["hospital"], said["confirmed"]) == ("云栖县精神病院", "2010年")


def test_whoever_agreed_signs_and_so_does_the_case_manager(bench, team, patient):
    said = answers(bench, patient)
    assert (said["consent"], said["consented_on"]) == ("1", "2026-01-05")
    assert said["consenting"]["key"].startswith("guardian:")
    assert said["doctor"] == {"key": f"doctor:{team.members['穆青禾']}", "name": "穆青禾"}
    record_consent(bench, patient, Asked(date(2026, 11, 1), ConsentAnswer.REFUSED, "石䶮"))
    again = answers(bench, patient)
    assert (again["consent"], again["consenting"]["key"]) == ("0", f"patient:{patient}")


def test_what_nobody_asked_stays_open(bench, team):
    said = answers(bench, team.patients["GA0102"])
    assert (said["admissions"], said["consent"], said["filled_on"]) == (None, "", None)
    assert said["acts"] == {"chosen": [], "words": {}}
    assert said["diagnosis"] == "精神分裂症"


def test_a_record_reads_later_as_it_read_then(bench, patient, clock):
    moment, before = a_moment(clock), answers(bench, patient)
    record_history(bench, patient, History(asked_on=date(2026, 11, 24), admissions=3))
    assert answers(bench, patient)["admissions"] == 3
    assert answers(bench, patient, moment) == before


def test_only_the_older_form_asks_whether_the_means_are_unknown():
    assert len(supplement_lists()["economies"]) == 2
    assert len(supplement_lists(FormVersion.V2011)["economies"]) == 3


def test_overleaf_the_record_says_whose_it_is(bench, patient):
    assert supplement_identity(answers(bench, patient)) == ("GA0101\u3000石䶮",)
