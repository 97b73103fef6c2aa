"""One visit as it was filled in, and the same as a row."""

from __future__ import annotations

from dataclasses import dataclass, fields

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
_AS_THEY_ARE = tuple(item.name for item in fields(VisitAnswers) if item.name != "acts")


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
            **_times(record.answers),
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
        answers=VisitAnswers(**answers, acts=_acts(visit)),
    )


def _times(answers: VisitAnswers) -> dict[str, int | None]:
    """How often each act happened; the form of 2011 does not ask for every one of them."""
    if answers.acts is None:
        return dict.fromkeys(_TIMES.values())
    times: dict[str, int | None] = {c: answers.acts.get(act, 0) for act, c in _TIMES.items()}
    if answers.form_version is FormVersion.V2011:
        times[_TIMES[DangerousAct.OTHER_HARM]] = None
    return times


def _acts(visit: Visit) -> dict[DangerousAct, int] | None:
    times = {act: getattr(visit, column) for act, column in _TIMES.items()}
    if all(count is None for count in times.values()):
        return None
    return {act: count for act, count in times.items() if count} or {DangerousAct.NONE: 0}
