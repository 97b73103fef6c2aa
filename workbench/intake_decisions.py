"""What a meeting makes of an intake: onto the agenda, then accepted, rejected or deferred."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy.orm import Session

from data.casework_codes import IntakeOutcome
from data.codes import DecisionKind
from data.models.agendas import AgendaItem
from data.models.decisions import Decision
from data.models.intakes import Intake, IntakeDecision
from data.models.meetings import Meeting
from workbench.agendas import put_patient
from workbench.bench import Bench, Work
from workbench.cases import Entry, any_case, enter_case
from workbench.casework_errors import (
    EntryNeedsReason,
    IntakeAlreadyDecided,
    NotAboutThis,
)
from workbench.conclusions import Concluded, conclude
from workbench.errors import AlreadyInManagement, EmptyField, NotFound
from workbench.intake_reading import any_intake, ruling_on
from workbench.states import running_item, unsealed_meeting
from workbench.teams import require_member
from workbench.words import clean_text, required


@dataclass(frozen=True)
class Ruling:
    """What the meeting decided. Accepting names number, kind and case manager of the new case."""

    outcome: IntakeOutcome
    reason: str = ""
    entry: Entry | None = None


def propose_intake(bench: Bench, meeting_id: int, intake_id: int, *, request_id: str = "") -> int:
    """Put a patient proposed for intake at the end of an agenda; return the key of the item."""
    with bench.doing("propose_intake", request_id) as work:
        if work.answer is not None:
            return work.answer
        meeting = unsealed_meeting(work.session, meeting_id)
        patient_id = _of_patient(undecided_intake(work.session, intake_id))
        item = put_patient(work, meeting, patient_id)
        work.about(meeting=meeting_id, intake=intake_id)
        return work.answers(item.id)


def decide_intake(
    bench: Bench, intake_id: int, item_id: int, ruling: Ruling, *, request_id: str = ""
) -> int:
    """Record what the meeting decided about an intake; return the key of the decision.

    Accepting opens the case in the same command, from the day of the meeting. Rejecting and
    deferring need a reason; one deferred can be decided at a later meeting.
    """
    with bench.doing("decide_intake", request_id) as work:
        if work.answer is not None:
            return work.answer
        item, meeting = running_item(work.session, item_id)
        intake = undecided_intake(work.session, intake_id)
        if item.patient_id != intake.patient_id:
            raise NotAboutThis("这名患者")
        if ruling.outcome is IntakeOutcome.ACCEPTED:
            ruled = _accept(work, intake, item, meeting, ruling)
        else:
            ruled = _turn_down(work, intake, item, meeting, ruling)
        work.about(meeting=meeting.id, item=item_id, intake=intake_id, outcome=ruling.outcome.value)
        return work.answers(ruled.root_id)


def undecided_intake(session: Session, intake_id: int) -> Intake:
    """Return an intake a meeting may still decide; refuse one accepted or rejected."""
    intake, ruled = any_intake(session, intake_id), ruling_on(session, intake_id)
    if intake.case_id is not None:
        raise AlreadyInManagement(any_case(session, intake.case_id).number)
    if ruled is not None and ruled.outcome is not IntakeOutcome.DEFERRED:
        raise IntakeAlreadyDecided(ruled.outcome.label)
    return intake


def _accept(
    work: Work, intake: Intake, item: AgendaItem, meeting: Meeting, ruling: Ruling
) -> IntakeDecision:
    entry, reason = ruling.entry, clean_text(ruling.reason)
    if entry is None:
        raise EmptyField("个案编号")
    if entry.case_manager_id is None:
        raise EmptyField("个案管理员")
    manager = require_member(
        work.session, meeting.team_id, entry.case_manager_id, meeting.held_on, "个案管理员"
    )
    if entry.kind is not intake.kind and not reason:
        raise EntryNeedsReason(f"入组评估没有建议“{entry.kind.label}”")
    case = enter_case(work, _of_patient(intake), entry, meeting.held_on)
    item.case_id = case.id
    words = f"纳入个案管理（{entry.kind.label}），编号{case.number}，个案管理员{manager.name}" + (
        f"；{reason}" if reason else ""
    )
    decision = conclude(work, item, Concluded(words, manager.id, meeting.held_on))
    return _write(work, intake, item, meeting, decision, ruling.outcome, reason, case.id)


def _turn_down(
    work: Work, intake: Intake, item: AgendaItem, meeting: Meeting, ruling: Ruling
) -> IntakeDecision:
    reason = required("理由", ruling.reason)
    if ruling.outcome is IntakeOutcome.DEFERRED:
        concluded = Concluded(reason, kind=DecisionKind.DEFER)
    else:
        concluded = Concluded(f"不纳入个案管理：{reason}")
    decision = conclude(work, item, concluded)
    return _write(work, intake, item, meeting, decision, ruling.outcome, reason, None)


def _write(
    work: Work,
    intake: Intake,
    item: AgendaItem,
    meeting: Meeting,
    decision: Decision,
    outcome: IntakeOutcome,
    reason: str,
    case_id: int | None,
) -> IntakeDecision:
    return IntakeDecision.enter(
        work.session,
        work.written,
        patient_id=intake.patient_id,
        true_from=meeting.held_on,
        intake_id=intake.root_id,
        item_id=item.id,
        outcome=outcome,
        reason=reason,
        case_id=case_id,
        decision_id=decision.root_id,
    )


def _of_patient(intake: Intake) -> int:
    if intake.patient_id is None:
        raise NotFound("这名患者")
    return intake.patient_id
