"""The subsidy for guarding a patient, what was paid, and what was proposed about it."""

from __future__ import annotations

from datetime import date

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from data.assistance_codes import ProposalOutcome, SubsidyState, SubsidyStep
from data.base import Code
from data.facts import Fact


class Subsidy(Fact):
    """How it stands with the subsidy from a day on. Amounts are in 分."""

    __tablename__ = "subsidy"

    guardian_id: Mapped[int] = mapped_column(ForeignKey("guardian.id"), index=True)
    state: Mapped[SubsidyState] = mapped_column(Code(SubsidyState))
    yearly_amount: Mapped[int | None]
    granted_from: Mapped[date | None]
    reason: Mapped[str] = mapped_column(default="", server_default="")


class SubsidyPayment(Fact):
    """What was paid to a guardian on the day it is true from, in 分, and for which time."""

    __tablename__ = "subsidy_payment"

    guardian_id: Mapped[int] = mapped_column(ForeignKey("guardian.id"), index=True)
    amount: Mapped[int]
    period: Mapped[str] = mapped_column(default="", server_default="")
    note: Mapped[str] = mapped_column(default="", server_default="")


class SubsidyProposal(Fact):
    """That the subsidy should be cancelled or the guardian changed, and why."""

    __tablename__ = "subsidy_proposal"

    step: Mapped[SubsidyStep] = mapped_column(Code(SubsidyStep))
    reason: Mapped[str]


class SubsidyDecision(Fact):
    """What a meeting decided about a proposal."""

    __tablename__ = "subsidy_decision"

    proposal_id: Mapped[int] = mapped_column(ForeignKey("subsidy_proposal.id"), index=True)
    item_id: Mapped[int] = mapped_column(ForeignKey("agenda_item.id"), index=True)
    outcome: Mapped[ProposalOutcome] = mapped_column(Code(ProposalOutcome))
    reason: Mapped[str] = mapped_column(default="", server_default="")
    decision_id: Mapped[int] = mapped_column(ForeignKey("decision.id"))
