"""How backups look in a list, and how they are read aloud."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from ui.models.days import LOCAL
from ui.widgets.lists import Face
from workbench.kept_backups import KeptBackup

CHECKED = {True: "核对过，完好", False: "核对不符，不要用它恢复"}


def backup_face(row: KeptBackup, checked: Mapping[str, bool]) -> Face:
    """When and why it was made, how large it is, and what a check has found."""
    good = checked.get(row.name)
    said = "" if good is None else CHECKED[good]
    return Face(
        moment_in_full(row.made_at),
        "·".join(filter(None, (row.reason, said))),
        right=size_text(row.size),
        attention=good is False,
    )


def backup_spoken(row: KeptBackup, checked: Mapping[str, bool]) -> str:
    """The same in one sentence."""
    good = checked.get(row.name)
    told = (moment_in_full(row.made_at), row.reason, size_text(row.size))
    return "，".join([*told, *([] if good is None else [CHECKED[good]])])


def moment_in_full(moment: datetime) -> str:
    """2026年11月20日 17:30."""
    local = moment.astimezone(LOCAL)
    return f"{local.year}年{local.month}月{local.day}日 {local:%H:%M}"


def size_text(size: int) -> str:
    """1.2 MB, never less than 0.1."""
    return f"{max(size / 2**20, 0.1):.1f} MB"
