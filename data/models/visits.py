"""Follow-up visits."""

from __future__ import annotations

from sqlalchemy.orm import Mapped, mapped_column

from data.base import Code
from data.codes import RiskLevel, VisitForm
from data.facts import Fact


class Visit(Fact):
    """One follow-up visit on the day it is true from, with the clinical rating given there."""

    __tablename__ = "visit"

    form: Mapped[VisitForm] = mapped_column(Code(VisitForm))
    level: Mapped[RiskLevel | None] = mapped_column(Code(RiskLevel))
    words: Mapped[str] = mapped_column(default="", server_default="")
