"""One visit as it was filled in, and the same as a row."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any, TypeAlias

from sqlalchemy import Row

from data.models.histories import PastHistory
from data.models.visits import Visit
from data.visit_codes import DangerousAct, FormVersion
from workbench.rules.visit_answers import VisitAnswers, VisitRecord
from workbench.rules.visit_records import suggested_class

_TIMES = {
    DangerousAct.MINOR: "minor_disturbances",
    DangerousAct.OFFENCE: "offences",
    DangerousAct.GRAVE_OFFENCE: "grave_offences",
    DangerousAct.OTHER_HARM: "other_harms",
    DangerousAct.SELF_HARM: "self_harms",
    DangerousAct.SUICIDE_ATTEMPT: "suicide_attempts",
}
ACT_COLUMNS = tuple(_TIMES.values())
_AS_THEY_ARE = tuple(item.name for item in fields(VisitAnswers) if item.name != "acts")
_ANSWERS_HEARD = (
    "lost_reason",
    "died_on",
    "death_cause",
    "symptom_severity",
    "insight",
    "self_care",
    "housework",
    "productive_work",
    "learning",
    "social_contact",
    "physical_illness",
    "hospital_stay",
    "adherence",
    "reaction",
    "adr_severity",
    "referred",
)
# The columns the rules hear of; reading only these makes years of visits quick to go through.
HEARD = tuple(
    getattr(Visit, name)
    for name in (
        "patient_id",
        "root_id",
        "true_from",
        "form",
        "level",
        *_ANSWERS_HEARD,
        *_TIMES.values(),
    )
)
HeardRow: TypeAlias = Row[Any]  # the columns of HEARD


@dataclass(frozen=True)
class VisitColumns:
    """A record that is ready to be written; the class that was suggested is kept beside it."""

    record: VisitRecord

    def columns(self) -> dict[str, object]:
        """The record by column."""
        record = self.record.cleaned()
        return {
            "true_from": record.visited_on,
            "form": record.form,
            "level": record.level,
            "words": record.words,
            **{name: getattr(record.answers, name) for name in _AS_THEY_ARE},
            **times_of_acts(record.answers.acts, record.answers.form_version),
            "suggested_stability": suggested_class(record).stability,
        }


def record_of(visit: Visit) -> VisitRecord:
    """What a row says, as it could be filled in again."""
    answers = {name: getattr(visit, name) for name in _AS_THEY_ARE}
    return VisitRecord(
        visited_on=visit.true_from,
        form=visit.form,
        level=visit.level,
        words=visit.words,
        answers=VisitAnswers(**answers, acts=acts_of(visit)),
    )


def record_heard(visit: HeardRow) -> VisitRecord:
    """As much of a visit as the rules hear of; whatever else was answered is left open."""
    answers = {name: getattr(visit, name) for name in _ANSWERS_HEARD}
    return VisitRecord(
        visited_on=visit.true_from,
        form=visit.form,
        level=visit.level,
        answers=VisitAnswers(**answers, acts=acts_of(visit)),
    )


def times_of_acts(
    acts: Mapping[DangerousAct, int] | None, version: FormVersion
) -> dict[str, int | None]:
    """How often each act happened, by column; the form of 2011 does not ask for every one."""
    if acts is None:
        return dict.fromkeys(_TIMES.values())
    times: dict[str, int | None] = {c: acts.get(act, 0) for act, c in _TIMES.items()}
    if version is FormVersion.V2011:
        times[_TIMES[DangerousAct.OTHER_HARM]] = None
    return times


def acts_of(row: Visit | PastHistory | HeardRow) -> dict[DangerousAct, int] | None:
    """Which acts a row counts and how often; None where nobody asked."""
    times = {act: getattr(row, column) for act, column in _TIMES.items()}
    if all(count is None for count in times.values()):
        return None
    return {act: count for act, count in times.items() if count} or {DangerousAct.NONE: 0}
