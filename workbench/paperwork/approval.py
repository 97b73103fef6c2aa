"""What the 入组／出组审批表 says of one patient on an agenda, as known at a moment."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from data.casework_codes import ExitReason, IntakeOutcome, Standing
from data.clinical_codes import Criterion
from data.codes import CaseKind
from data.facts import known
from data.models.agendas import AgendaItem
from data.models.cases import Case, CaseStanding
from data.models.decisions import Decision
from data.models.intakes import Intake, IntakeDecision, IntakeFinding
from data.models.meetings import Meeting
from data.models.teams import Member
from data.paper_codes import Met, Passage
from forms.answers import text_of
from workbench.cases import terms_on
from workbench.errors import NoRatingForMatters
from workbench.intake_reading import manager_wished
from workbench.paperwork.options import offered
from workbench.paperwork.people import case_known, meeting_answers, person_answers
from workbench.paperwork.ratings import opinion_answers
from workbench.paperwork.signers import everybody_signs
from workbench.rules.truth import Truth
from workbench.states import any_meeting

APPROVAL_LISTS = {
    "passages": offered(Passage),
    "criteria": [
        {"code": criterion.value, "label": criterion.label, "group": criterion.kind.label}
        for criterion in Criterion
    ],
    "met": offered(Met),
    "kinds": offered(CaseKind),
    "outcomes": offered(IntakeOutcome),
    "exit_reasons": offered(ExitReason),
}
_MET = {True: Met.YES, False: Met.NO, None: Met.UNKNOWN}


@dataclass(frozen=True)
class _Approved:
    """Everything the sheet rests on; what has not come yet is missing."""

    patient_id: int
    meeting: Meeting
    case: Case | None
    intake: Intake | None
    entered: IntakeDecision | None
    left: CaseStanding | None

    @property
    def passage(self) -> Passage:
        """A patient with a case can only leave it, unless it was opened at this very item."""
        opened_here = self.entered is not None or self.case is None
        return Passage.ENTRY if opened_here and self.left is None else Passage.EXIT


def approval_answers(
    session: Session, item: AgendaItem, *, at: datetime | None = None
) -> dict[str, object]:
    """Answer every field of the sheet for the patient proposed for entry or exit at an item."""
    found = _approved(session, item, at)
    day = found.meeting.held_on
    return {
        **meeting_answers(found.meeting),
        "passage": found.passage.value,
        **person_answers(session, found.patient_id, found.case, day, at),
        "criteria": criteria_answers(session, found.intake, at),
        **_proposal(session, found),
        "opinions": opinion_answers(session, found.meeting, item, at),
        **_ruling(session, found, at),
        "signers": everybody_signs(session, found.meeting),
        "lists": APPROVAL_LISTS,
    }


def approval_identity(answers: Mapping[str, object]) -> tuple[str, ...]:
    """Who is to enter or leave, repeated on every page after the first."""
    who = (text_of(answers, key) for key in ("case_number", "name", "sex_and_age"))
    passage = Passage(text_of(answers, "passage")).label
    return "\u3000".join(filter(None, who)), f"{passage}审批\u3000{text_of(answers, 'held_on')}"


def _approved(session: Session, item: AgendaItem, at: datetime | None) -> _Approved:
    if item.patient_id is None:
        raise NoRatingForMatters
    entries = known(IntakeDecision, at).where(IntakeDecision.item_id == item.id)
    entered = session.scalars(entries.order_by(IntakeDecision.root_id.desc())).first()
    exits = known(CaseStanding, at).where(
        CaseStanding.item_id == item.id, CaseStanding.standing == Standing.ENDED
    )
    left = session.scalars(exits).first()
    case = case_known(session, left.case_id if left else item.case_id, at)
    meeting = any_meeting(session, item.meeting_id)
    intake = _intake(session, item.patient_id, meeting, case, entered, at)
    return _Approved(item.patient_id, meeting, case, intake, entered, left)


def _intake(
    session: Session,
    patient_id: int,
    meeting: Meeting,
    case: Case | None,
    entered: IntakeDecision | None,
    at: datetime | None,
) -> Intake | None:
    """The criteria decided on here; else the last gone through for the patient by that day."""
    query = known(Intake, at).where(
        Intake.patient_id == patient_id, Intake.true_from <= meeting.held_on
    )
    if entered is not None:
        query = query.where(Intake.root_id == entered.intake_id)
    elif case is None:
        query = query.where(Intake.case_id.is_(None))
    else:
        accepted = known(IntakeDecision, at).where(IntakeDecision.case_id == case.id)
        of_entry = Intake.root_id.in_(accepted.with_only_columns(IntakeDecision.intake_id))
        query = query.where((Intake.case_id == case.id) | of_entry)
    return session.scalars(query.order_by(Intake.true_from.desc(), Intake.root_id.desc())).first()


def criteria_answers(
    session: Session, intake: Intake | None, at: datetime | None
) -> list[dict[str, object]]:
    """Every criterion that was gone through, with its evidence."""
    if intake is None:
        return []
    query = known(IntakeFinding, at).where(IntakeFinding.intake_id == intake.root_id)
    return [_finding(row) for row in session.scalars(query.order_by(IntakeFinding.root_id))]


def _finding(row: IntakeFinding) -> dict[str, object]:
    source = f"（{row.source}）" if row.source else ""
    return {
        "kind": row.criterion.kind.label,
        "criterion": row.criterion.label,
        "met": _said(row.met),
        "evidence": f"{row.evidence}{source}",
        "on": row.evidence_on.isoformat() if row.evidence_on else "",
    }


def _said(met: Truth) -> str:
    return _MET[met].value


def _proposal(session: Session, found: _Approved) -> dict[str, object]:
    intake, left = found.intake, found.left
    proposes = intake is not None and found.passage is Passage.ENTRY
    return {
        "checked_on": intake.true_from.isoformat() if intake else "",
        "proposed_kind": intake.kind.value if intake and proposes and intake.kind else "",
        "proposal": _proposed(session, intake) if intake and proposes else "",
        "exit_reason": left.exit_reason.value if left and left.exit_reason else "",
        "exit_words": left.reason if left else "",
    }


def _proposed(session: Session, intake: Intake) -> str:
    """Why, and in whose hands; the wish stands first, as it is said at the table."""
    manager = manager_wished(session, intake)
    wished = f"建议个案管理员：{manager}。" if manager else ""
    by_hand = "人工建议入组" if intake.by_hand else ""
    return "：".join(filter(None, (by_hand, f"{wished}{intake.reason}")))


def _ruling(session: Session, found: _Approved, at: datetime | None) -> dict[str, object]:
    decided = found.entered or found.left
    terms = None
    if found.case is not None and decided is not None:
        terms = terms_on(session, found.case.id, found.meeting.held_on, at)
    stands = found.case is not None and decided is not None
    return {
        "outcome": found.entered.outcome.value if found.entered else "",
        "kind": terms.kind.value if terms else "",
        "case_manager": session.get_one(Member, terms.case_manager_id).name if terms else "",
        "from_on": decided.true_from.isoformat() if decided and stands else "",
        "ruling": _words(session, decided, at) if decided else "",
    }


def _words(session: Session, decided: IntakeDecision | CaseStanding, at: datetime | None) -> str:
    """The decision as it stands in the minutes."""
    query = known(Decision, at).where(Decision.root_id == decided.decision_id)
    decision = session.scalars(query).first()
    return decision.text if decision else decided.reason
