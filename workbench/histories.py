"""What had been before a patient came under management (既往史)."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, fields
from datetime import date, datetime

from sqlalchemy.orm import Session

from data.facts import held, known
from data.models.histories import PastHistory
from workbench.bench import Bench, Work
from workbench.patients import details_on
from workbench.recording import among, by_patient, correct, enter, present, withdraw
from workbench.rules.histories import History, check_history
from workbench.rules.rough_days import rough_day
from workbench.visit_columns import acts_of, times_of_acts
from workbench.visit_errors import HistoryHasProblems

_APART = {"asked_on", "acts", "first_treated"}
_AS_THEY_ARE = tuple(item.name for item in fields(History) if item.name not in _APART)


@dataclass(frozen=True)
class HistoryRow:
    """What was answered, as it stands."""

    id: int
    history: History


@dataclass(frozen=True)
class _Checked:
    """A history that is ready to be written."""

    history: History

    def columns(self) -> dict[str, object]:
        history, first = self.history, self.history.first_treated
        return {
            "true_from": history.asked_on,
            **{name: getattr(history, name) for name in _AS_THEY_ARE},
            **times_of_acts(history.acts, history.form_version),
            "first_treated_on": first.on if first else None,
            "first_treated_precision": first.precision if first else None,
        }


def record_history(bench: Bench, patient_id: int, given: History, *, request_id: str = "") -> int:
    """Write down what had been; return its key. An earlier answer stays true of the days before."""
    with bench.doing("record_history", request_id) as work:
        if work.answer is not None:
            return work.answer
        checked = _checked(work, patient_id, given)
        return work.answers(enter(work, PastHistory, patient_id, checked).root_id)


def correct_history(bench: Bench, history_id: int, given: History, *, why: str) -> None:
    """Correct what was answered; the earlier words are kept with the reason."""
    with bench.doing("correct_history") as work:
        fact = present(work, PastHistory, history_id, "这份既往史")
        correct(work, fact, _checked(work, fact.patient_id, given), why)


def withdraw_history(bench: Bench, history_id: int, *, why: str) -> None:
    """Say that nobody asked this."""
    with bench.doing("withdraw_history") as work:
        withdraw(work, present(work, PastHistory, history_id, "这份既往史"), why)


def history_on(
    session: Session, patient_id: int, day: date, at: datetime | None = None
) -> HistoryRow | None:
    """What was last answered by a day, as known at a moment; None when nobody asked."""
    return histories_of(session, [patient_id], day, at).get(patient_id)


def histories_of(
    session: Session, patient_ids: Collection[int] | None, day: date, at: datetime | None = None
) -> dict[int, HistoryRow]:
    """The same for many patients in one query, or for everybody when None is given."""
    facts = by_patient(session.scalars(among(known(PastHistory, at), PastHistory, patient_ids)))
    last = {patient: held(rows, day) for patient, rows in facts.items()}
    return {p: HistoryRow(fact.root_id, history_of(fact)) for p, fact in last.items() if fact}


def _checked(work: Work, patient_id: int | None, given: History) -> _Checked:
    history = given.cleaned()
    details = details_on(work.session, patient_id or 0, history.asked_on).details
    onset = rough_day(details.onset_on, details.onset_precision)
    problems = check_history(history, onset)
    if problems:
        raise HistoryHasProblems(problems)
    return _Checked(history)


def history_of(fact: PastHistory) -> History:
    """What a stored fact says, as it could be filled in again."""
    return History(
        asked_on=fact.true_from,
        acts=acts_of(fact),
        first_treated=rough_day(fact.first_treated_on, fact.first_treated_precision),
        **{name: getattr(fact, name) for name in _AS_THEY_ARE},
    )
