"""What a visit record must not say, what it leaves open, and the class it speaks for."""

from dataclasses import replace
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
from data.codes import RiskLevel, Stability, VisitForm
from data.medication_codes import Reaction
from data.visit_codes import (
    Condition,
    DangerousAct,
    DeathCause,
    DeathDetail,
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
from workbench.rules.visit_answers import VisitAnswers, VisitRecord
from workbench.rules.visit_records import (
    ITEMS,
    facts_of,
    find_problems,
    suggested_class,
    unanswered,
)

TODAY = date(2026, 11, 25)
GOOD = SocialFunction.GOOD

FULL = VisitRecord(
    visited_on=date(2026, 11, 20),
    form=VisitForm.HOME,
    level=RiskLevel.NONE,
    answers=VisitAnswers(
        seen=(PersonSeen.PATIENT, PersonSeen.FAMILY),
        symptoms=(),
        symptom_severity=Symptoms.GONE,
        insight=Insight.FULL,
        sleep=Condition.GOOD,
        diet=Condition.FAIR,
        self_care=GOOD,
        housework=GOOD,
        productive_work=SocialFunction.NOT_APPLICABLE,
        learning=GOOD,
        social_contact=GOOD,
        physical_illness=PhysicalIllness.NONE,
        acts={DangerousAct.NONE: 0},
        locking=Locking.NEVER,
        hospital_stay=HospitalStay.NONE,
        lab_check=LabCheck.NONE,
        adherence=Adherence.REGULAR,
        reaction=ReactionSeen.NONE,
        effect=TreatmentEffect.BETTER,
        rehabilitation=(Rehabilitation.DAILY_LIFE,),
        stability=Stability.STABLE,
        next_visit_on=date(2027, 2, 20),
    ),
)


def with_answers(record=FULL, **answers):
    return replace(record, answers=replace(record.answers, **answers))


def blank(level=None, **answers):
    return VisitRecord(
        visited_on=date(2026, 11, 20),
        form=VisitForm.HOME,
        level=level,
        answers=VisitAnswers(**answers),
    )


def problems(record):
    return [(problem.item, problem.words) for problem in find_problems(record, today=TODAY)]


def test_a_whole_record_has_no_problem_and_leaves_nothing_open():
    assert problems(FULL) == []
    assert unanswered(FULL) == ()


def test_a_record_without_any_answer_may_stay_so():
    assert problems(blank()) == []
    assert unanswered(blank()) == tuple(ITEMS.values())


@pytest.mark.parametrize(
    "answers",
    [
        {"lost_reason": LostReason.MISSING},
        {"died_on": date(2026, 11, 1)},
        {"death_cause": DeathCause.ACCIDENT},
    ],
)
def test_nothing_more_is_asked_of_the_lost_and_the_dead(answers):
    assert unanswered(blank(**answers)) == ()
    assert facts_of(blank(**answers)).last_visit_on is None


@pytest.mark.parametrize(
    ("answers", "item", "words"),
    [
        ({"died_on": date(2026, 11, 21)}, "died_on", "死亡日期晚于随访日期"),
        (
            {"death_cause": DeathCause.SUICIDE, "death_detail": DeathDetail.HEART},
            "death_detail",
            "死亡原因不是躯体疾病的，不填疾病明细",
        ),
        (
            {"death_detail": DeathDetail.HEART},
            "death_detail",
            "死亡原因不是躯体疾病的，不填疾病明细",
        ),
        (
            {"acts": {DangerousAct.NONE: 0, DangerousAct.MINOR: 1}},
            "acts",
            "危险行为选了“无”，就不能再选别的行为",
        ),
        ({"acts": {DangerousAct.NONE: 2}}, "acts", "危险行为选了“无”，次数应为0"),
        ({"acts": {DangerousAct.OFFENCE: 0}}, "acts", "“肇事”的次数应大于0"),
        ({"acts": {DangerousAct.MINOR: -1}}, "acts", "“轻度滋事”的次数应大于0"),
        (
            {"hospital_stay": HospitalStay.PAST},
            "discharged_on",
            "曾住院，现未住院的，须写明末次出院时间",
        ),
        (
            {"hospital_stay": HospitalStay.PAST, "discharged_on": date(2026, 11, 21)},
            "discharged_on",
            "末次出院时间晚于随访日期",
        ),
        ({"next_visit_on": date(2026, 11, 20)}, "next_visit_on", "下次随访日期应晚于随访日期"),
        ({"lost_reason": LostReason.OTHER}, "lost_other", "失访原因选了“其他”，请写明"),
        ({"death_cause": DeathCause.OTHER}, "death_other", "死亡原因选了“其他”，请写明"),
        ({"symptoms": (Symptom.OTHER,)}, "symptoms_other", "目前症状选了“其他”，请写明"),
        (
            {"rehabilitation": (Rehabilitation.OTHER,)},
            "rehabilitation_other",
            "康复措施选了“其他”，请写明",
        ),
        ({"lab_check": LabCheck.DONE}, "lab_words", "实验室检查选了“有”，请写明检查和结果"),
        (
            {"reaction": ReactionSeen.SEEN},
            "reaction_words",
            "药物不良反应选了“有”或“其他”，请写明是哪种药、什么反应",
        ),
        (
            {"reaction": ReactionSeen.SEEN, "reaction_kinds": (Reaction.RASH, Reaction.OTHER)},
            "reaction_words",
            "药物不良反应选了“有”或“其他”，请写明是哪种药、什么反应",
        ),
        (
            {"reaction": ReactionSeen.NONE, "adr_severity": AdverseReaction.SEVERE},
            "adr_severity",
            "药物不良反应选了“无”，不能再选程度",
        ),
        (
            {"reaction": ReactionSeen.NONE, "reaction_kinds": (Reaction.RASH,)},
            "reaction_kinds",
            "药物不良反应选了“无”，不能再选种类",
        ),
        (
            {
                "reaction": ReactionSeen.SEEN,
                "reaction_words": "奥氮平，嗜睡",
                "adr_severity": AdverseReaction.NONE,
            },
            "adr_severity",
            "药物不良反应选了“有”，程度不能是“无”",
        ),
    ],
)
def test_each_contradiction_is_named(answers, item, words):
    assert problems(blank(**answers)) == [(item, words)]


@pytest.mark.parametrize(
    "answers",
    [
        {"death_cause": DeathCause.PHYSICAL_ILLNESS, "death_detail": DeathDetail.HEART},
        {"acts": {DangerousAct.MINOR: 1, DangerousAct.OTHER_HARM: 3}},
        {"hospital_stay": HospitalStay.PAST, "discharged_on": date(2026, 11, 20)},
        {"lost_reason": LostReason.OTHER, "lost_other": "随亲属外出"},
        {"lab_check": LabCheck.DONE, "lab_words": "血常规正常"},
        {"reaction": ReactionSeen.SEEN, "reaction_kinds": (Reaction.RASH,)},
        {"reaction": ReactionSeen.SEEN, "reaction_words": "奥氮平，嗜睡"},
        {"referred": YesNo.YES},
    ],
)
def test_what_is_complete_stands(answers):
    assert problems(blank(**answers)) == []


def test_a_visit_cannot_lie_ahead():
    late = replace(blank(), visited_on=date(2026, 11, 26))
    assert problems(late) == [("visited_on", "随访日期晚于今天")]


@pytest.mark.parametrize("item", ["self_care", "housework", "learning", "social_contact"])
def test_only_productive_work_may_not_apply(item):
    ((found, words),) = problems(blank(**{item: SocialFunction.NOT_APPLICABLE}))
    assert found == item
    assert "不能选“此项不适用”" in words
    assert problems(blank(productive_work=SocialFunction.NOT_APPLICABLE)) == []


@pytest.mark.parametrize("act", [DangerousAct.SELF_HARM, DangerousAct.SUICIDE_ATTEMPT])
@pytest.mark.parametrize("level", [None, *RiskLevel])
def test_t9_self_harm_means_level_4_or_a_written_reason(act, level):
    harmed = blank(level=level, acts={act: 1})
    high = level is not None and level >= RiskLevel.PERSISTENT
    assert bool(problems(harmed)) is not high
    assert problems(with_answers(harmed, level_reason="已住院，目前无自伤想法")) == []


def test_everything_wrong_is_named_at_once():
    record = blank(
        acts={DangerousAct.NONE: 0, DangerousAct.SELF_HARM: 1},
        housework=SocialFunction.NOT_APPLICABLE,
        lab_check=LabCheck.DONE,
        hospital_stay=HospitalStay.PAST,
    )
    items = [item for item, _ in problems(record)]
    assert items == ["discharged_on", "housework", "acts", "level", "lab_words"]


def test_t1_and_t2_the_class_follows_from_the_visit():
    assert suggested_class(FULL).stability is Stability.STABLE
    partial = with_answers(insight=Insight.PARTIAL)
    assert suggested_class(partial).stability is Stability.BASICALLY_STABLE


def test_another_class_than_the_one_suggested_needs_a_reason():
    other = with_answers(stability=Stability.BASICALLY_STABLE)
    ((item, words),) = problems(other)
    assert item == "stability_reason"
    assert "选了“基本稳定”" in words
    assert "建议“稳定”" in words
    assert problems(with_answers(other, stability_reason="家中近日有变故")) == []


def test_while_facts_are_open_only_a_class_better_than_they_allow_needs_a_reason():
    assert problems(blank(RiskLevel.VERBAL, stability=Stability.UNSTABLE)) == []
    assert problems(blank(RiskLevel.VERBAL, stability=Stability.BASICALLY_STABLE)) == []
    ((item, _),) = problems(blank(RiskLevel.VERBAL, stability=Stability.STABLE))
    assert item == "stability_reason"


@given(st.sampled_from(Stability), st.sampled_from(RiskLevel), st.sampled_from(Insight))
def test_the_suggested_class_never_needs_a_reason(chosen, level, insight):
    record = replace(with_answers(insight=insight, stability=chosen), level=level)
    assert bool(problems(record)) is (chosen is not suggested_class(record).stability)


@pytest.mark.parametrize(
    ("answers", "item"),
    [
        ({"acts": {DangerousAct.OTHER_HARM: 1}}, "acts"),
        ({"adherence": Adherence.NOT_NEEDED}, "adherence"),
        (
            {"hospital_stay": HospitalStay.PAST, "discharged_on": date(2026, 11, 2)},
            "hospital_stay",
        ),
        ({"reaction": ReactionSeen.NOT_APPLICABLE}, "reaction"),
        ({"effect": TreatmentEffect.NOT_APPLICABLE}, "effect"),
    ],
)
def test_a_form_of_2011_cannot_hold_what_it_does_not_ask(answers, item):
    old = blank(form_version=FormVersion.V2011, **answers)
    ((found, words),) = problems(old)
    assert found == item
    assert words.startswith("2011年版的“")
    assert problems(with_answers(old, form_version=FormVersion.V2017)) == []


@pytest.mark.parametrize(
    ("seen", "severity", "told"),
    [
        (None, None, None),
        (ReactionSeen.NONE, None, AdverseReaction.NONE),
        (ReactionSeen.NOT_APPLICABLE, None, AdverseReaction.NONE),
        (ReactionSeen.SEEN, None, None),
        (ReactionSeen.SEEN, AdverseReaction.MILD, AdverseReaction.MILD),
    ],
)
def test_a_reaction_without_a_severity_is_not_guessed(seen, severity, told):
    facts = facts_of(blank(reaction=seen, adr_severity=severity))
    assert facts.adverse_reaction is told


@pytest.mark.parametrize(
    ("stay", "hospitalised"),
    [
        (None, None),
        (HospitalStay.NONE, False),
        (HospitalStay.PRESENT, True),
        (HospitalStay.PAST, False),
    ],
)
def test_who_is_in_hospital_is_known_from_the_stay(stay, hospitalised):
    assert facts_of(blank(hospital_stay=stay)).hospitalised is hospitalised


def test_typed_words_are_cleaned_and_ticks_are_left_alone():
    typed = blank(lost_reason=LostReason.OTHER, lost_other="  随亲属\x00外出 ", acts={})
    answers = typed.cleaned().answers
    assert (answers.lost_other, answers.lost_reason) == ("随亲属外出", LostReason.OTHER)
    assert answers.acts is None
