"""The open file: one short session for each piece of work, and word of what was written."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from sqlalchemy import Connection, Engine, event
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import ORMExecuteState, Session, sessionmaker
from sqlcipher3 import dbapi2 as sqlcipher

from data import triggers
from data.attachments import AttachmentFolder
from data.backups import back_up
from data.base import Base
from data.checks import broken_references, require_whole
from data.cipher import make_engine
from data.files import make_folder
from data.folder import FILE, holds_store
from data.lock import FolderLock
from data.problems import (
    BrokenReferences,
    FolderInUse,
    GuardsMissing,
    StoreMissing,
    of_database,
    of_system,
)
from data.schema import behind, step_of

Listener = Callable[[frozenset[str]], None]
_UNANNOUNCED = frozenset({"audit", "draft", "request"})


class Store:
    """Hands out sessions. Nothing outside this class commits."""

    def __init__(self, folder: Path, key: bytes, engine: Engine, lock: FolderLock) -> None:
        self.folder = folder
        self.key = key
        self.attachments = AttachmentFolder(folder, key)
        self._engine = engine
        self._lock = lock
        self._sessions = sessionmaker(engine, expire_on_commit=False)
        self._listeners: list[Listener] = []
        self._closed = False

    def __repr__(self) -> str:
        """Show nothing of the key."""
        return "<Store>"

    @property
    def path(self) -> Path:
        """The encrypted file."""
        return self.folder / FILE

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """A session whose changes, if any, are thrown away."""
        with _in_our_terms(), self._sessions() as session:
            yield session

    @contextmanager
    def writing(self) -> Iterator[Session]:
        """A session that commits when the block ends well and rolls back when it does not."""
        touched: set[str] = set()
        with _in_our_terms(), self._sessions.begin() as session:
            # Lock first: reading and then writing would fail if another write came between.
            session.connection(execution_options={"begin": "BEGIN IMMEDIATE"})
            _watch(session, touched)
            yield session
        announced = frozenset(touched - _UNANNOUNCED)
        if announced:
            for listener in list(self._listeners):
                listener(announced)

    def on_write(self, listener: Listener) -> None:
        """Call `listener` with the names of the tables written, after each commit."""
        self._listeners.append(listener)

    @contextmanager
    def inspecting(self) -> Iterator[Connection]:
        """A bare connection for checks and copies."""
        with _in_our_terms(), self._engine.connect() as connection:
            yield connection

    def settle_attachments(self, only: str = "") -> None:
        """Put files whose rows were committed in their place, and clear away those without."""
        with self.inspecting() as connection:
            self.attachments.settle(connection, only)

    def close(self) -> None:
        """Bring the log into the file and let go of it; closing twice does no harm."""
        if self._closed:
            return
        self._closed = True
        try:
            with self._engine.connect() as connection:
                connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
        finally:
            self._engine.dispose()
            self._lock.release()


def create_store(folder: Path, key: bytes, at: datetime) -> Store:
    """Make a store in a folder that holds none; raise FolderInUse where there is one."""
    make_folder(folder)
    if holds_store(folder):
        raise FolderInUse
    return _open(folder, key, at, guarded=True)


def open_store(folder: Path, key: bytes, at: datetime, *, guarded: bool = True) -> Store:
    """Open the store in a folder, upgrading it as needed after a verified copy.

    `guarded=False` opens a file whose triggers are not ours, for `verify` alone.
    """
    if not holds_store(folder):
        raise StoreMissing
    return _open(folder, key, at, guarded=guarded)


def _open(folder: Path, key: bytes, at: datetime, *, guarded: bool) -> Store:
    lock = FolderLock(folder)
    try:
        with _in_our_terms():
            _bring_up_to_date(folder, key, at)
            engine = make_engine(folder / FILE, key)
            with engine.connect() as connection:
                if guarded and not triggers.in_place(connection):
                    raise GuardsMissing
                AttachmentFolder(folder, key).settle(connection)
    except BaseException:
        lock.release()
        raise
    return Store(folder, key, engine, lock)


def _bring_up_to_date(folder: Path, key: bytes, at: datetime) -> None:
    # References stay off here: rebuilding a table would delete the rows that point at it.
    engine = make_engine(folder / FILE, key, references=False)
    try:
        with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            require_whole(connection)
            if not behind(connection):
                return
            if step_of(connection):
                back_up(connection, folder, key, at, "upgrade")
        from data.migrations.runner import migrate  # slow, and hardly ever wanted

        with engine.begin() as connection:
            migrate(connection, at)
    finally:
        engine.dispose()


def require_references(connection: Connection) -> None:
    """Raise BrokenReferences, naming the tables, when rows point at nothing."""
    tables = broken_references(connection)
    if tables:
        raise BrokenReferences(*tables)


@contextmanager
def _in_our_terms() -> Iterator[None]:
    """Turn what the world does to the file into a problem that can be put into words."""
    try:
        yield
    except (DBAPIError, sqlcipher.Error) as error:
        raise of_database(error) or error from error
    except OSError as error:
        raise of_system(error) or error from error


def _watch(session: Session, touched: set[str]) -> None:
    """Gather the names of the tables this session writes."""

    @event.listens_for(session, "before_flush")
    def _objects(session: Session, *_: object) -> None:
        for row in [*session.new, *session.dirty, *session.deleted]:
            if isinstance(row, Base):
                touched.add(row.__tablename__)

    @event.listens_for(session, "do_orm_execute")
    def _statements(state: ORMExecuteState) -> None:
        if state.bind_mapper is not None and not state.is_select:
            touched.add(str(state.bind_mapper.local_table))
