"""Visits as they are recorded, corrected, taken back and read."""

from dataclasses import fields, replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.clinical_codes import (
    Adherence,
    AdverseReaction,
    Insight,
    PhysicalIllness,
    SocialFunction,
    Symptoms,
)
from data.codes import AccountKind, RiskLevel, Stability, VisitForm
from data.facts import known
from data.medication_codes import Reaction
from data.models.visits import Visit
from data.visit_codes import (
    Condition,
    DangerousAct,
    FormVersion,
    HospitalStay,
    LabCheck,
    Locking,
    LostReason,
    PersonSeen,
    ReactionSeen,
    Rehabilitation,
    Symptom,
    TreatmentEffect,
    YesNo,
)
from tests.builders import at_bench, reopened
from workbench.errors import EmptyField, NotFound, NotPermitted
from workbench.rules.visit_answers import VisitAnswers, VisitRecord
from workbench.visit_columns import VisitColumns, record_of
from workbench.visit_errors import VisitHasProblems
from workbench.visits import (
    clinical_level_on,
    correct_visit,
    list_visits,
    read_visit,
    record_visit,
    withdraw_visit,
)

DAY = date(2026, 11, 20)
EVERYTHING = VisitAnswers(
    seen=(PersonSeen.PATIENT, PersonSeen.FAMILY),
    level_reason="已由派出所处置",
    symptoms=(Symptom.SUSPICION, Symptom.OTHER),
    symptoms_other="夜间不眠",
    symptom_severity=Symptoms.PRESENT,
    insight=Insight.PARTIAL,
    sleep=Condition.POOR,
    diet=Condition.FAIR,
    self_care=SocialFunction.GOOD,
    housework=SocialFunction.FAIR,
    productive_work=SocialFunction.NOT_APPLICABLE,
    learning=SocialFunction.POOR,
    social_contact=SocialFunction.FAIR,
    physical_illness=PhysicalIllness.PRESENT,
    acts={DangerousAct.MINOR: 2, DangerousAct.SELF_HARM: 1},
    locking=Locking.RELEASED,
    hospital_stay=HospitalStay.PAST,
    discharged_on=date(2026, 10, 8),
    lab_check=LabCheck.DONE,
    lab_words="血常规正常",
    adherence=Adherence.INTERMITTENT,
    prescribed_lately=True,
    reaction=ReactionSeen.SEEN,
    reaction_kinds=(Reaction.SEDATION, Reaction.WEIGHT),
    reaction_words="奥氮平，嗜睡",
    adr_severity=AdverseReaction.MILD,
    effect=TreatmentEffect.SAME,
    rehabilitation=(Rehabilitation.DAILY_LIFE, Rehabilitation.OTHER),
    rehabilitation_other="园艺",
    referral_advised=YesNo.YES,
    referral_reason="调整用药",
    referred=YesNo.YES,
    referred_to="县精神卫生中心",
    referred_department="二科",
    referral_succeeded=YesNo.NO,
    psychiatrist_contacted=YesNo.YES,
    departments_notified=YesNo.YES,
    police_contact="亓文涛",
    police_phone="5550101",
    centre_contact="佘秀芝",
    centre_phone="5550102",
    stability=Stability.UNSTABLE,
    stability_reason="近日频繁外走",
    next_visit_on=date(2026, 12, 4),
    doctor="穆青禾",
    institution="镇卫生院",
    in_case_management=True,
    case_social_evaluation=Condition.FAIR,
)


@pytest.fixture
def patient(team):
    return team.patients["GA0103"]


def record(bench, patient, **change):
    given = {"visited_on": DAY, "form": VisitForm.HOME, "level": RiskLevel.AT_HOME}
    return record_visit(bench, patient, **(given | change))


def test_every_answer_comes_back_as_it_was_given(bench, patient):
    visit = record(bench, patient, words="与其母谈话。", answers=EVERYTHING)
    bench = reopened(bench)
    read = read_visit(bench, visit)
    assert read.record.answers == EVERYTHING
    assert (read.record.visited_on, read.record.form, read.record.level, read.record.words) == (
        DAY,
        VisitForm.HOME,
        RiskLevel.AT_HOME,
        "与其母谈话。",
    )
    assert (read.patient_id, read.unanswered, read.revision) == (patient, (), 1)
    bench.close()


