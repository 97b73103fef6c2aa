"""Sealing one paper on its own: before it is signed, again when it changed, and for latecomers."""

from __future__ import annotations

from contextlib import suppress

from sqlalchemy.orm import Session

from data import audit
from data.canonical import canonical
from data.models.meetings import Meeting
from forms.later_signatures import LATER_SIGNATURES
from workbench.bench import Bench
from workbench.errors import ChangedMeanwhile, NotFound
from workbench.paperwork.catalogue import sort_of
from workbench.paperwork.drawing import Sealing, draw_pdf, stamp_of
from workbench.paperwork.filling import fill, sealed_at_close
from workbench.paperwork.listing import meeting_of
from workbench.paperwork.sorts import Asked, PaperSort
from workbench.paperwork.subjects import About, Subject
from workbench.seals import Drawn, Moved, latest_seal, next_sheet, tell_of, write_seal
from workbench.signature_errors import (
    NobodyMissing,
    NotASignedPaper,
    NothingChanged,
    SealedAtClose,
)
from workbench.signatures import waiting_on

_TRIES = 3


def seal_document(bench: Bench, form: str, subject: Subject) -> int:
    """Fix a paper as it stands, to be printed and signed; return the number of its sheet.

    Where it was sealed before, the new version voids the sheet of the old one, visibly. Slow.
    """
    for _ in range(_TRIES):
        drawn, head = _draw(bench, "seal_document", form, subject)
        with suppress(Moved):
            return _seal(bench, "seal_document", drawn, head)
    raise ChangedMeanwhile


def make_later_sheet(bench: Bench, sheet_id: int) -> int:
    """Make a supplementary sheet for those still missing on one; return its number. Slow."""
    subject = Subject(About.SHEET, sheet_id)
    for _ in range(_TRIES):
        drawn, head = _draw(bench, "make_later_sheet", LATER_SIGNATURES.code, subject)
        with suppress(Moved):
            return _seal(bench, "make_later_sheet", drawn, head)
    raise ChangedMeanwhile


def _draw(bench: Bench, action: str, form: str, subject: Subject) -> tuple[Drawn, str]:
    with bench.preparing(action) as session:
        sort = _signed(form)
        if subject.about is About.SHEET and not waiting_on(session, subject.key):
            raise NobodyMissing
        answers = fill(sort, Asked(session, subject, bench.today()))
        version = _next_version(session, sort, subject, answers)
        head, sheet = audit.head(session), next_sheet(session)
        meeting_id = meeting_of(session, subject)
        _require_settled(session, sort, subject, meeting_id)
    sealing = Sealing(version, sheet, head, bench.now())
    printed = draw_pdf(sort.form, answers, stamp_of(bench, sort, answers, sealing))
    of_sheet = subject.key if subject.about is About.SHEET else None
    drawn = Drawn(
        sort.form,
        str(subject),
        answers,
        printed,
        sheet,
        version=version,
        meeting_id=meeting_id,
        supplements_id=of_sheet,
    )
    return drawn, head


def _seal(bench: Bench, action: str, drawn: Drawn, head: str) -> int:
    """Write the seal, unless something was written since it was drawn."""
    with bench.doing(action) as work:
        sort, subject = _signed(drawn.form.code), Subject.read(drawn.subject)
        now = fill(sort, Asked(work.session, subject, bench.today()))
        if audit.head(work.session) != head or canonical(now) != canonical(drawn.answers):
            raise Moved
        seal = write_seal(work, drawn, head)
        work.about(form=drawn.form.code)
        if drawn.meeting_id is not None:
            work.about(meeting=drawn.meeting_id)
        tell_of(work, [seal])
        return drawn.sheet


def _require_settled(
    session: Session, sort: PaperSort, subject: Subject, meeting_id: int | None
) -> None:
    meeting = session.get(Meeting, meeting_id or 0)
    if meeting is None or meeting.closed_at is not None:
        return
    if subject in set(sealed_at_close(session, sort, meeting)):
        raise SealedAtClose(sort.form.title)


def _signed(form: str) -> PaperSort:
    sort = sort_of(form)
    if sort is None:
        raise NotFound(f"编号为“{form}”的文书")
    if not sort.signed:
        raise NotASignedPaper(sort.form.title)
    return sort


def _next_version(
    session: Session, sort: PaperSort, subject: Subject, answers: dict[str, object]
) -> int:
    before = latest_seal(session, sort.form, str(subject))
    if before is None:
        return 1
    if before.answers == canonical(answers) and sort.form is not LATER_SIGNATURES:
        raise NothingChanged
    return before.version + 1
