"""What a meeting goes through."""

from __future__ import annotations

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from data.base import Base, Code
from data.codes import AgendaTier


class AgendaItem(Base):
    """One patient, case or other matter on one agenda.

    The reasons are a list of pairs in canonical form, each a code and its words on the day the
    agenda was made; empty for what was put there by hand.
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
