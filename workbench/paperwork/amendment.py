"""What a 更正页 says: which sealed paper it amends, every amendment so far, who signs it."""

from __future__ import annotations

import json
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from data.models.accounts import Identity
from data.models.meetings import Meeting
from data.models.signatures import Seal, Sheet, Slot
from data.models.teams import Member
from forms.amendment import AMENDMENT
from forms.stamp import SheetCode, digest_words
from workbench.errors import NotFound
from workbench.paperwork.subjects import of_sheet
from workbench.states import title_of

Answers = dict[str, object]


def amendment_answers(session: Session, sheet_id: int, at: datetime | None = None) -> Answers:
    """Answer the form for one sheet, with the amendments that were sealed by a moment."""
    sheet = session.get(Sheet, sheet_id)
    if sheet is None:
        raise NotFound("这份签字件")
    seal = session.get_one(Seal, sheet.seal_id)
    meeting = session.get(Meeting, seal.meeting_id or 0)
    store = session.scalars(select(Identity)).one()
    return {
        "unit": meeting.team_name if meeting else store.unit,
        "about": title_of(meeting) if meeting else "",
        "title": sheet.kind.label,
        "caption": SheetCode(store.code, sheet.id).caption(),
        "version": seal.version,
        "digest": digest_words(seal.digest),
        "amended": amended_before(session, sheet_id, at),
        "signers": _signers(session, sheet_id),
    }


def amended_before(session: Session, sheet_id: int, at: datetime | None = None) -> list[Answers]:
    """Every amendment of a sheet that was sealed by a moment."""
    query = select(Seal.answers).where(
        Seal.form == AMENDMENT.code, Seal.subject == str(of_sheet(sheet_id))
    )
    if at is not None:
        query = query.where(Seal.sealed_at <= at)
    last = session.scalars(query.order_by(Seal.version.desc())).first()
    rows: list[Answers] = json.loads(last)["amended"] if last else []
    return rows


def _signers(session: Session, sheet_id: int) -> list[Answers]:
    """Whoever has a place on the sheet has one on its amendments."""
    query = (
        select(Slot, Member)
        .outerjoin(Member, Member.id == Slot.member_id)
        .where(Slot.sheet_id == sheet_id)
        .order_by(Slot.page, Slot.x, Slot.y)
    )
    found: dict[str, Answers] = {}
    for slot, member in session.execute(query):
        if member is None:
            found.setdefault(slot.part, {"key": slot.part, "role": "", "name": slot.name})
        else:
            key = f"amends:{member.id}"
            found.setdefault(key, {"key": key, "role": member.role.label, "name": member.name})
    return list(found.values())
