"""What the 随访服务记录表 says of one visit, as known at a moment."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime

from sqlalchemy.orm import Session

from data.clinical_codes import Adherence, Insight, SocialFunction
from data.codes import RiskLevel, Stability, VisitForm
from data.facts import known
from data.medication_codes import MedicationPurpose
from data.models.medication import MedicationLine
from data.models.visits import Visit
from data.visit_codes import (
    Condition,
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
from forms.answers import text_of
from workbench.errors import NotFound
from workbench.masking import masked_phone
from workbench.medication import in_use, lines_of
from workbench.paperwork.case_signers import guardian_place, patient_place
from workbench.paperwork.doses import how_taken
from workbench.paperwork.records import (
    NOBODY,
    acts_answer,
    acts_listed,
    case_on,
    choice,
    doctor_place,
    file_number_answers,
    listed,
    number,
    numbers,
    unit_of_store,
)
from workbench.patients import details_on
from workbench.speaking import in_words
from workbench.visit_columns import acts_of

SHORT, LONG = "＿" * 3, "＿" * 6
_CIRCLED = "①②③④⑤⑥⑦⑧"
_FUNCTIONS = ("self_care", "housework", "learning", "social_contact")


def visit_answers(
    session: Session, visit_id: int, at: datetime | None = None, *, more: bool = False
) -> dict[str, object]:
    """Answer every field of the record of one visit, by the numbers of the form it was made on.

    `more` adds what was recorded besides and the national form has no room for.
    """
    visit = session.scalar(known(Visit, at).where(Visit.root_id == visit_id))
    if visit is None or visit.patient_id is None:
        raise NotFound("这次随访")
    lines = lines_of(session, visit.patient_id, at)
    return {
        "lists": visit_lists(visit.form_version),
        **_whose(session, visit, visit.patient_id, at),
        **_reached(visit),
        **_condition(visit),
        **_behaviour(visit),
        **_treatment(visit),
        **_medicines(visit, lines),
        **_signed(session, visit, visit.patient_id, at),
        "more": list(_more(visit, lines)) if more else [],
    }


def visit_lists(version: FormVersion = FormVersion.V2017) -> dict[str, object]:
    """The options of every question as one version of the form prints them."""
    short_work = listed(SocialFunction, version)
    return {
        "forms": listed(VisitForm, version),
        "seen": listed(PersonSeen, version),
        "lost_reasons": listed(LostReason, version, {"5": LONG}),
        "death_causes": listed(DeathCause, version, {"6": "＿" * 4}),
        "death_details": [
            {"code": _CIRCLED[int(detail.value) - 1], "label": detail.label}
            for detail in DeathDetail
        ],
        "levels": [{"code": str(int(one)), "label": f"（{one.label}）"} for one in RiskLevel],
        "symptoms": listed(Symptom, version, {"12": LONG}),
        "insight": _shortened(listed(Insight, version)),
        "conditions": listed(Condition, version),
        "functions": [row for row in short_work if row["code"] != SocialFunction.NOT_APPLICABLE],
        "work": _shortened(short_work),
        "acts": acts_listed(version),
        "locking": listed(Locking, version),
        "hospital_stays": listed(HospitalStay, version),
        "lab_checks": listed(LabCheck, version, {"2": LONG}),
        "adherence": listed(Adherence, version),
        "reactions": _shortened(listed(ReactionSeen, version, {"2": SHORT})),
        "effects": _shortened(listed(TreatmentEffect, version)),
        "referral": listed(YesNo, version, {"2": "\u2002原因＿＿＿＿\u2002转至＿＿＿＿"}),
        "rehabilitation": listed(Rehabilitation, version, {"5": SHORT}),
        "stabilities": listed(Stability, version),
    }


def visit_identity(answers: Mapping[str, object]) -> tuple[str, ...]:
    """Whose visit it was and when, repeated on every page after the first."""
    who = (text_of(answers, key) for key in ("case_number", "name"))
    return "\u3000".join(filter(None, who)), f"随访日期 {text_of(answers, 'visited_on')}"


def _shortened(rows: Sequence[dict[str, object]]) -> list[dict[str, object]]:
    """The same options without what the question beside them says already."""
    plain = ((row, str(row["label"])) for row in rows)
    return [
        {**row, "label": label.removeprefix("自知力").removeprefix("此项")} for row, label in plain
    ]


def _whose(
    session: Session, visit: Visit, patient_id: int, at: datetime | None
) -> dict[str, object]:
    person = details_on(session, patient_id, visit.true_from, at)
    case = case_on(session, patient_id, visit.true_from, at)
    return {
        "unit": visit.institution or unit_of_store(session),
        "case_number": case.number if case else "",
        "name": person.name,
        **file_number_answers(person),
    }


def _reached(visit: Visit) -> dict[str, object]:
    version = visit.form_version
    detail = _CIRCLED[int(visit.death_detail.value) - 1] if visit.death_detail else ""
    return {
        "visited_on": visit.true_from.isoformat(),
        "form": number(visit.form, version),
        "seen": numbers(visit.seen, version),
        "lost_reason": choice([number(visit.lost_reason, version)], {"5": visit.lost_other}),
        "died_on": visit.died_on.isoformat() if visit.died_on else None,
        "death_cause": choice([number(visit.death_cause, version)], {"6": visit.death_other}),
        "death_detail": detail,
    }


def _condition(visit: Visit) -> dict[str, object]:
    version = visit.form_version
    symptoms = {"12": visit.symptoms_other}
    return {
        "rated": "" if visit.level is None else str(int(visit.level)),
        "symptoms": choice(numbers(visit.symptoms, version), symptoms),
        "insight": number(visit.insight, version),
        "sleep": number(visit.sleep, version),
        "diet": number(visit.diet, version),
        "productive_work": number(visit.productive_work, version),
        **{key: number(getattr(visit, key), version) for key in _FUNCTIONS},
        "stability": number(visit.stability, version),
        "next_visit_on": visit.next_visit_on.isoformat() if visit.next_visit_on else None,
    }


def _behaviour(visit: Visit) -> dict[str, object]:
    version = visit.form_version
    return {
        "acts": acts_answer(acts_of(visit), version),
        "locking": number(visit.locking, version),
        "hospital_stay": number(visit.hospital_stay, version),
        "discharged_on": visit.discharged_on.isoformat() if visit.discharged_on else None,
    }


def _treatment(visit: Visit) -> dict[str, object]:
    version = visit.form_version
    reaction = "；".join(filter(None, (in_words(visit.reaction_kinds), visit.reaction_words)))
    to = "".join((visit.referred_to, visit.referred_department))
    other = {"5": visit.rehabilitation_other}
    return {
        "lab_check": choice([number(visit.lab_check, version)], {"2": visit.lab_words}),
        "adherence": number(visit.adherence, version),
        "reaction": choice([number(visit.reaction, version)], {"2": reaction}),
        "effect": number(visit.effect, version),
        "referred": choice([number(visit.referred, version)], {"2": [visit.referral_reason, to]}),
        "rehabilitation": choice(numbers(visit.rehabilitation, version), other),
    }


def _medicines(visit: Visit, lines: Sequence[MedicationLine]) -> dict[str, object]:
    """What was written down at the visit; else what was in use on its day."""
    mine = [line for line in lines if line.visit_id == visit.root_id]
    used = [line for line in lines if in_use(line, visit.true_from)]
    taken = [line for line in mine if line.purpose is MedicationPurpose.TAKEN] or used
    advised = [line for line in mine if line.purpose is MedicationPurpose.GUIDANCE]
    injected = [line for line in advised or used if line.long_acting]
    return {
        "taken": [_medicine(line, "用法：") for line in taken if not line.long_acting],
        "advised": [_medicine(line) for line in advised if not line.long_acting],
        "long_acting": [_medicine(line) for line in injected],
    }


def _medicine(line: MedicationLine, label: str = "") -> dict[str, object]:
    taken = how_taken(line)
    return {"name": line.name, "usage": f"{label}{taken}" if taken else ""}


def _signed(
    session: Session, visit: Visit, patient_id: int, at: datetime | None
) -> dict[str, object]:
    """The patient signs who was seen, or else the guardian."""
    day, seen = visit.true_from, visit.seen or ()
    witness: Mapping[str, object] = NOBODY
    if PersonSeen.PATIENT in seen:
        witness = patient_place(session, patient_id, day, at)
    elif PersonSeen.FAMILY in seen:
        witness = guardian_place(session, patient_id, day, "", at)
    return {
        "doctor": doctor_place(session, visit.doctor, day),
        "witness": {key: witness[key] for key in NOBODY},
    }


def _more(visit: Visit, lines: Sequence[MedicationLine]) -> Iterator[dict[str, object]]:
    adjusted = (
        line
        for line in lines
        if line.visit_id == visit.root_id and line.purpose is MedicationPurpose.ADJUSTED
    )
    told = {
        "随访情况": visit.words,
        "评级理由": visit.level_reason,
        "分类理由": visit.stability_reason,
        "转诊": _referral(visit),
        "通知联系部门": _notified(visit),
        "调整用药": "；".join(f"{line.name}\u2002{how_taken(line)}".strip() for line in adjusted),
    }
    for item, words in told.items():
        if words:
            yield {"item": item, "words": words}


def _referral(visit: Visit) -> str:
    asked = {
        "需要转诊": visit.referral_advised,
        "转诊成功": visit.referral_succeeded,
        "联系精神科医师": visit.psychiatrist_contacted,
    }
    return "；".join(f"{label}：{answer.label}" for label, answer in asked.items() if answer)


def _notified(visit: Visit) -> str:
    people = {
        "公安": (visit.police_contact, visit.police_phone),
        "综治中心": (visit.centre_contact, visit.centre_phone),
    }
    reached = (
        f"{where}\u2002{name}\u2002{masked_phone(phone)}".rstrip()
        for where, (name, phone) in people.items()
        if name or phone
    )
    answer = visit.departments_notified.label if visit.departments_notified else ""
    return "；".join(filter(None, (answer, *reached)))
