"""Everything the page of a case shows, read in one go and away from the screen's thread."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from workbench.annotations import AnnotationRow, list_annotations
from workbench.attachments import AttachmentRow, list_attachments
from workbench.bench import Bench
from workbench.case_page import CaseView, read_case_view
from workbench.plan_reading import PlanDetails, list_plans, read_plan


@dataclass(frozen=True)
class CaseShown:
    """A case with the versions of its plan, the last one first, the remarks on it and the files."""

    view: CaseView
    plans: tuple[PlanDetails, ...]
    remarks: tuple[AnnotationRow, ...]
    attachments: tuple[AttachmentRow, ...]

    @property
    def draft_id(self) -> int | None:
        """The version that is being drawn up."""
        return next((p.row.id for p in self.plans if p.row.confirmed_on is None), None)


def read_case_shown(bench: Bench, case_id: int, on: date | None) -> CaseShown:
    """Read it all again, as it is now or as it was known on a day."""
    view = read_case_view(bench, case_id, on)
    rows = list_plans(bench, case_id, view.at)
    return CaseShown(
        view=view,
        plans=tuple(read_plan(bench, row.id, view.on, view.at) for row in rows),
        remarks=tuple(list_annotations(bench, view.whole.patient_id, at=view.at)),
        attachments=tuple(list_attachments(bench, view.whole.patient_id, at=view.at)),
    )
