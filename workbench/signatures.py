"""Seals: what a document says, fixed for good, and the sheet that is signed for it."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from data.canonical import canonical, digest
from data.codes import SheetKind, SlotState
from data.models.meetings import Meeting
from data.models.signatures import Seal, Sheet, SheetPage, Slot
from data.models.teams import Member
from forms.definition import Form
from forms.writers.pdf import Printed
from workbench.bench import Work


@dataclass(frozen=True)
class Fixed:
    """A seal as documents are drawn from it."""

    answers: dict[str, object]
    version: int
    sheet: int
    audit_head: str
    sealed_at: datetime
    pdf: bytes


def latest_seal(session: Session, meeting_id: int, form: Form) -> Seal | None:
    """The newest seal of a meeting's document, if it was sealed."""
    sealed = Seal.meeting_id == meeting_id, Seal.form == form.code
    return session.scalar(select(Seal).where(*sealed).order_by(Seal.version.desc()).limit(1))


def fixed(session: Session, seal: Seal) -> Fixed:
    """Read a seal back."""
    sheet = session.scalars(select(Sheet.id).where(Sheet.seal_id == seal.id)).first()
    answers = json.loads(seal.answers)
    return Fixed(answers, seal.version, sheet or 0, seal.audit_head, seal.sealed_at, seal.pdf)


def next_sheet(session: Session) -> int:
    """The number the next sheet will have, which its code has to show before it exists."""
    return (session.scalar(select(func.max(Sheet.id))) or 0) + 1


def write_seal(
    work: Work,
    meeting: Meeting,
    form: Form,
    answers: dict[str, object],
    audit_head: str,
    printed: Printed,
) -> Seal:
    """Fix a document within a command, with its sheet, pages and places to sign."""
    text = canonical(answers)
    seal = Seal(
        meeting_id=meeting.id,
        form=form.code,
        form_revision=form.revision,
        version=1,
        answers=text,
        digest=digest(text),
        audit_head=audit_head,
        sealed_at=work.written.at,
        sealed_by=work.written.by,
        pdf=printed.pdf,
    )
    work.session.add(seal)
    work.session.flush()
    _write_sheet(work.session, seal, SheetKind(form.code), printed)
    work.about(seal=seal.id, content=seal.digest, **printed_digests(work.session, seal))
    return seal


def printed_digests(session: Session, seal: Seal) -> dict[str, str]:
    """Digests of the pages and of where people sign, kept in the audit row of the sealing."""
    places = [
        f"{slot.sheet_id} {slot.page} {slot.part} {slot.member_id} {slot.role.value} "
        f"{slot.x:.3f} {slot.y:.3f} {slot.width:.3f} {slot.height:.3f}"
        for slot in session.scalars(
            select(Slot)
            .join(Sheet, Sheet.id == Slot.sheet_id)
            .where(Sheet.seal_id == seal.id)
            .order_by(Slot.id)
        )
    ]
    pages = [
        f"{page.sheet_id} {page.page}/{page.pages}"
        for page in session.scalars(
            select(SheetPage)
            .join(Sheet, Sheet.id == SheetPage.sheet_id)
            .where(Sheet.seal_id == seal.id)
            .order_by(SheetPage.id)
        )
    ]
    return {
        "pdf": hashlib.sha256(seal.pdf).hexdigest(),
        "places": digest(canonical([*pages, *places])),
    }


def _write_sheet(session: Session, seal: Seal, kind: SheetKind, printed: Printed) -> None:
    sheet = Sheet(id=next_sheet(session), seal_id=seal.id, kind=kind, version=seal.version)
    session.add(sheet)
    session.flush()
    for page in range(1, printed.pages + 1):
        session.add(SheetPage(sheet_id=sheet.id, page=page, pages=printed.pages))
    for place in printed.slots:
        part, _, member_id = place.key.partition(":")
        member = session.get_one(Member, int(member_id))
        session.add(
            Slot(
                sheet_id=sheet.id,
                member_id=member.id,
                role=member.role,
                part=part,
                page=place.page,
                x=place.x,
                y=place.y,
                width=place.width,
                height=place.height,
                state=SlotState.TO_SIGN,
            )
        )
    session.flush()
