"""Whether a patient meets the criteria, and what a meeting made of it."""

from __future__ import annotations

from datetime import date

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from data.base import Code
from data.casework_codes import IntakeOutcome
from data.clinical_codes import Criterion
from data.codes import CaseKind
from data.facts import Fact


class Intake(Fact):
    """The criteria gone through on a day: before entry, or as a review of an open case."""

    __tablename__ = "intake"

    case_id: Mapped[int | None] = mapped_column(ForeignKey("case.id"), index=True)
    kind: Mapped[CaseKind | None] = mapped_column(Code(CaseKind))
    by_hand: Mapped[bool] = mapped_column(default=False, server_default="0")
    reason: Mapped[str] = mapped_column(default="", server_default="")
    case_manager_id: Mapped[int | None] = mapped_column(ForeignKey("member.id"))


class IntakeFinding(Fact):
    """Whether one criterion is met, with the evidence. Empty `met` is not known."""

    __tablename__ = "intake_finding"

    intake_id: Mapped[int] = mapped_column(ForeignKey("intake.id"), index=True)
    criterion: Mapped[Criterion] = mapped_column(Code(Criterion))
    met: Mapped[bool | None]
    evidence: Mapped[str] = mapped_column(default="", server_default="")
    evidence_on: Mapped[date | None]
    source: Mapped[str] = mapped_column(default="", server_default="")


class IntakeDecision(Fact):
    """What a meeting decided about an intake; the case it opened when it said yes."""

    __tablename__ = "intake_decision"

    intake_id: Mapped[int] = mapped_column(ForeignKey("intake.id"), index=True)
    item_id: Mapped[int] = mapped_column(ForeignKey("agenda_item.id"), index=True)
    outcome: Mapped[IntakeOutcome] = mapped_column(Code(IntakeOutcome))
    reason: Mapped[str] = mapped_column(default="", server_default="")
    case_id: Mapped[int | None] = mapped_column(ForeignKey("case.id"), index=True)
    decision_id: Mapped[int] = mapped_column(ForeignKey("decision.id"))
