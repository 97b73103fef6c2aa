"""Seals, and the sheets that are signed for them."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from data.base import Base, Code
from data.codes import MemberRole, SheetKind, SlotState


class Seal(Base):
    """Exactly what a document says, fixed for good, with the first pages printed from it.

    `subject` names what the document is about, such as `meeting:3` or `item:12`; `meeting_id` is
    the meeting it was made at, if it was made at one.
    """

    __tablename__ = "seal"
    __table_args__ = (UniqueConstraint("form", "subject", "version"),)

    meeting_id: Mapped[int | None] = mapped_column(ForeignKey("meeting.id"), index=True)
    form: Mapped[str]
    subject: Mapped[str]
    form_revision: Mapped[str]
    version: Mapped[int]
    amends_id: Mapped[int | None] = mapped_column(ForeignKey("seal.id"))
    answers: Mapped[str]
    digest: Mapped[str]
    audit_head: Mapped[str]
    sealed_at: Mapped[datetime]
    sealed_by: Mapped[int] = mapped_column(ForeignKey("account.id"))
    pdf: Mapped[bytes]


class Sheet(Base):
    """One printed document to sign. Changed content is another sheet and voids this one.

    A supplementary sheet is signed by those who were missing on the sheet it supplements.
    """

    __tablename__ = "sheet"

    seal_id: Mapped[int] = mapped_column(ForeignKey("seal.id"), index=True)
    kind: Mapped[SheetKind] = mapped_column(Code(SheetKind))
    version: Mapped[int]
    void_on: Mapped[date | None]
    supplements_id: Mapped[int | None] = mapped_column(ForeignKey("sheet.id"))


class SheetPage(Base):
    """One page of a sheet."""

    __tablename__ = "sheet_page"
    __table_args__ = (UniqueConstraint("sheet_id", "page"),)

    sheet_id: Mapped[int] = mapped_column(ForeignKey("sheet.id"))
    page: Mapped[int]
    pages: Mapped[int]


class Slot(Base):
    """One person's place on a sheet, in mm from the centre of the top left corner mark.

    A guardian or a patient is no member and stands there by name. `note` is the reason of an
    absence, or who signed by proxy.
    """

    __tablename__ = "slot"
    __table_args__ = (UniqueConstraint("sheet_id", "page", "member_id", "part"),)

    sheet_id: Mapped[int] = mapped_column(ForeignKey("sheet.id"))
    member_id: Mapped[int | None] = mapped_column(ForeignKey("member.id"))
    role: Mapped[MemberRole | None] = mapped_column(Code(MemberRole))
    name: Mapped[str] = mapped_column(default="", server_default="")
    part: Mapped[str]
    page: Mapped[int]
    x: Mapped[float]
    y: Mapped[float]
    width: Mapped[float]
    height: Mapped[float]
    state: Mapped[SlotState] = mapped_column(Code(SlotState))
    true_on: Mapped[date | None]
    note: Mapped[str] = mapped_column(default="", server_default="")
    confirmed_by: Mapped[int | None] = mapped_column(ForeignKey("account.id"))
