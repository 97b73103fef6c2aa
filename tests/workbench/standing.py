"""Everything a meeting works on, told as one value, to compare before and after."""

import sqlalchemy as sa

from data.facts import Fact, known
from data.models.accounts import Draft
from data.models.agendas import AgendaItem, AgendaLeftOff
from data.models.meetings import Attendance, Meeting
from forms.minutes import MINUTES
from workbench.live import list_agenda, read_item
from workbench.meetings import read_meeting
from workbench.paperwork.catalogue import sort_of
from workbench.paperwork.filling import fill
from workbench.paperwork.sorts import Asked
from workbench.paperwork.subjects import of_meeting
from workbench.tasks import list_earlier_tasks

ROWS = (AgendaItem, AgendaLeftOff, Attendance, Meeting, Draft)
# What is taken off an agenda for the second time is kept as it stood there last; a draft is as
# old as its last word.
NOT_COMPARED = {
    AgendaLeftOff: {"id", "position", "late", "reasons", "minutes", "question"},
    Draft: {"id", "at"},
}


def as_known(bench):
    """Every fact as it is read now, and every row that is no fact; set aside drafts are hidden."""
    with bench.store.reading() as session:
        facts = {
            (table.__tablename__, row.root_id): row.says()
            for table in Fact.__subclasses__()
            if table.__module__.startswith("data.models.")
            for row in session.scalars(known(table))
        }
        return facts, {table.__tablename__: _rows(session, table) for table in ROWS}


def as_shown(bench, meeting_id):
    """What the screen reads of a meeting, and what its minutes would say."""
    rows = list_agenda(bench, meeting_id)
    return (
        rows,
        [read_item(bench, row.id) for row in rows],
        read_meeting(bench, meeting_id),
        list_earlier_tasks(bench, meeting_id),
        minutes_of(bench, meeting_id),
    )


def minutes_of(bench, meeting_id):
    """What the minutes would say if the meeting were closed now."""
    with bench.store.reading() as session:
        return fill(sort_of(MINUTES.code), Asked(session, of_meeting(meeting_id), bench.today()))


def _rows(session, table):
    hidden = NOT_COMPARED.get(table, set())
    names = [c.key for c in table.__mapper__.column_attrs if c.key not in hidden]
    found = [
        {name: getattr(row, name) for name in names} for row in session.scalars(sa.select(table))
    ]
    shown = [row for row in found if "/aside/" not in str(row.get("subject", ""))]
    return sorted(shown, key=repr)
