"""From the fields of the visit record to the record and back, and what may be taken from last time.

What must be looked at on every visit is never filled in from the last one: an answer about the
time since then, or about how dangerous somebody is, cannot be older than the visit itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import fields
from datetime import date
from typing import Any

from data.codes import VisitForm
from data.visit_codes import DangerousAct, FormVersion, HospitalStay
from workbench.rules.visit_answers import VisitAnswers, VisitRecord
from workbench.rules.visit_questions import AnswerKind, Filled, Question, Reached
from workbench.rules.visit_sections import QUESTIONS, SECTIONS

LOOKED_AT = (
    "form",
    "seen",
    "level",
    "acts",
    "locking",
    "hospital_stay",
    "adherence",
    "stability",
)
CARRIED = (
    "symptoms",
    "symptoms_other",
    "symptom_severity",
    "insight",
    "sleep",
    "diet",
    "self_care",
    "housework",
    "productive_work",
    "learning",
    "social_contact",
    "physical_illness",
    "reaction",
    "reaction_kinds",
    "reaction_words",
    "adr_severity",
    "effect",
    "rehabilitation",
    "rehabilitation_other",
    "in_case_management",
    "case_social_evaluation",
    "doctor",
    "institution",
)
COMPARED = frozenset({*LOOKED_AT, *CARRIED} - {"doctor", "institution"})
_NEEDED = {
    Reached.MET: LOOKED_AT,
    Reached.MISSED: ("form", "lost_reason"),
    Reached.DEAD: ("form", "death_cause"),
}
# Of somebody in hospital nobody judges how dangerous or stable they are at home.
_NEEDED_IN_HOSPITAL = ("form", "seen", "acts", "locking", "hospital_stay")
_OF_RECORD = ("visited_on", "form", "level", "words")
_OF_ANSWERS = tuple(each.name for each in fields(VisitAnswers) if each.name != "form_version")


def asked(filled: Filled, wanted: Iterable[str] = ()) -> frozenset[str]:
    """The items that are asked now: of this kind of visit, called for, wanted or written in."""
    reached = filled.get("reached")
    called = frozenset(wanted)
    return frozenset(
        question.item
        for part in SECTIONS
        if reached in part.asked_of
        for question in part.questions
        if question.item in called or question.called_for(filled) or filled.get(question.item)
    )


def said(item: str, value: object, version: FormVersion = FormVersion.V2017) -> str:
    """An answer in words: 家庭访视, 幻觉、猜疑, 肇事2次; empty where there is none."""
    question = QUESTIONS[item]
    words = {option.value: option.words for option in question.options(version)}
    match value:
        case None:
            return ""
        case str() if question.kind in (AnswerKind.LINE, AnswerKind.TEXT):
            return value
        case tuple():
            return "、".join(words.get(each, "") for each in value) or "无"
        case Mapping():
            counted = (f"{words.get(act, '')}{times}次" for act, times in value.items() if times)
            return "、".join(counted) or "无"
        case _:
            return words.get(value) or str(value)


def reached_of(record: VisitRecord) -> Reached:
    """How a recorded visit went."""
    answers = record.answers
    if answers.died_on or answers.death_cause:
        return Reached.DEAD
    return Reached.MISSED if answers.lost_reason else Reached.MET


def filled_from(record: VisitRecord) -> dict[str, object]:
    """A recorded visit as its fields would say it."""
    told: dict[str, object] = {name: getattr(record, name) for name in _OF_RECORD}
    told |= {name: getattr(record.answers, name) for name in _OF_ANSWERS}
    return told | {"reached": reached_of(record)}


def begun(last: VisitRecord | None, *, today: date) -> dict[str, object]:
    """The fields of a new visit: today, and of the last visit that met somebody what may stay."""
    blank = filled_from(VisitRecord(visited_on=today, form=VisitForm.HOME))
    blank |= {"form": None, "reached": Reached.MET}
    if last is not None:
        before = filled_from(last)
        blank |= {item: before[item] for item in CARRIED}
    return blank


def record_from(
    filled: Filled, wanted: Iterable[str] = (), version: FormVersion = FormVersion.V2017
) -> VisitRecord:
    """The record the fields say; what is not asked is left out, a missing form counts as a visit.

    Whether a form was chosen is seen by `still_needed`.
    """
    told = asked(filled, wanted)
    # By item name, which the checker cannot follow; each answer has the type of its question.
    answers: dict[str, Any] = {
        name: value
        for name in _OF_ANSWERS
        if name in told and (value := filled.get(name)) is not None
    }
    of_record: dict[str, Any] = {"level": filled.get("level") if "level" in told else None}
    return VisitRecord(
        visited_on=_day_of(filled),
        form=_form_of(filled),
        words=str(filled.get("words") or ""),
        answers=VisitAnswers(form_version=version, **answers),
        **of_record,
    )


def still_needed(filled: Filled) -> tuple[str, ...]:
    """The items that have to be answered before a visit is recorded, in the order of the form."""
    reached = filled.get("reached")
    needed: tuple[str, ...] = _NEEDED.get(reached, ()) if isinstance(reached, Reached) else ()
    if reached is Reached.MET and filled.get("hospital_stay") is HospitalStay.PRESENT:
        needed = _NEEDED_IN_HOSPITAL
    return tuple(
        item for item in QUESTIONS if item in needed and filled.get(item) in (None, (), {})
    )


def may_stay_open(filled: Filled) -> bool:
    """Whether a visit can be recorded although something is still needed.

    A visit that met somebody may leave open what could not be asked; one that met nobody has
    nothing but its reason.
    """
    return filled.get("reached") is Reached.MET and filled.get("form") is not None


def changed(filled: Filled, before: Filled | None) -> frozenset[str]:
    """The items answered otherwise than last time; what was or is open is not compared."""
    if before is None:
        return frozenset()
    return frozenset(
        item
        for item in COMPARED & asked(filled)
        if filled.get(item) is not None
        and before.get(item) is not None
        and _weighed(filled.get(item)) != _weighed(before.get(item))
    )


def kept(filled: Filled) -> dict[str, object]:
    """The fields as a draft keeps them."""
    return {item: _kept(filled.get(item)) for item in QUESTIONS}


def restored(payload: Mapping[str, object], begun_with: Filled) -> dict[str, object]:
    """The fields of a draft; whatever it does not tell stands as it was begun with."""
    told = {
        item: _restored(question, payload[item])
        for item, question in QUESTIONS.items()
        if item in payload
    }
    return {**begun_with, **told}


def _day_of(filled: Filled) -> date:
    day = filled.get("visited_on")
    return day if isinstance(day, date) else date.min


def _form_of(filled: Filled) -> VisitForm:
    form = filled.get("form")
    return form if isinstance(form, VisitForm) else VisitForm.HOME


def _weighed(value: object) -> object:
    """The same answer however it was put: acts that happened, options in any order."""
    if isinstance(value, Mapping):
        return {act: times for act, times in value.items() if act is not DangerousAct.NONE}
    return frozenset(value) if isinstance(value, tuple) else value


def _kept(value: object) -> object:
    match value:
        case date():
            return value.isoformat()
        case tuple():
            return [_kept(each) for each in value]
        case Mapping():
            return {str(_kept(act)): times for act, times in value.items()}
        case _:
            return getattr(value, "value", value)


def _restored(question: Question, told: object) -> object:
    known = {_kept(code): code for code in question.codes}
    match question.kind:
        case AnswerKind.DAY:
            return date.fromisoformat(told) if isinstance(told, str) else None
        case AnswerKind.MANY:
            return tuple(known[each] for each in told) if isinstance(told, list) else None
        case AnswerKind.TIMES:
            acts = told.items() if isinstance(told, dict) else ()
            return {known[act]: int(times) for act, times in acts} or None
        case AnswerKind.LINE | AnswerKind.TEXT:
            return str(told or "")
        case _:
            return known.get(told)
