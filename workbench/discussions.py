"""What was written down of the talk about an item that nobody in particular said."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy.orm import Session

from data.facts import known
from data.models.agendas import AgendaItem
from data.models.assessments import Discussion
from workbench.bench import Work
from workbench.words import clean_text


def discussion_of(session: Session, item_id: int, at: datetime | None = None) -> str:
    """The words written down about an item; empty when there are none."""
    present = session.scalar(known(Discussion, at).where(Discussion.item_id == item_id))
    return present.words if present else ""


def write_discussion(work: Work, item: AgendaItem, words: str) -> None:
    """Enter, correct or withdraw the words about an item within a command, if they changed."""
    given = clean_text(words)
    present = work.session.scalar(known(Discussion).where(Discussion.item_id == item.id))
    if given == (present.words if present else ""):
        return
    if present is not None and given:
        present.correct(work.session, work.written, {"words": given})
    elif present is not None:
        present.withdraw(work.session, work.written)
    else:
        Discussion.enter(
            work.session,
            work.written,
            patient_id=item.patient_id,
            true_from=work.today,
            item_id=item.id,
            words=given,
        )
