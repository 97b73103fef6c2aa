"""How one patient stands on a day, in words: medicines, guardian, open tasks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime

from sqlalchemy.orm import Session

from data.facts import known
from data.medication_codes import InjectionState
from data.models.decisions import Decision
from data.models.medication import Injection, MedicationLine
from data.models.tasks import TaskTerms
from data.models.visits import Visit
from data.register_codes import GuardianState
from workbench.guardians import guardian_on
from workbench.guardianship import agreement_on, capacity_on
from workbench.medication import in_use, lines_of
from workbench.paperwork.doses import how_taken
from workbench.rules.injections import Schedule, next_due, state_on
from workbench.speaking import in_words
from workbench.subsidies import subsidy_on
from workbench.task_sources import FoundTask, adopted_tasks, decided_tasks, still_open
from workbench.visits import visits_until

_AWAY = (
    ("works_away", "外出务工"),
    ("lives_elsewhere", "不同住"),
    ("ill_or_disabled", "患病或残疾"),
    ("alone_and_absent", "家中只有一人且白天不在"),
)
_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"


def medication_words(
    session: Session, patient_id: int, day: date, at: datetime | None = None
) -> str:
    """What is taken, how regularly, with which reactions, and when the next injection is due."""
    used = [line for line in lines_of(session, patient_id, at) if in_use(line, day)]
    visits = visits_until(session, patient_id, day, at)
    parts = [*map(_medicine, used), *_last_heard(visits), *_injections(session, used, day, at)]
    return "；".join(parts)


def guardianship_words(
    session: Session, patient_id: int, day: date, at: datetime | None = None
) -> str:
    """Who guards, until when they agreed to, how well, and how it stands with the subsidy."""
    guardian = guardian_on(session, patient_id, day, at)
    if guardian is None:
        return ""
    acts = guardian.state is GuardianState.ACTING
    relation = guardian.relation_words or (guardian.relation.label if guardian.relation else "")
    about = [relation, *(words for key, words in _AWAY if getattr(guardian, key))]
    inner = "，".join(filter(None, about)) if acts else guardian.state.label
    parts = [f"{guardian.name}（{inner}）" if inner else guardian.name]
    agreement = agreement_on(session, guardian, day, at)
    if agreement is not None:
        agreed = agreement.agreed
        until = f"至{agreed.until_on.isoformat()}" if agreed.until_on else "已签"
        over = "" if agreement.in_force_on(day) else "（已到期）"
        parts.append(f"监护协议{until}{over}" if agreed.signed else "未签监护协议")
    capacity = capacity_on(session, patient_id, day, at)
    if capacity is not None:
        because = f"（{capacity.judged.because}）" if capacity.judged.because else ""
        parts.append(f"{capacity.judged.level.label}{because}")
    subsidy = subsidy_on(session, patient_id, day, at)
    if subsidy is not None:
        parts.append(f"监护补贴{subsidy.subsidised.state.label}")
    return "；".join(parts)


def open_tasks_of(session: Session, patient_id: int, at: datetime | None = None) -> list[FoundTask]:
    """The tasks about a patient that are still open, the first due first."""
    return tasks_of(session, patient_id, at, only_open=True)


def tasks_of(
    session: Session, patient_id: int, at: datetime | None = None, *, only_open: bool = False
) -> list[FoundTask]:
    """Every task about a patient, or those still open, the first due first."""
    wanted = [still_open(at=at)] if only_open else []
    found = [
        *decided_tasks(session, Decision.patient_id == patient_id, *wanted, at=at),
        *adopted_tasks(session, TaskTerms.patient_id == patient_id, *wanted, at=at),
    ]
    return sorted(found, key=lambda task: (task.due_on or date.max, task.task_id))


def task_words(tasks: Sequence[FoundTask], day: date) -> Iterator[str]:
    """One line for each task: what, who, by when, and how late it is."""
    for number, task in enumerate(tasks):
        late = (day - task.due_on).days if task.due_on else 0
        due = f"时限{task.due_on.isoformat()}" if task.due_on else ""
        parts = (task.title, task.implementer, due, f"逾期{late}天" if late > 0 else "")
        sign = _CIRCLED[number] if number < len(_CIRCLED) else f"{number + 1}."
        yield f"{sign} " + "\u3000".join(filter(None, parts))


def _medicine(line: MedicationLine) -> str:
    begun = f"（{line.started_on.isoformat()}起）" if line.started_on else ""
    return f"{line.name}\u2002{how_taken(line)}".rstrip() + begun


def _last_heard(visits: Sequence[Visit]) -> Iterator[str]:
    for visit in visits:
        if visit.adherence is not None:
            yield f"依从性：{visit.adherence.label}（{visit.true_from.isoformat()}）"
            break
    for visit in visits:
        reaction = "、".join(filter(None, (in_words(visit.reaction_kinds), visit.reaction_words)))
        if visit.reaction is not None:
            yield f"不良反应：{reaction or visit.reaction.label}"
            break


def _injections(
    session: Session, used: Sequence[MedicationLine], day: date, at: datetime | None
) -> Iterator[str]:
    long_acting = [line for line in used if line.long_acting]
    keys = [line.root_id for line in long_acting]
    query = known(Injection, at).where(Injection.line_id.in_(keys), Injection.true_from <= day)
    given = list(session.scalars(query)) if keys else []
    for line in long_acting:
        days = [row.true_from for row in given if row.line_id == line.root_id]
        schedule = Schedule(line.every, line.every_unit, line.window_days, line.second_after_days)
        due = next_due(schedule, days, line.started_on)
        state = state_on(due, day)
        if due is not None and state is not InjectionState.NO_INTERVAL:
            yield f"{line.name}下次{due.due_on.isoformat()}（{state.label}）"
