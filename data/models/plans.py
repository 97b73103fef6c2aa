"""Plans in numbered versions, their lines, and how far each line has come."""

from __future__ import annotations

from datetime import date

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from data.base import Code, CodeList
from data.casework_codes import CareForm, ItemState, ManagementLevel, PlanArea, UntreatedReason
from data.clinical_codes import Criterion
from data.codes import CaseKind
from data.facts import Fact


class Plan(Fact):
    """One version of the plan for a case, drawn up on the day it is true from."""

    __tablename__ = "plan"

    case_id: Mapped[int] = mapped_column(ForeignKey("case.id"), index=True)
    number: Mapped[int]
    kind: Mapped[CaseKind] = mapped_column(Code(CaseKind))
    patient_view: Mapped[str] = mapped_column(default="", server_default="")
    family_view: Mapped[str] = mapped_column(default="", server_default="")
    strengths: Mapped[str] = mapped_column(default="", server_default="")
    care: Mapped[CareForm | None] = mapped_column(Code(CareForm))
    untreated: Mapped[UntreatedReason | None] = mapped_column(Code(UntreatedReason))
    untreated_note: Mapped[str] = mapped_column(default="", server_default="")
    level: Mapped[ManagementLevel | None] = mapped_column(Code(ManagementLevel))
    next_level: Mapped[ManagementLevel | None] = mapped_column(Code(ManagementLevel))


class PlanItem(Fact):
    """One line of one version. `line_id` is the first item it was carried forward from."""

    __tablename__ = "plan_item"

    plan_id: Mapped[int] = mapped_column(ForeignKey("plan.id"), index=True)
    line_id: Mapped[int | None] = mapped_column(ForeignKey("plan_item.id"))
    area: Mapped[PlanArea] = mapped_column(Code(PlanArea))
    problem: Mapped[str]
    goal: Mapped[str]
    measure: Mapped[str]
    responsible_id: Mapped[int | None] = mapped_column(ForeignKey("member.id"))
    partner: Mapped[str] = mapped_column(default="", server_default="")
    start_on: Mapped[date | None]
    due_on: Mapped[date | None]
    frequency: Mapped[str] = mapped_column(default="", server_default="")
    criteria: Mapped[tuple[Criterion, ...]] = mapped_column(CodeList(Criterion))

    @property
    def line(self) -> int:
        """What is the same about this line in every version."""
        return self.line_id or self.root_id


class PlanReason(Fact):
    """Why no line of a version answers a criterion that is met."""

    __tablename__ = "plan_reason"

    plan_id: Mapped[int] = mapped_column(ForeignKey("plan.id"), index=True)
    criterion: Mapped[Criterion] = mapped_column(Code(Criterion))
    reason: Mapped[str]


class PlanProgress(Fact):
    """How far a line has come, whichever version it stands in."""

    __tablename__ = "plan_progress"

    line_id: Mapped[int] = mapped_column(ForeignKey("plan_item.id"), index=True)
    state: Mapped[ItemState] = mapped_column(Code(ItemState))
    result: Mapped[str] = mapped_column(default="", server_default="")


class PlanConfirmation(Fact):
    """The meeting item at which a version was confirmed; from then on it never changes."""

    __tablename__ = "plan_confirmation"

    plan_id: Mapped[int] = mapped_column(ForeignKey("plan.id"), index=True)
    item_id: Mapped[int] = mapped_column(ForeignKey("agenda_item.id"), index=True)
    decision_id: Mapped[int] = mapped_column(ForeignKey("decision.id"))
