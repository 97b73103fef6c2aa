"""What a plan says: its lines and how far they have come, what changed, what is still open."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from data.casework_codes import CareForm, ItemState, ManagementLevel, UntreatedReason
from data.clinical_codes import Criterion
from data.codes import CaseKind
from data.facts import held, known
from data.models.agendas import AgendaItem
from data.models.cases import Case
from data.models.meetings import Meeting
from data.models.plans import Plan, PlanConfirmation, PlanItem, PlanProgress, PlanReason
from data.models.teams import Member
from workbench.bench import Bench
from workbench.cases import any_case
from workbench.errors import NotFound
from workbench.intake_reading import met_criteria
from workbench.rules.plans import (
    CarriedOut,
    Line,
    PlanChanges,
    carried_out,
    changes_between,
    in_order,
    unanswered,
)

# Lines that keep no case from ending and need no further look.
NOT_IN_THE_WAY = frozenset({ItemState.REACHED, ItemState.NO_LONGER_NEEDED})


@dataclass(frozen=True)
class PlanRow:
    """One version, as lists show it. Without a meeting it is not confirmed."""

    id: int
    number: int
    kind: CaseKind
    drawn_up_on: date
    confirmed_on: date | None
    meeting_id: int | None
    lines: int


@dataclass(frozen=True)
class PlanItemRow:
    """One line of a version, and how far it has come."""

    id: int
    line: Line
    responsible_id: int | None
    state: ItemState
    result: str
    reported_on: date | None


@dataclass(frozen=True)
class PlanDetails:
    """One version in full. `changes` and `before` compare it with the version before it."""

    row: PlanRow
    case_id: int
    patient_view: str
    family_view: str
    strengths: str
    care: CareForm | None
    untreated: UntreatedReason | None
    untreated_note: str
    level: ManagementLevel | None
    next_level: ManagementLevel | None
    items: tuple[PlanItemRow, ...]
    reasons: tuple[tuple[Criterion, str], ...]
    unanswered: tuple[Criterion, ...]
    changes: PlanChanges | None
    before: CarriedOut | None


def list_plans(bench: Bench, case_id: int, at: datetime | None = None) -> list[PlanRow]:
    """The versions of a case's plan, latest first, as known at a moment."""
    with bench.asking("list_plans") as session:
        any_case(session, case_id)
        return plan_rows(session, case_id, at)


def read_plan(
    bench: Bench, plan_id: int, on: date | None = None, at: datetime | None = None
) -> PlanDetails:
    """One version with how far its lines had come on a day, today unless named."""
    day = on or bench.today()
    with bench.asking("read_plan") as session:
        return plan_details(session, any_plan(session, plan_id, at), day, at)


def plan_rows(session: Session, case_id: int, at: datetime | None = None) -> list[PlanRow]:
    """The versions of a case's plan, latest first, within a query."""
    return [_row(session, plan, at) for plan in reversed(plans_of(session, case_id, at))]


def plan_details(
    session: Session, plan: Plan, day: date, at: datetime | None = None
) -> PlanDetails:
    """One version with how far its lines had come on a day, within a query."""
    earlier = version_before(session, plan, at)
    return PlanDetails(
        row=_row(session, plan, at),
        case_id=plan.case_id,
        patient_view=plan.patient_view,
        family_view=plan.family_view,
        strengths=plan.strengths,
        care=plan.care,
        untreated=plan.untreated,
        untreated_note=plan.untreated_note,
        level=plan.level,
        next_level=plan.next_level,
        items=item_rows(session, plan, day, at),
        reasons=tuple((c, r.reason) for c, r in reasons_of(session, plan.root_id, at).items()),
        unanswered=left_open(session, plan, any_case(session, plan.case_id), at),
        changes=_changes(session, earlier, plan, at) if earlier else None,
        before=_carried_out(session, earlier, day, at) if earlier else None,
    )


def plans_of(session: Session, case_id: int, at: datetime | None = None) -> list[Plan]:
    """The versions of a case's plan by number."""
    query = known(Plan, at).where(Plan.case_id == case_id).order_by(Plan.number)
    return list(session.scalars(query))


