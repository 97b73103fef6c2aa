"""The entries of one agenda in their order, those taken off among them."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from sqlalchemy import delete, exists, func, select
from sqlalchemy.orm import Session

from data.codes import AgendaTier, MeetingState
from data.models.agendas import AgendaItem, AgendaLeftOff
from data.models.meetings import Meeting
from data.models.papers import PrintRun
from forms.agenda import AGENDA
from workbench.paperwork.subjects import of_meeting

Entry = AgendaItem | AgendaLeftOff
_TIERS = tuple(AgendaTier)
_CARRIED = (
    "meeting_id",
    "position",
    "tier",
    "patient_id",
    "case_id",
    "title",
    "reasons",
    "minutes",
    "question",
    "late",
)


def items_of(session: Session, meeting_id: int) -> list[AgendaItem]:
    """The items of a meeting in order."""
    query = select(AgendaItem).where(AgendaItem.meeting_id == meeting_id)
    return list(session.scalars(query.order_by(AgendaItem.position)))


def left_off(session: Session, meeting_id: int) -> list[AgendaLeftOff]:
    """What was taken off the agenda of a meeting, in the order in which it stood there."""
    query = select(AgendaLeftOff).where(AgendaLeftOff.meeting_id == meeting_id)
    return list(session.scalars(query.order_by(AgendaLeftOff.position)))


def in_order(session: Session, meeting_id: int) -> list[Entry]:
    """Everything on an agenda or taken off it, tier by tier."""
    found: list[Entry] = [*items_of(session, meeting_id), *left_off(session, meeting_id)]
    return sorted(found, key=lambda entry: (_TIERS.index(entry.tier), entry.position))


def arrange(session: Session, entries: Sequence[Entry]) -> None:
    """Number entries as they stand here, within a command."""
    wanted = {entry: place for place, entry in enumerate(entries, start=1)}
    if all(entry.position == place for entry, place in wanted.items()):
        return
    clear = max(max(entry.position for entry in entries), len(entries))
    for shift in (clear, 0):  # a place is free before anything is put there
        for entry, place in wanted.items():
            entry.position = place + shift
        session.flush()


def append_items(session: Session, meeting: Meeting, items: Sequence[AgendaItem]) -> None:
    """Put entries at the end of an agenda, within a command; before the meeting, of their tier."""
    _forget(session, meeting.id, {item.patient_id for item in items if item.patient_id})
    first = _last_place(session, meeting.id) + 1
    for position, item in enumerate(items, start=first):
        item.meeting_id, item.position = meeting.id, position
    session.add_all(items)
    session.flush()
    if meeting.state is MeetingState.PREPARING:
        arrange(session, in_order(session, meeting.id))


def is_taken_off(session: Session, meeting_id: int, patient_id: int) -> bool:
    """Whether somebody is kept as taken off an agenda."""
    return any(kept.patient_id == patient_id for kept in left_off(session, meeting_id))


def take_off(session: Session, item: AgendaItem) -> AgendaLeftOff:
    """Keep an item as it stood and take it off, within a command."""
    kept = AgendaLeftOff(**{name: getattr(item, name) for name in _CARRIED})
    session.delete(item)
    session.add(kept)
    session.flush()
    return kept


def put_back(session: Session, kept: AgendaLeftOff, key: int | None = None) -> AgendaItem:
    """Put an entry back where it stood, within a command; under the key it had, if it is free."""
    item = AgendaItem(**{name: getattr(kept, name) for name in _CARRIED})
    if key is not None and session.get(AgendaItem, key) is None:
        item.id = key
    session.delete(kept)
    session.add(item)
    session.flush()
    return item


def is_late(session: Session, meeting: Meeting) -> bool:
    """Whether the agenda is in people's hands: it was printed, or the meeting has begun."""
    if meeting.state is not MeetingState.PREPARING:
        return True
    about = PrintRun.form == AGENDA.code, PrintRun.subject == str(of_meeting(meeting.id))
    return bool(session.scalar(select(exists().where(*about))))


def _forget(session: Session, meeting_id: int, patients: Collection[int]) -> None:
    """Whoever is put on the agenda anew is no longer kept as taken off."""
    of_them = AgendaLeftOff.meeting_id == meeting_id, AgendaLeftOff.patient_id.in_(patients)
    session.execute(delete(AgendaLeftOff).where(*of_them))


def _last_place(session: Session, meeting_id: int) -> int:
    tables = AgendaItem, AgendaLeftOff
    last = (select(func.max(t.position)).where(t.meeting_id == meeting_id) for t in tables)
    return max(session.scalar(query) or 0 for query in last)
