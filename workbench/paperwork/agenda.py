"""What 会议通知与议程 says, read from the records as they were known at a moment."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime

from sqlalchemy.orm import Session

from data.codes import AgendaTier
from data.models.meetings import Meeting
from data.models.teams import Member
from data.paper_codes import TaskCheck, TaskReview
from forms.wording import in_chinese, long_day
from workbench.decisions import next_meeting_on
from workbench.meetings import attendance_of
from workbench.paperwork.options import offered
from workbench.paperwork.people import clock, meeting_answers, reached
from workbench.paperwork.reviews import review_counts, review_of, reviewed_tasks
from workbench.paperwork.topics import Topic, topics_of
from workbench.tasks import TaskRow

_HEADINGS = {AgendaTier.FOCUS: "重点讨论", AgendaTier.ROUND: "逐例过"}
_CHECKED_BY_PEN = (TaskReview.NOT_CARRIED_OUT, TaskReview.OVERDUE)


def agenda_answers(
    session: Session, meeting: Meeting, *, at: datetime | None = None
) -> dict[str, object]:
    """Answer every field of the agenda, in canonical form; minutes are planned by pen."""
    recorder = session.get_one(Member, meeting.recorder_id)
    return {
        "lists": agenda_lists(),
        **meeting_answers(meeting),
        "begins": clock(meeting.begins),
        "place": meeting.place,
        "chair": session.get_one(Member, meeting.chair_id).name,
        "recorder": recorder.name,
        "members": [member.name for _, member in attendance_of(session, meeting.id)],
        "contact": reached(session, recorder, meeting.held_on, at),
        "earlier": _earlier(reviewed_tasks(session, meeting, at)),
        "topics": _topics(meeting, topics_of(session, meeting, at)),
    }


def agenda_lists() -> dict[str, object]:
    """How tasks may stand, and what can be ticked about them."""
    return {"standings": offered(TaskReview), "checks": offered(TaskCheck)}


def _earlier(tasks: Sequence[TaskRow]) -> dict[str, object]:
    return {**review_counts(tasks), "rows": [_promise(task) for task in tasks]}


def _promise(task: TaskRow) -> dict[str, object]:
    review = review_of(task)
    noted = f"（{task.note}）" if task.note and review is not TaskReview.DONE else ""
    return {
        "standing": review.label,
        "case": task.case_number,
        "title": f"{task.title}{noted}",
        "implementer": task.implementer,
        "due_on": task.due_on.isoformat(),
        "check": None,
        "found": _found(task, review),
    }


def _found(task: TaskRow, review: TaskReview) -> str:
    """What is known already; empty where it is ticked at the meeting."""
    if review in _CHECKED_BY_PEN:
        return ""
    if review is TaskReview.DONE:
        return f"{task.heard_on:%m-%d}" if task.heard_on else review.label
    return "情况变化" if review is TaskReview.NO_LONGER_NEEDED else "办理中"


def _topics(meeting: Meeting, topics: Sequence[Topic]) -> list[dict[str, object]]:
    """What the meeting goes through, under counted headings with room for planned minutes."""
    parts = list(_parts(meeting, topics))
    rows: list[dict[str, object]] = []
    for number, (heading, details, found) in enumerate(parts, 1):
        rows.append(
            {
                "position": in_chinese(number),
                "heading": heading,
                "details": details,
                "minutes": None,
            }
        )
        rows += map(_row, found)
    return rows


def _parts(meeting: Meeting, topics: Sequence[Topic]) -> Iterator[tuple[str, str, Sequence[Topic]]]:
    yield "通报上次议定事项落实情况", "", ()
    for tier, words in _HEADINGS.items():
        found = [topic for topic in topics if topic.tier is tier]
        if found:
            yield f"{words}（{len(found)}例）", "", found
    matters = [topic.name for topic in topics if topic.tier is AgendaTier.MATTER]
    yield "其他事项", "；".join(matters), ()
    following = f"（{long_day(next_meeting_on(meeting).isoformat())} {clock(meeting.begins)}）"
    yield "宣读记录，当场更正；签字；确认下次会议", following, ()


def _row(topic: Topic) -> dict[str, object]:
    return {
        "position": str(topic.position),
        "case_number": topic.case_number,
        "name": topic.name,
        "level": topic.level,
        "stability": topic.stability,
        "reasons": topic.reasons,
        "reporter": topic.reporter,
        "minutes": None,
    }
