"""Writing facts about a patient within a command: entering, correcting and taking back."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from datetime import date
from typing import Protocol, TypeVar

from sqlalchemy import Select
from sqlalchemy.orm import Session

from data.facts import Fact, known
from data.models.patients import Patient
from workbench.bench import Work
from workbench.errors import NotFound
from workbench.register_errors import DayNotCome
from workbench.words import required

F = TypeVar("F", bound=Fact)
_ALREADY_COME = {
    "true_from": "日期",
    "born_on": "出生日期",
    "onset_on": "初次发病日期",
    "confirmed_on": "确诊日期",
    "discharged_on": "出院日期",
    "first_treated_on": "首次抗精神病药治疗时间",
}


class Given(Protocol):
    """What was filled in about one fact."""

    def columns(self) -> dict[str, object]:
        """The same, fit to keep, by column, with the day it is true from."""


def require_patient(session: Session, patient_id: int) -> None:
    """Refuse a key that nobody on the register has."""
    if session.get(Patient, patient_id) is None:
        raise NotFound("这名患者")


def enter(work: Work, table: type[F], patient_id: int, given: Given, **more: object) -> F:
    """Write a new fact about a patient."""
    require_patient(work.session, patient_id)
    columns = given.columns() | more
    require_past(columns, work.today)
    work.about(patient=patient_id)
    return table.enter(work.session, work.written, patient_id=patient_id, **columns)


def correct(work: Work, fact: F, given: Given, why: str) -> F:
    """Correct a fact to what is given; the earlier words are kept with the reason."""
    columns = given.columns()
    require_past(columns, work.today)
    return fact.correct(work.session, work.written, columns, required("更正理由", why))


def withdraw(work: Work, fact: Fact, why: str) -> None:
    """Say that a fact never held, and why."""
    fact.withdraw(work.session, work.written, required("撤回理由", why))


def present(work: Work, table: type[F], key: int, what: str) -> F:
    """The newest revision of a fact; `what` says in a refusal what was looked for."""
    fact = work.session.scalar(known(table).where(table.root_id == key))
    if fact is None:
        raise NotFound(what)
    work.about(key=key, **({} if fact.patient_id is None else {"patient": fact.patient_id}))
    return fact


def require_past(columns: Mapping[str, object], today: date) -> None:
    """Refuse days still to come where something is said to have happened."""
    for column, field in _ALREADY_COME.items():
        day = columns.get(column)
        if isinstance(day, date) and day > today:
            raise DayNotCome(field, day)


def among(query: Select[F], table: type[F], patient_ids: Collection[int] | None) -> Select[F]:
    """The same query of facts about some patients only; None stands for everybody."""
    return query if patient_ids is None else query.where(table.patient_id.in_(patient_ids))


def by_patient(facts: Iterable[F]) -> dict[int, list[F]]:
    """Facts under the key of whom they are about."""
    found: dict[int, list[F]] = defaultdict(list)
    for fact in facts:
        if fact.patient_id is not None:
            found[fact.patient_id].append(fact)
    return found