def test_every_field_of_the_form_was_given_a_value_above():
    blank = VisitAnswers()
    same = {f.name for f in fields(VisitAnswers)}
    same = {name for name in same if getattr(blank, name) == getattr(EVERYTHING, name)}
    assert same == {
        "form_version",
        "lost_reason",
        "lost_other",
        "died_on",
        "death_cause",
        "death_detail",
        "death_other",
    }


def test_a_short_visit_leaves_everything_else_unknown(bench, patient):
    read = read_visit(bench, record(bench, patient, level=None))
    assert read.record.answers == VisitAnswers()
    assert "危险性评估" in read.unanswered
    assert read.suggested is None
    assert "尚缺" in read.because


def test_the_suggested_class_is_kept_beside_the_chosen_one(bench, patient):
    visit = record(bench, patient, answers=EVERYTHING)
    assert read_visit(bench, visit).suggested is Stability.BASICALLY_STABLE
    with bench.store.reading() as session:
        row = session.scalars(known(Visit).where(Visit.root_id == visit)).one()
    assert (row.suggested_stability, row.stability) == (
        Stability.BASICALLY_STABLE,
        Stability.UNSTABLE,
    )


def test_how_often_each_act_happened_is_kept_in_a_column_of_its_own(bench, patient):
    visit = record(bench, patient, answers=EVERYTHING)
    with bench.store.reading() as session:
        row = session.scalars(known(Visit).where(Visit.root_id == visit)).one()
    assert (row.minor_disturbances, row.self_harms) == (2, 1)
    assert (row.offences, row.grave_offences, row.other_harms, row.suicide_attempts) == (0,) * 4


def test_no_act_at_all_is_not_the_same_as_not_asked(bench, patient):
    none = record(bench, patient, answers=VisitAnswers(acts={DangerousAct.NONE: 0}))
    asked = read_visit(bench, none).record.answers.acts
    assert asked == {DangerousAct.NONE: 0}
    assert read_visit(bench, record(bench, patient)).record.answers.acts is None


def test_a_form_of_2011_leaves_open_what_it_does_not_ask(bench, patient):
    old = VisitAnswers(form_version=FormVersion.V2011, acts={DangerousAct.MINOR: 1})
    visit = record(bench, patient, answers=old)
    with bench.store.reading() as session:
        row = session.scalars(known(Visit).where(Visit.root_id == visit)).one()
    assert (row.other_harms, row.offences, row.form_version) == (None, 0, FormVersion.V2011)
    assert read_visit(bench, visit).record.answers == old


def test_everything_wrong_is_refused_at_once_and_nothing_is_kept(bench, patient):
    wrong = VisitAnswers(
        acts={DangerousAct.SUICIDE_ATTEMPT: 1},
        lab_check=LabCheck.DONE,
        learning=SocialFunction.NOT_APPLICABLE,
    )
    with pytest.raises(VisitHasProblems) as refused:
        record(bench, patient, visited_on=date(2026, 11, 26), answers=wrong)
    assert [problem.item for problem in refused.value.problems] == [
        "visited_on",
        "learning",
        "level_reason",
        "lab_words",
    ]
    assert refused.value.message.startswith("这次随访记录有4处不能保存：随访日期晚于今天；")
    assert list_visits(bench, patient) == []


def test_words_of_white_space_are_no_reason(bench, patient):
    harmed = VisitAnswers(acts={DangerousAct.SELF_HARM: 1}, level_reason=" 　 ")
    with pytest.raises(VisitHasProblems):
        record(bench, patient, answers=harmed)


def test_a_repeated_request_writes_one_visit(bench, patient):
    once = record(bench, patient, request_id="r1")
    assert record(bench, patient, request_id="r1") == once
    assert len(list_visits(bench, patient)) == 1


def test_nobody_is_visited_who_is_not_on_the_register(bench):
    with pytest.raises(NotFound):
        record(bench, 99)
    with pytest.raises(NotFound):
        list_visits(bench, 99)
    with pytest.raises(NotFound):
        read_visit(bench, 99)


def test_a_correction_keeps_what_was_known_before(bench, patient, clock):
    visit = record(bench, patient, answers=EVERYTHING)
    clock.move(minutes=1)
    before = bench.now()
    clock.move(days=1)
    right = VisitRecord(
        visited_on=date(2026, 11, 19),
        form=VisitForm.PHONE,
        level=RiskLevel.PERSISTENT,
        answers=replace(EVERYTHING, level_reason="", stability_reason=""),
    )
    correct_visit(bench, visit, right, why="抄错一行")
    now, then = read_visit(bench, visit), read_visit(bench, visit, at=before)
    assert now.record == right
    assert (now.revision, now.why, now.suggested) == (2, "抄错一行", Stability.UNSTABLE)
    assert then.record.answers == EVERYTHING
    assert [row.visited_on for row in list_visits(bench, patient)] == [date(2026, 11, 19)]
    assert [row.visited_on for row in list_visits(bench, patient, at=before)] == [DAY]


