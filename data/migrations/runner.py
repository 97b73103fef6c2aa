"""Bring a file up to the shape this program expects, one numbered step at a time."""

from __future__ import annotations

from datetime import datetime

from alembic.migration import MigrationContext
from alembic.operations import Operations
from sqlalchemy import Connection

from data import triggers
from data.migrations import STEPS
from data.problems import BrokenReferences
from data.schema import behind, step_of

_TABLE = """
CREATE TABLE IF NOT EXISTS schema_step (number INTEGER PRIMARY KEY, at TEXT NOT NULL)
"""


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
