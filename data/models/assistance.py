"""What a patient or the family is given, apart from the subsidy for guarding."""

from __future__ import annotations

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from data.assistance_codes import AssistanceKind, AssistanceState
from data.base import Code
from data.facts import Fact


class Assistance(Fact):
    """How it stands with one kind of help from a day on, and who sees to it."""

    __tablename__ = "assistance"

    kind: Mapped[AssistanceKind] = mapped_column(Code(AssistanceKind))
    state: Mapped[AssistanceState] = mapped_column(Code(AssistanceState))
    responsible_id: Mapped[int | None] = mapped_column(ForeignKey("member.id"))
    partner: Mapped[str] = mapped_column(default="", server_default="")
    note: Mapped[str] = mapped_column(default="", server_default="")
