"""一人一策: why a patient does not take what was prescribed, what is done, and whether it helps."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, fields
from datetime import date, datetime

from sqlalchemy.orm import Session

from data.clinical_codes import Adherence
from data.facts import known
from data.models.medication import MedicationStrategy
from data.models.teams import Member
from data.models.visits import Visit
from workbench.bench import Bench, Work
from workbench.errors import NotFound
from workbench.recording import among, correct, enter, present, withdraw
from workbench.rules.medication import StrategyEntry, strategy_problems
from workbench.visit_errors import MedicationHasProblems

_WHAT = "这条一人一策"
_AS_THEY_ARE = tuple(item.name for item in fields(StrategyEntry) if item.name != "from_on")


@dataclass(frozen=True)
class Effect:
    """What the next visit found: the adherence, and on which day."""

    adherence: Adherence
    on: date
    visit_id: int


@dataclass(frozen=True)
class StrategyRow:
    """One 一人一策 row as it stands; the effect is what the next visit found, once there is one."""

    id: int
    patient_id: int | None
    entry: StrategyEntry
    responsible: str
    effect: Effect | None


@dataclass(frozen=True)
class StrategyColumns:
    """A row that is ready to be written."""

    entry: StrategyEntry

    def columns(self) -> dict[str, object]:
        """The row by column."""
        values = {name: getattr(self.entry, name) for name in _AS_THEY_ARE}
        return {"true_from": self.entry.from_on, **values}


def add_strategy(
    bench: Bench, patient_id: int, entry: StrategyEntry, *, request_id: str = ""
) -> int:
    """Write down what is done for one patient's medication; return its key."""
    with bench.doing("add_strategy", request_id) as work:
        if work.answer is not None:
            return work.answer
        fact = enter(work, MedicationStrategy, patient_id, _checked(work, entry))
        return work.answers(fact.root_id)


def correct_strategy(bench: Bench, strategy_id: int, entry: StrategyEntry, *, why: str) -> None:
    """Correct a row to what is given; the earlier words are kept with the reason."""
    with bench.doing("correct_strategy") as work:
        strategy = present(work, MedicationStrategy, strategy_id, _WHAT)
        correct(work, strategy, _checked(work, entry), why)


def withdraw_strategy(bench: Bench, strategy_id: int, *, why: str) -> None:
    """Say that a row was written in error."""
    with bench.doing("withdraw_strategy") as work:
        withdraw(work, present(work, MedicationStrategy, strategy_id, _WHAT), why)


def list_strategies(
    bench: Bench,
    *,
    patient_id: int | None = None,
    on: date | None = None,
    at: datetime | None = None,
) -> list[StrategyRow]:
    """The rows of one patient or of all that began by a day, with the effect seen by then."""
    day = on or bench.today()
    with bench.asking("list_strategies") as session:
        patients = None if patient_id is None else [patient_id]
        rows = strategies_until(session, patients, day, at)
        return [_row(session, row, day, at) for row in rows]


def strategies_until(
    session: Session, patient_ids: Collection[int] | None, day: date, at: datetime | None = None
) -> list[MedicationStrategy]:
    """The rows of some patients, or of all, that began by a day, the first to begin first."""
    query = among(known(MedicationStrategy, at), MedicationStrategy, patient_ids)
    begun = query.where(MedicationStrategy.true_from <= day)
    ordered = begun.order_by(MedicationStrategy.true_from, MedicationStrategy.root_id)
    return list(session.scalars(ordered))


def strategy_entry_of(fact: MedicationStrategy) -> StrategyEntry:
    """What a stored fact says, as it could be filled in again."""
    values = {name: getattr(fact, name) for name in _AS_THEY_ARE}
    return StrategyEntry(from_on=fact.true_from, **values)


def _checked(work: Work, entry: StrategyEntry) -> StrategyColumns:
    given = entry.cleaned()
    problems = strategy_problems(given, today=work.today)
    if problems:
        raise MedicationHasProblems(problems)
    if work.session.get(Member, given.responsible_id) is None:
        raise NotFound("责任人")
    return StrategyColumns(given)


def _row(
    session: Session, strategy: MedicationStrategy, day: date, at: datetime | None
) -> StrategyRow:
    return StrategyRow(
        id=strategy.root_id,
        patient_id=strategy.patient_id,
        entry=strategy_entry_of(strategy),
        responsible=session.get_one(Member, strategy.responsible_id).name,
        effect=_effect(session, strategy, day, at),
    )


def _effect(
    session: Session, strategy: MedicationStrategy, day: date, at: datetime | None
) -> Effect | None:
    """The first visit after the row that told whether the medicine is taken."""
    query = known(Visit, at).where(
        Visit.patient_id == strategy.patient_id,
        Visit.true_from > strategy.true_from,
        Visit.true_from <= day,
        Visit.adherence.is_not(None),
    )
    visit = session.scalars(query.order_by(Visit.true_from, Visit.root_id)).first()
    if visit is None or visit.adherence is None:
        return None
    return Effect(visit.adherence, visit.true_from, visit.root_id)
