"""Cases: stays of a patient in case management."""

from __future__ import annotations

from datetime import date

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from data.base import Base, Code
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
