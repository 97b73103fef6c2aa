"""The sheets of one meeting at a glance: how far each has come, and who has signed which."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from data.codes import MeetingState, SlotState
from data.facts import known
from data.models.attachments import Attachment
from data.models.papers import PrintRun
from data.models.signatures import Seal, Sheet, SheetPage, Slot
from data.models.teams import Member
from forms.stamp import SheetCode
from workbench.bench import BEIJING, Bench
from workbench.paperwork.catalogue import sort_of
from workbench.paperwork.naming import names_of_subjects
from workbench.paperwork.subjects import About, Subject
from workbench.rules.signatures import SETTLED, SIGNED_BY_HAND
from workbench.rules.signing_steps import OneSheet, Step, steps_of
from workbench.states import any_meeting, title_of
from workbench.words import masked

_GRAVEST_FIRST = (
    SlotState.TO_SIGN,
    SlotState.PROXY,
    SlotState.LATE,
    SlotState.ABSENT,
    SlotState.SIGNED,
)


@dataclass(frozen=True)
class Signer:
    """Somebody with a place on one of the sheets; the name is masked."""

    key: str
    role: str
    name: str


@dataclass(frozen=True)
class SigningSheet:
    """One sheet that is not void. `marks` holds what is known of each signer's place on it."""

    id: int
    caption: str
    form: str
    title: str
    named: str
    subject: Subject
    version: int
    pages: int
    printed: int
    printed_at: datetime | None
    settled: int
    places: int
    scanned: bool
    later: bool
    marks: Mapping[str, SlotState]

    @property
    def came_out(self) -> bool:
        """Whether it lies on the table: it was printed here, or there is ink on it."""
        return self.printed > 0 or any(mark in SIGNED_BY_HAND for mark in self.marks.values())


@dataclass(frozen=True)
class Signing:
    """All of them, and everybody who signs. Sheets that come `later` hold nothing up."""

    meeting_id: int
    title: str
    state: MeetingState
    sheets: tuple[SigningSheet, ...]
    signers: tuple[Signer, ...]
    steps: tuple[Step, ...]

    def waiting_for(self, sheet: SigningSheet) -> tuple[Signer, ...]:
        """Who has still to sign a sheet."""
        return tuple(s for s in self.signers if sheet.marks.get(s.key) is SlotState.TO_SIGN)


def read_signing(bench: Bench, meeting_id: int) -> Signing:
    """How far the sheets of a meeting have come; a few queries however many there are."""
    with bench.asking("read_signing") as session:
        meeting = any_meeting(session, meeting_id)
        found = sheets_of(session, meeting_id, bench.today(), bench.code)
        archived = meeting.state is MeetingState.ARCHIVED
        counted = [_counted(sheet) for sheet in found if not sheet.later]
        named = names_of_signers(session, [sheet.id for sheet in found])
        signers = [Signer(key, role, masked(name)) for key, (role, name) in named.items()]
        return Signing(
            meeting_id,
            title_of(meeting),
            meeting.state,
            tuple(sorted(found, key=lambda sheet: sheet.later)),
            tuple(signers),
            steps_of(counted, archived=archived),
        )


def _counted(sheet: SigningSheet) -> OneSheet:
    return OneSheet(sheet.came_out, sheet.settled, sheet.places, sheet.scanned)


def sheets_of(session: Session, meeting_id: int, day: date, code: str) -> list[SigningSheet]:
    """The sheets of a meeting that are not void, in the order they were sealed."""
    query = (
        select(Sheet, Seal.id, Seal.form, Seal.subject)
        .join(Seal, Seal.id == Sheet.seal_id)
        .where(Seal.meeting_id == meeting_id, Sheet.void_on.is_(None))
        .order_by(Sheet.id)
    )
    rows = session.execute(query).all()
    keys, seals = [sheet.id for sheet, *_ in rows], [row[1] for row in rows]
    subjects = {key: Subject.read(text) for key, *_, text in ((r[0].id, *r[1:]) for r in rows)}
    named = names_of_subjects(session, set(subjects.values()), day)
    slots, pages = _slots(session, keys), _pages(session, keys)
    prints, scans = _prints(session, seals), _scans(session, keys)
    made = []
    for sheet, seal, form, _ in rows:
        states, sort = slots[sheet.id], sort_of(form)
        times, last = prints.get(seal, (0, None))
        subject = subjects[sheet.id]
        made.append(
            SigningSheet(
                id=sheet.id,
                caption=SheetCode(code, sheet.id).caption(),
                form=form,
                title=sort.form.title if sort else sheet.kind.label,
                named="" if subject.about is About.MEETING else named[subject],
                subject=subject,
                version=sheet.version,
                pages=pages.get(sheet.id, 0),
                printed=times,
                printed_at=last.astimezone(BEIJING) if last else None,
                settled=sum(state in SETTLED for _, state in states),
                places=len(states),
                scanned=sheet.id in scans,
                later=sort is not None and sort.returns_later,
                marks=_marks(states),
            )
        )
    return made


def _marks(states: Collection[tuple[str, SlotState]]) -> dict[str, SlotState]:
    """What is known of each signer; of several places on one sheet the one still waited for."""
    found: dict[str, list[SlotState]] = defaultdict(list)
    for signer, state in states:
        found[signer].append(state)
    return {key: min(each, key=_GRAVEST_FIRST.index) for key, each in found.items()}


def _slots(session: Session, sheets: Collection[int]) -> dict[int, list[tuple[str, SlotState]]]:
    found: dict[int, list[tuple[str, SlotState]]] = defaultdict(list)
    for slot in session.scalars(select(Slot).where(Slot.sheet_id.in_(sheets)).order_by(Slot.id)):
        found[slot.sheet_id].append((_key(slot), slot.state))
    return found


def names_of_signers(session: Session, sheets: Collection[int]) -> dict[str, tuple[str, str]]:
    """Everybody with a place on one of these sheets: role and name, members first."""
    query = (
        select(Slot, Member.name)
        .outerjoin(Member, Member.id == Slot.member_id)
        .where(Slot.sheet_id.in_(sheets))
        .order_by(Slot.member_id.is_(None), Slot.id)
    )
    found: dict[str, tuple[str, str]] = {}
    for slot, name in session.execute(query):
        role = slot.role.label if slot.role else "监护人或本人"
        found.setdefault(_key(slot), (role, name or slot.name))
    return found


def _key(slot: Slot) -> str:
    return f"member:{slot.member_id}" if slot.member_id else f"person:{slot.name}"


def _pages(session: Session, sheets: Collection[int]) -> dict[int, int]:
    query = select(SheetPage.sheet_id, func.max(SheetPage.pages)).group_by(SheetPage.sheet_id)
    return {row[0]: row[1] for row in session.execute(query.where(SheetPage.sheet_id.in_(sheets)))}


def _prints(session: Session, seals: Collection[int]) -> dict[int, tuple[int, datetime]]:
    query = (
        select(PrintRun.seal_id, func.count(PrintRun.id), func.max(PrintRun.printed_at))
        .where(PrintRun.seal_id.in_(seals))
        .group_by(PrintRun.seal_id)
    )
    return {row[0] or 0: (row[1], row[2]) for row in session.execute(query)}


def _scans(session: Session, sheets: Collection[int]) -> set[int]:
    kept = known(Attachment).with_only_columns(Attachment.sheet_id)
    return {key for key in session.scalars(kept.where(Attachment.sheet_id.in_(sheets))) if key}
