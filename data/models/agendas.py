"""What a meeting goes through."""

from __future__ import annotations

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from data.base import Base, Code
from data.codes import AgendaTier


class AgendaItem(Base):
    """One patient, case or other matter on one agenda.

    The reasons are a list of pairs in canonical form, each a code and its words on the day the
    agenda was made; what was put there by hand since has none. Without minutes the usual ones of
    its tier are meant. What is late was not on the agenda that was handed out.
    """

    __tablename__ = "agenda_item"
    __table_args__ = (UniqueConstraint("meeting_id", "position"),)

    meeting_id: Mapped[int] = mapped_column(ForeignKey("meeting.id"))
    position: Mapped[int]
    tier: Mapped[AgendaTier] = mapped_column(Code(AgendaTier))
    patient_id: Mapped[int | None] = mapped_column(ForeignKey("patient.id"), index=True)
    case_id: Mapped[int | None] = mapped_column(ForeignKey("case.id"))
    title: Mapped[str] = mapped_column(default="", server_default="")
    reasons: Mapped[str] = mapped_column(default="", server_default="")
    minutes: Mapped[int | None]
    question: Mapped[str] = mapped_column(default="", server_default="")
    late: Mapped[bool] = mapped_column(default=False, server_default="0")


class AgendaLeftOff(Base):
    """What somebody took off an agenda, as it stood there, so that it can be put back."""

    __tablename__ = "agenda_left_off"
    __table_args__ = (UniqueConstraint("meeting_id", "position"),)

    meeting_id: Mapped[int] = mapped_column(ForeignKey("meeting.id"))
    position: Mapped[int]
    tier: Mapped[AgendaTier] = mapped_column(Code(AgendaTier))
    patient_id: Mapped[int | None] = mapped_column(ForeignKey("patient.id"))
    case_id: Mapped[int | None] = mapped_column(ForeignKey("case.id"))
    title: Mapped[str] = mapped_column(default="", server_default="")
    reasons: Mapped[str] = mapped_column(default="", server_default="")
    minutes: Mapped[int | None]
    question: Mapped[str] = mapped_column(default="", server_default="")
    late: Mapped[bool] = mapped_column(default=False, server_default="0")
