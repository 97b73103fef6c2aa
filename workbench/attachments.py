"""Files kept with a patient: added, described anew, withdrawn and put back, read and taken out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from data.attachment_codes import AttachmentKind
from data.attachments import Bound
from data.facts import known, withdrawn
from data.files import write_whole
from data.models.accounts import Account
from data.models.attachments import Attachment
from data.models.meetings import Meeting
from workbench.attachment_errors import AlreadyAttached, OtherEnding
from workbench.attachment_links import require_links
from workbench.bench import BEIJING, Bench, Work
from workbench.errors import EmptyField, NotFound
from workbench.filing.reading import FitFile
from workbench.recording import correct, enter, present, require_patient, withdraw
from workbench.states import title_of
from workbench.words import clean_text, required


@dataclass(frozen=True)
class Described:
    """What a file is, the day it bears, and the meeting whose paper it is, if of one."""

    on: date
    kind: AttachmentKind | None
    title: str
    note: str = ""
    meeting_id: int | None = None

    def columns(self) -> dict[str, object]:
        """The same, fit to keep, by column."""
        if self.kind is None:
            raise EmptyField("种类")
        return {
            "true_from": self.on,
            "kind": self.kind,
            "title": required("标题", self.title),
            "note": clean_text(self.note),
            "meeting_id": self.meeting_id,
        }


@dataclass(frozen=True)
class AttachmentRow:
    """One file as it is listed; withdrawn, with the reason."""

    id: int
    on: date
    kind: AttachmentKind
    title: str
    note: str
    suffix: str
    size: int
    pages: int | None
    added_on: date
    added_by: str
    meeting_id: int | None
    meeting: str
    withdrawn: bool
    why: str


def add_attachment(
    bench: Bench,
    patient_id: int,
    file: FitFile,
    given: Described,
    *,
    case_id: int | None = None,
    sheet_id: int | None = None,
    request_id: str = "",
) -> int:
    """Keep a file with a patient; return its key. Slow: the bytes are encrypted and flushed."""
    with bench.preparing("add_attachment") as session:
        require_patient(session, patient_id)
        given.columns()
        bound = bench.store.attachments.put(file.content, patient_id, file.suffix, file.pages)
    try:
        with bench.doing("add_attachment", request_id) as work:
            if work.answer is not None:
                return work.answer
            _require_new(work.session, bound)
            require_links(work.session, patient_id, given.meeting_id, case_id, sheet_id)
            return _enter(work, bound, given, case_id, sheet_id)
    finally:
        # The row decides, also after a fault: with it the file goes to its place, else it goes.
        bench.store.settle_attachments(bound.file)


def correct_attachment(bench: Bench, attachment_id: int, given: Described, *, why: str) -> None:
    """Correct what a file is said to be; the earlier words are kept with the reason."""
    with bench.doing("correct_attachment") as work:
        fact = present(work, Attachment, attachment_id, "这份附件")
        require_links(work.session, fact.patient_id or 0, given.meeting_id)
        correct(work, fact, given, why)


def withdraw_attachment(bench: Bench, attachment_id: int, *, why: str) -> None:
    """Take a file off the list and say why; its bytes are kept, so that it can be put back."""
    with bench.doing("withdraw_attachment") as work:
        withdraw(work, present(work, Attachment, attachment_id, "这份附件"), why)


def restore_attachment(bench: Bench, attachment_id: int) -> None:
    """Put a withdrawn file back on the list."""
    with bench.doing("restore_attachment") as work:
        query = withdrawn(Attachment).where(Attachment.root_id == attachment_id)
        fact = work.session.scalar(query)
        if fact is None:
            raise NotFound("这份撤下的附件")
        _require_new(work.session, bound_of(fact))
        work.about(key=attachment_id, patient=fact.patient_id or 0)
        fact.correct(work.session, work.written, {})


def list_attachments(
    bench: Bench, patient_id: int, *, at: datetime | None = None
) -> list[AttachmentRow]:
    """The files of a patient as known at a moment: the latest first, the withdrawn ones last."""
    with bench.asking("list_attachments") as session:
        require_patient(session, patient_id)
        return attachments_of(session, patient_id, at)


def attachments_of(
    session: Session, patient_id: int, at: datetime | None = None
) -> list[AttachmentRow]:
    """The same within a session."""
    order = Attachment.true_from.desc(), Attachment.root_id.desc()
    queries: list[Select[Attachment]] = [known(Attachment, at), withdrawn(Attachment, at)]
    facts = [
        fact
        for query in queries
        for fact in session.scalars(
            query.where(Attachment.patient_id == patient_id).order_by(*order)
        )
    ]
    added = _added(session, [fact.root_id for fact in facts])
    meetings = _meeting_titles(session, facts)
    return [_row(fact, added[fact.root_id], meetings) for fact in facts]


def read_attachment(bench: Bench, attachment_id: int) -> bytes:
    """The plain bytes of a file, in memory alone; withdrawn ones too. Slow."""
    with bench.asking("read_attachment") as session:
        return bench.store.attachments.read(bound_of(_any(session, attachment_id)))


def save_attachment(bench: Bench, attachment_id: int, target: Path) -> None:
    """Write a clear copy outside the safe, and leave that in the audit. Slow."""
    with bench.preparing("save_attachment") as session:
        fact = _any(session, attachment_id)
        if target.suffix.lower() != fact.suffix:
            raise OtherEnding(fact.suffix)
        content = bench.store.attachments.read(bound_of(fact))
    with bench.doing("save_attachment") as work:
        write_whole(target, content)
        work.about(key=attachment_id, patient=fact.patient_id or 0)


def bound_of(fact: Attachment) -> Bound:
    """What is sealed into the file of a row."""
    return Bound(fact.file, fact.patient_id or 0, fact.digest, fact.size, fact.suffix, fact.pages)


def sealed_words(bound: Bound) -> dict[str, int | str]:
    """The same as the audit chain tells of it at the adding."""
    return {
        "file": bound.file,
        "patient": bound.patient_id,
        "digest": bound.digest,
        "size": bound.size,
        "suffix": bound.suffix,
        "pages": bound.pages or 0,
    }


def _enter(
    work: Work, bound: Bound, given: Described, case_id: int | None, sheet_id: int | None
) -> int:
    kept = {
        "file": bound.file,
        "digest": bound.digest,
        "size": bound.size,
        "suffix": bound.suffix,
        "pages": bound.pages,
    }
    fact = enter(
        work, Attachment, bound.patient_id, given, case_id=case_id, sheet_id=sheet_id, **kept
    )
    work.about(**sealed_words(bound))
    return work.answers(fact.root_id)


def _any(session: Session, attachment_id: int) -> Attachment:
    newest = Attachment.revision.desc()
    query = select(Attachment).where(Attachment.root_id == attachment_id).order_by(newest)
    fact = session.scalars(query).first()
    if fact is None:
        raise NotFound("这份附件")
    return fact


def _require_new(session: Session, bound: Bound) -> None:
    same = known(Attachment).where(
        Attachment.patient_id == bound.patient_id, Attachment.digest == bound.digest
    )
    found = session.scalars(same).first()
    if found is not None:
        raise AlreadyAttached(found.title, found.true_from)


def _added(session: Session, roots: list[int]) -> dict[int, tuple[date, str]]:
    """The day each file was added and by which account; one query."""
    query = (
        select(Attachment.id, Attachment.written_at, Account.name)
        .join(Account, Account.id == Attachment.written_by)
        .where(Attachment.id.in_(roots))
    )
    rows = session.execute(query)
    return {row.id: (row.written_at.astimezone(BEIJING).date(), row.name) for row in rows}


def _meeting_titles(session: Session, facts: Iterable[Attachment]) -> dict[int, str]:
    keys = {fact.meeting_id for fact in facts} - {None}
    meetings = session.scalars(select(Meeting).where(Meeting.id.in_(keys)))
    return {meeting.id: title_of(meeting) for meeting in meetings}


def _row(fact: Attachment, added: tuple[date, str], meetings: dict[int, str]) -> AttachmentRow:
    return AttachmentRow(
        id=fact.root_id,
        on=fact.true_from,
        kind=fact.kind,
        title=fact.title,
        note=fact.note,
        suffix=fact.suffix,
        size=fact.size,
        pages=fact.pages,
        added_on=added[0],
        added_by=added[1],
        meeting_id=fact.meeting_id,
        meeting=meetings.get(fact.meeting_id or 0, ""),
        withdrawn=fact.withdrawn,
        why=fact.why if fact.withdrawn else "",
    )
