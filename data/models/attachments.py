"""Files kept with a patient: what each is, and which encrypted file beside the store holds it."""

from __future__ import annotations

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from data.attachment_codes import AttachmentKind
from data.base import Code
from data.facts import Fact


class Attachment(Fact):
    """One scan, photo or paper, true from the day it bears.

    `file` names the encrypted bytes, `digest` and `size` are those of the plain ones. These, the
    suffix and the pages are sealed into the file together with whom it is about.
    """

    __tablename__ = "attachment"

    kind: Mapped[AttachmentKind] = mapped_column(Code(AttachmentKind))
    title: Mapped[str]
    note: Mapped[str] = mapped_column(default="", server_default="")
    file: Mapped[str] = mapped_column(index=True)
    digest: Mapped[str]
    size: Mapped[int]
    suffix: Mapped[str]
    pages: Mapped[int | None]
    case_id: Mapped[int | None] = mapped_column(ForeignKey("case.id"))
    meeting_id: Mapped[int | None] = mapped_column(ForeignKey("meeting.id"))
    sheet_id: Mapped[int | None] = mapped_column(ForeignKey("sheet.id"))
