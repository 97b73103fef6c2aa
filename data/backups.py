"""Verified copies of the store: how one is made, which are kept, and how one is put back."""

from __future__ import annotations

import json
import shutil
from collections.abc import Collection
from contextlib import suppress
from dataclasses import asdict, dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path

from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError

from data import keys
from data.attachments import AttachmentFolder, bound_files
from data.checks import require_whole
from data.cipher import connect, make_engine
from data.files import flush_folder, make_folder, write_whole
from data.problems import BackupBad, FolderInUse, StoreProblem, of_system
from data.schema import step_of

FOLDER = "backups"
_FILE, _MANIFEST = "workbench.db", "manifest.json"
_NAME = "%Y%m%dT%H%M%SZ"
_BEIJING = timedelta(hours=8)


@dataclass(frozen=True)
class Manifest:
    """What a copy holds, so that it can be told whole and in order without the original.

    `absent` names the attachments that were already gone or broken when the copy was made.
    """

    made_at: str
    reason: str
    step: int
    audit_rows: int
    audit_head: str
    attachments: int = 0
    absent: str = ""


@dataclass(frozen=True)
class Backup:
    """One verified copy: a folder that can be opened like any store."""

    folder: Path
    made_at: datetime
    reason: str


def back_up(
    connection: Connection,
    store: Path,
    key: bytes,
    at: datetime,
    reason: str,
    target: Path | None = None,
) -> Path:
    """Copy the store as it is now into a folder of its own, open the copy, and return it.

    The copy goes among the store's own backups, or into `target`. It appears under its name
    only after it was opened and found equal; raises BackupBad when it was not.
    """
    parent = target or store / FOLDER
    name = f"{at:{_NAME}}-{reason}"
    half, whole = parent / f".{name}.part", _free_name(parent / name)
    try:
        shutil.rmtree(half, ignore_errors=True)
        make_folder(half)
        _copy(connection, half / _FILE, key)
        shutil.copyfile(store / keys.FILE, half / keys.FILE)
        linked, absent = AttachmentFolder(store, key).copy_to(
            half, bound_files(connection), _earlier(store) if target is None else None
        )
        manifest = _manifest(connection, at, reason, absent)
        write_whole(half / _MANIFEST, json.dumps(asdict(manifest), indent=1).encode())
        verify_backup(half, key, trusted=linked)
        half.replace(whole)
        flush_folder(parent)
    except OSError as error:
        raise of_system(error) or error from error
    finally:
        shutil.rmtree(half, ignore_errors=True)
    return whole


def verify_backup(folder: Path, key: bytes, *, trusted: Collection[str] = ()) -> Manifest:
    """Open a copy and compare it with its manifest; raise BackupBad when anything differs.

    Of `trusted` attachments, which were opened when they were first copied, only the size is.
    """
    written, found = _compared(folder, key, trusted)
    if found != written:
        raise BackupBad
    return written


def _compared(folder: Path, key: bytes, trusted: Collection[str]) -> tuple[Manifest, Manifest]:
    """What a copy says of itself, and what is found in it."""
    try:
        written = read_manifest(folder)
        if written is None:
            raise BackupBad
        engine = make_engine(folder / _FILE, key, copy=True)
        try:
            with engine.connect() as connection:
                require_whole(connection)
                made_at = datetime.fromisoformat(written.made_at)
                absent = AttachmentFolder(folder, key).absent(bound_files(connection), trusted)
                found = _manifest(connection, made_at, written.reason, absent)
        finally:
            engine.dispose()
    except (ValueError, TypeError, FileNotFoundError, StoreProblem, DBAPIError) as error:
        raise BackupBad from error
    return written, found


def read_manifest(folder: Path) -> Manifest | None:
    """What a copy says of itself, without opening it; None when that cannot be read."""
    try:
        return Manifest(**json.loads((folder / _MANIFEST).read_text("utf-8")))
    except (OSError, ValueError, TypeError):
        return None


