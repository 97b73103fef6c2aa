"""What waits for a psychiatrist's opinion, over all cases: remarks, plans, cases to come first."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy.orm import Session

from data.casework_codes import Standing
from data.codes import Labelled, MemberRole, RiskLevel
from data.facts import known
from data.models.agendas import AgendaItem
from data.models.annotations import Annotation, AnnotationAnswer
from data.models.meetings import Attendance
from data.models.plans import Plan, PlanConfirmation, PlanItem
from data.models.teams import Member
from workbench.assessments import agreed_levels
from workbench.bench import Bench
from workbench.cases import CaseRow, cases_by
from workbench.rules.agendas import must_attend, standing_level
from workbench.visits import clinical_levels_of


class Wanted(Labelled):
    """Why somebody's case asks for an opinion; the first is what should be looked at first."""

    HIGH_LEVEL = "high_level", "3级及以上"
    PLAN = "plan", "计划医师还没有看"
    REMARK = "remark", "批注待小组处理"


@dataclass(frozen=True)
class OpinionWanted:
    """One thing that asks for an opinion: on whose case, why, and since when."""

    case_id: int
    patient_id: int
    number: str
    masked: str
    level: RiskLevel | None
    wanted: Wanted
    words: str
    since: date
    plan_id: int | None = None
    annotation_id: int | None = None


def list_opinions_wanted(bench: Bench, at: datetime | None = None) -> tuple[OpinionWanted, ...]:
    """All of it by urgency, then level, in a fixed number of queries."""
    with bench.asking("list_opinions_wanted") as session:
        return opinions_wanted(session, bench.today(), at)


def opinions_wanted(
    session: Session, day: date, at: datetime | None = None
) -> tuple[OpinionWanted, ...]:
    """The same within a query."""
    cases = [row for row in cases_by(session, day, at) if row.standing is not Standing.ENDED]
    levels = _levels(session, cases, day, at)
    latest = _latest_plans(session, [case.id for case in cases], at)
    seen = _looked_at(session, latest.values(), at)
    remarks = _open_remarks(session, at)
    found = [
        row
        for case in cases
        for row in _of_case(case, levels.get(case.patient_id), latest.get(case.id), seen, remarks)
    ]
    return tuple(sorted(found, key=_place))


def _of_case(
    case: CaseRow,
    level: RiskLevel | None,
    plan: Plan | None,
    seen: Collection[int],
    remarks: Mapping[int, list[Annotation]],
) -> Iterator[OpinionWanted]:
    who = (case.id, case.patient_id, case.number, case.masked, level)
    if plan is not None and plan.root_id not in seen:
        asks = MemberRole.PSYCHIATRIST in must_attend(level, case.kind)
        urgent = asks and level is not None and level >= RiskLevel.ANYWHERE
        words = f"第{plan.number}次干预计划"
        kind = Wanted.HIGH_LEVEL if urgent else Wanted.PLAN
        yield OpinionWanted(*who, kind, words, plan.true_from, plan_id=plan.root_id)
    elif plan is None and MemberRole.PSYCHIATRIST in must_attend(level, case.kind):
        yield OpinionWanted(*who, Wanted.HIGH_LEVEL, "还没有干预计划", case.entered_on)
    for remark in remarks.get(case.patient_id, ()):
        since, key = remark.true_from, remark.root_id
        yield OpinionWanted(*who, Wanted.REMARK, remark.text, since, annotation_id=key)


def _place(row: OpinionWanted) -> tuple[int, int, date, str]:
    level = -1 if row.level is None else int(row.level)
    return list(Wanted).index(row.wanted), -level, row.since, row.number


def _levels(
    session: Session, cases: Collection[CaseRow], day: date, at: datetime | None
) -> dict[int, RiskLevel | None]:
    patients = [case.patient_id for case in cases]
    clinical = clinical_levels_of(session, patients, day, at)
    agreed = agreed_levels(session, day, at)
    return {p: standing_level(clinical.get(p), agreed.get(p)) for p in patients}


def _latest_plans(
    session: Session, case_ids: Collection[int], at: datetime | None
) -> dict[int, Plan]:
    query = known(Plan, at).where(Plan.case_id.in_(case_ids)).order_by(Plan.number)
    return {plan.case_id: plan for plan in session.scalars(query)}


def _looked_at(session: Session, plans: Collection[Plan], at: datetime | None) -> set[int]:
    """Versions a psychiatrist remarked on, or sat at the table for when they were confirmed."""
    keys = [plan.root_id for plan in plans]
    about = {plan.root_id: plan.root_id for plan in plans}
    items = known(PlanItem, at).where(PlanItem.plan_id.in_(keys))
    of_item = {item.root_id: item.plan_id for item in session.scalars(items)}
    tables = {Plan.__tablename__: about, PlanItem.__tablename__: of_item}
    remarks = known(Annotation, at).where(Annotation.subject.in_(tables))
    remarked = {tables[r.subject].get(r.subject_id) for r in session.scalars(remarks)}
    present = (
        known(PlanConfirmation, at)
        .join(AgendaItem, AgendaItem.id == PlanConfirmation.item_id)
        .join(Attendance, Attendance.meeting_id == AgendaItem.meeting_id)
        .join(Member, Member.id == Attendance.member_id)
        .where(PlanConfirmation.plan_id.in_(keys), Attendance.present)
        .where(Member.role == MemberRole.PSYCHIATRIST)
        .with_only_columns(PlanConfirmation.plan_id)
    )
    return {key for key in remarked if key is not None} | set(session.scalars(present))


def _open_remarks(session: Session, at: datetime | None) -> dict[int, list[Annotation]]:
    answered = known(AnnotationAnswer, at).with_only_columns(AnnotationAnswer.annotation_id)
    query = known(Annotation, at).where(Annotation.root_id.not_in(answered))
    found: dict[int, list[Annotation]] = {}
    for row in session.scalars(query.order_by(Annotation.root_id)):
        found.setdefault(row.patient_id or 0, []).append(row)
    return found
