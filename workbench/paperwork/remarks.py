"""The psychiatrist's remarks as the papers of a plan list them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime

from sqlalchemy.orm import Session

from data.casework_codes import AnnotationOutcome
from data.models.tasks import TaskTerms
from workbench.annotations import AnnotationRow, annotations_of
from workbench.task_terms import terms_of
from workbench.tasks import slip_number

OPEN = "待处理"


def remarks_since(
    session: Session, patient_id: int, since: date | None, day: date, at: datetime | None = None
) -> list[AnnotationRow]:
    """What was remarked by a day that is open or was answered after an earlier one."""
    found = [row for row in annotations_of(session, patient_id, at) if row.on <= day]
    return sorted((row for row in found if _answered_after(row, since)), key=lambda row: row.id)


def remark_rows(
    session: Session, remarks: list[AnnotationRow], at: datetime | None = None
) -> list[dict[str, object]]:
    """These remarks as rows of a form, with what became of each."""
    terms = terms_of(session, [row.task_id for row in remarks if row.task_id is not None], at)
    return [
        {
            "on": row.on.isoformat(),
            "text": row.text,
            "outcome": row.outcome.label if row.outcome else OPEN,
            "note": _note(row, terms),
        }
        for row in remarks
    ]


def _answered_after(row: AnnotationRow, since: date | None) -> bool:
    return since is None or row.answered_on is None or row.answered_on > since


def _note(row: AnnotationRow, terms: Mapping[int, TaskTerms]) -> str:
    if row.outcome is AnnotationOutcome.NOT_ADOPTED:
        return f"理由：{row.reason}"
    if row.plan_item_id is not None:
        return "列入本计划"
    task = terms.get(row.task_id or 0)
    if task is None:
        return ""
    due = f"，{task.due_on.isoformat()}前" if task.due_on else ""
    return f"已生成任务{slip_number(task.task_id)}{due}"
