"""Everything that lies on the desk while a plan is drawn up: versions, lines, remarks, people."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import and_, or_, select
from sqlalchemy.orm import Session

from data.casework_codes import PlanArea
from data.clinical_codes import Criterion
from data.codes import CaseKind, MeetingState
from data.facts import known
from data.models.accounts import Account
from data.models.agendas import AgendaItem
from data.models.annotations import Annotation
from data.models.meetings import Meeting
from data.models.plans import Plan, PlanItem
from data.models.teams import Member
from workbench.annotations import AnnotationRow, annotations_of
from workbench.bench import Bench
from workbench.cases import any_case, terms_on
from workbench.intake_reading import met_criteria
from workbench.plan_reading import (
    PlanDetails,
    PlanRow,
    any_plan,
    items_of,
    lines_of,
    plan_details,
    plan_rows,
    why_changed,
    why_removed,
)
from workbench.rules.plans import AREAS
from workbench.rules.revisions import Revised, revisions
from workbench.states import title_of
from workbench.teams import MemberRow, serving


@dataclass(frozen=True)
class PlanRemark:
    """A remark of the psychiatrist and where it stands beside the plan.

    Without an area it speaks about the whole plan, or, where `elsewhere`, about another record.
    """

    row: AnnotationRow
    by: str
    area: PlanArea | None
    line: int | None
    elsewhere: bool


@dataclass(frozen=True)
class PlanDesk:
    """One version with all that is needed to change it, compared with an earlier version.

    `changes` are none where there is nothing to compare with, and `whys` say by line why it was
    changed or taken out. `people` are all whom the plan names or could name, `members` those to
    choose from. `reported_on` holds by line the item of the last confirmed version on which
    progress is reported; `meetings` are those in session that can confirm the plan.
    """

    day: date
    case_id: int
    patient_id: int
    kind: CaseKind
    versions: tuple[PlanRow, ...]
    plan: PlanDetails | None
    against: PlanRow | None
    changes: tuple[Revised, ...]
    whys: Mapping[int, str]
    reported_on: Mapping[int, int]
    met: tuple[Criterion, ...]
    people: Mapping[int, MemberRow]
    members: tuple[MemberRow, ...]
    remarks: tuple[PlanRemark, ...]
    meetings: tuple[tuple[int, str], ...]

    @property
    def draft(self) -> bool:
        """Whether the version may still change."""
        return self.plan is not None and self.plan.row.confirmed_on is None

    @property
    def newest(self) -> bool:
        """Whether it is the last version there is."""
        return self.plan is not None and self.plan.row.id == self.versions[0].id


def read_plan_desk(
    bench: Bench,
    case_id: int,
    plan_id: int | None = None,
    against: int | None = None,
    at: datetime | None = None,
) -> PlanDesk:
    """A version of a case's plan, the last unless named, compared with the one before it.

    Another earlier version may be named to compare it with.
    """
    with bench.asking("read_plan_desk") as session:
        case, today = any_case(session, case_id), bench.today()
        versions = plan_rows(session, case_id, at)
        shown = _shown(versions, plan_id)
        earlier = _earlier(versions, shown, against)
        plan = any_plan(session, shown.id, at) if shown else None
        details = plan_details(session, plan, today, at) if plan else None
        people, members = _people(session, bench, details)
        return PlanDesk(
            day=today,
            case_id=case_id,
            patient_id=case.patient_id,
            kind=plan.kind if plan else terms_on(session, case_id, today).kind,
            versions=tuple(versions),
            plan=details,
            against=earlier,
            changes=_changes(session, plan, earlier, at),
            whys=_whys(session, plan, at),
            reported_on=_reported_on(session, versions, at),
            met=met_criteria(session, case, at),
            people=people,
            members=members,
            remarks=_remarks(session, case.patient_id, case_id, at),
            meetings=_meetings(session, case_id),
        )


def _shown(versions: Sequence[PlanRow], plan_id: int | None) -> PlanRow | None:
    named = [row for row in versions if row.id == plan_id]
    return next(iter(named or versions), None)


def _earlier(
    versions: Sequence[PlanRow], shown: PlanRow | None, against: int | None
) -> PlanRow | None:
    """Only a version before the one on show; the latest of them unless one is named."""
    before = [row for row in versions if shown is not None and row.number < shown.number]
    named = [row for row in before if row.id == against]
    return next(iter(named or before), None)


def _changes(
    session: Session, plan: Plan | None, earlier: PlanRow | None, at: datetime | None
) -> tuple[Revised, ...]:
    if plan is None or earlier is None:
        return ()
    before = lines_of(session, any_plan(session, earlier.id, at), at)
    return revisions(before, lines_of(session, plan, at))


def _whys(session: Session, plan: Plan | None, at: datetime | None) -> dict[int, str]:
    if plan is None:
        return {}
    return why_changed(session, plan.root_id, at) | why_removed(session, plan.root_id, at)


def _reported_on(
    session: Session, versions: Sequence[PlanRow], at: datetime | None
) -> dict[int, int]:
    confirmed = next((row.id for row in versions if row.confirmed_on), None)
    return {i.line: i.root_id for i in items_of(session, confirmed, at)} if confirmed else {}


def _people(
    session: Session, bench: Bench, plan: PlanDetails | None
) -> tuple[dict[int, MemberRow], tuple[MemberRow, ...]]:
    """Everybody named or on a team today; and of those the ones to choose from, nobody twice.

    Who sits on two teams is offered as the member whom the plan names already.
    """
    named = {item.responsible_id for item in plan.items} if plan else set()
    serves = and_(*serving(bench.today()))
    query = select(Member, serves).where(or_(serves, Member.id.in_(named - {None})))
    everybody: dict[int, MemberRow] = {}
    offered: dict[tuple[str, str], MemberRow] = {}
    for m, on_team in session.execute(query.order_by(Member.team_id, Member.id)):
        row = everybody[m.id] = MemberRow(m.id, m.name, m.role, m.unit, m.post)
        if on_team and ((m.name, m.role) not in offered or m.id in named):
            offered[m.name, m.role] = row
    return everybody, tuple(offered.values())


def _remarks(
    session: Session, patient_id: int, case_id: int, at: datetime | None
) -> tuple[PlanRemark, ...]:
    plans = select(Plan.root_id).where(Plan.case_id == case_id)
    items = session.execute(
        select(PlanItem.root_id, PlanItem.line_id, PlanItem.area)
        .where(PlanItem.plan_id.in_(plans))
        .order_by(PlanItem.id)
    )
    places = {root: (area, line or root) for root, line, area in items}
    authors = known(Annotation, at).where(Annotation.patient_id == patient_id)
    names = {row.id: row.name for row in session.scalars(select(Account))}
    by = {row.root_id: names.get(row.written_by, "") for row in session.scalars(authors)}
    found = annotations_of(session, patient_id, at)
    return tuple(_placed(row, by[row.id], places) for row in found)


def _placed(row: AnnotationRow, by: str, places: Mapping[int, tuple[PlanArea, int]]) -> PlanRemark:
    if row.subject == PlanItem.__tablename__ and row.subject_id in places:
        area, line = places[row.subject_id]
        return PlanRemark(row, by, area, line, elsewhere=False)
    on_plan = row.subject == Plan.__tablename__
    area_named = next((a for a in PlanArea if row.text.startswith(about_area(a))), None)
    return PlanRemark(row, by, area_named if on_plan else None, None, elsewhere=not on_plan)


def about_area(area: PlanArea) -> str:
    """How a remark on a plan begins that speaks about one of its areas."""
    return f"{area.label}："


def areas_of(desk: PlanDesk) -> tuple[PlanArea, ...]:
    """The areas of the version, in their order."""
    return AREAS[desk.kind]


def _meetings(session: Session, case_id: int) -> tuple[tuple[int, str], ...]:
    query = (
        select(Meeting)
        .join(AgendaItem, AgendaItem.meeting_id == Meeting.id)
        .where(Meeting.state == MeetingState.IN_SESSION, AgendaItem.case_id == case_id)
        .order_by(Meeting.held_on.desc(), Meeting.id.desc())
    )
    return tuple((meeting.id, title_of(meeting)) for meeting in session.scalars(query))
