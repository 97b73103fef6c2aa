"""The lines of a plan: written, changed, taken out, and how far each has come."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy.orm import Session

from data.casework_codes import ItemState, PlanArea
from data.clinical_codes import Criterion
from data.models.plans import Plan, PlanItem, PlanProgress, PlanReason
from data.models.teams import Member
from workbench.bench import Bench, Work
from workbench.cases import open_case
from workbench.casework_errors import (
    AreaNotInPlan,
    DayNotPossible,
    PlanDraftOpen,
    PlanIsConfirmed,
)
from workbench.errors import NotFound
from workbench.plan_reading import any_item, any_plan, confirmation_of, reasons_of
from workbench.rules.plans import AREAS
from workbench.words import clean_text, required


@dataclass(frozen=True)
class PlanLine:
    """One line as it is written. Person and due date may be left open until it is confirmed."""

    area: PlanArea
    problem: str
    goal: str
    measure: str
    responsible_id: int | None = None
    partner: str = ""
    start_on: date | None = None
    due_on: date | None = None
    frequency: str = ""
    criteria: tuple[Criterion, ...] = ()

    def cleaned(self) -> PlanLine:
        """The same, fit to keep; refuses an empty problem, goal or measure, and days crossed."""
        if self.start_on is not None and self.due_on is not None and self.due_on < self.start_on:
            raise DayNotPossible("完成期限早于开始日期")
        return replace(
            self,
            problem=required("问题", self.problem),
            goal=required("目标", self.goal),
            measure=required("措施", self.measure),
            partner=clean_text(self.partner),
            frequency=clean_text(self.frequency),
            criteria=tuple(c for c in Criterion if c in self.criteria),
        )


def add_plan_item(bench: Bench, plan_id: int, line: PlanLine, *, request_id: str = "") -> int:
    """Write a new line into a version that is not confirmed yet; return its key."""
    with bench.doing("add_plan_item", request_id) as work:
        if work.answer is not None:
            return work.answer
        item = add_line(work, draft_plan(work.session, plan_id), line)
        work.about(plan=plan_id)
        return work.answers(item.root_id)


def change_plan_item(bench: Bench, item_id: int, line: PlanLine, *, why: str = "") -> None:
    """Write a line of a version that is not confirmed yet differently, and say why."""
    with bench.doing("change_plan_item") as work:
        item = any_item(work.session, item_id)
        given = _fitting(work.session, draft_plan(work.session, item.plan_id), line)
        item.correct(work.session, work.written, vars(given), clean_text(why) or item.why)
        work.about(item=item_id)


def remove_plan_item(bench: Bench, item_id: int, *, why: str = "") -> None:
    """Take a line out of a version that is not confirmed yet."""
    with bench.doing("remove_plan_item") as work:
        item = any_item(work.session, item_id)
        draft_plan(work.session, item.plan_id)
        item.withdraw(work.session, work.written, clean_text(why))
        work.about(item=item_id)


def explain_criterion(bench: Bench, plan_id: int, criterion: Criterion, *, reason: str) -> None:
    """Say why no line answers a criterion that is met; said again, it is a correction."""
    with bench.doing("explain_criterion") as work:
        plan, words = draft_plan(work.session, plan_id), required("理由", reason)
        present = reasons_of(work.session, plan_id).get(criterion)
        if present is not None:
            present.correct(work.session, work.written, {"reason": words})
        else:
            write_reason(work, plan, criterion, words)
        work.about(plan=plan_id, criterion=criterion.value)


def record_plan_progress(
    bench: Bench, item_id: int, *, state: ItemState, result: str = "", on: date | None = None
) -> None:
    """Say how far a line of a confirmed version has come on a day, today unless named."""
    with bench.doing("record_plan_progress") as work:
        item, day = any_item(work.session, item_id), on or work.today
        plan = any_plan(work.session, item.plan_id)
        open_case(work.session, plan.case_id)
        if confirmation_of(work.session, plan.root_id) is None:
            raise PlanDraftOpen(plan.number)
        if not plan.true_from <= day <= work.today:
            raise DayNotPossible("不在计划制定以后至今天之间")
        words = clean_text(result)
        if state in (ItemState.NOT_REACHED, ItemState.NO_LONGER_NEEDED):
            words = required("完成情况", result)
        PlanProgress.enter(
            work.session,
            work.written,
            patient_id=plan.patient_id,
            true_from=day,
            line_id=item.line,
            state=state,
            result=words,
        )
        work.about(item=item_id, state=state.value)


def draft_plan(session: Session, plan_id: int) -> Plan:
    """Return a version that may still change; refuse one confirmed or of an ended case."""
    plan = any_plan(session, plan_id)
    if confirmation_of(session, plan_id) is not None:
        raise PlanIsConfirmed(plan.number)
    open_case(session, plan.case_id)
    return plan


def add_line(work: Work, plan: Plan, line: PlanLine) -> PlanItem:
    """Write a new line into a version within a command."""
    given = _fitting(work.session, plan, line)
    return write_item(work, plan, vars(given), None)


def write_item(work: Work, plan: Plan, values: dict[str, object], line_id: int | None) -> PlanItem:
    """Write a line into a version within a command; a carried one keeps its line."""
    return PlanItem.enter(
        work.session,
        work.written,
        patient_id=plan.patient_id,
        true_from=plan.true_from,
        plan_id=plan.root_id,
        line_id=line_id,
        **values,
    )


def write_reason(work: Work, plan: Plan, criterion: Criterion, words: str) -> None:
    """Write why no line answers a criterion within a command."""
    PlanReason.enter(
        work.session,
        work.written,
        patient_id=plan.patient_id,
        true_from=plan.true_from,
        plan_id=plan.root_id,
        criterion=criterion,
        reason=words,
    )


def _fitting(session: Session, plan: Plan, line: PlanLine) -> PlanLine:
    given = line.cleaned()
    if given.area not in AREAS[plan.kind]:
        raise AreaNotInPlan(given.area.label, plan.kind.label)
    if given.responsible_id is not None and session.get(Member, given.responsible_id) is None:
        raise NotFound("责任人")
    return given
