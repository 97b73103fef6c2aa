"""Whether the file is whole: the checks made at every opening, before anything is written."""

from __future__ import annotations

from sqlalchemy import Connection

from data.problems import Damaged


def require_whole(connection: Connection) -> None:
    """Raise Damaged when a page was changed, swapped or cut off, or the tables do not fit.

    The log is brought into the file first: before that, the cipher's check raises false alarms.
    Neither check is enough alone.
    """
    connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    if connection.exec_driver_sql("PRAGMA cipher_integrity_check").first():
        raise Damaged("cipher")
    if connection.exec_driver_sql("PRAGMA integrity_check").scalar() != "ok":
        raise Damaged("integrity")


def broken_references(connection: Connection) -> list[str]:
    """Name the tables with rows that point at nothing."""
    rows = connection.exec_driver_sql("PRAGMA foreign_key_check")
    return sorted({str(row[0]) for row in rows})
