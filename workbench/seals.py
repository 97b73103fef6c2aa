"""Seals: what a document says, fixed for good, and the sheet that is signed for it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from data.canonical import canonical, digest
from data.codes import SheetKind, SlotState
from data.models.signatures import Seal, Sheet, SheetPage, Slot
from data.models.teams import Member
from forms.definition import Form
from forms.writers.pdf import PlacedSlot, Printed
from workbench.bench import Work

OUTSIDE = frozenset({"guardian", "patient"})  # parts whose key is not that of a member


class Moved(Exception):
    """Something was written between drawing a paper and sealing it."""


@dataclass(frozen=True)
class Fixed:
    """A seal as documents are drawn from it."""

    answers: dict[str, object]
    version: int
    sheet: int
    audit_head: str
    sealed_at: datetime
    pdf: bytes
    void: bool


@dataclass(frozen=True)
class Drawn:
    """A document drawn and ready to be fixed under the number printed on it."""

    form: Form
    subject: str
    answers: dict[str, object]
    printed: Printed
    sheet: int
    version: int = 1
    meeting_id: int | None = None
    supplements_id: int | None = None


def latest_seal(session: Session, form: Form, subject: str) -> Seal | None:
    """The newest seal of a document, if it was sealed."""
    sealed = Seal.form == form.code, Seal.subject == subject
    return session.scalar(select(Seal).where(*sealed).order_by(Seal.version.desc()).limit(1))


def fixed(session: Session, seal: Seal) -> Fixed:
    """Read a seal back."""
    sheet = session.scalars(select(Sheet).where(Sheet.seal_id == seal.id)).first()
    return Fixed(
        json.loads(seal.answers),
        seal.version,
        sheet.id if sheet else 0,
        seal.audit_head,
        seal.sealed_at,
        seal.pdf,
        void=sheet is not None and sheet.void_on is not None,
    )


def next_sheet(session: Session) -> int:
    """The number the next sheet will have, which its code has to show before it exists."""
    return (session.scalar(select(func.max(Sheet.id))) or 0) + 1


def write_seal(work: Work, drawn: Drawn, audit_head: str) -> Seal:
    """Fix a document within a command, with its sheet, pages and places to sign.

    Sheets of earlier versions are void from this day.
    """
    text = canonical(drawn.answers)
    seal = Seal(
        meeting_id=drawn.meeting_id,
        form=drawn.form.code,
        subject=drawn.subject,
        form_revision=drawn.form.revision,
        version=drawn.version,
        amends_id=_amended(work.session, drawn),
        answers=text,
        digest=digest(text),
        audit_head=audit_head,
        sealed_at=work.written.at,
        sealed_by=work.written.by,
        pdf=drawn.printed.pdf,
    )
    work.session.add(seal)
    work.session.flush()
    _void_earlier(work, seal)
    _write_sheet(work.session, seal, drawn)
    return seal


def tell_of(work: Work, seals: list[Seal]) -> None:
    """Keep in the audit row of the sealing what each seal says and where people sign."""
    work.detail["seals"] = {
        str(seal.id): {
            "content": seal.digest,
            "about": seal.subject,
            **printed_digests(work.session, seal),
        }
        for seal in seals
    }


def printed_digests(session: Session, seal: Seal) -> dict[str, str]:
    """Digests of the pages and of where people sign, kept in the audit row of the sealing."""
    places = [
        f"{slot.sheet_id} {slot.page} {slot.part} {_whose(slot)} "
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


def _whose(slot: Slot) -> str:
    return f"{slot.member_id} {slot.role.value}" if slot.role else slot.name


def _amended(session: Session, drawn: Drawn) -> int | None:
    before = latest_seal(session, drawn.form, drawn.subject)
    return before.id if before else None


def _void_earlier(work: Work, seal: Seal) -> None:
    earlier = (
        select(Sheet)
        .join(Seal, Seal.id == Sheet.seal_id)
        .where(
            Seal.form == seal.form,
            Seal.subject == seal.subject,
            Seal.id != seal.id,
            Sheet.void_on.is_(None),
        )
    )
    for sheet in work.session.scalars(earlier):
        sheet.void_on = work.today


def _write_sheet(session: Session, seal: Seal, drawn: Drawn) -> None:
    sheet = Sheet(
        id=drawn.sheet,
        seal_id=seal.id,
        kind=SheetKind(drawn.form.code),
        version=seal.version,
        supplements_id=drawn.supplements_id,
    )
    session.add(sheet)
    session.flush()
    for page in range(1, drawn.printed.pages + 1):
        session.add(SheetPage(sheet_id=sheet.id, page=page, pages=drawn.printed.pages))
    people = dict(_people(drawn.answers))
    session.add_all(_slot(session, sheet, place, people) for place in drawn.printed.slots)
    session.flush()


def _slot(
    session: Session, sheet: Sheet, place: PlacedSlot, people: Mapping[str, Mapping[str, object]]
) -> Slot:
    part, _, key = place.key.rpartition(":")
    outside = part.rpartition("/")[2] in OUTSIDE or not key.isdigit()
    member = None if outside else session.get_one(Member, int(key))
    person = people.get(place.key.rpartition("/")[2], {})
    absent = str(person.get("absent") or "")
    return Slot(
        sheet_id=sheet.id,
        member_id=member.id if member else None,
        role=member.role if member else None,
        name="" if member else str(person.get("name") or ""),
        part=part if member else place.key,
        page=place.page,
        x=place.x,
        y=place.y,
        width=place.width,
        height=place.height,
        state=SlotState.ABSENT if absent else SlotState.TO_SIGN,
        note=absent,
    )


def _people(answers: object) -> Iterator[tuple[str, Mapping[str, object]]]:
    """Everybody in the answers who has a key to sign under."""
    if isinstance(answers, Mapping):
        if isinstance(answers.get("key"), str):
            yield str(answers["key"]), answers
        for value in answers.values():
            yield from _people(value)
    elif isinstance(answers, list):
        for value in answers:
            yield from _people(value)
