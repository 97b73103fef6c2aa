"""Letting a restored copy take the place of a damaged file, which is kept whole beside it."""

from __future__ import annotations

import shutil
from datetime import datetime
from pathlib import Path

from data import keys
from data.files import flush_folder, make_folder
from data.folder import FILE
from data.problems import SlotsDamaged, SlotsMissing, of_system

_LOGS = (f"{FILE}-wal", f"{FILE}-shm")


def put_in_place(restored: Path, store: Path, at: datetime) -> Path:
    """Keep what is there under a name of its own, then let the copy in; return where it is kept.

    The file itself is exchanged in one step: before it there is the damaged one, after it the
    good one. Key slots that can be read stay, since a password may have changed since the copy.
    """
    aside = _free_name(store / f"damaged-{at:%Y%m%dT%H%M%SZ}")
    try:
        make_folder(aside)
        for name in (FILE, *_LOGS, keys.FILE):
            if (store / name).is_file():
                shutil.copy2(store / name, aside / name)
        flush_folder(aside)
        if not slots_readable(store):
            (restored / keys.FILE).replace(store / keys.FILE)
        for name in _LOGS:
            (store / name).unlink(missing_ok=True)
        (restored / FILE).replace(store / FILE)
        _move_rest(restored, store)
        flush_folder(store)
    except OSError as error:
        raise of_system(error) or error from error
    return aside


def slots_readable(store: Path) -> bool:
    """Whether the key slots beside a store can be read."""
    try:
        keys.load_slots(store)
    except (SlotsMissing, SlotsDamaged):
        return False
    return True


def take_slots(copy: Path, store: Path, at: datetime) -> None:
    """Put the key slots of a copy beside a store; slots that cannot be read are kept aside."""
    try:
        damaged = store / keys.FILE
        if damaged.exists():
            damaged.replace(_free_name(store / f"damaged-{at:%Y%m%dT%H%M%SZ}.json"))
        keys.load_slots(copy).save(store)
    except OSError as error:
        raise of_system(error) or error from error


def _move_rest(restored: Path, store: Path) -> None:
    """Attachments that are there already are the same: their names say what is in them."""
    for path in sorted(each for each in restored.rglob("*") if each.is_file()):
        place = store / path.relative_to(restored)
        if path.name != keys.FILE and not place.exists():
            make_folder(place.parent)
            path.replace(place)


def _free_name(wanted: Path) -> Path:
    number, free = 1, wanted
    while free.exists():
        number += 1
        free = wanted.with_name(f"{wanted.stem}-{number}{wanted.suffix}")
    return free
