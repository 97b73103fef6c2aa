"""What the record says about a patient on a day, and which row says it."""

from dataclasses import replace
from datetime import date

import pytest

from data.clinical_codes import Adherence, CaseFact, Insight, SocialFunction
from data.codes import RiskLevel, VisitForm
from data.medication_codes import MedicationClass, MedicationMeasure, NotTakingCause
from data.visit_codes import DangerousAct, HospitalStay, LostReason, YesNo
from workbench.known_facts import known_on, latest_facts
from workbench.medication_strategies import add_strategy
from workbench.rules.facts import Facts
from workbench.rules.medication import StrategyEntry
from workbench.rules.visit_answers import VisitAnswers
from workbench.visits import correct_visit, read_visit, record_visit, withdraw_visit

TODAY = date(2026, 11, 25)


@pytest.fixture
def patient(team):
    return team.patients["GA0103"]


def visit(bench, patient, day, level=None, **answers):
    return record_visit(
        bench,
        patient,
        visited_on=date(2026, 11, day),
        form=VisitForm.HOME,
        level=level,
        answers=VisitAnswers(**answers),
    )


def facts(bench, patient, day=TODAY, at=None):
    with bench.store.reading() as session:
        return latest_facts(session, patient, day, at)


def source(bench, patient, fact):
    with bench.store.reading() as session:
        return known_on(session, patient, TODAY).sources[fact]


def test_of_a_patient_without_a_record_nothing_is_known(bench, patient):
    assert facts(bench, patient) == Facts()


def test_each_fact_is_that_of_the_last_visit_that_answered_it(bench, patient):
    first = visit(bench, patient, 3, RiskLevel.ANYWHERE, insight=Insight.ABSENT)
    second = visit(bench, patient, 10, RiskLevel.VERBAL, adherence=Adherence.REGULAR)
    found = facts(bench, patient)
    assert (found.risk_level, found.insight, found.adherence, found.last_visit_on) == (
        RiskLevel.VERBAL,
        Insight.ABSENT,
        Adherence.REGULAR,
        date(2026, 11, 10),
    )
    level, insight = (source(bench, patient, f) for f in (CaseFact.RISK_LEVEL, CaseFact.INSIGHT))
    assert (level.table, level.key, level.on) == ("visit", second, date(2026, 11, 10))
    assert (insight.table, insight.key, insight.on) == ("visit", first, date(2026, 11, 3))


def test_an_earlier_day_knows_nothing_of_a_later_visit(bench, patient):
    visit(bench, patient, 3, RiskLevel.ANYWHERE)
    visit(bench, patient, 10, RiskLevel.VERBAL)
    assert facts(bench, patient, date(2026, 11, 9)).risk_level is RiskLevel.ANYWHERE
    assert facts(bench, patient, date(2026, 11, 2)) == Facts()


def test_what_was_known_at_a_moment_stays_so_after_a_correction(bench, patient, clock):
    first = visit(bench, patient, 3, RiskLevel.ANYWHERE)
    clock.move(minutes=1)
    before = bench.now()
    clock.move(hours=1)
    right = replace(read_visit(bench, first).record, level=RiskLevel.VERBAL)
    correct_visit(bench, first, right, why="评错一级")
    assert facts(bench, patient).risk_level is RiskLevel.VERBAL
    assert facts(bench, patient, at=before).risk_level is RiskLevel.ANYWHERE
    clock.move(hours=1)
    withdraw_visit(bench, first, why="记到了别人名下")
    assert facts(bench, patient) == Facts()


def test_a_patient_who_was_not_reached_was_not_visited(bench, patient):
    visit(bench, patient, 3, RiskLevel.VERBAL)
    visit(bench, patient, 20, lost_reason=LostReason.NOT_REACHED)
    assert facts(bench, patient).last_visit_on == date(2026, 11, 3)


def test_a_stay_in_hospital_and_a_referral_are_known_from_the_visit(bench, patient):
    visit(bench, patient, 3, hospital_stay=HospitalStay.PRESENT)
    visit(bench, patient, 10, referred=YesNo.YES)
    found = facts(bench, patient)
    assert (found.hospitalised, found.referred_on) == (True, date(2026, 11, 10))
    visit(bench, patient, 20, hospital_stay=HospitalStay.NONE, referred=YesNo.NO)
    found = facts(bench, patient)
    assert (found.hospitalised, found.referred_on) == (False, date(2026, 11, 10))


def test_five_functions_of_which_one_was_answered_leave_the_others_unknown(bench, patient):
    visit(bench, patient, 3, housework=SocialFunction.FAIR)
    functions = facts(bench, patient).social_functions
    assert functions == (None, SocialFunction.FAIR, None, None, None)


@pytest.mark.parametrize("act", [DangerousAct.GRAVE_OFFENCE, DangerousAct.SUICIDE_ATTEMPT])
def test_serious_harm_once_known_stays_known(bench, patient, act):
    visit(bench, patient, 3, RiskLevel.PERSISTENT, acts={act: 1})
    visit(bench, patient, 10, acts={DangerousAct.NONE: 0})
    assert facts(bench, patient).past_serious_harm is True


def test_an_interval_without_harm_does_not_say_that_there_never_was_any(bench, patient):
    visit(bench, patient, 3, acts={DangerousAct.NONE: 0})
    assert facts(bench, patient).past_serious_harm is None


def test_the_newer_of_visit_and_strategy_tells_who_takes_medicine(bench, team, patient):
    visit(bench, patient, 3, adherence=Adherence.REGULAR)
    entry = StrategyEntry(
        from_on=date(2026, 11, 10),
        medication_class=MedicationClass.INTERMITTENT,
        causes=(NotTakingCause.INCONVENIENT,),
        measures=(MedicationMeasure.DELIVERY,),
        responsible_id=team.members["皮桂香"],
        due_on=date(2026, 12, 1),
    )
    key = add_strategy(bench, patient, entry)
    assert facts(bench, patient).adherence is Adherence.INTERMITTENT
    told = source(bench, patient, CaseFact.ADHERENCE)
    assert (told.table, told.key) == ("medication_strategy", key)
    visit(bench, patient, 20, adherence=Adherence.NONE)
    assert facts(bench, patient).adherence is Adherence.NONE
