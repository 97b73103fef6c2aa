"""Taking back what the commands of a meeting in session wrote, the last one first.

Nothing is kept for it but what is there anyway: every command leaves one row in the audit chain,
and every fact it wrote bears the moment of that row.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from data.codes import AbsenceReason
from data.facts import Fact, revisions_of
from data.models.agendas import AgendaItem, AgendaLeftOff
from data.models.meetings import Attendance, Meeting
from workbench.agenda_entries import left_off, put_back, take_off
from workbench.agendas import require_untouched
from workbench.bench import Bench, Work
from workbench.drafts import bring_back
from workbench.errors import Refused
from workbench.states import any_meeting, running_meeting
from workbench.undo_obstacles import ChangedSince, require_not_carried_further
from workbench.undo_steps import Step, facts_of, last_step, steps_of
from workbench.undo_words import sentences_for

_WHY = "撤销"


@dataclass(frozen=True)
class Undoable:
    """One command that can be taken back: where it belongs, and what it did, in words."""

    id: int
    item_id: int | None
    sentence: str


class NothingToUndo(Refused):
    """Nothing was done at this meeting that could be taken back."""

    def __init__(self) -> None:
        super().__init__(
            "这次会议没有可以撤销的操作。", next_step="需要改动时，请直接改写这一项的内容。"
        )


def list_undoable(bench: Bench, meeting_id: int) -> list[Undoable]:
    """What can be taken back one after the other, the last command first; empty once closed."""
    with bench.asking("list_undoable") as session:
        meeting = any_meeting(session, meeting_id)
        return _in_words(session, meeting, reversed(steps_of(session, meeting)))


def undo_last(bench: Bench, meeting_id: int) -> Undoable:
    """Take back exactly what the last command of a meeting wrote; return what it was and where.

    Facts are not erased: each gets a revision that says what it said before the command. What the
    command recorded from half typed words is half typed again. Refuses a command on which
    something else rests by now.
    """
    with bench.doing("undo_last") as work:
        meeting = running_meeting(work.session, meeting_id)
        step = last_step(work.session, meeting)
        if step is None:
            raise NothingToUndo
        (told,) = _in_words(work.session, meeting, [step])
        work.about(meeting=meeting_id, step=step.id)
        _take_back(work, step, told)
        if step.item_id is not None:
            bring_back(work.session, meeting_id, step.item_id, step.at)
            work.about(item=step.item_id)
        return told


def _in_words(session: Session, meeting: Meeting, steps: Iterable[Step]) -> list[Undoable]:
    found = list(steps)
    words = sentences_for(session, meeting, found)
    return [Undoable(step.id, step.item_id, words[step.id]) for step in found]


def _take_back(work: Work, step: Step, told: Undoable) -> None:
    other = _WITHOUT_FACTS.get(step.action)
    if other is not None:
        other(work, step)
        return
    written = facts_of(work.session, step)
    require_not_carried_further(work.session, step, written, told.sentence)
    for fact in written:
        _go_back(work, fact, told)


def _go_back(work: Work, fact: Fact, told: Undoable) -> None:
    """Back to the revision before, unless somebody wrote another since that says otherwise."""
    revisions = revisions_of(work.session, fact)
    newest, before = revisions[-1], [row for row in revisions if row.revision < fact.revision]
    if (newest.says(), newest.withdrawn) != (fact.says(), fact.withdrawn):
        raise ChangedSince(told.sentence)
    newest.go_back_to(work.session, work.written, before[-1] if before else None, _WHY)


def _seat_again(work: Work, step: Step) -> None:
    who = Attendance.meeting_id == step.number("meeting"), Attendance.member_id == step.member_id
    attendance = work.session.scalars(select(Attendance).where(*who)).one()
    was = str(step.detail.get("was", ""))
    attendance.present = not was
    attendance.reason = AbsenceReason(was) if was else None


def _take_off_again(work: Work, step: Step) -> None:
    item = work.session.get_one(AgendaItem, step.number("key"))
    require_untouched(work.session, item)
    if step.detail.get("again") or step.action == "put_back_on_agenda":
        take_off(work.session, item)
    else:
        work.session.delete(item)


def _put_back_again(work: Work, step: Step) -> None:
    kept = work.session.get(AgendaLeftOff, step.number("key")) or next(
        entry
        for entry in left_off(work.session, step.number("meeting"))
        if entry.patient_id is not None and entry.patient_id == step.patient_id
    )
    put_back(work.session, kept, step.number("item"))


_WITHOUT_FACTS: dict[str, Callable[[Work, Step], None]] = {
    "record_absence": _seat_again,
    "record_presence": _seat_again,
    "add_case_to_agenda": _take_off_again,
    "add_patient_to_agenda": _take_off_again,
    "propose_intake": _take_off_again,
    "add_matter_to_agenda": _take_off_again,
    "put_back_on_agenda": _take_off_again,
    "remove_from_agenda": _put_back_again,
}
