"""What is being typed: kept every few seconds, gone once it is recorded."""

from __future__ import annotations

import json
from datetime import datetime

from sqlalchemy import Select, delete, select
from sqlalchemy.orm import Session

from data.models.accounts import Draft
from workbench.bench import Bench


def save_draft(bench: Bench, screen: str, subject: str, payload: dict[str, object]) -> None:
    """Keep what is typed on a screen about a subject, in place of what was kept before."""
    text = json.dumps(payload, ensure_ascii=False)
    with bench.drafting("save_draft") as session:
        draft = session.scalar(_one(screen, subject))
        if draft is None:
            session.add(Draft(screen=screen, subject=subject, payload=text, at=bench.now()))
        else:
            draft.payload, draft.at = text, bench.now()


def read_draft(bench: Bench, screen: str, subject: str) -> dict[str, object] | None:
    """Return what was typed and not yet recorded, if anything."""
    with bench.asking("read_draft") as session:
        draft = session.scalar(_one(screen, subject))
        return None if draft is None else dict(json.loads(draft.payload))


def read_draft_moment(bench: Bench, screen: str, subject: str) -> datetime | None:
    """When something was last typed and kept, if anything is."""
    with bench.asking("read_draft_moment") as session:
        draft = session.scalar(_one(screen, subject))
        return None if draft is None else draft.at


def list_drafts(bench: Bench, screen: str, begins: str) -> frozenset[str]:
    """What stands behind these first words in the subjects of which something is half typed."""
    with bench.asking("list_drafts") as session:
        ours = Draft.screen == screen, Draft.subject.startswith(begins, autoescape=True)
        subjects = session.scalars(select(Draft.subject).where(*ours))
        return frozenset(subject.removeprefix(begins) for subject in subjects)


def find_item_last_typed(bench: Bench, meeting_id: int) -> int | None:
    """The item of a meeting about which something was typed last and is not recorded yet."""
    begins = f"meeting/{meeting_id}/item/"
    with bench.asking("find_item_last_typed") as session:
        ours = Draft.screen == "live", Draft.subject.startswith(begins)
        last = select(Draft.subject).where(*ours).order_by(Draft.at.desc()).limit(1)
        subject = session.scalar(last)
        return int(subject.removeprefix(begins)) if subject else None


def discard_draft(bench: Bench, screen: str, subject: str) -> None:
    """Throw away what was typed."""
    with bench.drafting("discard_draft") as session:
        clear_draft(session, screen, subject)


def clear_draft(session: Session, screen: str, subject: str) -> None:
    """Throw a draft away in the transaction that records what was typed."""
    session.execute(delete(Draft).where(Draft.screen == screen, Draft.subject == subject))


def set_aside(session: Session, meeting_id: int, item_id: int, at: datetime) -> None:
    """Keep what was typed about an item out of sight, in case the command is taken back."""
    draft = session.scalar(_one("live", subject_of(meeting_id, item_id)))
    if draft is not None:
        draft.subject = f"{_aside(meeting_id)}{at.isoformat()}"


def bring_back(session: Session, meeting_id: int, item_id: int, at: datetime) -> None:
    """Put what a command of this moment set aside back, unless more was typed since."""
    kept = session.scalar(_one("live", f"{_aside(meeting_id)}{at.isoformat()}"))
    if kept is None:
        return
    if session.scalar(_one("live", subject_of(meeting_id, item_id))) is None:
        kept.subject = subject_of(meeting_id, item_id)
    else:
        session.delete(kept)


def forget_set_aside(session: Session, meeting_id: int) -> None:
    """Throw away what was set aside during a meeting; nothing of it can be taken back any more."""
    session.execute(delete(Draft).where(Draft.subject.startswith(_aside(meeting_id))))


def subject_of(meeting_id: int, item_id: int) -> str:
    """What the drafts of one item of one meeting are about."""
    return f"meeting/{meeting_id}/item/{item_id}"


def subject_of_visit(patient_id: int, visit_id: int | None = None) -> str:
    """What the draft of a new visit to a patient, or of a correction, is about."""
    return f"patient/{patient_id}/visit/{visit_id or 'new'}"


def items_with_drafts(session: Session, meeting_id: int) -> set[int]:
    """The items of a meeting about which something is typed and not yet recorded."""
    begins = f"meeting/{meeting_id}/item/"
    subjects = session.scalars(select(Draft.subject).where(Draft.subject.startswith(begins)))
    return {int(subject.removeprefix(begins)) for subject in subjects}


def _aside(meeting_id: int) -> str:
    return f"meeting/{meeting_id}/aside/"


def _one(screen: str, subject: str) -> Select[Draft]:
    return select(Draft).where(Draft.screen == screen, Draft.subject == subject)
