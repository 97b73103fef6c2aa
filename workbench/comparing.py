"""Two records of the register beside each other, line by line."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from data.facts import known
from data.models.patients import PatientDetails
from data.models.visits import Visit
from workbench.patients import details_on
from workbench.register import whole_patient
from workbench.register_speakers import REGISTER_SPEAKERS
from workbench.rules.dates import said

_EMPTY = ""


@dataclass(frozen=True)
class ComparedLine:
    """One thing two records say, and whether they say the same."""

    label: str
    first: str
    second: str

    @property
    def differs(self) -> bool:
        """Whether they say different things; what only one knows is no contradiction but counts."""
        return self.first != self.second


def compared(session: Session, first: int, second: int, day: date) -> list[ComparedLine]:
    """What both records say, without what neither knows."""
    lines = zip(_said(session, first, day), _said(session, second, day), strict=True)
    rows = [ComparedLine(label, one, other) for (label, one), (_, other) in lines]
    return [row for row in rows if row.first or row.second]


def _said(session: Session, patient_id: int, day: date) -> list[tuple[str, str]]:
    whole = whole_patient(session, patient_id, day)
    details = details_on(session, patient_id, day).details
    speaker = next(each for each in REGISTER_SPEAKERS if each.table is PatientDetails)
    guardian = whole.guardian.particulars.name if whole.guardian else _EMPTY
    seen = known(Visit).where(Visit.patient_id == patient_id, Visit.true_from <= day)
    days = sorted(session.scalars(seen.with_only_columns(Visit.true_from)))
    return [
        ("登记日期", said(whole.registered_on)),
        ("个案编号", whole.case_number),
        *speaker.read(session, details),
        ("诊断记录", whole.diagnosis_words),
        ("监护人", guardian),
        ("随访", f"{len(days)}次，最近{said(days[-1])}" if days else _EMPTY),
        ("住院", f"{len(whole.admissions)}次" if whole.admissions else _EMPTY),
        ("危险行为", f"{len(whole.incidents)}次" if whole.incidents else _EMPTY),
    ]
