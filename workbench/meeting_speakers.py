"""How cases and what a meeting said and decided are said."""

from __future__ import annotations

from typing import Any

from sqlalchemy.orm import Session

from data.facts import known
from data.models.assessments import Assessment, Discussion, Opinion
from data.models.cases import Case, CaseTerms
from data.models.decisions import Decision
from data.models.meetings import Meeting
from data.models.tasks import Task, TaskResult, TaskTerms
from data.models.teams import Member
from workbench.rules.dates import said
from workbench.speaking import AT_MEETING, Part, Speaker, column, key


def _case_number(session: Session, fact: CaseTerms) -> str:
    return session.get_one(Case, fact.case_id).number


def _in_writing(_: Session, fact: Opinion) -> str:
    return "书面" if fact.in_writing else ""


def _reported(session: Session, fact: TaskResult) -> str:
    if fact.meeting_id is None:
        return ""
    meeting = session.get_one(Meeting, fact.meeting_id)
    return f"{said(meeting.held_on)}{meeting.kind.label}"


def _decided(session: Session, fact: TaskResult) -> str:
    task = session.get_one(Task, fact.task_id)
    if task.decision_id is not None:
        return session.get_one(Decision, task.decision_id).text
    terms = session.scalars(known(TaskTerms).filter_by(task_id=task.id)).first()
    return terms.title if terms else ""


MEETING_SPEAKERS: tuple[Speaker[Any], ...] = (
    Speaker(
        CaseTerms,
        "个案管理",
        (
            column("类型", "kind"),
            key("个案管理员", "case_manager_id", Member),
        ),
        about=Part("个案编号", _case_number, ("case_id",)),
        replaces=lambda fact: fact.case_id,
    ),
    Speaker(
        Opinion,
        "会上意见",
        (
            column("建议等级", "level"),
            column("意见", "words"),
            column("保留意见", "dissent"),
            Part("提交方式", _in_writing, ("in_writing",)),
        ),
        about=key("发言人", "member_id", Member),
        silent=AT_MEETING,
    ),
    Speaker(
        Discussion,
        "会上讨论",
        (column("内容", "words"),),
        silent=AT_MEETING,
    ),
    Speaker(
        Assessment,
        "集体评估",
        (
            column("等级", "level"),
            column("病情分类", "stability"),
            column("变动理由", "reason"),
        ),
        silent=AT_MEETING,
    ),
    Speaker(
        Decision,
        "会议决定",
        (
            column("种类", "kind"),
            column("内容", "text"),
            key("责任人", "implementer_id", Member),
            column("完成时限", "due_on"),
        ),
        silent=AT_MEETING,
    ),
    Speaker(
        TaskResult,
        "任务结果",
        (
            column("结果", "outcome"),
            column("说明", "note"),
            column("证据", "evidence"),
            Part("汇报会议", _reported, ("meeting_id",)),
        ),
        about=Part("任务", _decided, ("task_id",)),
    ),
)
