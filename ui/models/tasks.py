"""How open tasks look in lists, how they are read aloud, and how they are sorted into parts."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from functools import partial

from ui.models.days import day_in_list
from ui.widgets.lists import Face
from workbench.open_tasks import OpenTask
from workbench.words import masked

BY_MEMBER, BY_DAY, BY_PATIENT = "member", "day", "patient"
GROUPINGS = ((BY_MEMBER, "责任人"), (BY_DAY, "时限"), (BY_PATIENT, "患者"))
ALL, OVERDUE = "all", "overdue"
FILTERS = ((ALL, "全部"), (OVERDUE, "逾期"))
SOON = timedelta(days=14)


def due_text(task: OpenTask) -> str:
    """By when, and in words when that day is over."""
    if task.due_on is None:
        return "没有时限"
    if task.overdue_days:
        return f"逾期{task.overdue_days}天"
    return f"{day_in_list(task.due_on)}到期"


def about_text(task: OpenTask) -> str:
    """The number of the case and the shortened name of the patient."""
    return " ".join(filter(None, (task.case_number, task.masked)))


def task_face(task: OpenTask) -> Face:
    """One task: what is to be done and by when, then whose it is and about whom."""
    note = "·".join(filter(None, (masked(task.implementer), about_text(task))))
    late = bool(task.overdue_days)
    return Face(task.title, note, right=due_text(task), attention=late, strong=late)


def task_spoken(task: OpenTask) -> str:
    """The same in one sentence."""
    facts = (task.title, due_text(task), f"责任人{masked(task.implementer)}", about_text(task))
    return "，".join(filter(None, facts))


def task_facts(task: OpenTask) -> str:
    """Everything there is to say about a task, for the pane beside the list."""
    due = f"时限 {task.due_on:%Y-%m-%d}" if task.due_on else ""
    partner = f"协助 {task.partner}" if task.partner else ""
    facts = (f"责任人 {masked(task.implementer)}", partner, due, about_text(task))
    return "·".join(filter(None, facts))


def counted(tasks: Sequence[OpenTask]) -> str:
    """How many there are, and how many of them are late."""
    late = sum(bool(task.overdue_days) for task in tasks)
    return f"没有办结的{len(tasks)}项" + (f"·逾期{late}项" if late else "")


def passes(task: OpenTask, wanted: str, filtered: object) -> bool:
    """Whether a task is shown while words are searched for and a filter stands."""
    if filtered == OVERDUE and not task.overdue_days:
        return False
    words = f"{task.title} {task.implementer} {task.partner} {about_text(task)}"
    return not wanted or wanted.lower() in words.lower()


def in_parts(tasks: Sequence[OpenTask], grouping: object, today: date) -> list[OpenTask | Face]:
    """Tasks under headings, of members, of days or of patients; within one the first due first."""
    names: dict[object, Callable[[OpenTask], str]] = {
        BY_MEMBER: _member,
        BY_DAY: partial(_span, today),
        BY_PATIENT: _patient,
    }
    name = names[grouping]
    lines: list[OpenTask | Face] = []
    for title in dict.fromkeys(name(task) for task in tasks):
        same = [task for task in tasks if name(task) == title]
        lines += [Face(title, f"{len(same)}项", group=True), *same]
    return lines


def _member(task: OpenTask) -> str:
    return masked(task.implementer)


def _patient(task: OpenTask) -> str:
    return about_text(task) or "不是某一例的"


def _span(today: date, task: OpenTask) -> str:
    if task.due_on is None:
        return "没有时限"
    if task.overdue_days:
        return "已经逾期"
    return "两周内到期" if task.due_on <= today + SOON else "两周以后到期"
