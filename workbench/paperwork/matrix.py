"""What the 签字矩阵 says, read from the records as known at a moment."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy.orm import Session

from data.models.meetings import Meeting
from workbench.paperwork.people import meeting_answers
from workbench.paperwork.rated_cases import case_answers, rated_cases
from workbench.paperwork.signers import in_narrow_columns


def matrix_answers(
    session: Session, meeting: Meeting, *, at: datetime | None = None
) -> dict[str, object]:
    """Answer every field of the 签字矩阵: each patient who was rated, and everybody expected."""
    rated = [case for case in rated_cases(session, meeting, at) if case.now is not None]
    return {
        **meeting_answers(meeting),
        "cases": [{"key": f"item:{case.item_id}", **case_answers(case)} for case in rated],
        "signers": in_narrow_columns(session, meeting),
    }
