"""Getting a store back whose file or key slots are damaged, from its own copies."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from data import backups, exchange, keys
from data.computer import read_secret, this_computer
from data.folder import holds_store
from data.lock import FolderLock
from data.problems import (
    BackupBad,
    FileGone,
    SlotsMissing,
    StoreProblem,
    WrongPassword,
)
from workbench.accounts import Clock, Computer
from workbench.bench import system_clock
from workbench.door import Opening
from workbench.errors import Refused
from workbench.file_errors import in_words

Told = Callable[[str], None]
Stop = Callable[[], bool]


@dataclass(frozen=True)
class KeptCopy:
    """One copy of the store that can be put back."""

    folder: Path
    made_at: datetime
    size: int


@dataclass(frozen=True)
class KeptCopies:
    """The copies that were opened and found whole, latest first, and how many were not."""

    good: tuple[KeptCopy, ...]
    bad: int


class RestoreStopped(Refused):
    """Somebody stopped before the damaged file was exchanged."""

    def __init__(self) -> None:
        super().__init__(
            "已经停下，没有恢复。",
            safe="损坏的文件和所有备份都没有动。",
            next_step="需要时可以再选一份备份恢复。",
        )


class NoGoodCopy(Refused):
    """None of the copies has what is needed."""

    def __init__(self) -> None:
        super().__init__(
            "没有找到可以用的备份。",
            safe="所有文件都没有动。",
            next_step="备份盘上如果有备份，请接上后从那里选；没有时请联系维护人员。",
        )


def require_no_remains(folder: Path) -> None:
    """Refuse to begin anew where the file of a store is gone but its slots or copies are left."""
    with in_words():
        slots = folder / keys.FILE
        if not holds_store(folder) and (slots.exists() or backups.list_backups(folder)):
            raise FileGone


def find_copies(
    folder: Path,
    opening: Opening,
    *,
    outside: Path | None = None,
    computer: Computer = this_computer,
) -> KeptCopies:
    """Open every copy, those in a place outside too, and say which are whole. Slow."""
    with in_words():
        found = backups.list_backups(folder) + (backups.copies_in(outside) if outside else [])
        good: list[KeptCopy] = []
        key: bytes | None = None
        for copy in sorted(found, key=lambda each: each.made_at, reverse=True):
            try:
                key = key or _key(folder, copy.folder, opening, computer)
                backups.require_records(copy.folder, key)
            except BackupBad:
                continue
            good.append(KeptCopy(copy.folder, copy.made_at, _size(copy.folder)))
        return KeptCopies(tuple(good), len(found) - len(good))


def put_back(
    folder: Path,
    copy: Path,
    opening: Opening,
    *,
    told: Told = lambda _: None,
    stop: Stop = lambda: False,
    now: Clock = system_clock,
    computer: Computer = this_computer,
) -> Path:
    """Put a copy back for the damaged file and return where that is kept. Slow.

    The copy is first restored and opened in a folder of its own; until that has gone well nothing
    of what is there is touched, and nothing is ever overwritten. It can be stopped until then.
    """
    aside = folder / ".restored"
    with in_words():
        lock = FolderLock(folder)
        try:
            shutil.rmtree(aside, ignore_errors=True)
            told("正在核对备份…")
            key = _key(folder, copy, opening, computer)
            _stop_if(stop)
            told("正在恢复到单独的文件夹，并打开核对…")
            backups.restore(copy, aside, key)
            _stop_if(stop)
            told("正在换上恢复好的数据…")
            return exchange.put_in_place(aside, folder, now())
        finally:
            shutil.rmtree(aside, ignore_errors=True)
            lock.release()


def put_back_slots(folder: Path, *, outside: Path | None = None, now: Clock = system_clock) -> None:
    """Put the key slots of the latest copy back beside the store. Passwords are those of then."""
    with in_words():
        found = backups.list_backups(folder) + (backups.copies_in(outside) if outside else [])
        for copy in sorted(found, key=lambda each: each.made_at, reverse=True):
            if exchange.slots_readable(copy.folder):
                exchange.take_slots(copy.folder, folder, now())
                return
    raise NoGoodCopy


def _key(folder: Path, copy: Path, opening: Opening, computer: Computer) -> bytes:
    """The key by the slots beside the store, else by those of the copy."""
    problem: StoreProblem = SlotsMissing()
    for place in (folder, copy):
        if not exchange.slots_readable(place):
            continue
        slots = keys.load_slots(place)
        try:
            if opening.code:
                return slots.open_with_recovery(opening.code)
            secret = read_secret(computer(), slots.store) if slots.bound else None
            return slots.open_with_password(opening.password, secret)[0]
        except WrongPassword as wrong:
            problem = wrong
    raise problem


def _stop_if(stop: Stop) -> None:
    if stop():
        raise RestoreStopped


def _size(folder: Path) -> int:
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
