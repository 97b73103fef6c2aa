"""A second place for backups, such as a removable disk: chosen once, used at every closing.

Where it is belongs to the computer and not to the store: a drive letter means nothing elsewhere,
so whoever calls remembers it, and it is handed in.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from data import backups
from data.files import make_folder
from workbench.backups import CLOSING
from workbench.bench import Bench
from workbench.errors import Refused
from workbench.file_errors import in_words


@dataclass(frozen=True)
class BackupPlace:
    """The folder copies go to, and whether it lies on the same disk as the data."""

    folder: Path
    same_disk: bool


class PlaceNotThere(Refused):
    """The disk with the second place is not plugged in."""

    def __init__(self) -> None:
        super().__init__(
            "备份盘没有接上，这次没有复制过去。",
            safe="本机的备份照常做了，数据都在。",
            next_step="下次接上备份盘，关闭时会自动补上。",
        )


class PlaceInsideStore(Refused):
    """A copy beside the original is lost with it."""

    def __init__(self) -> None:
        super().__init__(
            "这个文件夹就在数据文件夹里面。",
            next_step="请选移动硬盘、U盘或另一台电脑的共享文件夹。",
        )


def choose_backup_place(bench: Bench, chosen: Path) -> BackupPlace:
    """Make a folder for the copies of this store in the one that was chosen."""
    with bench.asking("choose_backup_place"):
        store = bench.store.folder.resolve()
        if chosen.resolve().is_relative_to(store):
            raise PlaceInsideStore
        folder = chosen / f"个案会商备份_{bench.code}"
        if chosen.name == folder.name:
            folder = chosen
        with in_words():
            make_folder(folder)
    with bench.doing("choose_backup_place"):
        same = folder.stat().st_dev == store.stat().st_dev
        return BackupPlace(folder, same)


def back_up_elsewhere(bench: Bench, place: Path) -> Path:
    """Put a verified copy into that place and thin out the old ones there. Slow.

    The folder itself is looked for: an empty mount point does not hold it.
    """
    with bench.asking("back_up_elsewhere"):
        if not place.is_dir():
            raise PlaceNotThere
        store = bench.store
        with in_words(), store.inspecting() as connection:
            made = backups.back_up(connection, store.folder, store.key, bench.now(), CLOSING, place)
        backups.thin_out(place, bench.now())
    with bench.doing("back_up_elsewhere") as work:
        work.about(reason=CLOSING)
    return made


def last_copy_elsewhere(place: Path) -> datetime | None:
    """When the newest copy in that place was made; None when the place is not there."""
    found = backups.copies_in(place) if place.is_dir() else []
    return found[0].made_at if found else None
