"""Drawing up the versions of a plan, line by line."""

from __future__ import annotations

from datetime import date, timedelta

from workbench.demo.story import PlanText, PlanVersion
from workbench.demo.street import Street
from workbench.plan_items import (
    PlanLine,
    add_plan_item,
    change_plan_item,
    explain_criterion,
    remove_plan_item,
)
from workbench.plan_reading import PlanItemRow, read_plan
from workbench.plans import draw_up_plan

PLAN = "计划"
_LONGER = 90


def draw_up(street: Street, patient: int, version: PlanVersion, meeting_on: date) -> None:
    """Write the next version with everything that is different from the last."""
    plan = draw_up_plan(street.bench, street.cases[patient], version.heading)
    street.keys[patient, PLAN] = plan
    for item in read_plan(street.bench, plan).items:
        _carry_on(street, patient, version, item, meeting_on)
    for text in version.new:
        line = _line(street, text, meeting_on)
        street.keys[patient, text.problem] = add_plan_item(street.bench, plan, line)
    for criterion, reason in version.reasons.items():
        explain_criterion(street.bench, plan, criterion, reason=reason)


def _carry_on(
    street: Street, patient: int, version: PlanVersion, item: PlanItemRow, meeting_on: date
) -> None:
    line = item.line
    if line.problem in version.gone:
        remove_plan_item(street.bench, item.id, why="已达到或不再需要")
        return
    street.keys[patient, line.problem] = item.id
    if line.problem in version.measures:
        changed = PlanLine(
            area=line.area,
            problem=line.problem,
            goal=line.goal,
            measure=version.measures[line.problem],
            responsible_id=item.responsible_id,
            partner=line.partner,
            start_on=meeting_on,
            due_on=meeting_on + timedelta(days=_LONGER),
            frequency=line.frequency,
            criteria=line.criteria,
        )
        change_plan_item(street.bench, item.id, changed)


def _line(street: Street, text: PlanText, meeting_on: date) -> PlanLine:
    return PlanLine(
        area=text.area,
        problem=text.problem,
        goal=text.goal,
        measure=text.measure,
        responsible_id=street.seats[text.seat],
        partner=text.partner,
        start_on=meeting_on,
        due_on=meeting_on + timedelta(days=text.days),
        frequency=text.frequency,
        criteria=text.criteria,
    )
