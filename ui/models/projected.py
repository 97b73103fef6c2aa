"""All that the big screen is ever told. What stands in no field here cannot be read there."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ui.models.days import day_in_list
from ui.models.entry import Entry
from ui.models.people import person_text
from ui.widgets.day_box import WEEKDAYS
from workbench.live import DecisionRow, ItemDetails
from workbench.projection import Veil
from workbench.tasks import TaskRow
from workbench.words import masked

MARKS = {"done": "done", "no_longer_needed": "done", "not_carried_out": "late"}


@dataclass(frozen=True)
class ProjectedRow:
    """A task with its state, or a decision with its day: what, who, and at the right end."""

    words: str
    who: str = ""
    right: str = ""
    mark: str = ""


@dataclass(frozen=True)
class Projected:
    """One item of the agenda as everybody may see it."""

    place: str = ""
    tier: str = ""
    name: str = ""
    rated: bool = False
    before: int | None = None
    level: int | None = None
    tasks: tuple[ProjectedRow, ...] = ()
    writing: str = ""
    decisions: tuple[ProjectedRow, ...] = ()
    points: str = ""


def projected(item: ItemDetails, entry: Entry, veil: Veil, *, with_points: bool) -> Projected:
    """An item with what its fields say, fit for everybody; what was said only if that is wanted."""
    people = {o.member_id: person_text(o.role.label, o.name) for o in item.opinions}
    rated = item.tier != "matter"
    tasks = sorted(item.earlier_tasks, key=lambda task: not task.is_overdue)
    return Projected(
        place=f"第{item.position}/{item.total}{'例' if rated else '项'}",
        tier=item.tier.label,
        name=item.masked if rated else veil.over(item.masked),
        rated=rated,
        before=None if item.previous_level is None else int(item.previous_level),
        level=entry.level if rated else None,
        tasks=tuple(_task(task, people, veil) for task in tasks),
        writing=veil.over(entry.decision.strip() or entry.task.strip()),
        decisions=tuple(_decision(row, item, veil) for row in item.decisions),
        points=veil.over(entry.discussion.strip()) if with_points else "",
    )


def _task(task: TaskRow, people: dict[int, str], veil: Veil) -> ProjectedRow:
    who = people.get(task.implementer_id) or masked(task.implementer)
    mark = "late" if task.is_overdue else MARKS.get(task.outcome or "", "open")
    return ProjectedRow(veil.over(task.title), who, task.state, mark)


def _decision(row: DecisionRow, item: ItemDetails, veil: Veil) -> ProjectedRow:
    spoken = {o.name: person_text(o.role.label, o.name) for o in item.opinions}
    who = spoken.get(row.implementer) or (masked(row.implementer) if row.implementer else "")
    return ProjectedRow(veil.over(row.text) or row.kind.label, who, _day(row.due_on))


def _day(day: date | None) -> str:
    return "" if day is None else f"{day_in_list(day)} 周{WEEKDAYS[day.weekday()]}"