def last_plan(session: Session, case_id: int, at: datetime | None = None) -> Plan | None:
    """The version with the highest number."""
    found = plans_of(session, case_id, at)
    return found[-1] if found else None


def any_plan(session: Session, plan_id: int, at: datetime | None = None) -> Plan:
    """Return a version as known at a moment, confirmed or not."""
    plan = session.scalar(known(Plan, at).where(Plan.root_id == plan_id))
    if plan is None:
        raise NotFound("这份干预计划")
    return plan


def any_item(session: Session, item_id: int, at: datetime | None = None) -> PlanItem:
    """Return a line of a version as known at a moment."""
    item = session.scalar(known(PlanItem, at).where(PlanItem.root_id == item_id))
    if item is None:
        raise NotFound("这条计划内容")
    return item


def confirmation_of(
    session: Session, plan_id: int, at: datetime | None = None
) -> PlanConfirmation | None:
    """The confirmation of a version, if a meeting gave it one."""
    query = known(PlanConfirmation, at).where(PlanConfirmation.plan_id == plan_id)
    return session.scalars(query).first()


def meeting_of(session: Session, plan_id: int, at: datetime | None = None) -> Meeting | None:
    """The meeting that confirmed a version, if one did."""
    confirmed = confirmation_of(session, plan_id, at)
    item = session.get(AgendaItem, confirmed.item_id) if confirmed else None
    return session.get(Meeting, item.meeting_id) if item else None


def version_before(session: Session, plan: Plan, at: datetime | None = None) -> Plan | None:
    """The version a version followed."""
    earlier = [p for p in plans_of(session, plan.case_id, at) if p.number < plan.number]
    return earlier[-1] if earlier else None


def why_removed(session: Session, plan_id: int, at: datetime | None = None) -> dict[int, str]:
    """Why lines that came along from the version before were taken out, by line."""
    query = select(PlanItem).where(PlanItem.plan_id == plan_id, PlanItem.withdrawn)
    if at is not None:
        query = query.where(PlanItem.written_at <= at)
    return {item.line: item.why for item in session.scalars(query)}


def why_changed(session: Session, plan_id: int, at: datetime | None = None) -> dict[int, str]:
    """Why lines were written differently in a version, by line, where somebody said so."""
    return {item.line: item.why for item in items_of(session, plan_id, at) if item.why}


def items_of(session: Session, plan_id: int, at: datetime | None = None) -> list[PlanItem]:
    """The lines of a version as they were written down."""
    query = known(PlanItem, at).where(PlanItem.plan_id == plan_id).order_by(PlanItem.root_id)
    return list(session.scalars(query))


def lines_of(session: Session, plan: Plan, at: datetime | None = None) -> tuple[Line, ...]:
    """The lines of a version in plain values, by area."""
    items = items_of(session, plan.root_id, at)
    names = _names(session, {i.responsible_id for i in items if i.responsible_id is not None})
    return in_order(
        [_line(item, names.get(item.responsible_id or 0, "")) for item in items], plan.kind
    )


def reasons_of(
    session: Session, plan_id: int, at: datetime | None = None
) -> dict[Criterion, PlanReason]:
    """Why no line answers a criterion, by criterion."""
    query = known(PlanReason, at).where(PlanReason.plan_id == plan_id)
    found = {row.criterion: row for row in session.scalars(query)}
    return {c: found[c] for c in Criterion if c in found}


def left_open(
    session: Session, plan: Plan, case: Case, at: datetime | None = None
) -> tuple[Criterion, ...]:
    """The criteria met at the last assessment of the case that a version does not answer."""
    lines, reasons = lines_of(session, plan, at), reasons_of(session, plan.root_id, at)
    return unanswered(met_criteria(session, case, at), lines, reasons)


