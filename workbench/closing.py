"""Closing a meeting: everything is decided, the minutes are drawn once, and fixed for good."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import time

from sqlalchemy.orm import Session

from data import audit
from data.canonical import canonical
from data.codes import MeetingState
from data.models.meetings import Meeting
from forms.minutes import MINUTES
from forms.writers.pdf import Printed
from workbench.agendas import items_of, name_of, settled_items
from workbench.assessments import assessment_of, wanted_reasons
from workbench.bench import Bench, Work
from workbench.drafts import items_with_drafts
from workbench.errors import (
    ChangedMeanwhile,
    EndsBeforeBeginning,
    OpenDrafts,
    ReasonNeeded,
    UndecidedItems,
)
from workbench.paperwork.drawing import Sealing, draw_pdf, missing_in_words, stamp_of
from workbench.paperwork.minutes import minutes_answers
from workbench.signatures import next_sheet, write_seal
from workbench.states import running_meeting

_TRIES = 3


@dataclass(frozen=True)
class ClosedMeeting:
    """What closing made: the seal's digest, and characters that will not print, in words."""

    digest: str
    pages: int
    missing: tuple[str, ...]


@dataclass(frozen=True)
class _Drawn:
    answers: dict[str, object]
    audit_head: str
    sheet: int
    printed: Printed


class _Moved(Exception):
    """Something was written between drawing the minutes and sealing them."""


def close_meeting(bench: Bench, meeting_id: int, *, ends: time) -> ClosedMeeting:
    """Make the minutes final: every item decided, nothing half typed, every reason given.

    Slow, because the pages are drawn first, outside of any writing; then they are sealed only
    if nothing was written in between, so that what is printed is what is recorded.
    """
    for _ in range(_TRIES):
        drawn = _draw(bench, meeting_id, ends)
        try:
            digest = _seal(bench, meeting_id, ends, drawn)
        except _Moved:
            continue
        missing = missing_in_words(drawn.printed.missing)
        return ClosedMeeting(digest, drawn.printed.pages, missing)
    raise ChangedMeanwhile


def _draw(bench: Bench, meeting_id: int, ends: time) -> _Drawn:
    with bench.preparing("close_meeting") as session:
        meeting = _ready(session, meeting_id, ends)
        answers = minutes_answers(session, meeting, ends=ends)
        head, sheet = audit.head(session), next_sheet(session)
    sealing = Sealing(version=1, sheet=sheet, audit_head=head, printed_at=bench.now())
    stamp = stamp_of(bench, meeting, answers, sealing)
    return _Drawn(answers, head, sheet, draw_pdf(MINUTES, answers, stamp))


def _seal(bench: Bench, meeting_id: int, ends: time, drawn: _Drawn) -> str:
    with bench.doing("close_meeting") as work:
        meeting = _ready(work.session, meeting_id, ends)
        _require_unmoved(work, meeting, ends, drawn)
        seal = write_seal(work, meeting, MINUTES, drawn.answers, drawn.audit_head, drawn.printed)
        meeting.ends = ends
        meeting.closed_at = work.written.at
        meeting.state = MeetingState.CLOSED
        work.about(meeting=meeting_id)
        return seal.digest


def _require_unmoved(work: Work, meeting: Meeting, ends: time, drawn: _Drawn) -> None:
    now = minutes_answers(work.session, meeting, ends=ends)
    same = canonical(now) == canonical(drawn.answers)
    head, sheet = audit.head(work.session), next_sheet(work.session)
    if not same or head != drawn.audit_head or sheet != drawn.sheet:
        raise _Moved


def _ready(session: Session, meeting_id: int, ends: time) -> Meeting:
    """Return the meeting if it can be closed; refuse with everything that is still open."""
    meeting = running_meeting(session, meeting_id)
    if ends < meeting.begins:
        raise EndsBeforeBeginning
    items = items_of(session, meeting_id)
    drafts, settled = items_with_drafts(session, meeting_id), settled_items(session, items)
    undecided = [name_of(session, item) for item in items if item.id not in settled]
    if undecided:
        raise UndecidedItems(undecided)
    half_typed = [name_of(session, item) for item in items if item.id in drafts]
    if half_typed:
        raise OpenDrafts(half_typed)
    for item in items:
        rated = assessment_of(session, item.id)
        if rated is None or rated.reason:
            continue
        wanted = wanted_reasons(session, item, meeting, rated.level)
        if wanted:
            raise ReasonNeeded([f"{name_of(session, item)}：{reason}" for reason in wanted])
    return meeting
