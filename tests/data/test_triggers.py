"""What is sealed cannot be changed, whichever way someone reaches the file."""

import importlib
import pkgutil
from datetime import UTC, datetime, time

import pytest
import sqlalchemy as sa
from sqlalchemy.exc import IntegrityError

import data.models
from data import triggers
from data.base import Base
from data.codes import RiskLevel, SlotState, Stability
from data.facts import Fact
from data.models.meetings import Meeting
from data.models.signatures import Seal, Sheet, SheetPage, Slot
from data.models.teams import Member
from tests.builders import Clock, a_closed_meeting, a_running_meeting, a_store, a_team, settle_all
from workbench.agendas import add_matter_to_agenda, remove_from_agenda
from workbench.closing import close_meeting
from workbench.confirming import Confirmed, confirm_item

for found in pkgutil.iter_modules(data.models.__path__):
    importlib.import_module(f"data.models.{found.name}")
FACTS = sorted(Fact.__subclasses__(), key=lambda table: table.__tablename__)
MAY_CHANGE = {Sheet: {"void_on"}, Slot: {"state", "true_on", "note", "confirmed_by"}}
SEALED_COLUMNS = [
    (table, column.key)
    for table in (Seal, Sheet, SheetPage, Slot, Meeting)
    for column in table.__table__.columns
    if column.key not in MAY_CHANGE.get(table, set())
]


@pytest.fixture(scope="module")
def sealed(tmp_path_factory):
    """A store with a closed meeting; what is refused leaves it as it is, so one serves all."""
    moment = datetime(2026, 11, 25, 6, 30, tzinfo=UTC)
    bench = a_store(tmp_path_factory.mktemp("sealed") / "store", Clock(moment))
    team = a_team(bench)
    running = a_running_meeting(bench, team)
    remove_from_agenda(bench, add_matter_to_agenda(bench, running.id, title="春节值班"))
    settle_all(bench, team, running)
    talked = Confirmed(level=RiskLevel.ANYWHERE, stability=Stability.UNSTABLE, discussion="同意。")
    confirm_item(bench, running.items["GA0101"], talked)
    close_meeting(bench, running.id, ends=time(16, 20))
    yield bench
    bench.close()


def change(bench, statement, **values):
    with bench.store.writing() as session:
        session.execute(sa.text(statement), values)


def test_every_table_of_facts_is_guarded():
    assert {table.__tablename__ for table in FACTS} == set(triggers._FACTS)


@pytest.mark.parametrize("table", FACTS, ids=lambda table: table.__tablename__)
def test_a_fact_is_never_updated_or_deleted(sealed, table):
    name = table.__tablename__
    for statement in (f"UPDATE {name} SET why = 'x'", f"DELETE FROM {name}"):
        with sealed.store.reading() as session:
            if session.scalar(sa.select(sa.func.count(table.id))) == 0:
                put_a_row(session, table.__table__)
            with pytest.raises(IntegrityError, match=f"{name} is fixed"):
                session.execute(sa.text(statement))


INVENTED = {sa.Integer: 900, sa.String: "x", sa.Boolean: 0, sa.Date: "2026-01-01"}


def put_a_row(session, table):
    """A row that refers to nothing; it is gone again before anybody checks what it refers to."""
    session.execute(sa.text("PRAGMA defer_foreign_keys = ON"))
    needed = [column for column in table.columns if not column.nullable]
    values = {column.key: invented(column) for column in needed}
    names, places = ", ".join(values), ", ".join(f":{key}" for key in values)
    session.execute(sa.text(f"INSERT INTO {table.name} ({names}) VALUES ({places})"), values)


def invented(column):
    kind = column.type.impl if isinstance(column.type, sa.TypeDecorator) else column.type
    plain = next((value for cls, value in INVENTED.items() if isinstance(kind, cls)), None)
    return "2026-01-01 00:00:00.000000" if plain is None else plain


@pytest.mark.parametrize(
    ("table", "column"), SEALED_COLUMNS, ids=[f"{t.__tablename__}.{c}" for t, c in SEALED_COLUMNS]
)
def test_no_column_of_a_sealed_row_can_be_changed(sealed, table, column):
    kind = table.__table__.columns[column].type.python_type if column != "state" else str
    other = {int: 77, float: 7.5, bytes: b"x"}.get(kind, "2030-01-01 00:00:00.000000")
    with pytest.raises(IntegrityError, match="fixed"):
        change(sealed, f'UPDATE "{table.__tablename__}" SET "{column}" = :v', v=other)


@pytest.mark.parametrize("table", ["seal", "sheet", "sheet_page", "slot", "meeting", "audit"])
def test_no_sealed_row_can_be_deleted(sealed, table):
    with pytest.raises(IntegrityError, match="fixed"):
        change(sealed, f"DELETE FROM {table}")


def test_an_orm_object_of_a_sealed_row_is_refused_too(sealed):
    with (
        pytest.raises(IntegrityError, match="fixed"),
        sealed.store.writing() as session,
    ):
        session.get_one(Meeting, 1).place = "别处"


@pytest.mark.parametrize("table", ["attendance", "agenda_item", "agenda_left_off"])
def test_links_of_a_sealed_meeting_stay(sealed, table):
    for statement in (f"UPDATE {table} SET position = position + 50", f"DELETE FROM {table}"):
        with pytest.raises(IntegrityError, match="fixed"):
            change(sealed, statement)


@pytest.mark.parametrize("table", ["opinion", "discussion", "assessment", "decision"])
def test_nothing_is_added_to_a_sealed_meeting(sealed, table):
    columns = [
        c.key for c in Base.metadata.tables[table].columns if c.key not in {"id", "revision"}
    ]
    names = ", ".join(columns)
    with pytest.raises(IntegrityError, match="fixed"):
        change(
            sealed,
            f"INSERT INTO {table} (id, revision, {names}) "
            f"SELECT id + 1000, revision + 1, {names} FROM {table} LIMIT 1",
        )


def test_what_may_change_after_sealing_still_does(bench, team):
    a_closed_meeting(bench, team)
    with bench.store.writing() as session:
        session.scalars(sa.select(Slot)).first().state = SlotState.SIGNED
        session.execute(sa.text("UPDATE meeting SET state = 'archived'"))
    with pytest.raises(IntegrityError):
        change(bench, "UPDATE meeting SET state = 'in_session'")


def test_who_signed_as_what_stays_true(bench, team):
    with bench.store.writing() as session:
        session.get_one(Member, team.members["亓文涛"]).until_on = bench.today()
    for column in ("name", "role", "unit", "post"):
        with pytest.raises(IntegrityError, match="fixed"):
            change(bench, f"UPDATE member SET {column} = 'police2'")
