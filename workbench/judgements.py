"""What was found of records that look alike, for whoever lists people."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy.orm import Session

from data.facts import known
from data.models.patients import Resemblance
from data.register_codes import Verdict


def judgements(session: Session, day: date, at: datetime | None = None) -> list[Resemblance]:
    """Every verdict that stands on a day."""
    return list(session.scalars(known(Resemblance, at).where(Resemblance.true_from <= day)))


def set_aside(session: Session, day: date, at: datetime | None = None) -> dict[int, int]:
    """The records found to be duplicates by a day, each with the one that is kept instead."""
    return {
        fact.patient_id: fact.other_id
        for fact in judgements(session, day, at)
        if fact.verdict is Verdict.DUPLICATE and fact.patient_id is not None
    }
