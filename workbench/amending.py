"""Amending a paper that is sealed: a page of its own says what is wrong; nothing is rewritten."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass

from sqlalchemy.orm import Session

from data import audit
from data.codes import MeetingState
from data.models.meetings import Meeting
from data.models.signatures import Seal, Sheet
from forms.amendment import AMENDMENT
from forms.stamp import SheetCode
from workbench.bench import Bench
from workbench.errors import ChangedMeanwhile, NotFound
from workbench.paperwork.amendment import amended_before
from workbench.paperwork.catalogue import sort_of
from workbench.paperwork.drawing import Sealing, draw_pdf, stamp_of
from workbench.paperwork.filling import fill
from workbench.paperwork.sorts import Asked, PaperSort
from workbench.paperwork.subjects import Subject, of_sheet
from workbench.seals import Drawn, Moved, latest_seal, next_sheet, tell_of, write_seal
from workbench.signature_errors import AlreadyArchived, SheetIsVoid
from workbench.words import required

_TRIES = 3


@dataclass(frozen=True)
class Amended:
    """One place of a paper: what stands there, what should stand there, and why."""

    place: str
    was: str
    now: str
    why: str

    def row(self) -> dict[str, object]:
        """The same, fit to keep; every part has to be said."""
        return {
            "place": required("更正在哪里", self.place),
            "was": required("原来写的", self.was),
            "now": required("应当是什么", self.now),
            "why": required("更正理由", self.why),
        }


def amend_sheet(bench: Bench, sheet_id: int, amended: Amended) -> int:
    """Seal a page that amends a sealed paper, to be signed; return the number of its sheet. Slow.

    A later amendment of the same paper joins the earlier ones on a new version of the page.
    """
    row = amended.row()
    for _ in range(_TRIES):
        drawn, head = _draw(bench, sheet_id, row)
        with suppress(Moved):
            return _seal(bench, sheet_id, row, drawn, head)
    raise ChangedMeanwhile


def _draw(bench: Bench, sheet_id: int, row: dict[str, object]) -> tuple[Drawn, str]:
    with bench.preparing("amend_sheet") as session:
        amends = _open(bench, session, sheet_id)
        answers = _answers(bench, session, of_sheet(sheet_id), row)
        before = latest_seal(session, AMENDMENT, str(of_sheet(sheet_id)))
        version = before.version + 1 if before else 1
        head, sheet = audit.head(session), next_sheet(session)
        meeting_id = amends.meeting_id
    sealing = Sealing(version, sheet, head, bench.now())
    printed = draw_pdf(AMENDMENT, answers, stamp_of(bench, _sort(), answers, sealing))
    told = AMENDMENT, str(of_sheet(sheet_id)), answers, printed, sheet
    return Drawn(*told, version=version, meeting_id=meeting_id), head


def _seal(bench: Bench, sheet_id: int, row: dict[str, object], drawn: Drawn, head: str) -> int:
    with bench.doing("amend_sheet") as work:
        _open(bench, work.session, sheet_id)
        now = _answers(bench, work.session, of_sheet(sheet_id), row)
        if audit.head(work.session) != head or now != drawn.answers:
            raise Moved
        seal = write_seal(work, drawn, head)
        work.about(form=AMENDMENT.code, amends=sheet_id)
        if drawn.meeting_id is not None:
            work.about(meeting=drawn.meeting_id)
        tell_of(work, [seal])
        return drawn.sheet


def _answers(
    bench: Bench, session: Session, subject: Subject, row: dict[str, object]
) -> dict[str, object]:
    before = amended_before(session, subject.key)
    answers = fill(_sort(), Asked(session, subject, bench.today()))
    return {**answers, "amended": [*before, {"position": len(before) + 1, **row}]}


def _open(bench: Bench, session: Session, sheet_id: int) -> Seal:
    """The seal of a sheet that holds, of a meeting that is not set aside for good."""
    sheet = session.get(Sheet, sheet_id)
    if sheet is None:
        raise NotFound("这份签字件")
    if sheet.void_on is not None:
        raise SheetIsVoid(SheetCode(bench.code, sheet.id).caption())
    seal = session.get_one(Seal, sheet.seal_id)
    meeting = session.get(Meeting, seal.meeting_id or 0)
    if meeting is not None and meeting.state is MeetingState.ARCHIVED:
        raise AlreadyArchived
    return seal


def _sort() -> PaperSort:
    sort = sort_of(AMENDMENT.code)
    if sort is None:
        raise NotFound("更正页")
    return sort
