"""What the 恢复口令页 says: the code as it was given, which is stored nowhere."""

from __future__ import annotations

from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from data.models.accounts import Identity


def recovery_sheet_answers(session: Session, code: str, day: date) -> dict[str, object]:
    """Answer every field of the page for a code made on a day, in canonical form."""
    store = session.scalars(select(Identity)).one()
    return {
        "unit": store.unit,
        "made_on": day.isoformat(),
        "code": code,
        "store": store.code,
        "custody": [],
    }
