"""Verified copies of the store, and putting one back."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from data import backups, keys
from data.computer import read_secret, this_computer
from data.problems import SlotsMissing
from workbench.accounts import Computer
from workbench.bench import Bench
from workbench.file_errors import in_words

CLOSING = "close"
BY_HAND = "hand"


def back_up(bench: Bench, reason: str = BY_HAND) -> Path:
    """Put a verified copy among the store's own, thin out the old ones, return the copy. Slow."""
    with bench.asking("back_up"):
        made = _copy(bench, reason, None)
        backups.thin_out(bench.store.folder / backups.FOLDER, bench.now())
    with bench.doing("back_up") as work:
        work.about(reason=reason)
    return made


def copy_backup(bench: Bench, target: Path) -> Path:
    """Put a verified copy into a folder the user chose, such as a memory stick. Slow."""
    with bench.asking("copy_backup"):
        made = _copy(bench, BY_HAND, target)
    with bench.doing("copy_backup") as work:
        work.about(reason=BY_HAND)
    return made


def last_backup(bench: Bench) -> datetime | None:
    """When the newest of the store's own copies was made."""
    with bench.asking("last_backup"):
        made = backups.list_backups(bench.store.folder)
        return made[0].made_at if made else None


def restore_backup(
    backup: Path, target: Path, password: str, *, computer: Computer = this_computer
) -> int:
    """Put a copy into a new, empty folder after opening it; the copy itself stays. Slow.

    Returns how many attachments are missing from it.
    """
    with in_words():
        slots = _slots(backup)
        secret = read_secret(computer(), slots.store) if slots.bound else None
        key, _ = slots.open_with_password(password, secret)
        return backups.restore(backup, target, key)


def restore_with_recovery(backup: Path, target: Path, code: str) -> int:
    """The same with the printed recovery code, on a computer that knows no secret of it. Slow."""
    with in_words():
        return backups.restore(backup, target, _slots(backup).open_with_recovery(code))


def _slots(backup: Path) -> keys.KeySlots:
    if not (backup / keys.FILE).is_file():
        raise SlotsMissing
    return keys.load_slots(backup)


def _copy(bench: Bench, reason: str, target: Path | None) -> Path:
    store = bench.store
    with in_words(), store.inspecting() as connection:
        return backups.back_up(connection, store.folder, store.key, bench.now(), reason, target)
