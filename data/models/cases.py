"""Cases: stays of a patient in case management."""

from __future__ import annotations

from datetime import date

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from data.base import Base, Code
from data.casework_codes import ExitReason, Standing
from data.codes import CaseKind
from data.facts import Fact


class Case(Base):
    """One stay in case management, known by its number."""

    __tablename__ = "case"
    __table_args__ = (UniqueConstraint("number"),)

    patient_id: Mapped[int] = mapped_column(ForeignKey("patient.id"), index=True)
    number: Mapped[str]
    entered_on: Mapped[date]


class CaseTerms(Fact):
    """What kind of case it is and who is responsible for it, from a day on."""

    __tablename__ = "case_terms"

    case_id: Mapped[int] = mapped_column(ForeignKey("case.id"), index=True)
    kind: Mapped[CaseKind] = mapped_column(Code(CaseKind))
    case_manager_id: Mapped[int] = mapped_column(ForeignKey("member.id"))


class CaseStanding(Fact):
    """Whether a case is worked on from a day on. A case without any is running since its entry."""

    __tablename__ = "case_standing"

    case_id: Mapped[int] = mapped_column(ForeignKey("case.id"), index=True)
    standing: Mapped[Standing] = mapped_column(Code(Standing))
    until_on: Mapped[date | None]
    reason: Mapped[str] = mapped_column(default="", server_default="")
    exit_reason: Mapped[ExitReason | None] = mapped_column(Code(ExitReason))
    item_id: Mapped[int | None] = mapped_column(ForeignKey("agenda_item.id"))
    decision_id: Mapped[int | None] = mapped_column(ForeignKey("decision.id"))
