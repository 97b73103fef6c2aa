"""What stands in the menus, as lists of commands and of keys show it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from ui.widgets.buttons import key_text


@dataclass(frozen=True)
class MenuEntry:
    """One entry: what it does, in which menu it stands, and its key if it has one."""

    words: str
    menus: tuple[str, ...]
    keys: str
    action: QAction


def entries_of(actions: Sequence[QAction], menus: tuple[str, ...] = ()) -> list[MenuEntry]:
    """Every entry of a menu row or of a menu, in the order one reads them, submenus included."""
    found: list[MenuEntry] = []
    for action in actions:
        menu = action.menu()
        if isinstance(menu, QMenu):
            found += entries_of(menu.actions(), (*menus, plain(menu.title())))
        elif not action.isSeparator():
            keys = key_text(action.shortcut())
            found.append(MenuEntry(action.iconText(), menus, keys, action))
    return found


def plain(title: str) -> str:
    """A title without the letter that opens it."""
    return re.sub(r"\(&\w\)|&", "", title)
