"""How intake, the life of a case, plans and remarks are said.

Findings and plan lines are told with the assessment and the confirmed version they belong to:
each by itself would drown the rest.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from data.facts import known
from data.models.annotations import Annotation, AnnotationAnswer
from data.models.cases import Case, CaseStanding
from data.models.intakes import Intake, IntakeDecision, IntakeFinding
from data.models.plans import Plan, PlanConfirmation, PlanItem, PlanProgress
from data.models.tasks import TaskTerms
from data.models.teams import Member
from workbench.plan_reading import lines_of, plans_of, reasons_of
from workbench.rules.plans import changes_between
from workbench.speaking import AT_MEETING, Part, Speaker, column, key


def _met(session: Session, fact: Intake) -> str:
    """As they were last written by then, so that a withdrawn assessment can still be told."""
    query = (
        select(IntakeFinding)
        .where(IntakeFinding.intake_id == fact.root_id)
        .where(IntakeFinding.written_at <= fact.written_at, IntakeFinding.withdrawn.is_(False))
        .order_by(IntakeFinding.root_id, IntakeFinding.revision)
    )
    last = {finding.root_id: finding for finding in session.scalars(query)}
    return "、".join(finding.criterion.label for finding in last.values() if finding.met)


def _by_hand(_: Session, fact: Intake) -> str:
    return "是" if fact.by_hand else ""


def _case_number(session: Session, fact: Intake | IntakeDecision | CaseStanding) -> str:
    return session.get_one(Case, fact.case_id).number if fact.case_id is not None else ""


def _version(_: Session, fact: Plan) -> str:
    return f"第{fact.number}次"


def _confirmed_version(session: Session, fact: PlanConfirmation) -> str:
    return _version(session, session.get_one(Plan, fact.plan_id))


def _what_changed(session: Session, fact: PlanConfirmation) -> str:
    plan = session.get_one(Plan, fact.plan_id)
    earlier = [p for p in plans_of(session, plan.case_id) if p.number < plan.number]
    lines = lines_of(session, plan)
    if not earlier:
        named = "、".join(f"{line.area.label}“{line.problem}”" for line in lines)
        return f"共{len(lines)}项（{named}）"
    changes = changes_between(lines_of(session, earlier[-1]), lines).sentences
    return "；".join(sentence.removesuffix("。") for sentence in changes) or "与上一次相同"


def _left_out(session: Session, fact: PlanConfirmation) -> str:
    reasons = reasons_of(session, fact.plan_id).items()
    return "；".join(f"{criterion.label}（{row.reason}）" for criterion, row in reasons)


def _problem(session: Session, fact: PlanProgress) -> str:
    items = known(PlanItem).where(PlanItem.root_id == fact.line_id)
    item = session.scalars(items).first()
    return f"{item.area.label}：{item.problem}" if item else ""


def _remark(session: Session, fact: AnnotationAnswer) -> str:
    rows = session.scalars(known(Annotation).where(Annotation.root_id == fact.annotation_id))
    remark = rows.first()
    return remark.text if remark else ""


def _became(_: Session, fact: AnnotationAnswer) -> str:
    if fact.plan_item_id is not None:
        return "干预计划"
    return "任务" if fact.task_id is not None else ""


CASEWORK_SPEAKERS: tuple[Speaker[Any], ...] = (
    Speaker(
        Intake,
        "入组标准评估",
        (
            Part("符合的标准", _met, ()),
            column("建议类型", "kind"),
            Part("由人选定类型", _by_hand, ("by_hand",)),
            column("理由", "reason"),
            key("建议个案管理员", "case_manager_id", Member),
        ),
        about=Part("复核个案", _case_number, ("case_id",)),
    ),
    Speaker(
        IntakeDecision,
        "入组决定",
        (
            column("结论", "outcome"),
            Part("个案编号", _case_number, ("case_id",)),
            column("理由", "reason"),
        ),
        silent=AT_MEETING
        | {
            "intake_id": "the assessment it is about, which is told by itself",
            "decision_id": "the same decision as the minutes have it, which is told by itself",
        },
    ),
    Speaker(
        CaseStanding,
        "个案状态",
        (
            column("状态", "standing"),
            column("预计恢复日期", "until_on"),
            column("出组原因", "exit_reason"),
            column("说明", "reason"),
        ),
        about=Part("个案编号", _case_number, ("case_id",)),
        silent=AT_MEETING
        | {"decision_id": "the same decision as the minutes have it, which is told by itself"},
    ),
    Speaker(
        Plan,
        "干预计划草稿",
        (
            column("类型", "kind"),
            column("患者意见", "patient_view"),
            column("家属意见", "family_view"),
            column("自身优势", "strengths"),
            column("目前就医方式", "care"),
            column("未治原因", "untreated"),
            column("未治说明", "untreated_note"),
            column("目前管理级别", "level"),
            column("下阶段拟管理级别", "next_level"),
        ),
        about=Part("版次", _version, ("number",)),
        silent={"case_id": "a version belongs to its case for ever"},
    ),
    Speaker(
        PlanConfirmation,
        "干预计划确认",
        (
            Part("内容", _what_changed, ("plan_id",)),
            Part("没有对应内容的标准", _left_out, ("plan_id",)),
        ),
        about=Part("版次", _confirmed_version, ("plan_id",)),
        silent=AT_MEETING
        | {"decision_id": "the same decision as the minutes have it, which is told by itself"},
    ),
    Speaker(
        PlanProgress,
        "干预计划进展",
        (column("状态", "state"), column("完成情况", "result")),
        about=Part("条目", _problem, ("line_id",)),
        replaces=lambda fact: fact.line_id,
    ),
    Speaker(
        Annotation,
        "批注",
        (column("内容", "text"),),
        silent=dict.fromkeys(
            ("subject", "subject_id"),
            "the record it stands beside, which is told by itself and which it never leaves",
        ),
    ),
    Speaker(
        AnnotationAnswer,
        "批注处理",
        (
            column("结论", "outcome"),
            Part("列入", _became, ("plan_item_id", "task_id")),
            column("理由", "reason"),
        ),
        about=Part("批注", _remark, ("annotation_id",)),
    ),
    Speaker(
        TaskTerms,
        "任务安排",
        (
            column("任务", "title"),
            key("责任人", "implementer_id", Member),
            column("协同部门", "partner"),
            column("完成时限", "due_on"),
        ),
        silent=dict.fromkeys(("task_id", "case_id"), "what the task belongs to for ever"),
    ),
)
