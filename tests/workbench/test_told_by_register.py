"""What the register tells the rules, and which of two sources is heard."""

from datetime import date

import pytest

from data.clinical_codes import CaseFact, Guardianship
from data.codes import VisitForm
from data.register_codes import FlagKind, LifeEventKind
from data.visit_codes import DangerousAct, HospitalStay
from workbench.admissions import Stay, record_admission, record_discharge
from workbench.events import Burden, Happened, record_incident, record_life_event
from workbench.flags import Flagged, record_flag
from workbench.guardianship import Judged, record_capacity
from workbench.known_facts import TELLERS, known_on
from workbench.rules.facts import Facts
from workbench.rules.visit_answers import VisitAnswers
from workbench.visits import record_visit

TODAY = date(2026, 11, 25)


@pytest.fixture
def patient(team):
    return team.patients["GA0103"]


def day(number, month=11):
    return date(2026, month, number)


def known(bench, patient, on=TODAY, at=None):
    with bench.store.reading() as session:
        return known_on(session, patient, on, at)


def visit(bench, patient, on, stay):
    answers = VisitAnswers(hospital_stay=stay)
    record_visit(bench, patient, visited_on=on, form=VisitForm.HOME, answers=answers)


def test_every_fact_of_the_rules_is_told_by_somebody(bench, team, patient):
    assert len(TELLERS) == 8
    record_admission(bench, patient, Stay(day(3, 5), "县精神卫生中心", day(20, 5)))
    record_flag(bench, patient, Flagged(day(1), FlagKind.POLICE_LISTED, holds=True))
    record_flag(bench, patient, Flagged(day(1), FlagKind.PAST_SERIOUS_HARM, holds=False))
    record_capacity(bench, patient, Judged(day(1), Guardianship.WEAK))
    record_life_event(bench, patient, Burden(day(2), LifeEventKind.STRESS, words="丧母"))
    record_life_event(bench, patient, Burden(day(2), LifeEventKind.SUBSTANCE, present=False))
    found = known(bench, patient)
    assert found.facts == Facts(
        admissions=(day(3, 5),),
        hospitalised=False,
        police_listed=True,
        past_serious_harm=False,
        guardianship=Guardianship.WEAK,
        stressful_event=True,
        substance_use=False,
    )
    assert {fact: source.table for fact, source in found.sources.items()} == {
        CaseFact.ADMISSIONS: "admission",
        CaseFact.HOSPITALISED: "admission",
        CaseFact.POLICE_LISTED: "patient_flag",
        CaseFact.PAST_SERIOUS_HARM: "patient_flag",
        CaseFact.GUARDIANSHIP: "guardian_capacity",
        CaseFact.STRESSFUL_EVENT: "life_event",
        CaseFact.SUBSTANCE_USE: "life_event",
    }


def test_no_stay_on_record_does_not_say_that_there_was_none(bench, patient):
    found = known(bench, patient).facts
    assert (found.admissions, found.hospitalised) == (None, None)


def test_who_is_in_hospital_is_told_by_the_later_of_stay_and_visit(bench, patient):
    stay = record_admission(bench, patient, Stay(day(3), "县精神卫生中心"))
    assert known(bench, patient).facts.hospitalised is True
    visit(bench, patient, day(10), HospitalStay.NONE)
    assert known(bench, patient).facts.hospitalised is False
    visit(bench, patient, day(12), HospitalStay.PRESENT)
    record_discharge(bench, stay, discharged_on=day(20))
    assert known(bench, patient).facts.hospitalised is False
    assert known(bench, patient, day(19)).facts.hospitalised is True


def test_a_patient_moved_to_another_hospital_on_the_same_day_is_still_in_one(bench, patient):
    record_admission(bench, patient, Stay(day(3), "县精神卫生中心", day(10)))
    record_admission(bench, patient, Stay(day(10), "市第四医院"))
    found = known(bench, patient).facts
    assert (found.hospitalised, found.admissions) == (True, (day(3), day(10)))


@pytest.mark.parametrize("act", [DangerousAct.GRAVE_OFFENCE, DangerousAct.SUICIDE_ATTEMPT])
def test_an_incident_of_serious_harm_outweighs_a_flag_that_denies_it(bench, patient, act):
    record_incident(bench, patient, Happened(day(3), act, "经过从略"))
    record_flag(bench, patient, Flagged(day(5), FlagKind.PAST_SERIOUS_HARM, holds=False))
    found = known(bench, patient)
    assert found.facts.past_serious_harm is True
    assert found.sources[CaseFact.PAST_SERIOUS_HARM].table == "incident"


def test_a_lesser_incident_says_nothing_about_serious_harm(bench, patient):
    record_incident(bench, patient, Happened(day(3), DangerousAct.MINOR, "经过从略"))
    assert known(bench, patient).facts.past_serious_harm is None


def test_an_event_that_is_over_does_not_say_that_there_is_no_other(bench, patient):
    over = Burden(day(2), LifeEventKind.STRESS, until_on=day(9), words="房屋受灾")
    record_life_event(bench, patient, over)
    assert known(bench, patient).facts.stressful_event is None
    assert known(bench, patient, day(9)).facts.stressful_event is True
    record_life_event(bench, patient, Burden(day(12), LifeEventKind.STRESS, present=False))
    assert known(bench, patient).facts.stressful_event is False


def test_an_event_that_goes_on_is_heard_whatever_was_said_later(bench, patient):
    record_life_event(bench, patient, Burden(day(2), LifeEventKind.STRESS, words="丧母"))
    record_life_event(bench, patient, Burden(day(12), LifeEventKind.STRESS, present=False))
    assert known(bench, patient).facts.stressful_event is True


def test_what_was_known_at_a_moment_leaves_out_what_was_told_later(bench, patient, clock):
    clock.move(minutes=1)
    before = bench.now()
    clock.move(minutes=1)
    record_capacity(bench, patient, Judged(day(1), Guardianship.NONE))
    assert known(bench, patient, at=before).facts == Facts()
