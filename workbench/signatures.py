"""The sheets that wait for ink, and what a person who looked at the paper says of each place."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session, defer

from data.codes import MeetingState, SheetKind, SlotState
from data.models.meetings import Meeting
from data.models.signatures import Seal, Sheet, SheetPage, Slot
from data.models.teams import Member
from forms.stamp import SheetCode
from workbench.bench import BEIJING, Bench, Work
from workbench.errors import NotFound
from workbench.paperwork.catalogue import sort_of
from workbench.paperwork.subjects import Subject
from workbench.rules.signatures import SETTLED, Marked, Trouble, all_settled, troubles
from workbench.signature_errors import (
    AlreadyArchived,
    LateNeedsDay,
    NotClosedYet,
    NoteNeeded,
    SheetIsVoid,
    SignedInFuture,
    SignedTooEarly,
    StillUnsigned,
)
from workbench.states import any_meeting

_SHEETS = (
    select(Sheet, Seal)
    .join(Seal, Seal.id == Sheet.seal_id)
    .options(defer(Seal.pdf), defer(Seal.answers))  # heavy, and a list says neither
)


@dataclass(frozen=True)
class SheetRow:
    """One sheet: what it is, how many places are settled, who is waited for."""

    id: int
    caption: str
    form: str
    title: str
    subject: Subject
    version: int
    pages: int
    sealed_on: date
    void_on: date | None
    supplements: int | None
    settled: int
    places: int
    waiting: tuple[str, ...]


@dataclass(frozen=True)
class WaitingSheet:
    """A sheet that has not come back whole, and the meeting it was made at."""

    title: str
    meeting_id: int | None
    sealed_on: date


@dataclass(frozen=True)
class SlotRow:
    """One person's place: who, where, and what is known of the ink."""

    id: int
    page: int
    role: str
    name: str
    part: str
    state: SlotState
    true_on: date | None
    note: str


def list_sheets(bench: Bench, meeting_id: int | None = None) -> list[SheetRow]:
    """Every sheet, or those of one meeting, in the order they were sealed."""
    query = _SHEETS.order_by(Sheet.id)
    if meeting_id is not None:
        query = query.where(Seal.meeting_id == meeting_id)
    with bench.asking("list_sheets") as session:
        found = session.execute(query).all()
        keys = [sheet.id for sheet, _ in found]
        slots, pages = _slots_of(session, keys), _pages_of(session, keys)
        return [_row(bench, *one, slots[one[0].id], pages[one[0].id]) for one in found]


def waiting_sheets(session: Session) -> list[WaitingSheet]:
    """The sheets on which somebody has still to sign, the one sealed first leading; one query."""
    open_place = select(Slot.id).where(Slot.sheet_id == Sheet.id, Slot.state == SlotState.TO_SIGN)
    query = (
        select(Seal.form, Sheet.kind, Seal.meeting_id, Seal.sealed_at)
        .join(Sheet, Sheet.seal_id == Seal.id)
        .outerjoin(Meeting, Meeting.id == Seal.meeting_id)
        .where(Sheet.void_on.is_(None), open_place.exists())
        .where(Meeting.state.is_distinct_from(MeetingState.ARCHIVED))
    )
    return [
        WaitingSheet(_title(form, kind), meeting_id, sealed_at.astimezone(BEIJING).date())
        for form, kind, meeting_id, sealed_at in session.execute(query.order_by(Seal.sealed_at))
    ]


def read_sheet(bench: Bench, sheet_id: int) -> list[SlotRow]:
    """Every place on a sheet, page by page."""
    with bench.asking("read_sheet") as session:
        _any_sheet(session, sheet_id)
        return [_slot_row(slot, name) for slot, name in _slots_of(session, [sheet_id])[sheet_id]]


def mark_slot(
    bench: Bench,
    slot_id: int,
    *,
    state: SlotState,
    true_on: date | None = None,
    note: str = "",
) -> None:
    """Say what was seen at one place: signed, signed later, by proxy, absent, or still waiting."""
    with bench.doing("mark_slot") as work:
        slot = work.session.get(Slot, slot_id)
        if slot is None:
            raise NotFound("这个签字格")
        sheet, seal = _open_sheet(work, slot.sheet_id, bench.code)
        _mark(work, [slot], seal, Marked(state, true_on, note.strip()))
        work.about(sheet=sheet.id, slot=slot.id, state=state.value)


def mark_sheet_signed(bench: Bench, sheet_id: int, *, true_on: date | None = None) -> int:
    """Say that everybody still waited for on a sheet has signed; return how many places."""
    with bench.doing("mark_sheet_signed") as work:
        sheet, seal = _open_sheet(work, sheet_id, bench.code)
        waiting = select(Slot).where(Slot.sheet_id == sheet.id, Slot.state == SlotState.TO_SIGN)
        slots = list(work.session.scalars(waiting))
        _mark(work, slots, seal, Marked(SlotState.SIGNED, true_on))
        work.about(sheet=sheet.id, slots=len(slots))
        return len(slots)


def archive_meeting(bench: Bench, meeting_id: int) -> None:
    """Set a meeting aside for good, once every place on its sheets is settled."""
    with bench.doing("archive_meeting") as work:
        meeting = any_meeting(work.session, meeting_id)
        if meeting.state is MeetingState.ARCHIVED:
            raise AlreadyArchived
        if meeting.state is not MeetingState.CLOSED:
            raise NotClosedYet
        waiting = list(_unsettled(bench, work.session, meeting))
        if waiting:
            raise StillUnsigned(waiting)
        meeting.state = MeetingState.ARCHIVED
        work.about(meeting=meeting_id)


