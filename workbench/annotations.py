"""Remarks of the psychiatrist on any record, and what the team makes of them."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import func
from sqlalchemy.orm import Session

from data.casework_codes import AnnotationOutcome
from data.facts import Fact, known
from data.models.annotations import Annotation, AnnotationAnswer
from data.models.intakes import IntakeFinding
from data.models.plans import Plan, PlanItem
from data.models.tasks import Task
from workbench.bench import Bench, Work
from workbench.cases import open_case_of
from workbench.casework_errors import AnnotationAnswered, NotAboutThis
from workbench.changes import SPEAKERS
from workbench.errors import NotFound
from workbench.plan_items import PlanLine, add_line, draft_plan
from workbench.recording import among
from workbench.task_terms import TaskGiven, write_task_terms
from workbench.words import required

# Every record that is heard of can be remarked on, and two that are told with others; what each
# is called. A remark on a remark would never end.
_SUBJECTS: dict[str, tuple[type[Fact], str]] = {
    **{
        speaker.table.__tablename__: (speaker.table, speaker.subject)
        for speaker in SPEAKERS
        if speaker.table not in (Annotation, AnnotationAnswer)
    },
    Plan.__tablename__: (Plan, "干预计划"),
    PlanItem.__tablename__: (PlanItem, "干预计划条目"),
    IntakeFinding.__tablename__: (IntakeFinding, "入组标准依据"),
}


@dataclass(frozen=True)
class AnnotationRow:
    """One remark. Without an outcome it is open; adopted, it became a plan item or a task."""

    id: int
    patient_id: int
    subject: str
    subject_id: int
    about: str
    text: str
    on: date
    outcome: AnnotationOutcome | None
    reason: str
    plan_item_id: int | None
    task_id: int | None
    answered_on: date | None = None

    @property
    def state(self) -> str:
        """What became of it, in words."""
        if self.outcome is None:
            return "待处理"
        if self.outcome is AnnotationOutcome.NOT_ADOPTED:
            return self.outcome.label
        became = "干预计划" if self.plan_item_id is not None else "任务"
        return f"{self.outcome.label}，列入{became}"


def write_annotation(
    bench: Bench, subject: str, subject_id: int, *, text: str, request_id: str = ""
) -> int:
    """Remark on a record, named by its table and first revision; return the remark's key."""
    with bench.doing("write_annotation", request_id) as work:
        if work.answer is not None:
            return work.answer
        record = _record(work.session, subject, subject_id)
        annotation = Annotation.enter(
            work.session,
            work.written,
            patient_id=record.patient_id,
            true_from=work.today,
            subject=subject,
            subject_id=record.root_id,
            text=required("批注", text),
        )
        work.about(subject=subject, record=subject_id)
        return work.answers(annotation.root_id)


def withdraw_annotation(bench: Bench, annotation_id: int, *, why: str) -> None:
    """Take back a remark nobody has answered yet."""
    with bench.doing("withdraw_annotation") as work:
        annotation = _open(work.session, annotation_id)
        annotation.withdraw(work.session, work.written, required("撤回理由", why))
        work.about(annotation=annotation_id)


def adopt_as_plan_item(
    bench: Bench, annotation_id: int, plan_id: int, line: PlanLine, *, request_id: str = ""
) -> int:
    """Adopt a remark as a line of the version being drawn up; return the line's key."""
    with bench.doing("adopt_as_plan_item", request_id) as work:
        if work.answer is not None:
            return work.answer
        annotation = _open(work.session, annotation_id)
        plan = draft_plan(work.session, plan_id)
        if plan.patient_id != annotation.patient_id:
            raise NotAboutThis("这名患者")
        item = add_line(work, plan, line)
        _answer(work, annotation, AnnotationOutcome.ADOPTED, plan_item_id=item.root_id)
        return work.answers(item.root_id)


def adopt_as_task(
    bench: Bench, annotation_id: int, given: TaskGiven, *, request_id: str = ""
) -> int:
    """Adopt a remark as work for one person; return the task's key."""
    with bench.doing("adopt_as_task", request_id) as work:
        if work.answer is not None:
            return work.answer
        annotation = _open(work.session, annotation_id)
        task = Task(annotation_id=annotation.root_id)
        work.session.add(task)
        work.session.flush()
        case = open_case_of(work.session, annotation.patient_id or 0)
        write_task_terms(work, task, given, annotation.patient_id, case.id if case else None)
        _answer(work, annotation, AnnotationOutcome.ADOPTED, task_id=task.id)
        return work.answers(task.id)


