"""What is known of intakes: the assessments with their findings, and what became of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy.orm import Session

from data.casework_codes import IntakeOutcome
from data.clinical_codes import Criterion
from data.codes import CaseKind
from data.facts import known
from data.models.agendas import AgendaItem
from data.models.cases import Case
from data.models.intakes import Intake, IntakeDecision, IntakeFinding
from data.rule_values import Profile
from workbench.bench import Bench
from workbench.errors import NotFound
from workbench.rules.case_kinds import Entry, propose_kind
from workbench.rules.case_life import Review
from workbench.rules.criteria import Finding
from workbench.rules.truth import Truth
from workbench.teams import any_member


@dataclass(frozen=True)
class FindingRow:
    """One criterion with its evidence."""

    criterion: Criterion
    met: Truth
    words: str
    on: date | None
    source: str


@dataclass(frozen=True)
class IntakeDetails:
    """One assessment of the criteria. `outcome` is empty until a meeting decided; see `case_id`.

    A review of an open case names that case and is never decided.
    """

    id: int
    patient_id: int
    on: date
    findings: tuple[FindingRow, ...]
    kind: CaseKind | None
    by_hand: bool
    reason: str
    case_manager_id: int | None
    case_manager: str
    review_of: int | None
    outcome: IntakeOutcome | None
    ruling: str
    meeting_id: int | None
    case_id: int | None


def read_intake(bench: Bench, intake_id: int, at: datetime | None = None) -> IntakeDetails:
    """One assessment with its findings and its decision, as known at a moment."""
    with bench.asking("read_intake") as session:
        return _details(session, any_intake(session, intake_id, at), at)


def list_intakes(
    bench: Bench, patient_id: int, on: date | None = None, at: datetime | None = None
) -> list[IntakeDetails]:
    """Every assessment and review of a patient up to a day, today unless named, latest first."""
    with bench.asking("list_intakes") as session:
        return intakes_of(session, patient_id, on or bench.today(), at)


def intakes_of(
    session: Session, patient_id: int, day: date, at: datetime | None = None
) -> list[IntakeDetails]:
    """The same within a query."""
    query = known(Intake, at).where(Intake.patient_id == patient_id, Intake.true_from <= day)
    rows = session.scalars(query.order_by(Intake.true_from.desc(), Intake.root_id.desc()))
    return [_details(session, row, at) for row in list(rows)]


def any_intake(session: Session, intake_id: int, at: datetime | None = None) -> Intake:
    """Return an assessment as known at a moment."""
    intake = session.scalar(known(Intake, at).where(Intake.root_id == intake_id))
    if intake is None:
        raise NotFound("这份入组评估")
    return intake


def manager_wished(session: Session, intake: Intake) -> str:
    """Role and name of whoever an assessment would have as case manager."""
    if intake.case_manager_id is None:
        return ""
    member = any_member(session, intake.case_manager_id)
    return f"{member.role.label}{member.name}"


def ruling_on(
    session: Session, intake_id: int, at: datetime | None = None
) -> IntakeDecision | None:
    """The last decision about an intake."""
    query = known(IntakeDecision, at).where(IntakeDecision.intake_id == intake_id)
    return session.scalars(query.order_by(IntakeDecision.root_id.desc())).first()


def undecided_kinds(session: Session, day: date, at: datetime | None = None) -> dict[int, CaseKind]:
    """The kind proposed for each patient whose last intake by a day waits for a decision."""
    query = known(Intake, at).where(Intake.case_id.is_(None), Intake.true_from <= day)
    ordered = query.order_by(Intake.true_from, Intake.root_id)
    last = {row.patient_id: row for row in session.scalars(ordered) if row.patient_id is not None}
    rulings = known(IntakeDecision, at).where(IntakeDecision.outcome != IntakeOutcome.DEFERRED)
    decided = set(session.scalars(rulings.with_only_columns(IntakeDecision.intake_id)))
    return {
        patient: row.kind
        for patient, row in last.items()
        if row.kind is not None and row.root_id not in decided
    }


def reviews_of(
    session: Session, case_id: int, profile: Profile, at: datetime | None = None
) -> list[Review]:
    """What each review of a case says about the two kinds, by its day."""
    query = known(Intake, at).where(Intake.case_id == case_id).order_by(Intake.true_from)
    found = []
    for row in list(session.scalars(query)):
        answer = proposed_by(
            {f.criterion: f.met for f in findings_of(session, row.root_id, at)}, profile
        )
        found.append(Review(row.true_from, answer.high_risk, answer.unstable))
    return found


def met_criteria(session: Session, case: Case, at: datetime | None = None) -> tuple[Criterion, ...]:
    """What the last assessment of a case says is met: its latest review, else its intake."""
    accepted = known(IntakeDecision, at).where(IntakeDecision.case_id == case.id)
    ruled = session.scalars(accepted).first()
    reviewed = known(Intake, at).where(Intake.case_id == case.id)
    latest = session.scalars(
        reviewed.order_by(Intake.true_from.desc(), Intake.root_id.desc())
    ).first()
    if latest is None and ruled is None:
        return ()
    key = latest.root_id if latest else ruled.intake_id if ruled else 0
    return tuple(f.criterion for f in findings_of(session, key, at) if f.met)


def findings_of(
    session: Session, intake_id: int, at: datetime | None = None
) -> list[IntakeFinding]:
    """The findings of an assessment in the order of the criteria."""
    query = known(IntakeFinding, at).where(IntakeFinding.intake_id == intake_id)
    return list(session.scalars(query.order_by(IntakeFinding.root_id)))


def proposed_by(met: Mapping[Criterion, Truth], profile: Profile) -> Entry:
    """What criteria found met or not say about the two kinds."""
    return propose_kind([Finding(c, met.get(c), "") for c in Criterion], profile)


def _details(session: Session, intake: Intake, at: datetime | None) -> IntakeDetails:
    ruled = ruling_on(session, intake.root_id, at)
    item = session.get(AgendaItem, ruled.item_id) if ruled else None
    return IntakeDetails(
        id=intake.root_id,
        patient_id=intake.patient_id or 0,
        on=intake.true_from,
        findings=tuple(
            FindingRow(f.criterion, f.met, f.evidence, f.evidence_on, f.source)
            for f in findings_of(session, intake.root_id, at)
        ),
        kind=intake.kind,
        by_hand=intake.by_hand,
        reason=intake.reason,
        case_manager_id=intake.case_manager_id,
        case_manager=manager_wished(session, intake),
        review_of=intake.case_id,
        outcome=ruled.outcome if ruled else None,
        ruling=ruled.reason if ruled else "",
        meeting_id=item.meeting_id if item else None,
        case_id=ruled.case_id if ruled else None,
    )
