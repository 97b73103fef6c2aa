"""How a unit wants its papers, and what was printed."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from data.base import Base


class PaperSetting(Base):
    """What a unit decided about one form, or about all of them where the form is empty.

    Never changed: the last one written under a key holds. The value is in canonical form.
    """

    __tablename__ = "paper_setting"

    form: Mapped[str]
    key: Mapped[str]
    value: Mapped[str]
    written_at: Mapped[datetime]
    written_by: Mapped[int] = mapped_column(ForeignKey("account.id"))


class PrintRun(Base):
    """One time a document went to a printer. A later run of the same seal is a reprint."""

    __tablename__ = "print_run"

    seal_id: Mapped[int | None] = mapped_column(ForeignKey("seal.id"), index=True)
    form: Mapped[str]
    subject: Mapped[str]
    pages: Mapped[int]
    copies: Mapped[int]
    printed_at: Mapped[datetime]
    printed_by: Mapped[int] = mapped_column(ForeignKey("account.id"))
