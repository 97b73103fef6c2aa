"""What the guardian's copy of the 集体评估签字表 says, as known at a moment."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy.orm import Session

from data.models.agendas import AgendaItem
from forms.answers import rows_of
from workbench.paperwork.assessment import ASSESSMENT_LISTS, assessment_answers
from workbench.paperwork.case_signers import guardian_place
from workbench.states import any_meeting

GUARDIAN_COPY_LISTS = {key: rows for key, rows in ASSESSMENT_LISTS.items() if key != "sources"}
GUARDIAN = "监护人（知情）"
_LEFT_OUT = ("sources", "opinions", "dissents", "psychiatrist")


def guardian_copy_answers(
    session: Session, item: AgendaItem, *, at: datetime | None = None
) -> dict[str, object]:
    """Answer every field of the copy: without opinions, and without who told the team."""
    whole = assessment_answers(session, item, at=at)
    day = any_meeting(session, item.meeting_id).held_on
    kept = {key: value for key, value in whole.items() if key not in _LEFT_OUT}
    return {
        **kept,
        "facts": [
            {key: value for key, value in row.items() if key != "source"}
            for row in rows_of(whole, "facts")
        ],
        "signers": [guardian_place(session, item.patient_id or 0, day, GUARDIAN, at)],
        "lists": GUARDIAN_COPY_LISTS,
    }
