"""Which step of the upgrades a file has been through, told without loading the steps."""

from __future__ import annotations

from sqlalchemy import Connection

from data.problems import FileTooNew

# Counted here and not from the steps: what they are made with is slow to load and seldom wanted.
LAST_STEP = 21


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
    if current > LAST_STEP:
        raise FileTooNew(f"file at step {current}, program at step {LAST_STEP}")
    return current < LAST_STEP
