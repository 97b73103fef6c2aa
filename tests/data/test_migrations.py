"""An upgraded file has exactly the shape the models describe, and nothing is lost on the way."""

import importlib
import pkgutil
from datetime import UTC, datetime
from types import SimpleNamespace

import pytest
import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext

import data.migrations
import data.models
from data import schema, triggers
from data.backups import list_backups
from data.base import Base
from data.migrations import runner
from data.models.patients import PatientDetails
from data.problems import BrokenReferences, FileTooNew
from data.store import open_store
from tests.builders import KEY, a_closed_meeting

AT = datetime(2026, 11, 26, tzinfo=UTC)


@pytest.fixture
def connection():
    engine = sa.create_engine("sqlite://")
    with engine.connect() as opened:
        yield opened
    engine.dispose()


def test_the_steps_lead_to_the_models(connection):
    for found in pkgutil.iter_modules(data.models.__path__):
        importlib.import_module(f"data.models.{found.name}")
    runner.migrate(connection, AT)
    connection.exec_driver_sql("DROP TABLE schema_step")
    assert compare_metadata(MigrationContext.configure(connection), Base.metadata) == []


def test_every_step_is_listed_in_order():
    listed = [step.__name__.rsplit(".", 1)[-1] for step in data.migrations.STEPS]
    on_disk = [found.name for found in pkgutil.iter_modules(data.migrations.__path__)]
    assert listed == sorted(name for name in on_disk if name.startswith("m0"))
    assert [int(name[1:5]) for name in listed] == list(range(1, schema.LAST_STEP + 1))


def test_a_file_from_a_later_program_is_refused(bench):
    with bench.store.writing() as session:
        session.execute(sa.text("INSERT INTO schema_step VALUES (99, '2030-01-01')"))
    bench.close()
    with pytest.raises(FileTooNew):
        open_store(bench.store.folder, KEY, AT)


def rebuild_patients(op):
    with op.batch_alter_table("patient") as table:
        table.add_column(sa.Column("note", sa.String, nullable=False, server_default=""))


def with_a_step(monkeypatch, upgrade):
    use_steps(monkeypatch, (*runner.STEPS, SimpleNamespace(upgrade=upgrade)))


def use_steps(monkeypatch, steps):
    monkeypatch.setattr(runner, "STEPS", steps)
    monkeypatch.setattr(schema, "LAST_STEP", len(steps))


def test_rebuilding_a_table_keeps_the_rows_that_refer_to_it(bench, team, monkeypatch):
    bench.close()
    with_a_step(monkeypatch, rebuild_patients)
    store = open_store(bench.store.folder, KEY, AT)
    with store.reading() as session:
        assert session.scalar(sa.select(sa.func.count(PatientDetails.id))) == 3
    store.close()


def test_a_verified_copy_is_made_before_an_upgrade(bench, team, monkeypatch):
    bench.close()
    with_a_step(monkeypatch, rebuild_patients)
    open_store(bench.store.folder, KEY, AT).close()
    assert [backup.reason for backup in list_backups(bench.store.folder)] == ["upgrade"]


def test_rebuilding_a_sealed_table_keeps_its_guards(bench, team, monkeypatch):
    a_closed_meeting(bench, team)
    bench.close()

    def rebuild_seals(op):
        with op.batch_alter_table("seal") as table:
            table.add_column(sa.Column("note", sa.String, nullable=False, server_default=""))

    with_a_step(monkeypatch, rebuild_seals)
    store = open_store(bench.store.folder, KEY, AT)
    with store.inspecting() as connection:
        assert triggers.in_place(connection)
    store.close()


@pytest.mark.parametrize("failure", ["raises", "leaves rows that point at nothing"])
def test_a_step_that_fails_leaves_the_file_as_it_was(bench, team, monkeypatch, failure):
    bench.close()
    before = (bench.store.path).read_bytes()

    def bad_step(op):
        op.execute("DELETE FROM patient")
        if failure == "raises":
            raise RuntimeError

    with monkeypatch.context() as patch:
        with_a_step(patch, bad_step)
        with pytest.raises((RuntimeError, BrokenReferences)):
            open_store(bench.store.folder, KEY, AT)
    assert bench.store.path.read_bytes() == before
    open_store(bench.store.folder, KEY, AT).close()


class CutOff(Exception):
    """The power went at this statement."""


def test_an_upgrade_cut_off_at_any_statement_leaves_the_old_file_or_the_new(
    bench, team, monkeypatch
):
    with bench.store.reading() as session:
        before = session.scalar(sa.select(sa.func.count(PatientDetails.id)))
    bench.close()
    with_a_step(monkeypatch, rebuild_patients)
    statements = 0
    while not upgraded_within(bench.store.folder, statements):
        statements += 1
        with monkeypatch.context() as patch:
            use_steps(patch, runner.STEPS[:-1])
            assert rows_in(bench.store.folder) == before
    assert statements > 5
    assert rows_in(bench.store.folder) == before


def upgraded_within(folder, statements):
    """Try the upgrade, letting so many statements that write through; tell whether it was done."""
    left = [statements]

    def count(connection, cursor, statement, *_):
        if statement.lstrip().upper().startswith(("CREATE", "INSERT", "DROP", "ALTER", "UPDATE")):
            if left[0] == 0:
                raise CutOff
            left[0] -= 1

    sa.event.listen(sa.Engine, "before_cursor_execute", count)
    try:
        open_store(folder, KEY, AT).close()
    except CutOff:
        return False
    finally:
        sa.event.remove(sa.Engine, "before_cursor_execute", count)
    return True


def rows_in(folder):
    store = open_store(folder, KEY, AT)
    with store.reading() as session:
        rows = session.scalar(sa.select(sa.func.count(PatientDetails.id)))
    store.close()
    return rows
