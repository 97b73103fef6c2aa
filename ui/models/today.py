"""How the steps before a meeting and the things that wait look in lists and are read aloud."""

from __future__ import annotations

from collections.abc import Sequence

from ui.models.days import day_in_prose
from ui.widgets.lists import Face
from workbench.preparation import Check, NextMeeting, Step
from workbench.screen import MeetingKind
from workbench.today import Matter, Waiting

NAMED_AT_MOST = 4
# What is done about a step that is not ready, and with which key one gets there.
WAYS = {
    Step.AGENDA: ("去列议程", "Ctrl+Shift+M"),
    Step.RATINGS: ("去补随访", "Alt+Z"),
    Step.TASKS: ("去登记结果", "Alt+R"),
    Step.OPINIONS: ("去登记", "Ctrl+Shift+M"),
    Step.SIGN_IN: ("去打印", "Alt+W"),
}
COUNTED_IN = {
    Matter.OVERDUE_TASKS: "项",
    Matter.VISITS: "人",
    Matter.ANNOTATIONS: "条",
    Matter.OPINIONS: "例",
    Matter.SIGNATURES: "份",
    Matter.PLANS: "例",
    Matter.CONSENTS: "人",
}
URGENT = (Matter.OVERDUE_TASKS, Matter.BACKUP)


def next_text(meeting: NextMeeting) -> str:
    """The one sentence about the next meeting."""
    called = "会议" if meeting.kind is MeetingKind.REGULAR else meeting.kind.label
    return f"下次{called} {day_in_prose(meeting.held_on)}{meeting.begins:%H:%M}"


def days_text(meeting: NextMeeting) -> str:
    """How far off it is."""
    if meeting.state == "in_session":
        return "正在开会"
    if meeting.days < 0:
        return f"已过{-meeting.days}天，还没有开"
    return {0: "就在今天", 1: "明天"}.get(meeting.days, f"还有{meeting.days}天")


def check_face(check: Check) -> Face:
    """One step: what it is and how far, then what is missing and where to go about it."""
    way, key = WAYS[check.step]
    return Face(
        check.step.label,
        check_note(check),
        right="" if check.ready else f"{way}  {key}",
        done=check.ready,
        strong=not check.ready,
    )


def check_spoken(check: Check) -> str:
    """The same in one sentence."""
    way, key = WAYS[check.step]
    todo = "已就绪" if check.ready else f"{way}，按{key}"
    return "，".join((check.step.label, check_note(check), todo))


def check_note(check: Check) -> str:
    """How far a step has come."""
    match check.step:
        case Step.AGENDA:
            return _agenda(check)
        case Step.RATINGS:
            return _missing(check, f"{check.total}例都有上次会议以来的评估", "例缺评估")
        case Step.TASKS:
            return _missing(check, f"{check.total}项都已回填", "项还没有回填")
        case Step.OPINIONS:
            all_well = "没有人请假" if not check.total else f"请假{check.total}人，都有书面意见"
            return _missing(check, all_well, "人请假，没有交书面意见")
        case Step.SIGN_IN:
            return "已打印" if check.ready else "还没有打印"


def waiting_face(line: Waiting) -> Face:
    """One kind of thing that waits: how many, whom it is about, and that Enter leads there."""
    return Face(
        waiting_title(line),
        waiting_note(line),
        right="去处理  Enter",
        attention=line.matter in URGENT,
        strong=True,
    )


def waiting_spoken(line: Waiting) -> str:
    """The same in one sentence."""
    return "，".join(filter(None, (waiting_title(line), waiting_note(line), "按Enter去处理")))


def waiting_title(line: Waiting) -> str:
    """What waits and how many of it."""
    unit = COUNTED_IN.get(line.matter)
    return f"{line.matter.label} {line.count}{unit}" if unit else line.matter.label


def waiting_note(line: Waiting) -> str:
    """Since when or until when, and whom or what it is about."""
    if line.matter is Matter.BACKUP:
        return f"最近一次 {line.first_on:%Y-%m-%d}" if line.first_on else "还没有备份"
    day = f"最早 {line.first_on:%Y-%m-%d}" if line.first_on else ""
    return "·".join(filter(None, (day, some(line.names))))


def some(names: Sequence[str]) -> str:
    """The first of many names."""
    rest = "" if len(names) <= NAMED_AT_MOST else f"等{len(names)}个"
    return "、".join(names[:NAMED_AT_MOST]) + rest


def _agenda(check: Check) -> str:
    listed = f"已列{check.total}项" if check.total else "还没有列入个案或事项"
    if not check.open:
        return listed
    return f"{listed}，应重点讨论的还缺{check.open}例：{some(check.names)}"


def _missing(check: Check, all_well: str, missing: str) -> str:
    if not check.open:
        return all_well
    named = f"：{some(check.names)}" if check.names else ""
    return f"{check.open}{missing}{named}"
