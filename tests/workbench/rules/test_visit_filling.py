"""What a visit may take from last time, what has to be answered anew, and what has changed."""

from dataclasses import fields, replace
from datetime import date

import pytest

from data.clinical_codes import Adherence, Insight, SocialFunction
from data.codes import RiskLevel, Stability, VisitForm
from data.visit_codes import (
    DangerousAct,
    DeathCause,
    FormVersion,
    HospitalStay,
    Locking,
    LostReason,
    PersonSeen,
    Rehabilitation,
    Symptom,
    YesNo,
)
from tests.workbench.test_visits import EVERYTHING
from workbench.rules.visit_answers import VisitAnswers, VisitRecord
from workbench.rules.visit_filling import (
    CARRIED,
    LOOKED_AT,
    asked,
    begun,
    changed,
    filled_from,
    kept,
    record_from,
    restored,
    said,
    still_needed,
)
from workbench.rules.visit_questions import Reached
from workbench.rules.visit_sections import QUESTIONS

TODAY = date(2026, 11, 25)
LAST = VisitRecord(
    visited_on=date(2026, 10, 20),
    form=VisitForm.HOME,
    level=RiskLevel.AT_HOME,
    words="与其母谈话。",
    answers=EVERYTHING,
)
ANSWERED = {
    "form": VisitForm.HOME,
    "seen": (PersonSeen.PATIENT,),
    "level": RiskLevel.AT_HOME,
    "acts": {DangerousAct.NONE: 0},
    "locking": Locking.NEVER,
    "hospital_stay": HospitalStay.NONE,
    "adherence": Adherence.REGULAR,
    "stability": Stability.BASICALLY_STABLE,
}


def test_every_answer_that_can_be_kept_has_a_question():
    answers = {each.name for each in fields(VisitAnswers)} - {"form_version"}
    assert set(QUESTIONS) == answers | {"visited_on", "form", "level", "words", "reached"}


def test_what_must_be_looked_at_is_open_and_what_stays_is_carried_over():
    filled = begun(LAST, today=TODAY)
    assert filled["visited_on"] == TODAY
    assert {item for item in LOOKED_AT if filled[item] is not None} == set()
    assert filled["insight"] is Insight.PARTIAL
    assert filled["symptoms"] == (Symptom.SUSPICION, Symptom.OTHER)
    assert filled["doctor"] == "穆青禾"
    assert all(filled[item] == getattr(EVERYTHING, item) for item in CARRIED)


@pytest.mark.parametrize(
    "item",
    ["words", "lab_check", "referred", "discharged_on", "next_visit_on", "stability_reason"],
)
def test_what_was_said_of_the_last_visit_alone_is_not_carried_over(item):
    assert not begun(LAST, today=TODAY)[item]


def test_a_first_visit_begins_with_nothing_but_the_day():
    filled = begun(None, today=TODAY)
    assert {item for item, value in filled.items() if value} == {"visited_on", "reached"}


def test_what_is_still_needed_is_told_in_the_order_of_the_form():
    filled = begun(LAST, today=TODAY)
    order = [item for item in QUESTIONS if item in LOOKED_AT]
    assert list(still_needed(filled)) == order
    assert still_needed({**filled, **ANSWERED}) == ()
    assert still_needed({**filled, **ANSWERED, "seen": ()}) == ("seen",)


def test_of_somebody_in_hospital_neither_level_nor_class_is_needed():
    filled = {**begun(LAST, today=TODAY), **ANSWERED, "hospital_stay": HospitalStay.PRESENT}
    assert still_needed({**filled, "level": None, "stability": None, "adherence": None}) == ()


@pytest.mark.parametrize(
    ("reached", "needed"),
    [(Reached.MISSED, ("form", "lost_reason")), (Reached.DEAD, ("form", "death_cause"))],
)
def test_a_visit_that_met_nobody_needs_little(reached, needed):
    filled = {**begun(LAST, today=TODAY), "reached": reached}
    assert still_needed(filled) == needed
    assert not asked(filled) & {"level", "symptoms", "stability"}
    assert record_from(filled).answers.symptoms is None


def test_a_visit_that_met_nobody_is_recorded_by_its_reason_alone():
    missed = {"reached": Reached.MISSED, "lost_reason": LostReason.NOT_REACHED}
    record = record_from({**begun(LAST, today=TODAY), **missed, "form": VisitForm.PHONE})
    assert record.form is VisitForm.PHONE
    assert record.answers == VisitAnswers(
        lost_reason=LostReason.NOT_REACHED, doctor="穆青禾", institution="镇卫生院"
    )


def test_what_one_answer_calls_for_is_asked_and_what_was_written_never_vanishes():
    filled = {**begun(None, today=TODAY), "rehabilitation": (Rehabilitation.OTHER,)}
    assert "rehabilitation_other" in asked(filled)
    assert "referred_to" not in asked(filled)
    written = {**filled, "rehabilitation": (), "rehabilitation_other": "园艺"}
    assert "rehabilitation_other" in asked(written)
    assert "referred_to" in asked({**filled, "referred": YesNo.YES})
    assert "stability_reason" in asked(filled, ["stability_reason"])


def test_only_what_was_answered_both_times_can_have_changed():
    before = filled_from(LAST)
    same = {**begun(LAST, today=TODAY), **{item: before[item] for item in LOOKED_AT}}
    assert changed(same, before) == frozenset()
    assert changed(begun(LAST, today=TODAY), before) == frozenset()
    assert changed(same, None) == frozenset()
    other = {
        **same,
        "level": RiskLevel.NONE,
        "acts": {DangerousAct.NONE: 0},
        "symptoms": (Symptom.OTHER, Symptom.SUSPICION),
        "visited_on": date(2026, 11, 1),
    }
    assert changed(other, before) == {"level", "acts"}


def test_a_draft_brings_every_answer_back():
    everything = filled_from(LAST)
    assert restored(kept(everything), begun(None, today=TODAY)) == everything
    death = replace(
        LAST, answers=VisitAnswers(died_on=date(2026, 10, 1), death_cause=DeathCause.ACCIDENT)
    )
    assert restored(kept(filled_from(death)), {})["reached"] is Reached.DEAD


def test_the_fields_of_a_recorded_visit_say_the_same_record():
    assert record_from(filled_from(LAST), ["level_reason"]) == LAST


def test_answers_are_said_in_the_words_beside_the_numbers():
    assert said("acts", {DangerousAct.OFFENCE: 2}) == "肇事2次"
    assert said("acts", {DangerousAct.NONE: 0}) == "无"
    assert said("symptoms", ()) == "无"
    assert said("insight", Insight.PARTIAL) == "不全"
    assert said("adherence", Adherence.REGULAR) == "按医嘱规律用药"
    assert said("adherence", None) == ""


def test_options_carry_the_numbers_of_the_form_that_was_filled_in():
    acts = QUESTIONS["acts"]
    newer = {o.value: o.number for o in acts.options(FormVersion.V2017)}
    older = {o.value: o.number for o in acts.options(FormVersion.V2011)}
    assert newer[DangerousAct.NONE] == "7"
    assert older[DangerousAct.NONE] == "6"
    assert DangerousAct.OTHER_HARM not in older


def test_only_productive_work_may_not_apply():
    for item in ("self_care", "housework", "learning", "social_contact"):
        assert SocialFunction.NOT_APPLICABLE not in QUESTIONS[item].codes
    assert SocialFunction.NOT_APPLICABLE in QUESTIONS["productive_work"].codes
