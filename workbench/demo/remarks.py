"""Remarks of the psychiatrist and what became of them, ready to be put into a table."""

from __future__ import annotations

from datetime import date, timedelta

from workbench.annotations import adopt_as_task, decline_annotation, write_annotation
from workbench.demo.seats import Seat
from workbench.demo.street import Do, Street
from workbench.demo.tasks import done
from workbench.task_terms import TaskGiven
from workbench.visits import list_visits


def on_plan(problem: str, text: str) -> Do:
    """The psychiatrist remarks on a line of the plan."""
    return lambda street, patient, day: _remark(
        street, patient, "plan_item", street.keys[patient, problem], text
    )


def on_last_visit(text: str) -> Do:
    """The psychiatrist remarks on the last visit."""
    return lambda street, patient, day: _remark(
        street, patient, "visit", list_visits(street.bench, patient)[0].id, text
    )


def became_task(text: str, title: str, seat: Seat, days: int, partner: str = "") -> Do:
    """The team adopts a remark as work for one person, which is done by the next meeting."""

    def do(street: Street, patient: int, day: date) -> None:
        given = TaskGiven(title, street.seats[seat], day + timedelta(days=days), partner)
        adopt_as_task(street.bench, street.keys[patient, text], given)
        street.promised[patient, title] = [done("已按批注办理")]

    return do


def declined(text: str, reason: str) -> Do:
    """The team does not adopt a remark."""
    return lambda street, patient, day: decline_annotation(
        street.bench, street.keys[patient, text], reason=reason
    )


def _remark(street: Street, patient: int, subject: str, record: int, text: str) -> None:
    street.keys[patient, text] = write_annotation(street.psychiatrist, subject, record, text=text)
