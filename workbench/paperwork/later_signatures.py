"""What a 补签页 says: which sheet it belongs to, and who had not signed there."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from data.codes import SheetKind, SlotState
from data.models.accounts import Identity
from data.models.meetings import Meeting
from data.models.signatures import Seal, Sheet, Slot
from data.models.teams import Member
from forms.answers import text_of
from forms.stamp import SheetCode, digest_words
from workbench.errors import NotFound
from workbench.states import title_of


def later_signatures_answers(
    session: Session, sheet_id: int, at: datetime | None = None
) -> dict[str, object]:
    """Answer the form for one sheet.

    Marks are not kept by revision: whoever is asked about a sealed supplementary sheet, at its
    moment, gets those who stand on it.
    """
    sheet = session.get(Sheet, sheet_id)
    if sheet is None:
        raise NotFound("这份签字件")
    seal = session.get_one(Seal, sheet.seal_id)
    meeting = session.get(Meeting, seal.meeting_id or 0)
    store = session.scalars(select(Identity)).one()
    return {
        "unit": meeting.team_name if meeting else store.unit,
        "about": title_of(meeting) if meeting else "",
        "title": SheetKind(seal.form).label,
        "caption": SheetCode(store.code, sheet.id).caption(),
        "version": seal.version,
        "digest": digest_words(seal.digest),
        "signers": [_signer(session, slot) for slot in _people(session, sheet, at)],
    }


def later_signatures_identity(answers: Mapping[str, object]) -> tuple[str, ...]:
    """Which sheet it belongs to."""
    return (text_of(answers, "title"), text_of(answers, "caption"))


def _people(session: Session, sheet: Sheet, at: datetime | None) -> list[Slot]:
    """Those still waited for, or those a supplementary sheet of that moment was made for."""
    query = select(Slot).where(Slot.sheet_id == sheet.id).order_by(Slot.page, Slot.x, Slot.y)
    if at is None:
        query = query.where(Slot.state == SlotState.TO_SIGN)
    else:
        made = (
            select(Sheet.id)
            .join(Seal, Seal.id == Sheet.seal_id)
            .where(Sheet.supplements_id == sheet.id, Seal.sealed_at == at)
        )
        query = select(Slot).where(Slot.sheet_id.in_(made)).order_by(Slot.page, Slot.x, Slot.y)
    found: dict[tuple[int | None, str], Slot] = {}
    for slot in session.scalars(query):
        found.setdefault((slot.member_id, slot.name), slot)
    return list(found.values())


def _signer(session: Session, slot: Slot) -> dict[str, object]:
    member = session.get(Member, slot.member_id or 0)
    if member is None:
        return {"key": slot.part, "role": "", "name": slot.name}
    return {"key": f"later:{member.id}", "role": member.role.label, "name": member.name}