def states_of_confirmed(
    session: Session, case_id: int, at: datetime | None = None
) -> list[ItemState] | None:
    """Where each line of the last confirmed version stands; None when none is confirmed."""
    for plan in reversed(plans_of(session, case_id, at)):
        if confirmation_of(session, plan.root_id, at) is not None:
            return [row.state for row in item_rows(session, plan, date.max, at)]
    return None


def plans_due(
    session: Session, case_ids: Collection[int], day: date, at: datetime | None = None
) -> dict[int, date]:
    """When the first line still open of each case's last confirmed version falls due."""
    confirmed = known(PlanConfirmation, at).with_only_columns(PlanConfirmation.plan_id)
    plans = known(Plan, at).where(
        Plan.case_id.in_(case_ids), Plan.true_from <= day, Plan.root_id.in_(confirmed)
    )
    last = {plan.case_id: plan.root_id for plan in session.scalars(plans.order_by(Plan.number))}
    case_of = {plan: case for case, plan in last.items()}
    lines = known(PlanItem, at).where(PlanItem.plan_id.in_(case_of), PlanItem.due_on.is_not(None))
    items = list(session.scalars(lines.order_by(PlanItem.due_on.desc())))
    progress = _progress(session, {item.line for item in items}, day, at)
    still_open = [
        item
        for item in items
        if item.line not in progress or progress[item.line].state not in NOT_IN_THE_WAY
    ]
    return {case_of[item.plan_id]: item.due_on for item in still_open if item.due_on is not None}


def _row(session: Session, plan: Plan, at: datetime | None) -> PlanRow:
    confirmed = confirmation_of(session, plan.root_id, at)
    item = session.get(AgendaItem, confirmed.item_id) if confirmed else None
    return PlanRow(
        id=plan.root_id,
        number=plan.number,
        kind=plan.kind,
        drawn_up_on=plan.true_from,
        confirmed_on=confirmed.true_from if confirmed else None,
        meeting_id=item.meeting_id if item else None,
        lines=len(items_of(session, plan.root_id, at)),
    )


def item_rows(
    session: Session, plan: Plan, day: date, at: datetime | None = None
) -> tuple[PlanItemRow, ...]:
    """The lines of a version by area, with how far each had come on a day."""
    items = {item.line: item for item in items_of(session, plan.root_id, at)}
    progress = _progress(session, items.keys(), day, at)
    rows = []
    for line in lines_of(session, plan, at):
        item, last = items[line.key], progress.get(line.key)
        rows.append(
            PlanItemRow(
                id=item.root_id,
                line=line,
                responsible_id=item.responsible_id,
                state=last.state if last else ItemState.NOT_BEGUN,
                result=last.result if last else "",
                reported_on=last.true_from if last else None,
            )
        )
    return tuple(rows)


def _progress(
    session: Session, lines: Collection[int], day: date, at: datetime | None
) -> dict[int, PlanProgress]:
    found: dict[int, list[PlanProgress]] = defaultdict(list)
    for row in session.scalars(known(PlanProgress, at).where(PlanProgress.line_id.in_(lines))):
        found[row.line_id].append(row)
    by_line = {line: held(rows, day) for line, rows in found.items()}
    return {line: row for line, row in by_line.items() if row is not None}


def _changes(session: Session, before: Plan, plan: Plan, at: datetime | None) -> PlanChanges:
    return changes_between(lines_of(session, before, at), lines_of(session, plan, at))


def _carried_out(session: Session, before: Plan, day: date, at: datetime | None) -> CarriedOut:
    return carried_out([row.state for row in item_rows(session, before, day, at)])


def _line(item: PlanItem, responsible: str) -> Line:
    return Line(
        key=item.line,
        area=item.area,
        problem=item.problem,
        goal=item.goal,
        measure=item.measure,
        responsible=responsible,
        partner=item.partner,
        start_on=item.start_on,
        due_on=item.due_on,
        frequency=item.frequency,
        criteria=item.criteria,
    )


def _names(session: Session, members: Collection[int]) -> dict[int, str]:
    rows = session.scalars(select(Member).where(Member.id.in_(members)))
    return {member.id: member.name for member in rows}
