"""Proposals to cancel a subsidy or change the guardian, and what a meeting makes of them.

取消补贴或调整监护人, where the duty is not done: 齐云山镇方案（2024），三（七）.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy.orm import Session

from data.assistance_codes import ProposalOutcome, SubsidyState, SubsidyStep
from data.codes import DecisionKind
from data.facts import known
from data.models.agendas import AgendaItem
from data.models.decisions import Decision
from data.models.meetings import Meeting
from data.models.subsidies import SubsidyDecision, SubsidyProposal
from workbench.assistance_errors import NoSubsidy, ProposalDecided, ProposalOpen
from workbench.bench import Bench, Work
from workbench.casework_errors import NotAboutThis
from workbench.conclusions import Concluded, conclude
from workbench.errors import DecisionNeedsImplementer
from workbench.guardians import guardian_on
from workbench.recording import enter, present, require_patient, withdraw
from workbench.register_errors import NoGuardian
from workbench.states import running_item
from workbench.subsidies import RUNNING, end_subsidy, subsidy_on
from workbench.teams import require_member
from workbench.words import clean_text, required

_ENDS_AS = {
    SubsidyStep.CANCEL: SubsidyState.CANCELLED,
    SubsidyStep.CHANGE_GUARDIAN: SubsidyState.GUARDIAN_CHANGED,
}


@dataclass(frozen=True)
class Proposed:
    """What is proposed on a day, and why."""

    proposed_on: date
    step: SubsidyStep
    reason: str

    def columns(self) -> dict[str, object]:
        """The same, fit to keep, by column."""
        return {
            "true_from": self.proposed_on,
            "step": self.step,
            "reason": required("理由", self.reason),
        }


@dataclass(frozen=True)
class StepRuling:
    """What the meeting decided. Accepting names who carries it out, the others need a reason."""

    outcome: ProposalOutcome
    reason: str = ""
    implementer_id: int | None = None


@dataclass(frozen=True)
class ProposalRow:
    """One proposal, and what the last meeting that spoke of it decided; open without outcome."""

    id: int
    patient_id: int
    proposed: Proposed
    outcome: ProposalOutcome | None
    ruling: str
    item_id: int | None

    @property
    def open(self) -> bool:
        """Whether a meeting still has to decide."""
        return self.outcome in (None, ProposalOutcome.DEFERRED)


def propose_subsidy_step(
    bench: Bench, patient_id: int, given: Proposed, *, request_id: str = ""
) -> int:
    """Propose to a meeting that a subsidy be cancelled or the guardian changed; return its key."""
    with bench.doing("propose_subsidy_step", request_id) as work:
        if work.answer is not None:
            return work.answer
        require_patient(work.session, patient_id)
        _require_possible(work, patient_id, given)
        return work.answers(enter(work, SubsidyProposal, patient_id, given).root_id)


def withdraw_subsidy_proposal(bench: Bench, proposal_id: int, *, why: str) -> None:
    """Take back a proposal that no meeting has decided."""
    with bench.doing("withdraw_subsidy_proposal") as work:
        withdraw(work, _undecided(work, proposal_id), why)


def decide_subsidy_proposal(
    bench: Bench, proposal_id: int, item_id: int, ruling: StepRuling, *, request_id: str = ""
) -> int:
    """Record what the meeting decided about a proposal; return the key of the decision.

    Accepting ends the subsidy from the day of the meeting. A deferred one can be decided later.
    """
    with bench.doing("decide_subsidy_proposal", request_id) as work:
        if work.answer is not None:
            return work.answer
        item, meeting = running_item(work.session, item_id)
        proposal = _undecided(work, proposal_id)
        if item.patient_id is None or item.patient_id != proposal.patient_id:
            raise NotAboutThis("这名患者")
        if ruling.outcome is ProposalOutcome.ACCEPTED:
            decision = _accept(work, proposal, item, meeting, ruling)
        else:
            decision = _turn_down(work, proposal, item, ruling)
        work.about(meeting=meeting.id, item=item_id, outcome=ruling.outcome.value)
        return work.answers(_write(work, proposal, meeting, decision, ruling).root_id)


def list_subsidy_proposals(
    bench: Bench,
    patient_id: int | None = None,
    *,
    on: date | None = None,
    at: datetime | None = None,
) -> list[ProposalRow]:
    """Every proposal up to a day about a patient, or about everybody; the latest last."""
    with bench.asking("list_subsidy_proposals") as session:
        query = known(SubsidyProposal, at).where(SubsidyProposal.true_from <= (on or bench.today()))
        if patient_id is not None:
            query = query.where(SubsidyProposal.patient_id == patient_id)
        rows = query.order_by(SubsidyProposal.true_from, SubsidyProposal.root_id)
        rulings = _rulings(session, at)
        return [_row(fact, rulings.get(fact.root_id)) for fact in session.scalars(rows)]


def proposed_of(fact: SubsidyProposal) -> Proposed:
    """What a stored fact says, as it could be filled in again."""
    return Proposed(fact.true_from, fact.step, fact.reason)


def _require_possible(work: Work, patient_id: int, given: Proposed) -> None:
    rulings = _rulings(work.session)
    for fact in work.session.scalars(known(SubsidyProposal).filter_by(patient_id=patient_id)):
        if fact.step is given.step and _row(fact, rulings.get(fact.root_id)).open:
            raise ProposalOpen(given.step.label)
    if given.step is SubsidyStep.CANCEL:
        row = subsidy_on(work.session, patient_id, given.proposed_on)
        if row is None or row.subsidised.state not in RUNNING:
            raise NoSubsidy
    elif guardian_on(work.session, patient_id, given.proposed_on) is None:
        raise NoGuardian


def _undecided(work: Work, proposal_id: int) -> SubsidyProposal:
    proposal = present(work, SubsidyProposal, proposal_id, "这条补贴建议")
    ruled = _rulings(work.session).get(proposal_id)
    if ruled is not None and ruled.outcome is not ProposalOutcome.DEFERRED:
        raise ProposalDecided(ruled.outcome.label)
    return proposal


def _rulings(session: Session, at: datetime | None = None) -> dict[int, SubsidyDecision]:
    """The last decision about each proposal."""
    query = known(SubsidyDecision, at).order_by(SubsidyDecision.root_id)
    return {fact.proposal_id: fact for fact in session.scalars(query)}


def _accept(
    work: Work, proposal: SubsidyProposal, item: AgendaItem, meeting: Meeting, ruling: StepRuling
) -> Decision:
    if ruling.implementer_id is None:
        raise DecisionNeedsImplementer
    implementer = require_member(
        work.session, meeting.team_id, ruling.implementer_id, meeting.held_on, "责任人"
    )
    words = f"{proposal.step.label}：{clean_text(ruling.reason) or proposal.reason}"
    decision = conclude(work, item, Concluded(words, implementer.id, meeting.held_on))
    row = subsidy_on(work.session, proposal.patient_id or 0, meeting.held_on)
    if row is not None and row.subsidised.state in RUNNING:
        end_subsidy(work, row, _ENDS_AS[proposal.step], meeting.held_on, words)
    return decision


def _turn_down(
    work: Work, proposal: SubsidyProposal, item: AgendaItem, ruling: StepRuling
) -> Decision:
    reason = required("理由", ruling.reason)
    if ruling.outcome is ProposalOutcome.DEFERRED:
        return conclude(work, item, Concluded(reason, kind=DecisionKind.DEFER))
    return conclude(work, item, Concluded(f"不同意{proposal.step.label}：{reason}"))


def _write(
    work: Work,
    proposal: SubsidyProposal,
    meeting: Meeting,
    decision: Decision,
    ruling: StepRuling,
) -> SubsidyDecision:
    return SubsidyDecision.enter(
        work.session,
        work.written,
        patient_id=proposal.patient_id,
        true_from=meeting.held_on,
        proposal_id=proposal.root_id,
        item_id=decision.item_id,
        outcome=ruling.outcome,
        reason=clean_text(ruling.reason),
        decision_id=decision.root_id,
    )


def _row(fact: SubsidyProposal, ruled: SubsidyDecision | None) -> ProposalRow:
    return ProposalRow(
        id=fact.root_id,
        patient_id=fact.patient_id or 0,
        proposed=proposed_of(fact),
        outcome=ruled.outcome if ruled else None,
        ruling=ruled.reason if ruled else "",
        item_id=ruled.item_id if ruled else None,
    )
