"""What the commands of a meeting did, in words short enough for a menu."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from data.models.assessments import Assessment
from data.models.decisions import Decision
from data.models.meetings import Meeting
from data.models.tasks import TaskResult
from data.models.teams import Member
from workbench.agenda_entries import in_order, items_of
from workbench.meetings import attendance_of
from workbench.patients import details_of
from workbench.undo_steps import ADDED, Step
from workbench.words import masked

_LONGEST = 12


def sentences_for(session: Session, meeting: Meeting, steps: Sequence[Step]) -> dict[int, str]:
    """What each command did, by its key: 石* 评为3级. A few queries however many commands."""
    told = _Told.at(session, meeting)
    return {step.id: told.sentence(step) for step in steps}


@dataclass(frozen=True)
class _Told:
    """Whom and what the facts of one meeting are about."""

    titles: Mapping[int, str]
    names: Mapping[int, str]
    members: Mapping[int, Member]
    levels: Mapping[datetime, str]
    decisions: Mapping[datetime, str]
    outcomes: Mapping[datetime, str]

    @classmethod
    def at(cls, session: Session, meeting: Meeting) -> _Told:
        items = items_of(session, meeting.id)
        keys = [item.id for item in items]
        patients = {e.patient_id for e in in_order(session, meeting.id) if e.patient_id}
        people = details_of(session, patients, meeting.held_on)
        rated = session.scalars(select(Assessment).where(Assessment.item_id.in_(keys)))
        decided = session.scalars(select(Decision).where(Decision.item_id.in_(keys)))
        heard = session.scalars(select(TaskResult).where(TaskResult.meeting_id == meeting.id))
        return cls(
            titles={item.id: _short(item.title) for item in items if item.patient_id is None},
            names={key: masked(row.name) for key, row in people.items()},
            members={member.id: member for _, member in attendance_of(session, meeting.id)},
            levels={row.written_at: row.level.label for row in rated},
            decisions={row.written_at: _short(row.text) for row in decided},
            outcomes={row.written_at: row.outcome.label for row in heard},
        )

    def sentence(self, step: Step) -> str:
        """Who or what it was about, and what was done."""
        about = self.names.get(step.patient_id or 0) or self.titles.get(
            step.item_id or step.number("key"), ""
        )
        return f"{about} {_DID[step.action](self, step)}".strip()

    def said_by(self, step: Step) -> str:
        return f"{self._who(step)}的意见"

    def attended(self, step: Step) -> str:
        return f"{self._who(step)}{'缺席' if step.action == 'record_absence' else '到会'}"

    def confirmed(self, step: Step) -> str:
        level = self.levels.get(step.at, "")
        return f"确认结论（{level}）" if level else "确认结论"

    def _who(self, step: Step) -> str:
        member = self.members.get(step.member_id)
        return f"{member.role.label} {masked(member.name)}" if member else "成员"


def _short(text: str) -> str:
    """The beginning of a text, on one line."""
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else f"{line[:_LONGEST]}…"


_DID: dict[str, Callable[[_Told, Step], str]] = {
    "record_opinion": _Told.said_by,
    "record_assessment": lambda told, step: f"评为{told.levels[step.at]}",
    "record_decision": lambda told, step: f"交办“{told.decisions[step.at]}”",
    "withdraw_decision": lambda told, step: f"撤回决定“{told.decisions[step.at]}”",
    "confirm_item": _Told.confirmed,
    "continue_case": lambda _, __: "维持原等级",
    "defer_item": lambda _, __: "暂缓议",
    "record_task_result": lambda told, step: f"任务记为“{told.outcomes[step.at]}”",
    "confirm_plan": lambda _, __: "确认干预计划",
    "exit_case": lambda _, __: "出组",
    "decide_intake": lambda _, __: "入组决定",
    "decide_subsidy_proposal": lambda _, __: "补贴决定",
    "remove_from_agenda": lambda _, __: "移出议程",
    "put_back_on_agenda": lambda _, __: "放回议程",
    **dict.fromkeys(ADDED, lambda _, __: "列入议程"),
    "record_absence": _Told.attended,
    "record_presence": _Told.attended,
}
