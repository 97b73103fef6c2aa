"""Bring a file up to the shape this program expects, one numbered step at a time."""

from __future__ import annotations

from datetime import datetime

from alembic.migration import MigrationContext
from alembic.operations import Operations
from sqlalchemy import Connection

from data import triggers
from data.migrations import STEPS
from data.problems import BrokenReferences, FileTooNew

_TABLE = """
CREATE TABLE IF NOT EXISTS schema_step (number INTEGER PRIMARY KEY, at TEXT NOT NULL)
"""


def step_of(connection: Connection) -> int:
    """Return the number of the last step a file has been through; 0 for an empty file."""
    names = connection.exec_driver_sql("SELECT name FROM sqlite_master WHERE name='schema_step'")
    if names.first() is None:
        return 0
    number: int | None = connection.exec_driver_sql(
        "SELECT max(number) FROM schema_step"
    ).scalar_one()
    return number or 0


def behind(connection: Connection) -> bool:
    """Tell whether the file lacks steps; raise FileTooNew when it has some we do not know."""
    current = step_of(connection)
    if current > len(STEPS):
        raise FileTooNew(f"file at step {current}, program at step {len(STEPS)}")
    return current < len(STEPS)


def migrate(connection: Connection, at: datetime) -> list[int]:
    """Run the steps the file lacks inside the caller's transaction; return their numbers.

    References must be off: rebuilding a table would otherwise delete the rows that point at it.
    They are checked at the end.
    """
    if not behind(connection):
        return []
    connection.exec_driver_sql(_TABLE)
    triggers.drop_all(connection)
    operations = Operations(MigrationContext.configure(connection))
    ran = []
    for number in range(step_of(connection) + 1, len(STEPS) + 1):
        STEPS[number - 1].upgrade(operations)
        done = (number, at.isoformat(timespec="seconds"))
        connection.exec_driver_sql("INSERT INTO schema_step VALUES (?, ?)", done)
        ran.append(number)
    if connection.exec_driver_sql("PRAGMA foreign_key_check").first():
        raise BrokenReferences
    triggers.create_all(connection)
    return ran