def restore(backup: Path, target: Path, key: bytes) -> int:
    """Put a verified copy into a new folder; raise FolderInUse rather than overwrite anything.

    A lost picture keeps nobody from the records: returns how many attachments are missing.
    """
    require_records(backup, key)
    if target.exists() and any(target.iterdir()):
        raise FolderInUse
    half = target.with_name(f".{target.name}.part")
    try:
        shutil.rmtree(half, ignore_errors=True)
        shutil.copytree(backup, half)
        absent = require_records(half, key)
        (half / _MANIFEST).unlink()
        if target.exists():
            target.rmdir()
        half.replace(target)
        flush_folder(target.parent)
    except OSError as error:
        raise of_system(error) or error from error
    finally:
        shutil.rmtree(half, ignore_errors=True)
    return absent


def require_records(folder: Path, key: bytes) -> int:
    """Raise BackupBad when the records differ from the manifest; count the attachments gone."""
    written, found = _compared(folder, key, ())
    if replace(found, attachments=0, absent="") != replace(written, attachments=0, absent=""):
        raise BackupBad
    return len(found.absent.split(",")) if found.absent else 0


def list_backups(store: Path) -> list[Backup]:
    """Every finished copy among a store's own, latest first."""
    return copies_in(store / FOLDER)


def copies_in(parent: Path) -> list[Backup]:
    """Every finished copy in a folder of copies, latest first."""
    found = []
    for folder in parent.glob("[0-9]*Z-*"):
        stamp, _, reason = folder.name.partition("-")
        with suppress(ValueError):  # somebody else's folder, in a place outside
            made_at = datetime.strptime(f"{stamp[:16]}+0000", f"{_NAME}%z")
            found.append(Backup(folder, made_at, reason))
    return sorted(found, key=lambda b: (b.made_at, b.folder.name), reverse=True)


def kept(backups: list[Backup], now: datetime) -> set[Path]:
    """Choose what to keep: all of 2 days, 12 daily, 10 weekly, 9 monthly, never fewer than 3."""
    latest_first = sorted(backups, key=lambda b: b.made_at, reverse=True)
    keep = {b.folder for b in latest_first[:3]}
    keep |= {b.folder for b in latest_first if now - b.made_at <= timedelta(days=2)}
    for period, number in (("%Y-%m-%d", 12), ("%G-%V", 10), ("%Y-%m", 9)):
        newest: dict[str, Path] = {}
        for backup in latest_first:
            newest.setdefault(f"{backup.made_at + _BEIJING:{period}}", backup.folder)
        keep |= set(list(newest.values())[:number])
    return keep


def thin_out(parent: Path, now: datetime) -> int:
    """Remove the copies in a folder that are no longer kept; return how many."""
    backups = copies_in(parent)
    keep = kept(backups, now)
    gone = [b.folder for b in backups if b.folder not in keep]
    for folder in gone:
        shutil.rmtree(folder)
    return len(gone)


def _copy(connection: Connection, target: Path, key: bytes) -> None:
    source = connection.connection.driver_connection
    copy = connect(target, key, copy=True)
    try:
        source.backup(copy)  # type: ignore[union-attr] # the driver ships no types
        copy.execute("PRAGMA journal_mode = DELETE")
    finally:
        copy.close()


def _earlier(store: Path) -> Path | None:
    """The newest copy, which the next one may share its attachments with."""
    return next((backup.folder for backup in list_backups(store)), None)


def _manifest(
    connection: Connection, at: datetime, reason: str, absent: Collection[str]
) -> Manifest:
    rows = connection.exec_driver_sql("SELECT count(*) FROM audit").scalar_one()
    head = connection.exec_driver_sql("SELECT digest FROM audit ORDER BY id DESC LIMIT 1").scalar()
    files = {bound.file for bound in bound_files(connection)}
    return Manifest(
        at.isoformat(),
        reason,
        step_of(connection),
        rows,
        head or "",
        len(files - set(absent)),
        ",".join(sorted(absent)),
    )


def _free_name(wanted: Path) -> Path:
    number, free = 1, wanted
    while free.exists():
        number += 1
        free = wanted.with_name(f"{wanted.name}-{number}")
    return free
