"""What a file kept with a patient may belong to: a case, a meeting or a sheet about them."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from data.models.agendas import AgendaItem
from data.models.cases import Case
from data.models.signatures import Seal, Sheet
from workbench.attachment_errors import NotOfThisPatient


def require_links(
    session: Session,
    patient_id: int,
    meeting_id: int | None,
    case_id: int | None = None,
    sheet_id: int | None = None,
) -> None:
    """Refuse a case of somebody else, and a meeting or a sheet at which the patient was not."""
    if case_id is not None:
        case = session.get(Case, case_id)
        if case is None or case.patient_id != patient_id:
            raise NotOfThisPatient("个案")
    if sheet_id is not None:
        query = select(Seal.meeting_id).join(Sheet, Sheet.seal_id == Seal.id)
        at = session.scalar(query.where(Sheet.id == sheet_id))
        _require_on_agenda(session, patient_id, at, "签字件")
    if meeting_id is not None:
        _require_on_agenda(session, patient_id, meeting_id, "会议")


def _require_on_agenda(
    session: Session, patient_id: int, meeting_id: int | None, what: str
) -> None:
    items = (
        select(AgendaItem.id)
        .outerjoin(Case, Case.id == AgendaItem.case_id)
        .where(AgendaItem.meeting_id == meeting_id)
        .where((Case.patient_id == patient_id) | (AgendaItem.patient_id == patient_id))
    )
    if session.scalars(items).first() is None:
        raise NotOfThisPatient(what)
