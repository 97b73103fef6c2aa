"""What the record says about a patient on a day, and which row says it."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from data.clinical_codes import (
    Adherence,
    AdverseReaction,
    CaseFact,
    Insight,
    PhysicalIllness,
    SocialFunction,
    Symptoms,
)
from data.codes import RiskLevel, VisitForm
from data.facts import Written
from data.medication_codes import MedicationClass, MedicationMeasure, NotTakingCause
from data.models.visits import Visit
from data.visit_codes import (
    DangerousAct,
    DeathCause,
    HospitalStay,
    LostReason,
    ReactionSeen,
    YesNo,
)
from workbench.known_facts import facts_of_patients, known_on, latest_facts
from workbench.medication_strategies import add_strategy
from workbench.rules.facts import Facts
from workbench.rules.medication import StrategyEntry
from workbench.rules.visit_answers import VisitAnswers, VisitRecord
from workbench.rules.visit_records import FUNCTIONS, facts_of
from workbench.visit_columns import VisitColumns, record_of
from workbench.visits import (
    correct_visit,
    read_visit,
    record_visit,
    visits_until,
    withdraw_visit,
)

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


HARM = {DangerousAct.GRAVE_OFFENCE, DangerousAct.SUICIDE_ATTEMPT}
CODES = {
    "adherence": Adherence,
    "insight": Insight,
    "symptom_severity": Symptoms,
    "self_care": SocialFunction,
    "learning": SocialFunction,
    "adr_severity": AdverseReaction,
    "reaction": ReactionSeen,
    "physical_illness": PhysicalIllness,
    "hospital_stay": HospitalStay,
    "referred": YesNo,
    "lost_reason": LostReason,
    "death_cause": DeathCause,
}
ACTS = st.sampled_from([{act: 1} for act in DangerousAct if act is not DangerousAct.NONE])
ANSWER = st.one_of(
    st.tuples(st.just("acts"), ACTS),
    *(st.tuples(st.just(item), st.sampled_from(list(codes))) for item, codes in CODES.items()),
)
# Few answers to a visit, so that an earlier one is often the last to tell something.
RECORDS = st.builds(
    VisitRecord,
    visited_on=st.dates(date(2026, 11, 1), date(2026, 11, 9)),
    form=st.just(VisitForm.HOME),
    level=st.none() | st.sampled_from(list(RiskLevel)),
    answers=st.lists(ANSWER, max_size=2).map(lambda pairs: VisitAnswers(**dict(pairs))),
)
HISTORIES = st.lists(st.tuples(st.sampled_from(["GA0101", "GA0102"]), RECORDS), max_size=9)


def enter_visit(session, moment, patient, record):
    columns = VisitColumns(record).columns()
    Visit.enter(session, Written(moment, 1), patient_id=patient, **columns)


def told_visit_by_visit(session, patient, day, at):
    """What the visits to one patient tell, read whole and one after the other."""
    found = {}
    for visit in visits_until(session, patient, day, at):
        record = record_of(visit)
        told = facts_of(record)
        for fact in CaseFact:
            value = getattr(told, fact.value)
            if value is not None:
                found.setdefault(fact, (value, visit.true_from, visit.root_id))
        if HARM & (record.answers.acts or {}).keys():
            found.setdefault(CaseFact.PAST_SERIOUS_HARM, (True, visit.true_from, visit.root_id))
    return found


@pytest.mark.parametrize(
    "answers",
    [
        {"level": RiskLevel.VERBAL},
        {"adherence": Adherence.NONE},
        {"insight": Insight.FULL},
        {"symptom_severity": Symptoms.GONE},
        *({item: SocialFunction.FAIR} for item in FUNCTIONS),
        {"adr_severity": AdverseReaction.MILD},
        {"reaction": ReactionSeen.NOT_APPLICABLE},
        {"physical_illness": PhysicalIllness.PRESENT},
        {"hospital_stay": HospitalStay.NONE},
        {"referred": YesNo.YES},
        {"acts": {DangerousAct.GRAVE_OFFENCE: 1}},
        {"acts": {DangerousAct.SUICIDE_ATTEMPT: 1}, "level_reason": "无法评定"},
    ],
    ids=str,
)
def test_what_only_an_early_visit_tells_is_heard(bench, patient, answers):
    key = visit(bench, patient, 3, **answers)
    visit(bench, patient, 10, reaction=ReactionSeen.SEEN, reaction_words="手抖")
    visit(bench, patient, 12, lost_reason=LostReason.NOT_REACHED)
    with bench.store.reading() as session:
        found = known_on(session, patient, TODAY).sources
        told = told_visit_by_visit(session, patient, TODAY, None)
    assert {fact: (f.value, f.on, f.key) for fact, f in found.items()} == told
    assert key in {f.key for f in found.values()}


@settings(max_examples=100, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(history=HISTORIES, day=st.dates(date(2026, 11, 1), date(2026, 11, 10)), now=st.booleans())
def test_many_patients_at_once_are_told_the_same_as_each_by_themselves(
    bench, team, clock, history, day, now
):
    patients = list(team.patients.values())
    with bench.store.reading() as session:  # what is flushed here is never committed
        for number, record in history:
            enter_visit(session, clock(), team.patients[number], record)
        at = clock() if now else None
        many, everybody = (facts_of_patients(session, who, day, at) for who in (patients, None))
        assert everybody == {patient: known for patient, known in many.items() if known.sources}
        for patient in patients:
            found = known_on(session, patient, day, at)
            assert found == many.get(patient, found)
            told = {fact: (f.value, f.on, f.key) for fact, f in found.sources.items()}
            assert told == told_visit_by_visit(session, patient, day, at)
