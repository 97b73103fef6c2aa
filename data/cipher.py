"""Connections to the encrypted file, and the settings that every one of them must have."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

from sqlalchemy import Connection, Dialect, Engine, QueuePool, create_engine, event
from sqlalchemy.dialects import sqlite  # noqa: F401 - else the first engine would load it
from sqlalchemy.util import LRUCache
from sqlcipher3 import dbapi2 as sqlcipher

from data.problems import NoEncryption, SettingRefused

# FULL, because a power cut loses commits under NORMAL; the others keep text out of temporary
# files and free pages, and keep a tampered schema from doing anything.
_LOG = ("journal_mode", "WAL", "wal")
_SETTINGS = (
    ("synchronous", "FULL", 2),
    ("secure_delete", "ON", 1),
    ("temp_store", "MEMORY", 2),
    ("trusted_schema", "OFF", 0),
    ("cell_size_check", "ON", 1),
    ("busy_timeout", "5000", 5000),
)
_COMPILED: LRUCache[Any, Any] = LRUCache(1000)


def connect(path: Path, key: bytes, *, references: bool = True, copy: bool = False) -> Any:  # noqa: ANN401 - the driver has no types
    """Open the file with its raw 256-bit key and assert every setting.

    A copy is a file by itself: it is opened without the log that would be left beside it.
    Raises NoEncryption before anything is written, SettingRefused, and the driver's own error
    when the key does not fit.
    """
    connection = sqlcipher.connect(str(path), check_same_thread=False, isolation_level=None)
    try:
        require_encryption(connection)
        connection.execute("PRAGMA cipher_log_level = NONE")
        connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
        connection.execute("SELECT count(*) FROM sqlite_master")
        for name, value, answer in (*_SETTINGS, *(() if copy else (_LOG,))):
            _settle(connection, name, value, answer)
        _settle(connection, "foreign_keys", "ON" if references else "OFF", int(references))
    except BaseException:
        connection.close()
        raise
    return connection


def require_encryption(connection: Any) -> None:  # noqa: ANN401 - the driver has no types
    """Raise NoEncryption unless the driver is one that encrypts."""
    row = connection.execute("PRAGMA cipher_version").fetchone()
    if row is None or not row[0]:
        raise NoEncryption


def make_engine(path: Path, key: bytes, *, references: bool = True, copy: bool = False) -> Engine:
    """Make an engine over such connections. A statement that fails never shows its values."""
    engine = create_engine(
        "sqlite://",
        creator=lambda: connect(path, key, references=references, copy=copy),
        module=sqlcipher,
        poolclass=QueuePool,
        hide_parameters=True,
        execution_options={"compiled_cache": _COMPILED},
    )
    engine.dialect = _dialect(sqlcipher)
    event.listen(engine, "begin", _begin)
    return engine


def forget_statements() -> None:
    """Drop what was compiled: it holds the first values that each statement was asked with."""
    _COMPILED.clear()


@cache
def _dialect(driver: ModuleType) -> Dialect:
    """One for all files: a statement compiled for one is not compiled again for the next."""
    engine = create_engine("sqlite://", module=driver)
    engine.connect().close()  # the first connection settles what the dialect knows
    engine.dispose()
    return engine.dialect


def _begin(connection: Connection) -> None:
    """Start the transaction ourselves, so that changes to tables roll back too."""
    connection.exec_driver_sql(connection.get_execution_options().get("begin", "BEGIN"))


def _settle(connection: Any, name: str, value: str, answer: object) -> None:  # noqa: ANN401 - the driver has no types
    connection.execute(f"PRAGMA {name} = {value}")
    row = connection.execute(f"PRAGMA {name}").fetchone()
    if row is None or row[0] != answer:
        raise SettingRefused(name)
