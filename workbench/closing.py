"""Closing a meeting: everything is decided, its papers are drawn once, and fixed for good."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import time

from sqlalchemy.orm import Session

from data import audit
from data.canonical import canonical
from data.codes import MeetingState
from data.models.meetings import Meeting
from forms.minutes import MINUTES
from workbench.agenda_entries import items_of
from workbench.agendas import name_of, settled_items
from workbench.assessments import assessment_of, wanted_reasons
from workbench.bench import Bench, Work
from workbench.drafts import forget_set_aside, items_with_drafts
from workbench.errors import (
    ChangedMeanwhile,
    EndsBeforeBeginning,
    OpenDrafts,
    ReasonNeeded,
    UndecidedItems,
)
from workbench.paperwork.catalogue import CATALOGUE
from workbench.paperwork.drawing import Sealing, draw_pdf, missing_in_words, stamp_of
from workbench.paperwork.filling import fill, sealed_at_close
from workbench.paperwork.sorts import Asked, PaperSort
from workbench.paperwork.subjects import Subject
from workbench.seals import Drawn, Moved, latest_seal, next_sheet, tell_of, write_seal
from workbench.states import running_meeting

_TRIES = 3
Progress = Callable[[int, int], None]


@dataclass(frozen=True)
class ClosedMeeting:
    """What closing made: the digest of the minutes, pages, and characters that will not print."""

    digest: str
    pages: int
    missing: tuple[str, ...]


@dataclass(frozen=True)
class _Paper:
    """One paper of the meeting; an earlier version was signed before the meeting, if at all."""

    sort: PaperSort
    subject: Subject
    answers: dict[str, object]
    version: int

    def said(self) -> tuple[str, str, int, str]:
        """What must not have moved between drawing and sealing."""
        return self.sort.form.code, str(self.subject), self.version, canonical(self.answers)


@dataclass(frozen=True)
class _Filled:
    """What every paper of the meeting says, and what the chain's head and next number were."""

    papers: tuple[_Paper, ...]
    audit_head: str
    sheet: int


def close_meeting(
    bench: Bench, meeting_id: int, *, ends: time, progress: Progress = lambda done, of: None
) -> ClosedMeeting:
    """Make a meeting's papers final: every item decided, nothing half typed, every reason given.

    Slow, because the pages are drawn first, outside of any writing; then they are sealed only
    if nothing was written in between, so that what is printed is what is recorded. `progress`
    hears how many papers of how many are drawn.
    """
    for _ in range(_TRIES):
        filled, drawn = _draw(bench, meeting_id, ends, progress)
        try:
            digest = _seal(bench, meeting_id, ends, filled, drawn)
        except Moved:
            continue
        missing = (m for paper in drawn for m in missing_in_words(paper.printed.missing))
        pages = sum(paper.printed.pages for paper in drawn)
        return ClosedMeeting(digest, pages, tuple(dict.fromkeys(missing)))
    raise ChangedMeanwhile


def _draw(
    bench: Bench, meeting_id: int, ends: time, progress: Progress
) -> tuple[_Filled, list[Drawn]]:
    with bench.preparing("close_meeting") as session:
        filled = _fill(session, _ready(session, meeting_id, ends), ends)
    drawn = []
    for number, paper in enumerate(filled.papers):
        progress(number, len(filled.papers))
        sheet = filled.sheet + number
        sealing = Sealing(paper.version, sheet, filled.audit_head, bench.now())
        form, answers = paper.sort.form, paper.answers
        printed = draw_pdf(form, answers, stamp_of(bench, paper.sort, answers, sealing))
        told = form, str(paper.subject), answers, printed, sheet, paper.version
        drawn.append(Drawn(*told, meeting_id=meeting_id))
    return filled, drawn


def _fill(session: Session, meeting: Meeting, ends: time) -> _Filled:
    papers = []
    for sort in CATALOGUE:
        for subject in sealed_at_close(session, sort, meeting):
            answers = fill(sort, Asked(session, subject, meeting.held_on))
            if "ends" in answers:
                answers["ends"] = f"{ends:%H:%M}"
            before = latest_seal(session, sort.form, str(subject))
            papers.append(_Paper(sort, subject, answers, before.version + 1 if before else 1))
    return _Filled(tuple(papers), audit.head(session), next_sheet(session))


def _seal(bench: Bench, meeting_id: int, ends: time, filled: _Filled, drawn: list[Drawn]) -> str:
    with bench.doing("close_meeting") as work:
        meeting = _ready(work.session, meeting_id, ends)
        _require_unmoved(work, meeting, ends, filled)
        seals = [write_seal(work, paper, filled.audit_head) for paper in drawn]
        meeting.ends = ends
        meeting.closed_at = work.written.at
        meeting.state = MeetingState.CLOSED
        forget_set_aside(work.session, meeting_id)
        work.about(meeting=meeting_id)
        tell_of(work, seals)
        return next(seal.digest for seal in seals if seal.form == MINUTES.code)


def _require_unmoved(work: Work, meeting: Meeting, ends: time, filled: _Filled) -> None:
    now = _fill(work.session, meeting, ends)
    if (now.audit_head, now.sheet) != (filled.audit_head, filled.sheet):
        raise Moved
    if [paper.said() for paper in now.papers] != [paper.said() for paper in filled.papers]:
        raise Moved


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
