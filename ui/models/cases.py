"""How what is on file about a case looks in lists and reads in full: ratings, plans, tasks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import zip_longest

from ui.widgets.lists import Face
from workbench.annotations import AnnotationRow
from workbench.case_page import CaseView, MeetingLine, TaskLine
from workbench.plan_reading import PlanDetails, PlanItemRow

Paragraph = tuple[str, str]


@dataclass(frozen=True)
class Entry:
    """One thing on file: a row in the list, and everything about it beside the list.

    `annotation` is its key where it is a remark that waits for an answer, `intake` where it is a
    look at the criteria.
    """

    face: Face
    title: str
    paragraphs: tuple[Paragraph, ...]
    annotation: int | None = None
    intake: int | None = None


def entry_face(entry: Entry) -> Face:
    """Its row."""
    return entry.face


def entry_spoken(entry: Entry) -> str:
    """Its row in one sentence."""
    face = entry.face
    level = "" if face.chip is None else f"{face.chip}级"
    return "，".join(filter(None, (face.title, face.right, level, face.note)))


def ratings(view: CaseView) -> list[Entry | Face]:
    """The ratings of the team, the last one first."""
    rated = [line for line in view.meetings if line.level is not None]
    return [_rating(*pair) for pair in zip_longest(rated, rated[1:])]


def _rating(line: MeetingLine, before: MeetingLine | None) -> Entry:
    last = before.level if before else None
    change = (
        "首次评估"
        if last is None
        else "维持"
        if last == line.level
        else f"由{int(last)}级变为{_level(line)}"
    )
    stability = f"病情{line.stability.label}" if line.stability else ""
    return Entry(
        Face(
            f"{line.held_on}",
            "·".join(filter(None, (change, stability))),
            chip=None if line.level is None else int(line.level),
            strong=last != line.level,
        ),
        f"{line.held_on}　{line.title}",
        _without_empty(
            ("集体评估", "，".join(filter(None, (_level(line), change, stability)))),
            ("变动理由", line.reason),
            ("各方意见", "\n".join(line.opinions)),
        ),
    )


def meetings(view: CaseView) -> list[Entry | Face]:
    """What each meeting decided, the last one first."""
    return [
        Entry(
            Face(
                line.title,
                "；".join(line.decisions) or "没有会议决定",
                right="暂缓议" if line.deferred else "",
                chip=None if line.level is None else int(line.level),
            ),
            f"{line.held_on}　{line.title}",
            _without_empty(
                ("会议决定", "\n".join(line.decisions) or "没有会议决定"),
                ("集体评估", _level(line)),
                ("各方意见", "\n".join(line.opinions)),
            ),
        )
        for line in view.meetings
    ]


def tasks(view: CaseView) -> list[Entry | Face]:
    """The tasks still open, then the others."""
    lines: list[Entry | Face] = []
    for heading, is_open in (("未办结", True), ("已办结", False)):
        found = [task for task in view.tasks if task.open is is_open]
        if found:
            lines += [Face(heading, f"{len(found)}项", group=True), *map(_task, found)]
    return lines


def _task(task: TaskLine) -> Entry:
    late = task.overdue_days if task.open else 0
    outcome = task.outcome.label if task.outcome else "未报"
    due = f"时限 {task.due_on}" if task.due_on else "没有时限"
    note = "·".join(filter(None, (task.implementer, due, f"逾期{late}天" if late else "")))
    return Entry(
        Face(task.title, note, right=outcome, done=not task.open, attention=bool(late)),
        task.title,
        _without_empty(
            ("责任人", task.implementer),
            ("时限", due + (f"，逾期{late}天" if late else "")),
            ("办理结果", outcome),
            ("说明", task.note),
        ),
    )


def plan_lines(plan: PlanDetails | None, remarks: Sequence[AnnotationRow]) -> list[Entry | Face]:
    """A version by area, then the remarks about the patient with what became of them."""
    lines: list[Entry | Face] = []
    items = plan.items if plan else ()
    for area in dict.fromkeys(item.line.area for item in items):
        found = [item for item in items if item.line.area is area]
        lines += [Face(area.label, f"{len(found)}项", group=True), *map(_plan_item, found)]
    if remarks:
        waiting = sum(row.outcome is None for row in remarks)
        hint = f"{waiting}条待处理" if waiting else f"{len(remarks)}条"
        lines += [Face("批注", hint, group=True), *map(_remark, remarks)]
    return lines


def _plan_item(row: PlanItemRow) -> Entry:
    line = row.line
    due = f"期限 {line.due_on}" if line.due_on else ""
    note = "·".join(filter(None, (line.responsible, line.frequency, due)))
    return Entry(
        Face(line.measure, note, right=row.state.label, done=row.state == "reached"),
        line.measure,
        _without_empty(
            ("问题", line.problem),
            ("目标", line.goal),
            ("措施", line.measure),
            ("责任人", "，协同".join(filter(None, (line.responsible, line.partner)))),
            ("时间", "，".join(filter(None, (line.frequency, due)))),
            ("对应标准", "、".join(criterion.label for criterion in line.criteria)),
            ("进展", "：".join(filter(None, (row.state.label, row.result)))),
        ),
    )


def _remark(row: AnnotationRow) -> Entry:
    waits = row.outcome is None
    return Entry(
        Face(row.text, f"{row.on}·{row.about}", right=row.state, attention=waits, strong=waits),
        f"{row.on}　批注",
        _without_empty(
            ("关于", row.about),
            ("批注", row.text),
            ("处理", row.state + (f"（{row.answered_on}）" if row.answered_on else "")),
            ("理由", row.reason),
        ),
        annotation=row.id if waits else None,
    )


def version_text(plan: PlanDetails) -> str:
    """A version as it is chosen."""
    row = plan.row
    state = f"{row.confirmed_on}确认" if row.confirmed_on else "草稿，还没有确认"
    return f"第{row.number}次　{state}"


def _level(line: MeetingLine) -> str:
    return "" if line.level is None else f"{int(line.level)}级"


def _without_empty(*paragraphs: Paragraph) -> tuple[Paragraph, ...]:
    return tuple(each for each in paragraphs if each[1])