def decline_annotation(bench: Bench, annotation_id: int, *, reason: str) -> None:
    """Do not adopt a remark, and say why."""
    with bench.doing("decline_annotation") as work:
        annotation = _open(work.session, annotation_id)
        words = required("不采纳的理由", reason)
        _answer(work, annotation, AnnotationOutcome.NOT_ADOPTED, reason=words)


def list_annotations(
    bench: Bench,
    patient_id: int,
    *,
    subject: tuple[str, int] | None = None,
    at: datetime | None = None,
) -> list[AnnotationRow]:
    """The remarks about a patient, or on one record of theirs, open ones first."""
    with bench.asking("list_annotations") as session:
        found = annotations_of(session, patient_id, at)
        return [row for row in found if subject in (None, (row.subject, row.subject_id))]


def annotations_of(
    session: Session, patient_id: int, at: datetime | None = None
) -> list[AnnotationRow]:
    """The remarks about a patient as known at a moment, open ones first."""
    query = known(Annotation, at).where(Annotation.patient_id == patient_id)
    rows = list(session.scalars(query.order_by(Annotation.root_id)))
    answers = _answers(session, [row.root_id for row in rows], at)
    found = [_row(row, answers.get(row.root_id)) for row in rows]
    return sorted(found, key=lambda row: row.outcome is not None)


def open_annotations_of(
    session: Session, patient_ids: Collection[int] | None, at: datetime | None = None
) -> dict[int, int]:
    """How many remarks about each of these patients, or everybody, are still open; one query."""
    answered = known(AnnotationAnswer, at).with_only_columns(AnnotationAnswer.annotation_id)
    query = (
        among(known(Annotation, at), Annotation, patient_ids)
        .where(Annotation.root_id.not_in(answered))
        .with_only_columns(Annotation.patient_id, func.count())
        .group_by(Annotation.patient_id)
    )
    return {patient: count for patient, count in session.execute(query) if patient is not None}


def _record(session: Session, subject: str, subject_id: int) -> Fact:
    if subject not in _SUBJECTS:
        raise NotFound("这类记录")
    table, _ = _SUBJECTS[subject]
    record = session.scalar(known(table).where(table.root_id == subject_id))
    if record is None or record.patient_id is None:
        raise NotFound("这条记录")
    return record


def _open(session: Session, annotation_id: int) -> Annotation:
    annotation = session.scalar(known(Annotation).where(Annotation.root_id == annotation_id))
    if annotation is None:
        raise NotFound("这条批注")
    answer = _answers(session, [annotation_id]).get(annotation_id)
    if answer is not None:
        raise AnnotationAnswered(answer.outcome.label)
    return annotation


def _answers(
    session: Session, annotations: Collection[int], at: datetime | None = None
) -> dict[int, AnnotationAnswer]:
    query = known(AnnotationAnswer, at).where(AnnotationAnswer.annotation_id.in_(annotations))
    return {row.annotation_id: row for row in session.scalars(query)}


def _answer(work: Work, annotation: Annotation, outcome: AnnotationOutcome, **more: object) -> None:
    AnnotationAnswer.enter(
        work.session,
        work.written,
        patient_id=annotation.patient_id,
        true_from=work.today,
        annotation_id=annotation.root_id,
        outcome=outcome,
        **more,
    )
    work.about(annotation=annotation.root_id, outcome=outcome.value)


def _row(annotation: Annotation, answer: AnnotationAnswer | None) -> AnnotationRow:
    return AnnotationRow(
        id=annotation.root_id,
        patient_id=annotation.patient_id or 0,
        subject=annotation.subject,
        subject_id=annotation.subject_id,
        about=_SUBJECTS[annotation.subject][1],
        text=annotation.text,
        on=annotation.true_from,
        outcome=answer.outcome if answer else None,
        reason=answer.reason if answer else "",
        plan_item_id=answer.plan_item_id if answer else None,
        task_id=answer.task_id if answer else None,
        answered_on=answer.true_from if answer else None,
    )
