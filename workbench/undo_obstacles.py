"""What rests on a command by now, so that it cannot simply be taken back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from data.casework_codes import IntakeOutcome, Standing
from data.facts import Fact, known
from data.models.cases import Case, CaseStanding
from data.models.decisions import Decision
from data.models.intakes import IntakeDecision
from data.models.papers import PrintRun
from data.models.plans import PlanConfirmation, PlanItem, PlanProgress
from data.models.signatures import Seal
from data.models.tasks import Task, TaskResult
from forms.task_slip import TASK_SLIP
from workbench.cases import open_case_of
from workbench.errors import Refused
from workbench.paperwork.subjects import About, Subject
from workbench.plan_reading import any_plan, last_plan
from workbench.tasks import slip_number
from workbench.undo_steps import Step


class CarriedFurther(Refused):
    """Something was done on the strength of what is to be taken back."""

    def __init__(self, sentence: str, reasons: Iterable[str]) -> None:
        super().__init__(
            f"{sentence}，不能撤销：{'；'.join(reasons)}。",
            next_step="需要改变时，请在会上另作决定。",
        )


class ChangedSince(Refused):
    """What is to be taken back was written over in another place."""

    def __init__(self, sentence: str) -> None:
        super().__init__(
            f"{sentence}，不能撤销：这条记录后来又在别处改过。",
            next_step="请打开这一项，直接改写它的内容。",
        )


def require_not_carried_further(
    session: Session, step: Step, written: Iterable[Fact], sentence: str
) -> None:
    """Refuse, with every reason, what other work rests on by now."""
    reasons = [reason for fact in written for reason in _rests_on(session, step, fact)]
    if reasons:
        raise CarriedFurther(sentence, dict.fromkeys(reasons))


def _rests_on(session: Session, step: Step, fact: Fact) -> Iterator[str]:
    match fact:
        case Decision(revision=1):
            yield from _of_decision(session, fact)
        case PlanConfirmation():
            yield from _of_plan(session, step, fact)
        case IntakeDecision(outcome=IntakeOutcome.ACCEPTED):
            number = session.get_one(Case, fact.case_id or 0).number
            yield f"已经入组，个案编号{number}已经启用"
        case CaseStanding(standing=Standing.ENDED):
            yield from _of_exit(session, fact)


def _of_decision(session: Session, decision: Decision) -> Iterator[str]:
    task = session.scalar(select(Task).where(Task.decision_id == decision.root_id))
    if task is None:
        return
    number = slip_number(task.id)
    heard = known(TaskResult).where(TaskResult.task_id == task.id)
    if session.scalars(heard).first() is not None:
        yield f"它的任务{number}已经报了办理结果"
    slip = PrintRun.form == TASK_SLIP.code, PrintRun.subject == str(Subject(About.TASK, task.id))
    if session.scalar(select(PrintRun.id).where(*slip).limit(1)) is not None:
        yield f"它的任务单{number}已经打印"


def _of_plan(session: Session, step: Step, confirmed: PlanConfirmation) -> Iterator[str]:
    plan = any_plan(session, confirmed.plan_id)
    last = last_plan(session, plan.case_id)
    if last is not None and last.number > plan.number:
        yield "已经开始修订下一次计划"
    lines = select(func.coalesce(PlanItem.line_id, PlanItem.root_id)).where(
        PlanItem.plan_id == plan.root_id
    )
    since = known(PlanProgress).where(
        PlanProgress.line_id.in_(lines), PlanProgress.written_at > step.at
    )
    if session.scalars(since).first() is not None:
        yield "已经登记了计划进展"
    sealed = Seal.subject == str(Subject(About.PLAN, plan.root_id))
    if session.scalar(select(Seal.id).where(sealed, Seal.sealed_at > step.at).limit(1)) is not None:
        yield "计划已经打印签字页"


def _of_exit(session: Session, ended: CaseStanding) -> Iterator[str]:
    present = open_case_of(session, ended.patient_id or 0)
    if present is not None and present.id != ended.case_id:
        yield f"已经重新入组，个案编号{present.number}"
