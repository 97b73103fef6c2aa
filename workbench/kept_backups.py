"""The store's own copies as a list: how large, why made, whether whole; one put elsewhere."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from data import backups
from data.problems import BackupBad
from workbench.backups import BY_HAND, CLOSING
from workbench.bench import Bench
from workbench.errors import NotFound
from workbench.file_errors import in_words

_REASONS = {BY_HAND: "手动备份", CLOSING: "关闭时备份"}
_OTHER_REASON = "升级等操作之前自动备份"


@dataclass(frozen=True)
class KeptBackup:
    """One copy among the store's own, by the name of its folder."""

    name: str
    made_at: datetime
    reason: str
    size: int


def list_kept_backups(bench: Bench) -> list[KeptBackup]:
    """Every copy beside the store, latest first; none of them is opened."""
    with bench.asking("list_kept_backups"), in_words():
        return [
            KeptBackup(
                each.folder.name,
                each.made_at,
                _REASONS.get(each.reason.split("-")[0], _OTHER_REASON),
                _size(each.folder),
            )
            for each in backups.list_backups(bench.store.folder)
        ]


def check_backup(bench: Bench, name: str) -> bool:
    """Open a copy and compare it with what it says of itself: is it whole. Slow."""
    with bench.asking("check_backup"), in_words():
        try:
            backups.verify_backup(_folder(bench, name), bench.store.key)
        except BackupBad:
            return False
        return True


def restore_copy(bench: Bench, name: str, target: Path) -> int:
    """Put a copy into a new, empty folder; what is open stays as it is. Slow.

    Returns how many attachments are missing from it.
    """
    with bench.preparing("restore_copy"), in_words():
        missing = backups.restore(_folder(bench, name), target, bench.store.key)
    with bench.doing("restore_copy") as work:
        work.about(copy=name, missing=missing)
    return missing


def _folder(bench: Bench, name: str) -> Path:
    for each in backups.list_backups(bench.store.folder):
        if each.folder.name == name:
            return each.folder
    raise NotFound("这份备份")


def _size(folder: Path) -> int:
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
