"""Whether a person is on the register already, and what has to be checked before saving."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from data.codes import Labelled
from data.facts import known
from data.models.cases import Case
from data.models.patients import PatientDetails
from workbench.bench import Bench, Work
from workbench.particulars import Particulars, checked_id
from workbench.recording import by_patient
from workbench.register_errors import DoubtsOpen, IdNumberTaken
from workbench.rules.id_numbers import IdNumber
from workbench.words import masked


class Doubt(Labelled):
    """What looks wrong but may be right, once somebody has checked it."""

    SAME_PERSON = "same_person", "同名同出生日期"
    OTHER_BIRTH = "other_birth", "出生日期与身份证号不一致"
    OTHER_SEX = "other_sex", "性别与身份证号不一致"


@dataclass(frozen=True)
class Likeness:
    """Someone on the register who may be the same person, and by what."""

    patient_id: int
    who: str
    by_id_number: bool


def find_likenesses(
    bench: Bench, particulars: Particulars, *, patient_id: int | None = None
) -> list[Likeness]:
    """Who on the register has this ID number, or this name and birth date; `patient_id` aside."""
    with bench.asking("find_likenesses") as session:
        given, _ = _identified(particulars.cleaned(), bench.today())
        return likenesses(session, given, patient_id)


def likenesses(session: Session, given: Particulars, patient_id: int | None) -> list[Likeness]:
    """The same within a session, those by ID number first."""
    found: dict[int, Likeness] = {}
    if given.id_number:
        for patient, row in _others(session, patient_id, id_number=given.id_number).items():
            found[patient] = Likeness(patient, _who(session, patient, row), True)
    if given.born_on:
        same = _others(session, patient_id, name=given.name, born_on=given.born_on)
        for patient, row in same.items():
            found.setdefault(patient, Likeness(patient, _who(session, patient, row), False))
    return list(found.values())


def settled(
    work: Work, given: Particulars, accepted: Collection[Doubt], patient_id: int | None = None
) -> tuple[Particulars, str]:
    """What is to be kept of what was given, and which doubts were accepted, in words.

    Refuses an ID number somebody else has, and every doubt that nobody has accepted.
    """
    given, found = _identified(given.cleaned(), work.today)
    doubts = _about_id(given, found) if found else {}
    alike = likenesses(work.session, given, patient_id)
    for like in alike:
        if like.by_id_number:
            raise IdNumberTaken(like.who)
    if alike:
        who = "、".join(like.who for like in alike)
        doubts[Doubt.SAME_PERSON] = f"与{who}{Doubt.SAME_PERSON.label}"
    left = [words for doubt, words in doubts.items() if doubt not in accepted]
    if left:
        raise DoubtsOpen(left)
    if doubts:
        work.about(accepted=",".join(doubt.value for doubt in doubts))
    return given, f"已核对：{'；'.join(doubts.values())}" if doubts else ""


def _identified(given: Particulars, today: date) -> tuple[Particulars, IdNumber | None]:
    if given.id_number is None:
        return given, None
    found = checked_id(given.id_number, on=today)
    return replace(given, id_number=found.number, born_on=given.born_on or found.born_on), found


def _about_id(given: Particulars, found: IdNumber) -> dict[Doubt, str]:
    doubts = {}
    if given.born_on != found.born_on:
        doubts[Doubt.OTHER_BIRTH] = Doubt.OTHER_BIRTH.label
    if given.sex != found.sex:
        doubts[Doubt.OTHER_SEX] = Doubt.OTHER_SEX.label
    return doubts


def _others(session: Session, but: int | None, **wanted: object) -> dict[int, PatientDetails]:
    query = known(PatientDetails).filter_by(**wanted).order_by(PatientDetails.root_id)
    rows = by_patient(session.scalars(query))
    return {patient: facts[-1] for patient, facts in rows.items() if patient != but}


def _who(session: Session, patient_id: int, row: PatientDetails) -> str:
    newest = select(Case.number).where(Case.patient_id == patient_id).order_by(Case.id.desc())
    number = session.scalar(newest.limit(1))
    name = masked(row.name)
    return f"个案{number} {name}" if number else f"患者{patient_id}号 {name}"
