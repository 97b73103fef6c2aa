"""Every key there is, and what this program is."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from ui.models.commands import MenuEntry
from ui.theme import Type, theme
from ui.widgets.buttons import Button, Kind
from ui.widgets.text import Label
from ui.widgets.windows import FormDialog, ScrollColumn


class KeysDialog(FormDialog):
    """Lists every action that has a key, under the menu it stands in."""

    def __init__(self, entries: Sequence[MenuEntry], parent: QWidget) -> None:
        super().__init__("快捷键一览", "菜单里每一项后面也写着它的快捷键。", parent)
        self.setObjectName("keys_dialog")
        column = ScrollColumn("快捷键", _by_menu(entry for entry in entries if entry.keys))
        column.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        column.setMinimumHeight(theme().px(260))
        self.fields.addWidget(column)
        _add_close(self)
        column.setFocus()


class AboutDialog(FormDialog):
    """Says what the program does with the data."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__("个案会商工作台", "", parent)
        self.setObjectName("about_dialog")
        words = (
            "乡镇（街道）个案管理小组的例会、评估、决定与会议记录。\n"
            "数据加密后只存在这台电脑，不上网。忘记口令时，只有恢复口令能打开数据。"
        )
        self.fields.addWidget(Label(words, Type.BODY, "text2", wrap=True))
        _add_close(self)


def _by_menu(entries: Iterable[MenuEntry]) -> QWidget:
    inside = QWidget()
    grid = QGridLayout(inside)
    grid.setContentsMargins(0, 0, 12, 0)
    grid.setColumnStretch(0, 1)
    for menus, group in groupby(entries, key=lambda entry: entry.menus):
        grid.addWidget(Label("·".join(menus), Type.HEAD), grid.rowCount(), 0)
        for words, keys in dict.fromkeys((e.words.rstrip("…"), e.keys) for e in group):
            row = grid.rowCount()
            grid.addWidget(Label(words), row, 0)
            grid.addWidget(Label(keys, Type.NOTE, "text2"), row, 1)
    return inside


def _add_close(dialog: FormDialog) -> None:
    close = Button("关闭", Kind.PRIMARY, keys="Esc")
    close.clicked.connect(dialog.accept)
    dialog.add_verbs(close)