def test_a_correction_obeys_the_same_rules_and_needs_a_reason(bench, patient):
    visit = record(bench, patient)
    right = read_visit(bench, visit).record
    with pytest.raises(EmptyField, match="更正理由"):
        correct_visit(bench, visit, right, why=" ")
    wrong = replace(right, visited_on=date(2026, 11, 26))
    with pytest.raises(VisitHasProblems):
        correct_visit(bench, visit, wrong, why="抄错一行")
    with pytest.raises(NotFound):
        correct_visit(bench, 99, right, why="抄错一行")
    assert read_visit(bench, visit).revision == 1


def test_a_withdrawn_visit_is_gone_but_was_known(bench, patient, clock):
    visit = record(bench, patient)
    clock.move(minutes=1)
    before = bench.now()
    clock.move(hours=1)
    with pytest.raises(EmptyField, match="撤回理由"):
        withdraw_visit(bench, visit, why="")
    withdraw_visit(bench, visit, why="记到了别人名下")
    assert list_visits(bench, patient) == []
    with pytest.raises(NotFound):
        read_visit(bench, visit)
    with pytest.raises(NotFound):
        withdraw_visit(bench, visit, why="再撤一次")
    assert read_visit(bench, visit, at=before).record.visited_on == DAY
    assert len(list_visits(bench, patient, at=before)) == 1


def test_visits_are_listed_the_last_one_first(bench, patient):
    for day in (3, 20, 11):
        record(bench, patient, visited_on=date(2026, 11, day))
    lost = VisitAnswers(lost_reason=LostReason.WORKING_AWAY)
    record(bench, patient, visited_on=date(2026, 11, 24), level=None, answers=lost)
    rows = list_visits(bench, patient)
    assert [row.visited_on.day for row in rows] == [24, 20, 11, 3]
    assert (rows[0].lost_reason, rows[0].dead) == (LostReason.WORKING_AWAY, False)


def test_the_clinical_level_follows_corrections(bench, patient, clock):
    visit = record(bench, patient, level=RiskLevel.ANYWHERE)
    clock.move(minutes=1)
    before = bench.now()
    clock.move(hours=1)
    right = replace(read_visit(bench, visit).record, level=RiskLevel.VERBAL)
    correct_visit(bench, visit, right, why="评错一级")
    with bench.store.reading() as session:
        assert clinical_level_on(session, patient, DAY) is RiskLevel.VERBAL
        assert clinical_level_on(session, patient, DAY, before) is RiskLevel.ANYWHERE


@pytest.mark.parametrize("kind", AccountKind)
def test_a_reader_reads_and_does_not_write(bench, patient, kind):
    visit = record(bench, patient)
    other = at_bench(bench.store, bench.now, kind=kind, administers=False)
    right = read_visit(other, visit).record
    assert len(list_visits(other, patient)) == 1
    if kind is AccountKind.READER:
        with pytest.raises(NotPermitted):
            correct_visit(other, visit, right, why="抄错一行")
        with pytest.raises(NotPermitted):
            withdraw_visit(other, visit, why="抄错一行")
    else:
        correct_visit(other, visit, right, why="抄错一行")
        withdraw_visit(other, visit, why="抄错一行")


ACTS = st.dictionaries(
    st.sampled_from([act for act in DangerousAct if act is not DangerousAct.NONE]),
    st.integers(1, 99),
    min_size=1,
)


@given(
    acts=st.one_of(st.none(), st.just({DangerousAct.NONE: 0}), ACTS),
    symptoms=st.one_of(st.none(), st.sets(st.sampled_from(Symptom))),
    level=st.one_of(st.none(), st.sampled_from(RiskLevel)),
)
def test_whatever_is_answered_survives_being_a_row(acts, symptoms, level):
    ordered = None if symptoms is None else tuple(s for s in Symptom if s in symptoms)
    given_in = VisitRecord(
        visited_on=DAY,
        form=VisitForm.HOME,
        level=level,
        answers=VisitAnswers(acts=acts, symptoms=ordered),
    )
    assert record_of(Visit(**VisitColumns(given_in).columns())) == given_in
