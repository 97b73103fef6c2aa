"""What can be said of a store before it is open. It is asked first of all, so it loads little."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from platformdirs import user_data_path

from data import folder as place
from data import keys
from data.problems import StoreMissing
from workbench.file_errors import in_words


@dataclass(frozen=True)
class Opening:
    """What somebody typed to get in: the password, or the recovery code."""

    password: str = ""
    code: str = ""


def default_folder() -> Path:
    """Where the data of this computer's user lies unless another folder is named."""
    return user_data_path("case-conference-workbench", appauthor=False)


def store_exists(folder: Path) -> bool:
    """Tell whether a folder holds a store."""
    with in_words():
        return place.holds_store(folder)


def accounts_at_door(folder: Path) -> list[tuple[int, str]]:
    """Who can open a store, before it is open: key and name of each account with a password."""
    with in_words():
        return [(key, name or f"账户{key}") for key, name in slots_of(folder).accounts]


def slots_of(folder: Path) -> keys.KeySlots:
    """What the passwords and the recovery code of a store open."""
    if not store_exists(folder):
        raise StoreMissing
    return keys.load_slots(folder)
