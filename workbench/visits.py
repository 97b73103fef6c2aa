"""Follow-up visits and the clinical rating they bring."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy.orm import Session

from data.codes import RiskLevel, VisitForm
from data.facts import known
from data.models.patients import Patient
from data.models.visits import Visit
from workbench.bench import Bench
from workbench.errors import NotFound
from workbench.words import clean_text


def record_visit(
    bench: Bench,
    patient_id: int,
    *,
    visited_on: date,
    form: VisitForm,
    level: RiskLevel | None = None,
    words: str = "",
    request_id: str = "",
) -> int:
    """Write down a visit; return its key. An unknown level stays unknown."""
    with bench.doing("record_visit", request_id) as work:
        if work.answer is not None:
            return work.answer
        if work.session.get(Patient, patient_id) is None:
            raise NotFound("这名患者")
        visit = Visit.enter(
            work.session,
            work.written,
            patient_id=patient_id,
            true_from=visited_on,
            form=form,
            level=level,
            words=clean_text(words),
        )
        work.about(patient=patient_id)
        return work.answers(visit.root_id)


def clinical_level_on(
    session: Session, patient_id: int, day: date, at: datetime | None = None
) -> RiskLevel | None:
    """The rating of the last visit up to a day that brought one."""
    query = (
        known(Visit, at)
        .where(Visit.patient_id == patient_id, Visit.true_from <= day, Visit.level.is_not(None))
        .order_by(Visit.true_from.desc(), Visit.root_id.desc())
    )
    last = session.scalars(query).first()
    return last.level if last else None