def waiting_on(session: Session, sheet_id: int) -> list[Slot]:
    """The places of a sheet nobody has settled, one for each person."""
    waiting = select(Slot).where(Slot.sheet_id == sheet_id, Slot.state == SlotState.TO_SIGN)
    found: dict[tuple[int | None, str], Slot] = {}
    for slot in session.scalars(waiting.order_by(Slot.page, Slot.x, Slot.y)):
        found.setdefault((slot.member_id, slot.name), slot)
    return list(found.values())


def _unsettled(bench: Bench, session: Session, meeting: Meeting) -> Iterable[str]:
    query = _SHEETS.where(Seal.meeting_id == meeting.id, Sheet.void_on.is_(None)).order_by(Sheet.id)
    found = session.execute(query).all()
    slots = _slots_of(session, [sheet.id for sheet, _ in found])
    for sheet, seal in found:
        row = _row(bench, sheet, seal, slots[sheet.id], 0)
        if row.waiting and not _returns_later(seal.form):
            yield f"{row.title}（{row.caption}）{'、'.join(row.waiting)}"


def _returns_later(form: str) -> bool:
    sort = sort_of(form)
    return sort is not None and sort.returns_later


def _mark(work: Work, slots: Iterable[Slot], seal: Seal, marked: Marked) -> None:
    sealed_on = seal.sealed_at.astimezone(BEIJING).date()
    for trouble in troubles(marked, sealed_on=sealed_on, today=work.today):
        raise _refusal(trouble, marked, sealed_on)
    for slot in slots:
        for place in (slot, *_supplemented(work.session, slot)):
            place.state = marked.state
            place.true_on = marked.true_on
            place.note = marked.note
            place.confirmed_by = work.written.by


def _supplemented(session: Session, slot: Slot) -> Iterable[Slot]:
    """The places on the sheet before that one on a supplementary sheet stands for."""
    supplements = select(Sheet.supplements_id).where(Sheet.id == slot.sheet_id)
    before = session.scalar(supplements)
    if before is None:
        return ()
    same = Slot.member_id == slot.member_id if slot.member_id else Slot.name == slot.name
    return session.scalars(
        select(Slot).where(Slot.sheet_id == before, same, Slot.state == SlotState.TO_SIGN)
    ).all()


def _refusal(trouble: Trouble, marked: Marked, sealed_on: date) -> Exception:
    match trouble:
        case Trouble.DAY_MISSING:
            return LateNeedsDay()
        case Trouble.BEFORE_SEAL:
            return SignedTooEarly(sealed_on)
        case Trouble.IN_FUTURE:
            return SignedInFuture()
        case Trouble.NOTE_MISSING:
            proxy = marked.state is SlotState.PROXY
            return NoteNeeded("代签人和委托关系" if proxy else "缺席原因")


def _any_sheet(session: Session, sheet_id: int) -> Sheet:
    sheet = session.get(Sheet, sheet_id)
    if sheet is None:
        raise NotFound("这份签字件")
    return sheet


def _open_sheet(work: Work, sheet_id: int, code: str) -> tuple[Sheet, Seal]:
    """A sheet that may still be signed, and its seal."""
    sheet = _any_sheet(work.session, sheet_id)
    if sheet.void_on is not None:
        raise SheetIsVoid(SheetCode(code, sheet.id).caption())
    seal = work.session.get_one(Seal, sheet.seal_id)
    meeting = work.session.get(Meeting, seal.meeting_id or 0)
    if meeting is not None and meeting.state is MeetingState.ARCHIVED:
        raise AlreadyArchived
    return sheet, seal


def _slots_of(session: Session, sheets: list[int]) -> Mapping[int, list[tuple[Slot, str]]]:
    query = (
        select(Slot, Member.name)
        .outerjoin(Member, Member.id == Slot.member_id)
        .where(Slot.sheet_id.in_(sheets))
        .order_by(Slot.page, Slot.x, Slot.y)
    )
    found: dict[int, list[tuple[Slot, str]]] = defaultdict(list)
    for slot, name in session.execute(query):
        found[slot.sheet_id].append((slot, name or slot.name))
    return found


def _pages_of(session: Session, sheets: list[int]) -> dict[int, int]:
    query = select(SheetPage.sheet_id, SheetPage.pages).where(SheetPage.sheet_id.in_(sheets))
    return {row[0]: row[1] for row in session.execute(query.distinct())}


def _row(
    bench: Bench, sheet: Sheet, seal: Seal, slots: list[tuple[Slot, str]], pages: int
) -> SheetRow:
    waiting = dict.fromkeys(name for slot, name in slots if slot.state not in SETTLED)
    return SheetRow(
        id=sheet.id,
        caption=SheetCode(bench.code, sheet.id).caption(),
        form=seal.form,
        title=_title(seal.form, sheet.kind),
        subject=Subject.read(seal.subject),
        version=sheet.version,
        pages=pages,
        sealed_on=seal.sealed_at.astimezone(BEIJING).date(),
        void_on=sheet.void_on,
        supplements=sheet.supplements_id,
        settled=sum(slot.state in SETTLED for slot, _ in slots),
        places=len(slots),
        waiting=() if all_settled(slot.state for slot, _ in slots) else tuple(waiting),
    )


def _title(form: str, kind: SheetKind) -> str:
    sort = sort_of(form)
    return sort.form.title if sort else kind.label


def _slot_row(slot: Slot, name: str) -> SlotRow:
    role = slot.role.label if slot.role else ""
    return SlotRow(slot.id, slot.page, role, name, slot.part, slot.state, slot.true_on, slot.note)
